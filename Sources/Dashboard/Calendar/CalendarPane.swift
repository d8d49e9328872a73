import Canvas
import Civil
import Desk

/// Where one is on the calendar.
package struct CalendarState: Equatable, Sendable {
  /// The day shown, in home time; nil is today.
  package var date: CivilDate?
  package var selected: BlockID?

  package init() {}
}

/// The day in half hours, in home time and the client's.
enum CalendarPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let isFocused = painter.state.pane == .calendar && painter.state.overlays.isEmpty
    frame.box(rect, style: painter.style(isFocused ? .borderFocused : .border), title: "", titleStyle: nil)
  }

  static func settle(_ state: inout ViewState, _ world: World) {}
}

/// Questions of the calendar that are answered by typing.
package enum CalendarQuestion: Equatable, Sendable {}

extension CalendarQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading { switch self {} }
  func answer(_ text: String, _ state: inout ViewState, _ world: World) -> Answer { switch self {} }
}

/// Choices of the calendar from a list.
package enum CalendarChoice: Equatable, Sendable {}

extension CalendarChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] { switch self {} }
}

enum CalendarCommands {
  static let table: [Command] = []
}
