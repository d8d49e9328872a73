import Civil

extension Grammar {
  /// What was typed of a repetition, parted into its rule and its dates by hand: `weekly mon, also 3 dec 10:00, 5 dec`.
  ///
  /// - Returns: the rule's words, perhaps none; the words behind `also`, nil where there is none.
  package static func splitAlso(_ text: String) -> (rule: String, also: String?) {
    let words = trimmed(text).split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(where: { TextFold.text($0) == "also" }) else {
      return (trimmed(text), nil)
    }
    var head = words[..<place]
    if let last = head.last, ["and", "&"].contains(TextFold.text(last)) { head = head.dropLast() }
    var also = words[(place + 1)...]
    // What is left out is said of the rule, wherever it stands.
    if let except = also.firstIndex(where: { RepeatReader.exceptWords.contains(TextFold.text($0)) }) {
      let rule = withoutComma(head) + " " + also[except...].joined(separator: " ")
      also = also[..<except]
      return (rule, withoutComma(also))
    }
    return (withoutComma(head), also.joined(separator: " "))
  }

  private static func withoutComma(_ words: ArraySlice<Substring>) -> String {
    var text = words.joined(separator: " ")
    while text.hasSuffix(",") || text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  /// Reads dates that a series has beside its rule: `3 dec 10:00, 5 dec and 7 dec 9:30 london`, perhaps after an `on`.
  ///
  /// Each is a day, with a time where it is another than the series'. Nil unless all of it is understood.
  package static func parseAlsoOn(_ text: String, _ context: GrammarContext) -> [PlanTime]? {
    let folded = " " + trimmed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let pieces = folded.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .split(separator: ",", omittingEmptySubsequences: false)
    guard pieces.count <= 100 else { return nil }
    var times: [PlanTime] = []
    for piece in pieces {
      var words = piece.split(separator: " ")[...]
      if let first = words.first, TextFold.text(first) == "on" { words.removeFirst() }
      guard let time = plan(words, context), time.date != nil, time.duration == nil, time.end == nil else {
        return nil
      }
      times.append(time)
    }
    return times
  }
}

extension Desk {
  /// Dates that were typed for a series, by its clock: at its time of day where they have none, at midnight for one that
  /// lasts whole days.
  package func alsoOn(_ times: [PlanTime], of start: ZonedTime, allDay: Bool) -> [WallTime] {
    let zone = zone(start.zone)
    let walls = times.compactMap { time -> WallTime? in
      guard let date = time.date else { return nil }
      guard !allDay else { return WallTime(date: date, secondOfDay: 0) }
      let wall = WallTime(date: date, secondOfDay: time.time ?? start.wall.secondOfDay)
      guard let named = time.zone, time.time != nil else { return wall }
      return zone.wall(at: self.zone(named).instant(of: wall))
    }
    return RepeatNames.sorted(walls)
  }

  /// The starts on days that were typed to be left out of a series, by its clock, and the days on which it has none.
  ///
  /// - Parameter start: the first start of the series, or one of those that are to follow the rule.
  package func starts(
    on dates: [CivilDate], from start: ZonedTime, rule: RecurrenceRule?
  ) -> (found: [WallTime], none: [CivilDate]) {
    let set = RecurrenceSet(start: start.wall, zone: zone(start.zone), rule: rule)
    var found: [WallTime] = []
    var none: [CivilDate] = []
    for date in dates {
      let starts = set.starts(
        from: WallTime(date: date, secondOfDay: 0),
        before: WallTime(date: date.adding(days: 1), secondOfDay: 0), limit: 1440)
      if starts.isEmpty { none.append(date) }
      found += starts
    }
    return (found, none)
  }

  /// A date that a series has by hand, as it is typed: `3 Dec 10:00`, without the time where it is the series' own.
  package func alsoText(
    _ wall: WallTime, of start: ZonedTime, today: CivilDate, _ words: DateWords
  ) -> String {
    let day = "\(wall.date.day) \(words.month(wall.date.month))"
    let isNear = wall.date.year == today.year && wall.date >= today
    let date = isNear ? day : "\(day) \(wall.date.year)"
    return wall.secondOfDay == start.wall.secondOfDay ? date : "\(date) \(DateText.clock(wall))"
  }
}
