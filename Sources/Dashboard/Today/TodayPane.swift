import Canvas
import Desk

/// Where one is on this screen.
package struct TodayState: Equatable, Sendable {
  package var window = ListWindow()

  package init() {}
}

enum TodayPane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {}
  static func settle(_ state: inout ViewState, _ world: World) {}
  static func selection(_ state: ViewState, _ world: World) -> Selection { .none }
}
