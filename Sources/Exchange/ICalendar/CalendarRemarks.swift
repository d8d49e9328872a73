/// What did not come in from a calendar file as it was, and why; the raw words are stable.
package enum CalendarReason: String, CaseIterable, Hashable, Sendable {
  // The text.
  case notUTF8, looksJapanese, noContentLine, missingEnd, strayEnd, truncated, unfinished, overlongLine
  // What a desk has no place for.
  case tasks, journals, freeBusy, otherComponents
  // Events that did not come in.
  case noStart, badStart, olderVersions, cancelled, cancelledUnknown
  // Events that came in otherwise than they were.
  case badEnd, badLength, endBeforeStart, badDate, badRule, secondRule, exceptionRule, emptyRule, denseRule
  // Alarms that go out again as they came.
  case alarmUnreadable, alarmAction, alarmOnce, alarmLate, alarmEarly, alarmRepeats, alarmsMany
  case badOccurrence, occurrenceWithoutSeries, followingNotTaken
  case unknownZone, zoneByRules, fixedInUTC, floating
  case noUID, noTitle, longTitle
  case otherClient, ownAlready, localEditsKept, deletedHere
}

/// Remarks on the lines of a file, those that say the same together, in the order of their first line.
package struct CalendarRemarks: Hashable, Sendable {
  package struct Remark: Hashable, Sendable {
    package let reason: CalendarReason
    /// What is spoken of: a zone, a value.
    package let detail: String
    /// The first lines of the file it is true of.
    package fileprivate(set) var lines: [Int]
    /// Of how many lines it is true.
    package fileprivate(set) var count: Int

    fileprivate mutating func note(_ line: Int, most: Int) {
      count += 1
      // Steps note in orders of their own; the first lines of the file are named.
      guard !lines.contains(line), lines.count < most || line < lines[lines.count - 1] else { return }
      let place = lines.firstIndex { $0 > line } ?? lines.count
      lines.insert(line, at: place)
      if lines.count > most { lines.removeLast() }
    }
  }

  private struct Key: Hashable {
    let reason: CalendarReason
    let detail: String
  }

  /// In the order of the steps that noted them.
  private var noted: [Remark] = []
  private var places: [Key: Int] = [:]

  /// How many lines are named of each kind of remark.
  private static let linesNamed = 8
  /// How many values are told apart of each kind of remark.
  private static let detailsTold = 8
  private var details: [CalendarReason: Int] = [:]

  package init() {}

  package var isEmpty: Bool { noted.isEmpty }

  package var all: [Remark] {
    noted.enumerated().sorted { ($0.element.lines[0], $0.offset) < ($1.element.lines[0], $1.offset) }
      .map(\.element)
  }

  package func count(_ reason: CalendarReason) -> Int {
    noted.reduce(0) { $0 + ($1.reason == reason ? $1.count : 0) }
  }

  mutating func note(_ reason: CalendarReason, _ detail: String = "", line: Int) {
    var detail = String(ImportedText.line(detail).prefix(100))
    if !detail.isEmpty, places[Key(reason: reason, detail: detail)] == nil {
      details[reason, default: 0] += 1
      if details[reason, default: 0] > Self.detailsTold { detail = "…" }
    }
    let key = Key(reason: reason, detail: detail)
    guard let place = places[key] else {
      places[key] = noted.count
      noted.append(Remark(reason: reason, detail: detail, lines: [line], count: 1))
      return
    }
    noted[place].note(line, most: Self.linesNamed)
  }
}
