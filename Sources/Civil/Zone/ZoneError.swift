/// Why a zone cannot be used.
package struct ZoneError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// There is no zone of this name.
    case missing
    /// Its file says something that cannot be; the text tells what.
    case damaged(String)
  }

  package let name: String
  package let problem: Problem

  package init(name: String, problem: Problem) {
    self.name = name
    self.problem = problem
  }
}
