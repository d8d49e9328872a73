import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// Which occurrences of a block that repeats are meant.
struct ScopeOptions: ParsableArguments {
  enum Scope: String, EnumerableFlag {
    case this, following, all

    static func help(for value: Scope) -> ArgumentHelp? {
      switch value {
      case .this: "Only the one at --occurrence."
      case .following: "The one at --occurrence and all that follow."
      case .all: "All of a block that repeats."
      }
    }
  }

  @Flag var scope: Scope?
  @Option(
    parsing: .unconditional, help: "Start of the one that is meant, by its own clock: 2026-12-03T16:00.")
  var occurrence: String?

  var isGiven: Bool { scope != nil || occurrence != nil }

  /// The occurrence that is meant and how far the change goes.
  ///
  /// - Parameter needsScope: whether a series is meant as a whole only where that was said.
  func meant(
    _ block: Block, needsScope: Bool, _ session: ShellSession
  ) throws(ShellFailure) -> (id: OccurrenceID, scope: EditScope) {
    let scope = scope.map { EditScope(rawValue: $0.rawValue) ?? .all }
    if let replaced = block.replaces {
      // It stands for one occurrence already.
      return (replaced, scope ?? .this)
    }
    guard block.isSeries else {
      guard occurrence == nil else {
        throw .usage("--occurrence: block \(block.id.raw) does not repeat, leave it out")
      }
      return (OccurrenceID(block: block.id), scope ?? .this)
    }
    guard let occurrence else {
      guard scope != nil || !needsScope else {
        throw .usage(
          "block \(block.id.raw): it repeats, say which of them move: --all, or one as in --occurrence "
            + "\(block.start.wall.text) with --this or --following")
      }
      guard let scope, scope != .all else {
        return (OccurrenceID(block: block.id, start: block.start.wall), .all)
      }
      throw .usage(
        "--\(scope.rawValue): say which one, as in --occurrence \(block.start.wall.text); "
          + "`vahi block list --from DAY --to DAY` shows them")
    }
    guard let scope else {
      throw .usage("--occurrence \(occurrence): say how far it goes with --this, --following or --all")
    }
    let wall = try wall(occurrence, block, session)
    let id = OccurrenceID(block: block.id, start: wall)
    guard session.desk.occurrence(id) != nil else {
      throw .failed(
        "block \(block.id.raw): has nothing at \(wall.text), `vahi block list --from DAY --to DAY` shows the starts"
      )
    }
    return (id, scope)
  }

  /// A start by the clock of the series; a day alone means the time of the first one.
  private func wall(_ text: String, _ block: Block, _ session: ShellSession) throws(ShellFailure) -> WallTime
  {
    if let wall = WallTime(text: text) { return wall }
    var context = session.grammar()
    context.zone = session.desk.zone(block.start.zone)
    let when = try session.when(text, "--occurrence", context)
    return WallTime(date: when.date, secondOfDay: when.time ?? block.start.wall.secondOfDay)
  }
}

extension BlockCommand {
  /// `vahi block edit`.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change a block.",
      discussion: """
        Of a block that repeats --occurrence says which one is meant: --this changes that one alone, --following it and \
        all after it, --all every one. --start, --zone, --repeat and --all-day ask for one of these; other changes are \
        made to all without it. A start without a day keeps the day, one without a time the time, and both the zone. \
        What becomes a block of its own has its id printed.
        """)
    @Argument(help: "Id.") var block: String
    @Option(help: "A new title, taken as it is.") var title: String?
    @OptionGroup var client: ClientOption
    @OptionGroup var plan: BlockPlanOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let block = try session.block(block)
      let meant = try scope.meant(block, needsScope: plan.saysWhen, session)
      if meant.scope == .this, meant.id.start != nil,
        plan.rule != nil || !plan.alsoOn.isEmpty || !plan.except.isEmpty
      {
        let flag = plan.rule != nil ? "repeat" : plan.alsoOn.isEmpty ? "except" : "also-on"
        throw ShellFailure.usage(
          "--\(flag): one occurrence has none of its own, "
            + "say --following or --all")
      }
      let edit = try edit(session, block, session.desk.occurrence(meant.id)?.block.start ?? block.start)
      let change = try session.change { desk throws(DeskError) in
        try desk.editOccurrence(meant.id, scope: meant.scope, context: session.context, edit)
      }
      let after = result(of: change, block, session)
      if let after { tell(after, block, change, meant.scope, session) }
      if session.wantsJSON, let after {
        session.answer { JSONExport(session.desk, now: session.now).write(after, to: &$0) }
      } else if let after, after.id != block.id {
        session.say(after.id.raw)
      }
    }

    /// The record that has what was changed: of a series that was cut in two the later one.
    private func result(of change: Transaction, _ block: Block, _ session: ShellSession) -> Block? {
      let made = change.changes.compactMap { change -> Block? in
        guard change.before == nil, case .block(let block)? = change.after else { return nil }
        return block
      }
      return made.first ?? session.desk.block(block.id)
    }

    /// Says what is not plain from what was asked for.
    private func tell(
      _ after: Block, _ before: Block, _ change: Transaction, _ scope: EditScope, _ session: ShellSession
    ) {
      if after.start != before.start { session.tellClock(of: after) }
      session.tellProblem(of: after.id)
      guard before.isSeries else { return }
      let dates = (before.start.wall.date, after.start.wall.date)
      if scope == .all, dates.0 != dates.1 {
        Shell.complain(
          "block \(before.id.raw): all of it moved along, it begins on \(dates.1.text) and not on \(dates.0.text)"
        )
      }
      let gone = change.changes.count { $0.after == nil }
      if gone > 0 {
        Shell.complain(
          "block \(before.id.raw): \(gone) that \(gone == 1 ? "was" : "were") moved alone "
            + "\(gone == 1 ? "is" : "are") not there any more")
      }
    }

    /// - Parameter base: when the occurrence starts that is changed.
    private func edit(
      _ session: ShellSession, _ block: Block, _ base: ZonedTime
    ) throws(ShellFailure) -> (inout Block) -> Void {
      let card = try plan.card.map { text throws(ShellFailure) in try session.card(text) }
      let asked = try session.client(client) ?? card.flatMap { session.desk.client($0.client) }
      let owner = asked ?? block.client.flatMap { session.desk.client($0) }
      let title = title.map(Printable.typed)
      if title == "" { throw .usage("--title: the title is empty, give one") }
      let kind = try plan.kindAsked()
      let rule = try plan.repeatAsked(session, owner)
      let start = try plan.moved(session, owner, rule, from: base)
      let zone = try plan.zone.map { text throws(ShellFailure) in try session.zone(text).name }
      let length = try plan.length(
        rule, from: start ?? base, allDay: plan.allDay ?? block.allDay, session)
      let also = try plan.alsoAsked(session, owner, rule)
      let desk = session.desk
      let left = try startsLeftOut(session, block, owner, rule, from: start ?? base, also: also)
      let reminders = try plan.remindersAsked()
      let link = try plan.linkAsked()
      let plan = plan
      return { edited in
        if let title { edited.title = title }
        if let asked { edited.client = asked.id }
        if let card { edited.card = card.id }
        if let kind { edited.kind = kind }
        if let zone { edited.start.zone = zone }
        if let start { edited.start = start }
        if let length { edited.duration = length }
        if let location = plan.location { edited.location = given(location) }
        if let link { edited.link = link.isEmpty ? nil : link }
        if let notes = plan.notes { edited.notes = notes }
        if plan.remind != nil { edited.reminders = reminders }
        if let allDay = plan.allDay { edited.setAllDay(allDay, length: length) }
        if edited.allDay { edited.start.wall = WallTime(date: edited.start.wall.date, secondOfDay: 0) }
        if plan.rule == "none" { edited.repeat = nil }
        if let rule { edited.repeat = rule.text(for: edited.start, allDay: edited.allDay, session) }
        if plan.except.contains("none") { edited.exceptOn = [] }
        if !left.isEmpty { edited.exceptOn = Set(edited.exceptOn).union(left).sorted() }
        if plan.alsoOn.contains("none") { edited.alsoOn = [] }
        let new = Set(desk.alsoOn(also, of: edited.start, allDay: edited.allDay))
        if !new.isEmpty { edited.alsoOn = new.union(edited.alsoOn).sorted() }
      }
    }

    /// Which starts --except and the words of --repeat take away, by the rule that it has from then on.
    private func startsLeftOut(
      _ session: ShellSession, _ block: Block, _ owner: Client?, _ rule: BlockPlanOptions.Repetition?,
      from start: ZonedTime, also: [PlanTime]
    ) throws(ShellFailure) -> [WallTime] {
      let dates = try plan.exceptAsked(session, owner, rule)
      guard !dates.isEmpty else { return [] }
      let series = block.series.flatMap { session.desk.block($0) } ?? block
      let isSeries = rule != nil || plan.rule == nil && series.isSeries
      guard isSeries || !also.isEmpty else {
        throw .usage("--except: it does not repeat, say how with --repeat")
      }
      let kept = plan.rule == nil ? series.repeat.flatMap { try? RecurrenceRule(text: $0) } : nil
      // Without a new rule or start it goes on from where the series began.
      let isAsItWas = rule == nil && plan.start == nil && plan.zone == nil
      guard rule != nil || isAsItWas && plan.allDay == nil else {
        throw .usage("--except: which day is meant is not plain while it moves, say it in a call of its own")
      }
      var first = isAsItWas ? series.start : start
      if let rule { first.wall = rule.reading.start(from: first.wall) }
      let beside = series.alsoOn + session.desk.alsoOn(also, of: first, allDay: series.allDay)
      return plan.starts(on: dates, from: first, rule: rule?.reading.rule ?? kept, also: beside, session)
    }

    private func given(_ text: String) -> String? { text == "none" ? nil : Printable.typed(text) }
  }

  /// `vahi block rm`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove blocks; undo brings them back.",
      discussion: "A block that repeats goes as a whole unless --occurrence says which one is meant.")
    @Argument(help: "Ids.") var blocks: [String]
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let found = try blocks.map { try session.block($0) }
      guard found.count == 1 || scope.occurrence == nil else {
        throw ShellFailure.usage("--occurrence: name one block with it, not \(found.count)")
      }
      let context = session.context
      var steps: [ShellSession.Step] = []
      var wholes: [Block] = []
      for block in found {
        let meant = try scope.meant(block, needsScope: false, session)
        if block.isSeries, scope.scope == nil { wholes.append(block) }
        steps.append { desk in
          // A series that was named before takes what was moved out of it along.
          guard desk.block(block.id) != nil else { return nil }
          return try desk.removeOccurrence(meant.id, scope: meant.scope, context: context)
        }
      }
      try session.commit(session.compose("block.remove", steps))
      for block in wholes {
        Shell.complain(
          "block \(block.id.raw): it repeated and is gone as a whole, undo brings it back; "
            + "--occurrence START with --this or --following takes less")
      }
    }
  }
}

extension Block {
  /// Makes it last whole days or not, from the midnight of its day on.
  fileprivate mutating func setAllDay(_ isAllDay: Bool, length: Int?) {
    guard isAllDay != allDay else { return }
    allDay = isAllDay
    if isAllDay { start.wall = WallTime(date: start.wall.date, secondOfDay: 0) }
    guard length == nil else { return }
    duration = isAllDay ? CivilDate.secondsADay : 1800
  }
}
