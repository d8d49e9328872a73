/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// The line, counted from 1.
  package var line: Int
  /// The column in characters (Unicode scalars), counted from 1.
  package var column: Int
  /// What is wrong there, as the end of a sentence: "a comma or } is missing".
  package var problem: String

  package init(line: Int, column: Int, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// The kinds of JSON value.
package enum JSONKind: Hashable, Sendable {
  case object, array, string, number, bool, null
}
