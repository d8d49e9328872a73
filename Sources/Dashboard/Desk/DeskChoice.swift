import Desk

/// Choices about the whole desk from a list.
package enum DeskChoice: Equatable, Sendable {
  case quit
  /// One of these journeys is cancelled.
  case cancelTravel([Travel])
}

extension DeskChoice {
  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .quit: index == 0 ? [.quit] : []
    case .cancelTravel(let journeys):
      journeys.indices.contains(index)
        ? [.commit(world.desk.removeTravel(journeys[index], context: world.context))] : []
    }
  }
}
