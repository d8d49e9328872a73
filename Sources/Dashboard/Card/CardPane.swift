import Canvas
import Desk

package struct CardPane: Equatable, Sendable {
  package var card: CardID

  package init(_ card: CardID) { self.card = card }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    press.key == .escape ? .close : .pass
  }

  mutating func paste(_ text: String) {}

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {}
}
