import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText

/// `vahi travel`: days in another zone.
struct TravelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel", abstract: "Another home zone for some days, planned, listed and cancelled.",
    discussion: """
      `vahi travel lisbon 3 dec - 9 dec` makes Lisbon's clock the home clock on those dates. Without words the \
      journeys are listed.
      """,
    subcommands: [Add.self, List.self, Cancel.self], defaultSubcommand: Add.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Plan a journey.")
    @Argument(
      parsing: .allUnrecognized, help: "A city or zone and the dates, as in lisbon 3 dec - 9 dec.")
    var words: [String] = []
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      guard !words.isEmpty else { return session.listJourneys() }
      let text = words.joined(separator: " ")
      let read = try session.forward(text) { () throws(BackwardDates) in
        try Grammar.parseTravel(text, session.grammar())
      }
      guard let travel = read else {
        throw ShellFailure.usage(
          "travel \(text): this is no place with dates, write it as lisbon 3 dec - 9 dec")
      }
      guard travel.to >= session.home.date(at: session.now) else {
        throw ShellFailure.usage("travel \(text): these days are over")
      }
      if let other = session.desk.journey(overlapping: travel) {
        throw ShellFailure.failed("travel \(text): \(session.clocks.taken(by: other))")
      }
      try session.change { desk throws(DeskError) in
        try desk.addTravel(travel, context: session.context)
      }
      if session.wantsJSON { return session.answer { travel.write(to: &$0) } }
      session.say(session.text(travel))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the journeys.")
    @OptionGroup var options: GlobalOptions

    func run() throws { try ShellSession(options, whole: false).listJourneys() }
  }

  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Cancel a journey; undo brings it back.", aliases: ["cancel"])
    @Argument(help: "A date of it, as in “3 dec”, or the place.") var words: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let text = words.joined(separator: " ")
      let date = Grammar.parseDate(text, session.grammar())
      let wanted = TextFold.text(text)
      let found = session.desk.settings.travel.filter { travel in
        date.map(travel.contains) == true || TextFold.text(travel.zone) == wanted
          || TextFold.text(DateText.city(travel.zone)) == wanted
      }
      guard let travel = found.first else {
        throw ShellFailure.failed("travel rm \(text): no such journey, `vahi travel list` shows them")
      }
      guard found.count == 1 else {
        throw ShellFailure.failed(
          "travel rm \(text): there are \(found.count), name a date of the one that is meant")
      }
      try session.change { desk throws(DeskError) in desk.removeTravel(travel, context: session.context) }
      if !session.wantsJSON { session.say(session.text(travel)) }
    }
  }
}

extension ShellSession {
  /// `Lisbon Thu 3 Dec – Wed 9 Dec`.
  func text(_ travel: Travel) -> String {
    DateText.city(travel.zone) + " " + clocks.dates(travel)
  }

  var clocks: ClockText { ClockText(desk, today: home.date(at: now), phrases) }

  /// What was read of dates, or why they cannot be.
  func forward<Value>(
    _ text: String, _ read: () throws(BackwardDates) -> Value?
  ) throws(ShellFailure) -> Value? {
    do throws(BackwardDates) {
      return try read()
    } catch {
      throw .usage("\(text): \(clocks.sentence(error))")
    }
  }

  func listJourneys() {
    let journeys = desk.settings.travel
    guard !wantsJSON else {
      return answer { writer in
        writer.array { writer in for travel in journeys { travel.write(to: &writer) } }
      }
    }
    say(journeys.map(text).joined(separator: "\n"))
  }
}
