import Canvas
import Desk

package struct ClientForm: Equatable, Sendable {
  package init() {}

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    press.key == .escape ? .close : .pass
  }

  mutating func paste(_ text: String) {}

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {}
}
