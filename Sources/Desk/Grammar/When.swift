import Civil

/// A day, perhaps with a time, in a zone, as a person typed it.
package struct When: Hashable, Sendable {
  package var date: CivilDate
  /// Seconds after midnight; nil when only a day was typed.
  package var time: Int?
  /// IANA name.
  package var zone: String
  /// Whether the zone was typed, rather than taken from the client.
  package var namesZone: Bool

  package init(date: CivilDate, time: Int? = nil, zone: String, namesZone: Bool = false) {
    self.date = date
    self.time = time
    self.zone = zone
    self.namesZone = namesZone
  }

  /// When something is due that is due then: a day without a time ends with the working day.
  ///
  /// That is the client's closing hour on that date, also on a day off; with hours that run past midnight it
  /// falls on the next day, and a day that closes at 24:00 ends at 23:59.
  package func due(closing hours: WorkingHours) -> ZonedTime {
    ZonedTime(wall: WallTime(date: date, secondOfDay: time ?? Self.closing(hours)), zone: zone)
  }

  /// When something starts that starts then: a day without a time begins with the working day.
  package func start(opening hours: WorkingHours) -> ZonedTime {
    ZonedTime(wall: WallTime(date: date, secondOfDay: time ?? hours.startMinute * 60), zone: zone)
  }

  /// Seconds after midnight at which a working day ends.
  static func closing(_ hours: WorkingHours) -> Int {
    let minute = hours.endMinute <= hours.startMinute ? hours.endMinute + 1440 : hours.endMinute
    return (minute == 1440 ? 1439 : minute) * 60
  }
}

extension Grammar {
  /// Reads a day, a time, or both, with or without a zone; nil unless the whole text is understood.
  ///
  /// - `today`, `tomorrow` (`tom`, `tmr`), `yesterday`.
  /// - `fri`: the next such day; today only when a time later than now follows (`mon 16:00` on a Monday at
  ///   nine). `this fri` is the one of this week (Monday to Sunday), if not past; `next fri` the one of next
  ///   week. `next week` is Monday, `next month` the first.
  /// - `3 dec`, `dec 3`, `3 dec 2027`: without a year the next such day, today included.
  /// - `+7`, `+2w`, `+1m`: days, weeks, months from today, also `7d`; `-2` days ago. `*15`: the 15th of next month, or its
  ///   last day.
  /// - `2026-12-03`, with a time `2026-12-03 16:00`; also a UTC instant `2026-12-03T16:00:00Z`.
  /// - `in 2h`, `in 45m`, `+2h`: that long from now; `in 3 days`, `in 2 weeks`.
  /// - `16:00`, `4pm`: today, or tomorrow once that is past. After a day, a number alone is an hour: `mon 9`.
  /// - `eod`: today at the closing hour, or 23:59 after it; `eow`: the last working day of this week.
  /// - A zone may follow: `4pm london`, `fri 4pm nyc`, `16:00 Asia/Tokyo`. What is “today” is decided by the
  ///   calendar of that zone.
  package static func parseWhen(_ text: String, _ context: GrammarContext) -> When? {
    let words = trimmed(text).split(whereSeparator: \.isWhitespace)
    return when(words[...], context, isTitle: false)
  }

  /// Reads a day alone, in the context's zone.
  package static func parseDate(_ text: String, _ context: GrammarContext) -> CivilDate? {
    guard let when = parseWhen(text, context), when.time == nil, !when.namesZone else { return nil }
    return when.date
  }

  /// - Parameter isTitle: words of a title follow, so a number alone is no hour, and a zone stands only after a
  ///   time.
  static func when(_ words: ArraySlice<Substring>, _ context: GrammarContext, isTitle: Bool) -> When? {
    guard !words.isEmpty, words.count <= 8 else { return nil }
    // The zone comes last and decides what day it is, so it is looked for first, longest name first.
    for count in stride(from: min(3, words.count - 1), through: 0, by: -1) {
      let name = words.suffix(count).joined(separator: " ")
      var zone = context.zone
      if count > 0 {
        guard let named = ZoneWords.zone(named: name, context) else { continue }
        zone = named
      }
      var reader = WhenReader(words: words.dropLast(count), context: context, zone: zone, isTitle: isTitle)
      guard var when = reader.read(), !(isTitle && count > 0 && when.time == nil) else { continue }
      when.namesZone = count > 0
      return when
    }
    return nil
  }
}
