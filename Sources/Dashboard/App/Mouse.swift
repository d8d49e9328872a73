import Canvas

/// What the mouse does, by where it does it.
enum Mouse {
  static func handle(_ event: MouseEvent, _ state: inout ViewState, _ world: World) -> [Effect] { [] }
}
