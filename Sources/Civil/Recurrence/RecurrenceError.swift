/// Why a text is no recurrence rule: which part of it, and what is wrong with that part.
package struct RecurrenceError: Error, Hashable, Sendable {
  /// The part as it was written (`BYDAY=8XX`), at most 60 characters of it; empty where something is missing.
  package let part: String
  /// What is wrong and what was expected, as the rest of a sentence that begins with the part.
  package let problem: String

  /// No reader of such a rule knows which was meant.
  package static let twoEnds = RecurrenceError(
    part: "", problem: "COUNT and UNTIL cannot both end a rule: leave one out")

  package init(part: String, problem: String) {
    self.part = part.count <= 60 ? part : part.prefix(59) + "…"
    self.problem = problem
  }
}

extension RecurrenceError: CustomStringConvertible {
  package var description: String {
    part.isEmpty ? problem : "\(part) \(problem)"
  }
}
