import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi client holiday`: dates on which a client does not work.
struct HolidayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday", abstract: "Dates on which a client does not work.",
    subcommands: [Add.self, List.self, Remove.self, Import.self], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a holiday, by the client's calendar.",
      discussion:
        "As in `vahi client holiday add coach-lin 25 dec Christmas` or `… 24 dec - 26 dec Christmas`.")
    @Argument(help: "Slug or id.") var client: String
    @Argument(parsing: .allUnrecognized, help: "A date or several, and a name.") var words: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let client = try session.client(client)
      let text = Printable.typed(words.joined(separator: " "))
      let read = try session.forward(text) { () throws(BackwardDates) in
        try Grammar.parseHoliday(text, session.grammar(client))
      }
      guard let holiday = read else {
        throw ShellFailure.usage("holiday add \(text): no date begins it, write it as 25 dec Christmas")
      }
      try session.setHolidays(of: client) { $0 + [holiday] }
      session.say(session.wantsJSON ? "" : holiday.text)
      if session.wantsJSON { session.answer { holiday.write(to: &$0) } }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a client's holidays.")
    @Argument(help: "Slug or id.") var client: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let holidays = try session.client(client).holidays
      guard !session.wantsJSON else {
        return session.answer { writer in
          writer.array { writer in for holiday in holidays { holiday.write(to: &writer) } }
        }
      }
      session.say(holidays.map { Printable.line($0.text) }.joined(separator: "\n"))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove a holiday; undo brings it back.")
    @Argument(help: "Slug or id.") var client: String
    @Argument(parsing: .allUnrecognized, help: "A date of it, or its name.") var words: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let client = try session.client(client)
      let text = words.joined(separator: " ")
      let date = CivilDate(text: text) ?? Grammar.parseDate(text, session.grammar(client))
      let wanted = TextFold.text(text)
      let found = client.holidays.filter { holiday in
        date.map(holiday.contains) ?? (TextFold.text(holiday.name) == wanted)
      }
      guard !found.isEmpty else {
        throw ShellFailure.failed(
          "holiday rm \(text): \(client.slug) has no such holiday, `vahi client holiday list \(client.slug)` shows them"
        )
      }
      try session.setHolidays(of: client) { $0.filter { !found.contains($0) } }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take holidays from a calendar file (.ics): whatever lasts whole days.",
      discussion: "The same file again adds nothing. FILE may be - for standard input.")
    @Argument(help: "Slug or id.") var client: String
    @Argument(help: "The calendar file.") var file: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let client = try session.client(client)
      let bytes = try ImportFile.read(file)
      let read: HolidayImport
      do throws(ExchangeError) {
        read = try HolidayImport.read(bytes, zones: session.desk.zones, context: session.context)
      } catch {
        throw ShellFailure(error, file: file)
      }
      let news = read.holidays.filter { !client.holidays.contains($0) }
      if !news.isEmpty { try session.setHolidays(of: client) { $0 + news } }
      guard !session.wantsJSON else {
        return session.answer { writer in
          writer.object { writer in
            writer.field("added", news.count)
            writer.field("known", read.holidays.count - news.count)
            writer.field("timed", read.timed)
          }
        }
      }
      session.say(
        "\(news.count) holidays added, \(read.holidays.count - news.count) were known, "
          + "\(read.timed) events have times of day and were left out")
    }
  }
}

extension ShellSession {
  /// Changes a client's holidays; the change is worked out again where another process was faster.
  func setHolidays(of client: Client, _ edit: ([Holiday]) -> [Holiday]) throws {
    try change { desk throws(DeskError) in
      try desk.editClient(client.id, context: context, action: "client.holidays") {
        $0.holidays = Holiday.sorted(edit($0.holidays))
      }
    }
  }
}
