extension RecurrenceRule {
  /// The rule as it is for what lasts whole days: hours, minutes and seconds that it names are passed over.
  ///
  /// RFC 5545, 3.3.10: they "MUST NOT be specified when the associated DTSTART property has a DATE value type. These rule
  /// parts MUST be ignored in RECUR value that violate the above requirement".
  package var forWholeDays: RecurrenceRule {
    var rule = self
    rule.hours = []
    rule.minutes = []
    rule.seconds = []
    return rule
  }
}
