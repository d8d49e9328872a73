import Desk

/// What the keys do in the open card: its checklist, and scrolling.
enum ChecklistCommands {
  static let table: [Command] = [
    Command(
      "check.tick", .cards, keys: ["space"], in: [.card], title: { $0.card.tick }, hint: { $0.card.tickHint },
      unless: noLine
    ) { state, world in
      guard let pane = state.openCard, let line = pane.line else { return [] }
      return tick(line, of: pane.card, &state, world)
    },
    Command(
      "check.add", .cards, keys: ["a"], in: [.card], title: { $0.card.addLine },
      hint: { $0.card.addLineHint }
    ) { state, world in
      guard let pane = state.openCard, let card = world.desk.card(pane.card) else { return [] }
      let last = pane.line ?? card.checklist.count - 1
      ask(.newLine(after: last), &state, world)
      return []
    },
    Command(
      "check.edit", .cards, keys: ["e", "enter"], in: [.card], title: { $0.card.editLine },
      hint: { $0.card.editLineHint }
    ) { state, world in
      ask(state.openCard?.line.map(CardQuestion.Field.line) ?? .title, &state, world)
      return []
    },
    Command(
      "check.remove", .cards, keys: ["D", "delete"], in: [.card], title: { $0.card.removeLine }
    ) { state, world in
      guard state.openCard?.line != nil else { return FieldCommands.remove(&state, world) }
      return edit("card.checklist.remove", &state, world) { card, line in
        card.checklist.remove(at: line).text
      }
    },
    Command(
      "check.moveDown", .cards, keys: ["J", "shift+down"], in: [.card], title: { $0.card.lineMoveDown },
      unless: noLine
    ) { state, world in shift(&state, world, by: 1) },
    Command(
      "check.moveUp", .cards, keys: ["K", "shift+up"], in: [.card], title: { $0.card.lineMoveUp },
      unless: noLine
    ) { state, world in shift(&state, world, by: -1) },
    Command(
      "check.down", .moving, keys: ["j", "down"], in: [.card], title: { $0.card.lineDown }, listed: false
    ) { state, world in
      step(&state, world, by: 1)
      return []
    },
    Command("check.up", .moving, keys: ["k", "up"], in: [.card], title: { $0.card.lineUp }, listed: false) {
      state, world in
      step(&state, world, by: -1)
      return []
    },
    Command(
      "card.scrollDown", .moving, keys: ["pagedown", "ctrl+f"], in: [.card], title: { $0.card.scrollDown },
      listed: false
    ) { state, _ in
      state.openCard?.top += 10
      return []
    },
    Command(
      "card.scrollUp", .moving, keys: ["pageup", "ctrl+b"], in: [.card], title: { $0.card.scrollUp },
      listed: false
    ) { state, _ in
      state.openCard?.top -= 10
      return []
    },
  ]

  @Sendable private static func noLine(_ state: ViewState, _ world: World) -> String? {
    state.openCard?.line == nil ? world.words.card.noLine : nil
  }

  /// Ticks a line, or takes its tick off.
  static func tick(_ line: Int, of id: CardID, _ state: inout ViewState, _ world: World) -> [Effect] {
    guard let item = world.desk.card(id)?.checklist.dropFirst(line).first else { return [] }
    let value = (item.done ? "○ " : "✓ ") + item.text
    return CardEdit.effects([id], "card.checklist", value: value, &state, world) {
      $0.checklist[line].done.toggle()
    }
  }

  private static func ask(_ field: CardQuestion.Field, _ state: inout ViewState, _ world: World) {
    guard let pane = state.openCard, let prompt = CardQuestion(field, [pane.card]).prompt(world) else {
      return
    }
    state.overlays.append(.prompt(prompt))
  }

  /// Changes the selected line; `change` returns what the history says of it.
  private static func edit(
    _ action: String, _ state: inout ViewState, _ world: World, _ change: (inout Card, Int) -> String
  ) -> [Effect] {
    guard let pane = state.openCard, let line = pane.line, let card = world.desk.card(pane.card),
      card.checklist.indices.contains(line)
    else { return [] }
    var changed = card
    let value = change(&changed, line)
    return CardEdit.effects([card.id], action, value: value, &state, world) {
      $0.checklist = changed.checklist
    }
  }

  private static func shift(_ state: inout ViewState, _ world: World, by step: Int) -> [Effect] {
    guard let line = state.openCard?.line, let card = state.openCard.flatMap({ world.desk.card($0.card) }),
      card.checklist.indices.contains(line + step)
    else { return [] }
    let effects = edit("card.checklist.move", &state, world) { card, line in
      card.checklist.swapAt(line, line + step)
      return card.checklist[line + step].text
    }
    state.openCard?.line = line + step
    return effects
  }

  /// Goes through the lines of the checklist; beyond its ends the card scrolls.
  private static func step(_ state: inout ViewState, _ world: World, by step: Int) {
    guard var pane = state.openCard, let card = world.desk.card(pane.card) else { return }
    let next = (pane.line ?? -1) + step
    if card.checklist.indices.contains(next) {
      pane.line = next
      pane.isFollowing = true
    } else if step < 0, pane.line != nil {
      pane.line = nil
    } else {
      pane.top += step
    }
    state.openCard = pane
  }
}
