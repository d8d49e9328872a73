import Canvas
import Civil
import Desk

/// A time that is looked for: with whom, how long and when, and what was found.
package struct SlotState: Equatable, Sendable {
  /// What has the keys.
  package enum Focus: Equatable, Sendable, CaseIterable { case clients, line, times }

  package private(set) var focus: Focus = .clients
  /// Who can be chosen, in the order of the desk.
  let clients: [ClientID]
  package private(set) var chosen: Set<ClientID>
  /// Which client the cursor is on.
  private(set) var cursor = 0
  package private(set) var field = LineEditor("45m")
  package private(set) var reading = SlotReading()
  /// Nil while nobody is chosen.
  package private(set) var answer: SlotAnswer?
  package private(set) var selected = 0

  package init(_ state: ViewState, _ world: World) {
    let active = world.desk.activeClients.map(\.id)
    // Who is blanked while the screen is shared is not there to be chosen.
    clients = state.isPrivate ? active.filter { $0 == state.client } : active
    chosen = Set([state.client].compactMap { $0 }.filter(active.contains))
    cursor = clients.firstIndex { chosen.contains($0) } ?? 0
    if clients.isEmpty { focus = .line }
    search(state, world)
  }

  // Searching.

  /// Whom the time is with, in the order of the desk; those that are typed after those that are ticked.
  func parties(_ world: World) -> [SlotParty] {
    let ticked = clients.filter { chosen.contains($0) }
    let typed = reading.clients.filter { clients.contains($0) && !chosen.contains($0) }
    var parties = (ticked + typed).compactMap { world.desk.client($0) }.map { world.desk.party($0) }
    parties += reading.places.map { SlotParty($0) }
    guard !parties.isEmpty else { return [] }
    let name = world.desk.settings.name
    parties.insert(world.desk.homeParty(named: name.isEmpty ? world.words.slots.you : name), at: 1)
    return parties
  }

  /// The stretch that is looked through: the days that were typed, or the next seven.
  func period(_ world: World) -> TimeSpan {
    let home = world.desk.homeZone
    let first = reading.first ?? world.today
    let last = reading.last ?? world.today.adding(days: 7)
    return TimeSpan(
      start: max(world.now, home.startOfDay(first)), end: home.startOfDay(last.adding(days: 1)))
  }

  private mutating func search(_ state: ViewState, _ world: World) {
    var context = world.desk.grammarContext(now: world.now)
    context.clients = context.clients.filter { clients.contains($0.id) }
    reading = Grammar.parseSlots(field.text, context)
    selected = 0
    let parties = parties(world)
    guard !parties.isEmpty else { return answer = nil }
    answer = world.desk.slots(
      SlotRequest(parties: parties, length: reading.length ?? 1800, period: period(world), limit: 6))
  }

  // Keys.

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch press.key {
    case .escape: return .close
    case .tab: turn(by: 1)
    case .backTab: turn(by: -1)
    case .up: step(by: -1)
    case .down: step(by: 1)
    case .enter:
      guard focus == .times else {
        turn(by: 1)
        return .stay
      }
      return accept(&state, world)
    default: return type(press, &state, world)
    }
    return .stay
  }

  private mutating func type(
    _ press: KeyPress, _ state: inout ViewState, _ world: World
  ) -> OverlayResult {
    switch focus {
    case .clients: choose(press, state, world)
    case .line: if field.handle(press) { search(state, world) }
    case .times:
      switch press.key {
      case .character("j"): step(by: 1)
      case .character("k"): step(by: -1)
      case .character("y"): return copy(&state, world)
      case .character(let character) where character != " " && !press.control && !press.alt:
        begin(character, state, world)
      default: break
      }
    }
    return .stay
  }

  private mutating func choose(_ press: KeyPress, _ state: ViewState, _ world: World) {
    switch press.key {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(max(0, clients.count - 1), cursor + 1)
    case .character(" "): toggle(cursor, state, world)
    case .character(let character) where !press.control && !press.alt:
      // The key of a client's board is the client's key here too.
      let index = clients.firstIndex {
        world.desk.client($0)?.hotkey.map { "\($0)" } == String(character)
      }
      if let index {
        cursor = index
        toggle(index, state, world)
      } else {
        begin(character, state, world)
      }
    default: break
    }
  }

  /// Nothing that is typed is lost: it goes to the line, after what stands there.
  private mutating func begin(_ character: Character, _ state: ViewState, _ world: World) {
    focus = .line
    if !field.isEmpty, !field.text.hasSuffix(" ") { field.insert(" ") }
    field.insert(String(character))
    search(state, world)
  }

  mutating func toggle(_ index: Int, _ state: ViewState, _ world: World) {
    guard clients.indices.contains(index) else { return }
    if chosen.remove(clients[index]) == nil { chosen.insert(clients[index]) }
    search(state, world)
  }

  private mutating func turn(by step: Int) {
    let all = clients.isEmpty ? [Focus.line, .times] : Focus.allCases
    guard let index = all.firstIndex(of: focus) else { return }
    focus = all[(index + step + all.count) % all.count]
  }

  /// Going down from the last thing that is typed leads to the times.
  private mutating func step(by step: Int) {
    let count = answer?.proposals.count ?? 0
    if focus != .times {
      if step > 0, count > 0 { focus = .times }
      return
    }
    selected = min(max(0, selected + step), max(0, count - 1))
  }

  mutating func paste(_ text: String, _ state: ViewState, _ world: World) {
    focus = .line
    field.insert(text)
    search(state, world)
  }

  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: ViewState, _ world: World)
    -> OverlayResult
  {
    let view = SlotView(self, layout, Painter(theme: .standard, state: state, world: world))
    if let index = view.client(x: x, y: y) {
      (focus, cursor) = (.clients, index)
      toggle(index, state, world)
    } else if let index = view.time(x: x, y: y) {
      (focus, selected) = (.times, index)
    } else if view.isOnLine(x: x, y: y) {
      focus = .line
    }
    return .stay
  }

  // What is done with a time.

  var proposal: SlotProposal? {
    guard let proposals = answer?.proposals, proposals.indices.contains(selected) else { return nil }
    return proposals[selected]
  }

  private func accept(_ state: inout ViewState, _ world: World) -> OverlayResult {
    guard let proposal else { return .stay }
    let names = proposal.times.map(\.party).filter { !$0.isHome }.map(\.name)
    guard
      let draft = proposal.draft(
        title: Words.fill(world.words.slots.meeting, names.joined(separator: ", ")))
    else { return .stay }
    let effects = BlockCommands.add(draft, &state, world)
    CalendarCommands.show(&state, world, date: world.desk.homeZone.date(at: proposal.span.start))
    return .finish(effects)
  }

  private func copy(_ state: inout ViewState, _ world: World) -> OverlayResult {
    guard let proposal else { return .stay }
    let text = proposal.text(today: world.today, world.words.dates)
    state.message = Message(.done, Words.fill(world.words.slots.copied, text))
    return .effects([.copy(text)])
  }
}
