import Civil
import Desk

/// Verbs on the entries of a day, and turning from day to day.
enum EntryCommands {
  static let table: [Command] = verbs + days + moves

  private static let verbs: [Command] = [
    Command(
      "entry.open", .entries, keys: ["enter"], in: [.time], title: { $0.time.open },
      hint: { $0.time.openHint },
      unless: { state, world in
        state.time.selected == nil ? world.words.time.noEntry : nil
      }
    ) { state, world in open(&state, world) },
    asking(
      "entry.start", ["s"], { $0.time.editStart }, hint: { $0.time.editStartHint }
    ) { .edge($0, .start) },
    asking("entry.end", ["f"], { $0.time.editEnd }, hint: { $0.time.editEndHint }) { .edge($0, .end) },
    asking("entry.note", ["e"], { $0.time.editNote }, hint: { $0.time.editNoteHint }) { .note($0) },
    asking("entry.card", ["c"], { $0.time.editCard }) { .card($0) },
    asking("entry.client", ["@"], { $0.time.editClient }) { .client($0) },
    Command(
      "entry.billable", .entries, keys: ["B", "$"], in: [.time], title: { $0.time.toggleBillable },
      unless: noEntry
    ) { state, world in
      guard let entry = selected(state, world) else { return [] }
      return edit(entry, world) { $0.billable.toggle() }
    },
    Command(
      "entry.split", .entries, keys: ["|", "p"], in: [.time], title: { $0.time.split },
      hint: { $0.time.splitHint },
      unless: { state, world in
        guard let entry = selected(state, world) else { return world.words.time.noEntry }
        return entry.seconds(at: world.now) < 120 ? world.words.time.noLength : nil
      }
    ) { state, world in
      if let entry = selected(state, world) { ask(.split(entry.id), &state, world) }
      return []
    },
    Command(
      "entry.join", .entries, keys: ["J", "&"], in: [.time], title: { $0.time.join },
      hint: { $0.time.joinHint },
      unless: { state, world in
        guard selected(state, world) != nil else { return world.words.time.noEntry }
        return next(state, world) == nil ? world.words.time.noNext : nil
      }
    ) { state, world in
      guard let entry = selected(state, world), let next = next(state, world) else { return [] }
      guard let question = TimeChoice.join(entry, next, state, world) else {
        return TimeChoice.join(entry.id, next.id).choose(0, &state, world)
      }
      state.overlays.append(.choice(question))
      return []
    },
    Command(
      "entry.remove", .entries, keys: ["D", "delete"], in: [.time], title: { $0.time.remove }, unless: noEntry
    ) { state, world in
      guard let entry = selected(state, world),
        let change = try? world.desk.removeEntry(entry.id, context: world.context)
      else { return [] }
      return [.commit(change)]
    },
    Command(
      "entry.add", .entries, keys: ["n"], in: [.time], title: { $0.time.add }, hint: { $0.time.addHint }
    ) { state, world in
      ask(.add(state.time.day(world), gap(state, world)), &state, world)
      return []
    },
  ]

  private static let days: [Command] = [
    Command(
      "time.previousDay", .entries, keys: ["[", "h", "left"], in: [.time], title: { $0.time.previousDay },
      hint: { $0.time.dayHint }
    ) { state, world in
      state.time.go(to: state.time.day(world).adding(days: -1), world)
      return []
    },
    Command("time.nextDay", .entries, keys: ["]", "l", "right"], in: [.time], title: { $0.time.nextDay }) {
      state, world in
      state.time.go(to: state.time.day(world).adding(days: 1), world)
      return []
    },
    Command("time.today", .entries, keys: ["."], in: [.time], title: { $0.time.today }) { state, world in
      state.time.go(to: world.today, world)
      return []
    },
  ]

  private static let moves: [Command] = [
    move("time.up", ["k", "up"], { $0.time.up }, by: -1),
    move("time.down", ["j", "down"], { $0.time.down }, by: 1),
    move("time.pageUp", ["pageup", "ctrl+b"], { $0.board.pageUp }, by: -10),
    move("time.pageDown", ["pagedown", "ctrl+f"], { $0.board.pageDown }, by: 10),
    move("time.first", ["g g", "home"], { $0.time.first }, by: -1_000_000),
    move("time.last", ["G", "end"], { $0.time.last }, by: 1_000_000),
  ]

  private static func asking(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String,
    hint: (@Sendable (Words) -> String)? = nil,
    _ question: @escaping @Sendable (EntryID) -> TimeQuestion
  ) -> Command {
    Command(id, .entries, keys: keys, in: [.time], title: title, hint: hint, unless: noEntry) {
      state, world in
      if let entry = selected(state, world) { ask(question(entry.id), &state, world) }
      return []
    }
  }

  private static func move(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (Words) -> String, by step: Int
  ) -> Command {
    Command(id, .moving, keys: keys, in: [.time], title: title, listed: false) { state, world in
      let lines = state.time.sheet(world).lines
      guard !lines.isEmpty else { return [] }
      state.time.selected = lines[min(max(0, state.time.place + step), lines.count - 1)].id
      return []
    }
  }

  @Sendable private static func noEntry(_ state: ViewState, _ world: World) -> String? {
    selected(state, world) == nil ? world.words.time.noEntry : nil
  }

  private static func selected(_ state: ViewState, _ world: World) -> Entry? {
    guard case .entry(let id)? = state.time.selected, let entry = world.desk.entry(id),
      !(state.isPrivate && entry.client != state.client)
    else { return nil }
    return entry
  }

  /// The unbooked time that is selected.
  private static func gap(_ state: ViewState, _ world: World) -> TimeSpan? {
    guard case .gap? = state.time.selected else { return nil }
    let line = state.time.sheet(world).lines.first { $0.id == state.time.selected }
    guard case .gap(let span)? = line else { return nil }
    return span
  }

  /// The entry after the selected one.
  private static func next(_ state: ViewState, _ world: World) -> Entry? {
    let lines = state.time.sheet(world).lines
    guard let place = lines.firstIndex(where: { $0.id == state.time.selected }) else { return nil }
    let next = lines[(place + 1)...].lazy.compactMap(\.entry).first
    return next.flatMap { state.isPrivate && $0.client != state.client ? nil : $0 }
  }

  static func ask(_ question: TimeQuestion, _ state: inout ViewState, _ world: World) {
    guard let prompt = question.prompt(state, world) else { return }
    state.overlays.append(.prompt(prompt))
  }

  static func edit(_ entry: Entry, _ world: World, _ change: (inout Entry) -> Void) -> [Effect] {
    guard let transaction = try? world.desk.editEntry(entry.id, context: world.context, change),
      !transaction.isEmpty
    else { return [] }
    return [.commit(transaction)]
  }

  private static func open(_ state: inout ViewState, _ world: World) -> [Effect] {
    if let span = gap(state, world) {
      ask(.add(state.time.day(world), span), &state, world)
    } else if let entry = selected(state, world) {
      if let card = entry.card, world.desk.card(card) != nil {
        state.overlays.append(.card(CardPane(card)))
      } else {
        ask(.note(entry.id), &state, world)
      }
    }
    return []
  }
}
