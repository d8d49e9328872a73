import Desk

/// Questions about what goes out of the desk.
package enum TransferQuestion: Equatable, Sendable {
  /// The file that the calendar is written to.
  case export
}

extension TransferQuestion {
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    reading.hint = text.trimmed.isEmpty ? world.words.transfer.exportHint : nil
    return reading
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let path = text.trimmed
    return path.isEmpty ? .refused(world.words.transfer.exportHint) : .effects([.exportCalendar(path)])
  }
}
