import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

extension EntryCommand {
  /// `vahi entry edit`.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change an entry.", discussion: "`none` empties --client, --card and --label.")
    @Argument(help: "Id.") var entry: String
    @Option(help: "What was done, taken as it is.") var note: String?
    @OptionGroup var client: ClientOption
    @Option(help: "Id of the card it was for, or none.") var card: String?
    @Option(parsing: .unconditional, help: "When it started, or a span.") var start: String?
    @Option(parsing: .unconditional, help: "When it ended.") var end: String?
    @Option(help: "The labels it has from now on, or none; may be given several times.") var label: [String] =
      []
    @Flag(inversion: .prefixedNo, help: "Whether it is billed.") var bill: Bool?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let entry = try session.entry(entry)
      let owner = client.client == "none" ? nil : try session.client(client)
      let card =
        card == "none" ? nil : try self.card.map { text throws(ShellFailure) in try session.card(text) }
      let (began, ended) = try times(session, entry)
      let this = self
      try session.change { desk throws(DeskError) in
        try desk.editEntry(entry.id, context: session.context) { edited in
          if let note = this.note { edited.note = Printable.typed(note) }
          if this.card != nil {
            edited.card = card?.id
            if let card { edited.client = card.client }
          }
          if this.client.client != nil { edited.client = owner?.id }
          edited.start = began
          edited.end = ended
          if !this.label.isEmpty { edited.labels = this.label.filter { $0 != "none" }.map(Printable.typed) }
          if let bill = this.bill { edited.billable = bill }
        }
      }
      guard session.wantsJSON, let after = session.desk.entry(entry.id) else { return }
      session.answer { JSONExport(session.desk, now: session.now).write(after, to: &$0) }
    }

    private func times(_ session: ShellSession, _ entry: Entry) throws(ShellFailure) -> (Instant, Instant?) {
      if end == nil, let start, let span = session.spokenSpan(start) { return (span.start, span.end) }
      let began =
        try start.map { text throws(ShellFailure) in try session.past(text, "--start") } ?? entry.start
      let ended =
        try end.map { text throws(ShellFailure) in try session.end(text, after: began) } ?? entry.end
      if let last = ended ?? Optional(session.now), began > last {
        throw .usage("--start \(began.text): this is after its end \(last.text)")
      }
      if let ended, ended < began {
        throw .usage("--end \(ended.text): this is before its start \(began.text)")
      }
      if end != nil, let ended, ended > session.now {
        throw .usage("--end \(ended.text): this is still to come")
      }
      return (began, ended)
    }
  }
}

// Time that has been, as it is typed.
extension ShellSession {
  /// `9:10-9:50` or `yesterday 9:10-9:50`, in the home zone; without a day the last one at which it had begun.
  func spokenSpan(_ text: String) -> TimeSpan? {
    if let span = Grammar.parseSpan(text) {
      let today = home.date(at: now)
      let isToday = span.on(today, in: home).start <= now
      return self.span(span, on: isToday ? today : today.adding(days: -1))
    }
    let words = text.split(separator: " ")
    var context = grammar()
    context.looksBack = true
    for count in 1..<max(2, words.count) where count < words.count {
      let day = words.prefix(count).joined(separator: " ")
      let rest = words.dropFirst(count).joined(separator: " ")
      if let span = Grammar.parseSpan(rest), let date = Grammar.parseDate(day, context) {
        return self.span(span, on: date)
      }
    }
    return nil
  }

  private func span(_ span: ClockSpan, on date: CivilDate) -> TimeSpan {
    TimeSpan(
      start: instant(of: WallTime(date: date, secondOfDay: span.start), in: home, "--start"),
      end: instant(of: WallTime(date: date, secondOfDay: span.end), in: home, "--start"))
  }

  /// When something ended that began then: a time alone is the first such time after it.
  func end(_ text: String, after start: Instant) throws(ShellFailure) -> Instant {
    guard let time = Grammar.parseTime(text) else { return try past(text, "--end") }
    let date = home.date(at: start)
    let isSame = home.instant(of: WallTime(date: date, secondOfDay: time)) >= start
    let day = isSame ? date : date.adding(days: 1)
    return instant(of: WallTime(date: day, secondOfDay: time), in: home, "--end")
  }

  /// What a text and flags say that time is spent on, and how long if the text says so.
  func subject(
    _ text: [String], _ option: ClientOption, card: String?, labels: [String], isBilled: Bool
  ) throws(ShellFailure) -> (subject: TimerSubject, length: Int?) {
    let card = try card.map { text throws(ShellFailure) in try self.card(text) }
    let asked = try client(option)
    let reading = Grammar.parseTitle(Printable.typed(text.joined(separator: " ")), grammar(asked))
    let owner = asked?.id ?? card?.client ?? reading.client
    let note = reading.title.isEmpty ? card?.title ?? "" : reading.title
    var subject = TimerSubject(
      client: owner, card: card?.id, note: note, labels: reading.labels, billable: isBilled)
    if subject.labels.isEmpty, labels.isEmpty, let card { subject.labels = card.labels }
    for label in labels.map(Printable.typed) where !label.isEmpty && !subject.labels.contains(label) {
      subject.labels.append(label)
    }
    return (subject, reading.estimate)
  }
}
