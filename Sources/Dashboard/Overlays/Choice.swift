import Canvas
import Desk

/// What is chosen from a list; each subject has its own choices.
package enum ChoiceSubject: Equatable, Sendable {
  case board(BoardChoice)
  case card(CardChoice)
  case calendar(CalendarChoice)
  case client(ClientChoice)
  case desk(DeskChoice)
  case time(TimeChoice)
}

/// One line of a choice.
package struct ChoiceItem: Equatable, Sendable {
  package var title: String
  package var detail: String
  /// The key that takes it at once.
  package var key: Character?

  package init(_ title: String, detail: String = "", key: Character? = nil) {
    self.title = title
    self.detail = detail
    self.key = key
  }
}

/// A short list to choose from: where cards go, yes or no.
package struct Choice: Equatable, Sendable {
  package var subject: ChoiceSubject
  package var title: String
  package var items: [ChoiceItem]
  /// What should be known before one is taken.
  package var warnings: [String] = []
  package var window = ListWindow()

  package init(_ subject: ChoiceSubject, title: String, items: [ChoiceItem]) {
    self.subject = subject
    self.title = title
    self.items = items
  }
}

extension ChoiceSubject {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .board(let choice): choice.choose(index, &state, world)
    case .card(let choice): choice.choose(index, &state, world)
    case .calendar(let choice): choice.choose(index, &state, world)
    case .client(let choice): choice.choose(index, &state, world)
    case .desk(let choice): choice.choose(index, &state, world)
    case .time(let choice): choice.choose(index, &state, world)
    }
  }
}

extension Choice {
  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch press.key {
    case .escape: return .close
    case .enter: return take(window.selected, &state, world)
    case .up: window.move(by: -1, count: items.count)
    case .down, .tab: window.move(by: 1, count: items.count)
    case .backTab: window.move(by: -1, count: items.count)
    case .character(let character):
      if let index = items.firstIndex(where: { $0.key == character }) { return take(index, &state, world) }
      switch character {
      case "j": window.move(by: 1, count: items.count)
      case "k": window.move(by: -1, count: items.count)
      default: if !press.control, !press.alt { goToTitle(beginningWith: character) }
      }
    default: break
    }
    return .stay
  }

  /// Selects the first line that begins with a letter; from one of them the next.
  private mutating func goToTitle(beginningWith letter: Character) {
    let found = items.indices.filter { items[$0].title.first?.lowercased() == letter.lowercased() }
    let next = found.contains(window.selected) ? found.first { $0 > window.selected } : nil
    if let index = next ?? found.first { window.selected = index }
  }

  /// Takes the line that is clicked.
  func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World) -> OverlayResult
  {
    guard let index = window.line(x: x, y: y, in: list(layout), count: items.count) else { return .stay }
    return take(index, &state, world)
  }

  private func take(_ index: Int, _ state: inout ViewState, _ world: World) -> OverlayResult {
    guard items.indices.contains(index) else { return .stay }
    return .finish(subject.choose(index, &state, world))
  }
}
