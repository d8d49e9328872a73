import Canvas
import Desk

/// Where one is in the list of entries.
package struct TimeState: Equatable, Sendable {
  package var window = ListWindow()

  package init() {}
}

/// Today's entries.
enum TimePane {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {}
  static func settle(_ state: inout ViewState, _ world: World) {}
  static func selection(_ state: ViewState, _ world: World) -> Selection { .none }
}

/// Questions about time that are answered by typing.
package enum TimeQuestion: Equatable, Sendable {}

extension TimeQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading { switch self {} }
  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    switch self {}
  }
}

/// Choices about time from a list.
package enum TimeChoice: Equatable, Sendable {}

extension TimeChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] { switch self {} }
}

enum EntryCommands {
  static let table: [Command] = []
}
