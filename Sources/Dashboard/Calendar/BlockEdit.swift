import Civil
import Desk

/// A change of a block as a value, so that it can wait for the answer to how much of a series it is for.
package enum BlockEdit: Equatable, Sendable {
  case place(ZonedTime, duration: Int)
  case length(Int)
  case title(String)
  case location(String?)
  case link(String?)
  case kind(Block.Kind)
  case client(ClientID?)
  /// How it repeats, as an RRULE without its name, at which time where that is another, and which dates beside the rule
  /// come and go; nil and nothing new for once only.
  case rule(String?, at: Time?, adding: [WallTime], removing: [WallTime], except: Exceptions)
  case allDay(Bool)
  /// Minutes before its start; nil as the configuration says.
  case reminders([Int]?)
  case remove

  /// A start and how long it takes from there, in seconds.
  package struct Time: Equatable, Sendable {
    var start: ZonedTime
    var duration: Int
  }

  /// Starts that are left out of a rule from now on, and those that come back.
  package struct Exceptions: Equatable, Sendable {
    package static let none = Exceptions(new: [], back: [])

    var new: [WallTime]
    var back: [WallTime]
  }

  /// Makes it, or asks first where the block is one of many.
  func make(_ id: OccurrenceID, _ state: inout ViewState, _ world: World) -> [Effect] {
    guard let occurrence = world.desk.occurrence(id) else {
      state.message = Message(.warning, world.words.calendar.noBlock)
      return []
    }
    guard isAsked(of: occurrence, world.desk) else { return make(id, .this, &state, world) }
    state.overlays.append(.choice(CalendarChoice.scopes(of: self, occurrence, world)))
    return []
  }

  /// What was moved by itself before is moved again without a question.
  private func isAsked(of occurrence: Occurrence, _ desk: Desk) -> Bool {
    guard occurrence.isRecurring, desk.block(occurrence.id.block)?.isSeries == true else { return false }
    switch self {
    case .place, .length: return !occurrence.isMoved
    // Another rule is for the series, or for what is left of it.
    default: return true
    }
  }

  /// Makes it for as much of a series as was said.
  func make(_ id: OccurrenceID, _ scope: EditScope, _ state: inout ViewState, _ world: World) -> [Effect] {
    let change: Transaction
    do throws(DeskError) {
      change = try transaction(id, scope, world)
    } catch {
      state.message = Message(.error, BlockEdit.sentence(of: error, world.words))
      return []
    }
    guard !change.isEmpty else { return [] }
    follow(id, scope, change, &state, world)
    return [.commit(change)]
  }

  private func transaction(
    _ id: OccurrenceID, _ scope: EditScope, _ world: World
  ) throws(DeskError) -> Transaction {
    if self == .remove { return try world.desk.removeOccurrence(id, scope: scope, context: world.context) }
    return try world.desk.editOccurrence(id, scope: scope, action: action, context: world.context) {
      apply(to: &$0, world.desk)
    }
  }

  private var action: String {
    switch self {
    case .place: "block.move"
    case .length: "block.resize"
    default: "block.edit"
    }
  }

  private func apply(to block: inout Block, _ desk: Desk) {
    switch self {
    case .place(let start, let duration):
      block.start = start
      block.duration = duration
    case .length(let duration): block.duration = duration
    case .title(let title): block.title = title
    case .location(let location): block.location = location
    case .link(let link): block.link = link
    case .kind(let kind): set(kind, &block, desk)
    case .client(let client):
      // A card is one client's: the block of another cannot be for it.
      if block.client != client { block.card = nil }
      block.client = client
    case .rule(let rule, let time, let new, let old, let except):
      block.repeat = rule
      block.alsoOn = Set(block.alsoOn).subtracting(old).union(new).sorted()
      if except != .none {
        // What was left out before is left out at the new time too.
        let from = block.start.wall.secondsSinceEpoch
        let shift = (time?.start.wall.secondsSinceEpoch ?? from) - from
        let kept = Set(block.exceptOn).subtracting(except.back).map { $0.adding(seconds: Int(shift)) }
        block.exceptOn = Set(kept).union(except.new).sorted()
      }
      if rule == nil, block.alsoOn.isEmpty { block.exceptOn = [] }
      if let time { (block.start, block.duration) = (time.start, time.duration) }
    case .allDay(let isAllDay): set(isAllDay, &block)
    case .reminders(let minutes): block.reminders = minutes
    case .remove: break
    }
  }

  /// What lasted whole days lasts an hour of the morning afterwards.
  private func set(_ isAllDay: Bool, _ block: inout Block) {
    let day = CivilDate.secondsADay
    block.allDay = isAllDay
    let second = isAllDay ? 0 : 9 * 3600
    block.start.wall = WallTime(date: block.start.wall.date, secondOfDay: second)
    block.duration = isAllDay ? max(1, (block.duration + day - 1) / day) * day : 3600
  }

  /// A block that becomes a meeting is kept at the client's time from then on: same moment, their clock.
  private func set(_ kind: Block.Kind, _ block: inout Block, _ desk: Desk) {
    block.kind = kind
    guard kind == .meeting, !block.allDay, let client = block.client else { return }
    let zone = desk.zone(of: client)
    let start = ZonedTime(
      wall: zone.wall(at: desk.instant(of: block.start)),
      zone: zone.rules(at: desk.instant(of: block.start)).name)
    if desk.instant(of: start) == desk.instant(of: block.start) { block.start = start }
  }

  /// Keeps the cursor on the occurrence, whatever it is called now.
  private func follow(
    _ id: OccurrenceID, _ scope: EditScope, _ change: Transaction, _ state: inout ViewState, _ world: World
  ) {
    guard self != .remove, let occurrence = world.desk.occurrence(id) else { return }
    var edited = occurrence.block
    apply(to: &edited, world.desk)
    var name = id
    if scope != .this, occurrence.isRecurring {
      let later = change.changes.first { $0.before == nil && $0.after?.block?.isSeries == true }
      name = OccurrenceID(block: later?.after?.block?.id ?? id.block, start: edited.start.wall)
    }
    if case .rule(let text, _, _, _, _) = self, let made = change.changes.last?.after?.block {
      // A block that repeats from now on begins with the first day that its rule gives.
      if !occurrence.isRecurring {
        edited = made
      } else if let rule = text.flatMap({ try? RecurrenceRule(text: $0) }) {
        edited.start.wall = rule.firstStart(from: edited.start.wall)
      }
      name = OccurrenceID(block: made.id, start: made.isSeries ? edited.start.wall : nil)
      state.calendar.go(to: world.desk.span(of: edited), block: name, state, world)
    }
    if state.today.selected == .block(id) { state.today.selected = .block(name) }
    if case .place(let start, let duration) = self {
      let span = TimeSpan(start: world.desk.instant(of: start), seconds: duration)
      state.calendar.go(to: span, block: name, state, world)
    } else {
      state.calendar.selected = name
    }
  }

  private static func sentence(of error: DeskError, _ words: Words) -> String {
    switch error {
    case .ruleCannotMove(let rule): Words.fill(words.errors.ruleCannotMove, rule)
    case .endsBeforeStart: words.errors.endsBeforeStart
    default: words.errors.changedElsewhere
    }
  }
}

extension Record {
  fileprivate var block: Block? {
    if case .block(let block) = self { block } else { nil }
  }
}

extension World {
  /// Where a block is gone to: a series where it takes place next, or where it began.
  func occurrence(of block: Block) -> OccurrenceID {
    if let replaced = block.replaces { return replaced }
    guard block.isSeries else { return OccurrenceID(block: block.id) }
    let coming = TimeSpan(start: now, end: day(today.adding(days: 62)).end)
    let next = desk.occurrences(in: coming).first { $0.id.block == block.id }
    return next?.id ?? OccurrenceID(block: block.id, start: block.start.wall)
  }
}
