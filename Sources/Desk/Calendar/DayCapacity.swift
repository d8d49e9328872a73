import Civil

extension Block {
  /// Whether it takes time in which no work can be planned: breaks, buffers, personal time and days off.
  package var keepsFromWork: Bool { takesTime && !isPlannedWork }
}

extension Desk {
  /// Seconds that the working hours of a date leave for work; nil where the week has a day off.
  ///
  /// Breaks, buffers and personal blocks within the hours are taken away, since work that was planned into them would
  /// not be done: a day of eight hours with a lunch of one is full with seven. A day off that was planned holds none.
  /// Whatever says how full a day is asks here, so that all of it says the same.
  ///
  /// - Parameters:
  ///   - known: what takes place in a span, by start, where that was read already; nothing is read again unless the
  ///     working hours reach out of the span, as they do past midnight.
  package func capacity(on date: CivilDate, among known: [Occurrence] = [], of span: TimeSpan? = nil) -> Int?
  {
    guard let working = workingSpan(on: date) else { return nil }
    let isKnown = span.map { $0.start <= working.start && working.end <= $0.end } ?? false
    var (left, end) = (working.duration, working.start)
    for item in isKnown ? known : occurrences(in: working) where item.block.keepsFromWork {
      let taken = TimeSpan(start: max(item.start, end), end: min(item.end, working.end))
      guard taken.end > taken.start else { continue }
      left -= taken.duration
      end = taken.end
    }
    return left
  }
}
