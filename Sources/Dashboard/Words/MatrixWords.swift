/// Words of the Eisenhower view.
package struct MatrixWords: Sendable {
  package var title = "Eisenhower"
  package var allBoards = "all boards"
  package var urgent = "urgent"
  /// By quadrant, from urgent and important to neither.
  package var names = ["Do now", "Plan", "Hand on", "Later"]
  package var reasons = ["urgent · important", "important", "urgent", "neither"]
  package var clock = "%1 clock"
  package var empty = "nothing here"
  package var atEdge = "The card is at that edge already."

  // Commands.
  package var more = "More urgent: to the left"
  package var less = "Less urgent: to the right"
  package var up = "More important: upwards"
  package var down = "Less important: downwards"
}
