import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi entry`: time that was spent.
struct EntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: "Time that was really spent.",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down time that was spent without a timer.",
      discussion: """
        Times are on the clock of the home zone and lie in the past: --start 9:10 --end 9:50, --start 9:10-9:50, \
        --start "yesterday 9:10" --for 40m; also instants as 2026-11-23T09:12:07Z. Without a start it ended just now.
        """)
    @Argument(help: "What was done; @client #label ~45m are understood.") var text: [String] = []
    @OptionGroup var client: ClientOption
    @Option(help: "Id of the card it was for.") var card: String?
    @Option(parsing: .unconditional, help: "When it started, or a span.") var start: String?
    @Option(parsing: .unconditional, help: "When it ended.") var end: String?
    @Option(name: .customLong("for"), parsing: .unconditional, help: "How long it took, as in 45m.")
    var length: String?
    @Option(help: "A label; may be given several times.") var label: [String] = []
    @Flag(help: "It is not billed.") var noBill = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: card != nil)
      let subject = try session.subject(text, client, card: card, labels: label, isBilled: !noBill)
      let span = try span(session, spoken: subject.length)
      guard span.end <= session.now else {
        throw ShellFailure.usage(
          "--end \(span.end.text): this is still to come, `vahi start` times what goes on")
      }
      let transaction = session.desk.addEntry(
        subject.subject, start: span.start, end: span.end, context: session.context)
      try session.commit(transaction)
      guard case .entry(let entry)? = transaction.changes.first?.after else { return }
      session.answerNew(entry.id.raw) { JSONExport(session.desk, now: session.now).write(entry, to: &$0) }
    }

    private func span(_ session: ShellSession, spoken: Int?) throws(ShellFailure) -> TimeSpan {
      let length =
        try length.map { text throws(ShellFailure) in try session.duration(text, "--for") } ?? spoken
      guard let start else {
        let end = try end.map { text throws(ShellFailure) in try session.past(text, "--end") } ?? session.now
        guard let length else {
          throw .usage("--start: say when it started, as in --start 9:10, or how long with --for")
        }
        return TimeSpan(start: end.adding(-length), end: end)
      }
      if end == nil, let span = session.spokenSpan(start) { return span }
      let began = try session.past(start, "--start")
      if let end {
        let ended = try session.end(end, after: began)
        guard ended >= began else { throw .usage("--end \(end): this is before --start \(start)") }
        return TimeSpan(start: began, end: ended)
      }
      guard let length else {
        throw .usage("--end: say when it ended, as in --end 9:50, or how long with --for")
      }
      return TimeSpan(start: began, end: began.adding(length))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List entries by start.",
      discussion:
        "--from and --to take the entries that started in that time, days being days in the home zone.")
    @OptionGroup var list: ListOptions

    func run() throws {
      let session = try ShellSession(list.options)
      let desk = session.desk
      let owner = try session.client(list.client)
      let span = try session.range(list.range, of: .past) ?? .always
      let entries = (list.range.archived ? [] : desk.entries(in: span, now: session.now)).filter { entry in
        span.contains(entry.start) && (owner == nil || entry.client == owner?.id)
      }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
      guard !session.wantsJSON else {
        let export = JSONExport(desk, now: session.now)
        return session.answer { writer in
          writer.array { writer in for entry in entries { export.write(entry, to: &writer) } }
        }
      }
      let today = session.home.date(at: session.now)
      var table = TextTable([
        ("id", .left), ("from", .left), ("to", .left), ("time", .right), ("client", .left), ("what", .left),
        ("labels", .left),
      ])
      for entry in entries {
        let what = entry.note.isEmpty ? entry.card.flatMap { desk.card($0)?.title } ?? "" : entry.note
        table.add([
          entry.id.raw, DateText.relative(session.home.wall(at: entry.start), today: today, session.words),
          entry.end.map { DateText.clock(session.home.wall(at: $0)) } ?? "running",
          DurationText.hours(entry.seconds(at: session.now)),
          entry.client.flatMap { desk.client($0)?.slug } ?? "",
          what + (entry.billable ? "" : " (not billed)"),
          entry.labels.map { "#\($0)" }.joined(separator: " "),
        ])
      }
      session.say(table.text(heading: session.heading))
      if !entries.isEmpty {
        let total = entries.reduce(0) { $0 + $1.seconds(at: session.now) }
        session.say(
          "\(entries.count) \(entries.count == 1 ? "entry" : "entries"), \(DurationText.hours(total))")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one entry.")
    @Argument(help: "Id.") var entry: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let entry = try session.entry(entry)
      guard !session.wantsJSON else {
        return session.answer { JSONExport(session.desk, now: session.now).write(entry, to: &$0) }
      }
      let today = session.home.date(at: session.now)
      let time = { (instant: Instant) in
        DateText.relative(session.home.wall(at: instant), today: today, session.words)
      }
      session.say(
        FieldList.text([
          ("id", entry.id.raw), ("note", entry.note),
          ("client", entry.client.flatMap { session.desk.client($0)?.name } ?? ""),
          ("card", entry.card.map { session.desk.card($0)?.title ?? $0.raw } ?? ""),
          ("from", time(entry.start)), ("to", entry.end.map(time) ?? "running"),
          ("time", DurationText.clock(entry.seconds(at: session.now))),
          ("labels", entry.labels.map { "#\($0)" }.joined(separator: " ")),
          ("billed", entry.billable ? "yes" : "no"), ("invoice", entry.invoice ?? ""),
        ]))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove entries; undo brings them back.")
    @Argument(help: "Ids.") var entries: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let ids = try entries.map { try session.entry($0).id }
      let context = session.context
      try session.commit(
        session.compose(
          "entry.remove", ids.map { id in { desk in try desk.removeEntry(id, context: context) } }))
    }
  }
}
