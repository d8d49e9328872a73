import Canvas
import Desk

/// The open card: everything about it on one page.
package struct CardPane: Equatable, Sendable {
  package var card: CardID
  /// The selected line of the checklist.
  package var line: Int?
  /// The line to select as soon as the checklist has it: it has just been added.
  package var awaitedLine: Int?
  /// The first row in sight.
  package var top = 0
  /// Whether the selected line has to be brought into sight.
  package var isFollowing = false

  package init(_ card: CardID) { self.card = card }

  /// Its keys are in the command table, like those of a screen.
  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    press.key == .escape ? .close : .pass
  }

  /// Selects the line of the checklist that is clicked; another click on it ticks it.
  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World)
    -> OverlayResult
  {
    guard let card = world.desk.card(card) else { return .stay }
    let painter = Painter(theme: .standard, state: state, world: world)
    let page = CardPage(card, self, layout, painter)
    let column = page.inside.column(x: 0, width: page.leftWidth)
    let row = y - column.y + top
    guard column.contains(x: x, y: y), page.left.indices.contains(row), let clicked = page.left[row].line
    else { return .stay }
    guard clicked == line else {
      line = clicked
      return .stay
    }
    return .effects(ChecklistCommands.tick(clicked, of: card.id, &state, world))
  }

  /// Keeps the open card on a card that is there, its selection on a line that is there and in sight.
  static func settle(_ state: inout ViewState, _ world: World) {
    state.overlays.removeAll { overlay in
      if case .card(let pane) = overlay { world.desk.card(pane.card) == nil } else { false }
    }
    guard var pane = state.openCard, let card = world.desk.card(pane.card) else { return }
    if let awaited = pane.awaitedLine, card.checklist.indices.contains(awaited) {
      pane.line = awaited
      pane.awaitedLine = nil
      pane.isFollowing = true
    }
    if let line = pane.line {
      pane.line = card.checklist.isEmpty ? nil : min(line, card.checklist.count - 1)
    }
    let painter = Painter(theme: .standard, state: state, world: world)
    let page = CardPage(card, pane, Layout(size: state.size), painter)
    let rows = page.inside.height
    if pane.isFollowing, let row = page.row(ofLine: pane.line) {
      pane.top = min(max(pane.top, row - rows + 2), max(0, row - 1))
    }
    pane.isFollowing = false
    pane.top = max(0, min(pane.top, page.height - rows))
    state.openCard = pane
  }
}

extension ViewState {
  /// The card that is open, also under a prompt.
  package var openCard: CardPane? {
    get {
      for case .card(let pane) in overlays.reversed() { return pane }
      return nil
    }
    set {
      guard let newValue,
        let index = overlays.lastIndex(where: { if case .card = $0 { true } else { false } })
      else { return }
      overlays[index] = .card(newValue)
    }
  }
}
