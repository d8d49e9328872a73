/// Choices about the whole desk from a list.
package enum DeskChoice: Equatable, Sendable {
  case quit
}

extension DeskChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .quit: index == 0 ? [.quit] : []
    }
  }
}
