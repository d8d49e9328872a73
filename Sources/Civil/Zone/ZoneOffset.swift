/// How far a zone's clocks are from UTC, and what that is called there.
package struct ZoneOffset: Hashable, Sendable {
  /// Seconds to add to UTC to get the wall time: positive east of Greenwich.
  package let secondsEast: Int
  /// `GMT`, `BST`, `+0530` ...: short enough never to be allocated.
  package let abbreviation: String
  /// Whether the rules call it daylight saving time; in Dublin that is the winter.
  package let isDaylight: Bool

  package init(secondsEast: Int, abbreviation: String, isDaylight: Bool = false) {
    self.secondsEast = secondsEast
    self.abbreviation = abbreviation
    self.isDaylight = isDaylight
  }
}
