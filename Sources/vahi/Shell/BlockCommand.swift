import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi block`: planned time.
struct BlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Planned time on the calendar.",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan a block.",
      discussion: """
        --repeat takes a rule as iCalendar has it (FREQ=WEEKLY;BYDAY=TU) or words: daily, every second tue 16:00-17:30 \
        london, every first mon, last fri of the month, every 15th until 3 dec, every weekday 10 times; then days on which it \
        is not and single days beside, as in weekly except 30 nov, also 3 dec 10:00, or with --except and --also-on.
        """)
    @Argument(help: "The title; several words are joined. @client and ~45m are understood.") var title:
      [String]
    @OptionGroup var client: ClientOption
    @OptionGroup var plan: BlockPlanOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: plan.card != nil)
      let card = try plan.card.map { text throws(ShellFailure) in try session.card(text) }
      let asked = try session.client(client) ?? card.flatMap { session.desk.client($0.client) }
      let reading = Grammar.parseTitle(Printable.typed(title.joined(separator: " ")), session.grammar(asked))
      let owner = asked ?? reading.client.flatMap { session.desk.client($0) }
      guard !reading.title.isEmpty else {
        throw ShellFailure.usage("block add: the title is empty, give one")
      }
      let rule = try plan.repeatAsked(session, owner)
      guard let start = try plan.start(session, owner, rule, orElse: reading.due) else {
        throw ShellFailure.usage("--start: say when it starts, as in --start \"2026-12-03 16:00\"")
      }
      let kind = try plan.kindAsked() ?? .work
      let allDay = plan.allDay ?? false
      let length = try plan.length(rule, from: start, allDay: allDay, session) ?? reading.estimate
      var draft = BlockDraft(
        title: reading.title, start: start, duration: length ?? plan.usualLength(of: kind))
      draft.client = owner?.id
      draft.card = card?.id
      draft.kind = kind
      draft.allDay = allDay
      draft.repeat = rule?.text(for: start, allDay: draft.allDay, session)
      draft.alsoOn = session.desk.alsoOn(
        try plan.alsoAsked(session, owner, rule), of: start, allDay: draft.allDay
      ).filter { $0 != start.wall }
      let except = try plan.exceptAsked(session, owner, rule)
      guard rule != nil || !draft.alsoOn.isEmpty || except.isEmpty else {
        throw ShellFailure.usage("--except: it does not repeat, say how with --repeat")
      }
      draft.exceptOn = plan.starts(
        on: except, from: start, rule: rule?.reading.rule, also: draft.alsoOn, session)
      draft.location = plan.location.map(Printable.typed)
      draft.link = try plan.linkAsked().flatMap { $0.isEmpty ? nil : $0 }
      draft.notes = plan.notes ?? ""
      draft.reminders = try plan.remindersAsked()
      let transaction = session.desk.addBlock(draft, context: session.context)
      try session.commit(transaction)
      guard case .block(let block)? = transaction.changes.first?.after else { return }
      session.tellClock(of: block)
      session.tellProblem(of: block.id)
      session.answerNew(block.id.raw) { JSONExport(session.desk, now: session.now).write(block, to: &$0) }
    }
  }
}

extension TimeSpan {
  /// Longer than any plan.
  static let always = TimeSpan(start: Instant(seconds: .min / 4), end: Instant(seconds: .max / 4))
}
