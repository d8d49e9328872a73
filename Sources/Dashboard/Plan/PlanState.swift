import Canvas
import Civil
import Desk

/// A proposal for a day or a week that is looked at, line by line taken or left out, and accepted or dropped.
package struct PlanState: Equatable, Sendable {
  package enum Reach: Equatable, Sendable { case day, week }

  package private(set) var reach: Reach
  /// The proposal as it is adjusted.
  package private(set) var plan: DayPlan
  /// What was late and left over as it was proposed.
  private let proposed: PlanOutcome
  /// Lines that are left out.
  package private(set) var without: Set<Int> = []
  package private(set) var selected = 0
  /// Whether all keys are told.
  package private(set) var showsKeys = false
  /// Moves that were left out with what they made room for.
  private var idle: Set<Int> = []
  /// What speaks against lines, by their places.
  package private(set) var remarks: [Int: PlanRemark] = [:]
  /// Of which state of the desk it speaks.
  private var revision: Int

  package init(_ reach: Reach, of date: CivilDate, _ state: ViewState, _ world: World) {
    self.reach = reach
    plan = PlanState.make(reach, of: date, state, world)
    proposed = PlanOutcome(late: plan.late, left: plan.left)
    revision = world.desk.revision
  }

  private static func make(
    _ reach: Reach, of date: CivilDate, _ state: ViewState, _ world: World
  ) -> DayPlan {
    let (desk, now) = (world.desk, world.now)
    var request =
      reach == .day
      ? desk.planDay(date, now: now, frames: world.frames)
      : desk.planWeek(of: date, now: now, frames: world.frames)
    // What is blanked while the screen is shared is not planned either.
    if state.isPrivate { request.clients = Set([state.client].compactMap { $0 }) }
    return desk.plan(request)
  }

  private mutating func remake(
    _ reach: Reach, of date: CivilDate, _ state: ViewState, _ world: World
  ) {
    self = PlanState(reach, of: date, state, world)
  }

  /// How much can be selected: the lines, then what will be late, then what does not fit.
  var count: Int { plan.lines.count + plan.late.count + plan.left.count }

  /// How many lines would be made.
  var chosen: Int { plan.lines.count - without.count }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    if press.key == .escape {
      guard showsKeys else { return .close }
      showsKeys = false
      return .stay
    }
    if world.desk.revision != revision {
      remake(reach, of: plan.request.first, state, world)
      state.message = Message(.note, world.words.plan.changed)
      return .stay
    }
    if adjust(press, &state, world) { return .stay }
    let last = max(0, count - 1)
    switch press.key {
    case .enter: return accept(&state, world)
    case .up, .character("k"): selected = max(0, selected - 1)
    case .down, .character("j"): selected = min(last, selected + 1)
    case .pageUp: selected = max(0, selected - 10)
    case .pageDown: selected = min(last, selected + 10)
    case .home, .character("g"): selected = 0
    case .end, .character("G"): selected = last
    case .character("v"): selected = selected < plan.lines.count ? min(plan.lines.count, last) : 0
    case .character(" "): toggle(selected, &state, world)
    case .character("?"), .function(1): showsKeys.toggle()
    case .character("a"):
      without = without.isEmpty ? Set(plan.lines.indices) : []
      idle = []
      follow(world)
      selected = min(selected, max(0, count - 1))
    case .tab, .backTab: remake(reach == .day ? .week : .day, of: plan.request.first, state, world)
    case .left, .character("h"), .character("["): turn(by: -1, state, world)
    case .right, .character("l"), .character("]"): turn(by: 1, state, world)
    default: break
    }
    return .stay
  }

  /// Selects the line that is clicked; another click takes it or leaves it out.
  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World)
    -> OverlayResult
  {
    guard
      let index = PlanView(self, layout, Painter(theme: .standard, state: state, world: world))
        .item(x: x, y: y)
    else { return .stay }
    if index == selected { toggle(index, &state, world) }
    selected = index
    return .stay
  }

  private mutating func toggle(_ index: Int, _ state: inout ViewState, _ world: World) {
    guard plan.lines.indices.contains(index) else { return }
    let before = plan.idleMoves(without: without)
    idle.remove(index)
    if without.remove(index) == nil {
      without.insert(index)
      let vain = plan.idleMoves(without: without).subtracting(before)
      idle.formUnion(vain)
      without.formUnion(vain)
      if let line = vain.min().map({ plan.lines[$0] }) {
        let isShown = !state.isPrivate || line.client == state.client
        state.message = Message(
          .note, Words.fill(world.words.plan.idle, isShown ? line.title : world.words.general.privateClient))
      }
    } else {
      // What made room for it makes room again.
      let needed = idle.subtracting(plan.idleMoves(without: without.subtracting(idle)))
      without.subtract(needed)
      idle.subtract(needed)
    }
    follow(world)
  }

  /// Works out what comes of the adjustments.
  private mutating func follow(_ world: World) {
    remarks = world.desk.remarks(on: plan, without: without)
    let outcome = world.desk.outcome(of: plan, without: without, proposed: proposed)
    (plan.late, plan.left) = (outcome.late, outcome.left)
  }

  /// Puts the selected line elsewhere, and the lines in the order of time again.
  mutating func place(_ span: TimeSpan, _ world: World) {
    plan.lines[selected].place(at: span)
    let order = plan.lines.indices.sorted {
      (plan.lines[$0].span.start, $0) < (plan.lines[$1].span.start, $1)
    }
    plan.lines = order.map { plan.lines[$0] }
    without = Set(order.indices.filter { without.contains(order[$0]) })
    idle = Set(order.indices.filter { idle.contains(order[$0]) })
    selected = order.firstIndex(of: selected) ?? selected
    follow(world)
  }

  private mutating func turn(by step: Int, _ state: ViewState, _ world: World) {
    let days = reach == .day ? step : 7 * step
    // A day off is passed over on the way back too.
    var date = plan.request.first.adding(days: days)
    while step < 0, reach == .day, date > world.today, !world.desk.hasTimeLeft(on: date, now: world.now) {
      date = date.adding(days: -1)
    }
    remake(reach, of: max(date, world.today), state, world)
  }

  private func accept(_ state: inout ViewState, _ world: World) -> OverlayResult {
    guard chosen > 0 else {
      guard !plan.lines.isEmpty else { return .close }
      state.message = Message(.note, world.words.plan.noneChosen)
      return .stay
    }
    guard let change = try? world.desk.acceptPlan(plan, without: without, context: world.context) else {
      state.message = Message(.note, world.words.plan.changed)
      return .stay
    }
    let first = plan.request.first
    CalendarCommands.show(&state, world, date: first)
    return .finish([.commit(change)])
  }
}
