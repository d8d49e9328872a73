/// What was typed comes back when the change that it was for is refused, so that it can be tried again.
extension ViewState {
  /// Keeps what asks for a change until it is known what becomes of it.
  mutating func noteClosed(_ overlay: Overlay, _ result: OverlayResult) {
    switch result {
    case .finish(let effects): if effects.contains(where: \.isCommit) { closed = overlay }
    // The same question again, whose line was emptied.
    case .effects(let effects):
      if overlay.typedLine != nil, effects.contains(where: \.isCommit) { closed = overlay }
    case .stay, .close, .pass: break
    }
  }

  /// Puts back what a change has closed.
  mutating func reopen() {
    guard let closed else { return }
    self.closed = nil
    if case .prompt(let asked) = closed, case .prompt(let next)? = overlays.last,
      next.question == asked.question
    {
      overlays.removeLast()
    }
    overlays.append(closed)
  }
}

extension Overlay {
  /// Itself where it is a line that is typed, which answering it may empty.
  var typedLine: Overlay? { if case .prompt = self { self } else { nil } }
}

extension Effect {
  fileprivate var isCommit: Bool { if case .commit = self { true } else { false } }
}
