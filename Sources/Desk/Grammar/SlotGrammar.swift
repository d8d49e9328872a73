import Civil

/// With whom a time is wanted, how long, and when, as a person typed it.
package struct SlotReading: Hashable, Sendable {
  package var clients: [ClientID] = []
  package var places: [SlotPlace] = []
  /// Seconds; nil when none was typed.
  package var length: Int?
  /// The dates to look through, by the home zone's calendar; nil when none were typed.
  package var first: CivilDate?
  package var last: CivilDate?
  /// Words that were not understood.
  package var strange: [String] = []

  package init() {}
}

/// A place as a person typed it, and its zone.
package struct SlotPlace: Hashable, Sendable {
  package let zone: Zone
  package let city: String

  package init(zone: Zone, city: String) {
    self.zone = zone
    self.city = city
  }
}

extension Grammar {
  /// Reads whom a time is wanted with, how long it takes and when it may be, in any order.
  ///
  /// - `@lin` a client, `tokyo` or `new york` somebody in that zone, `45m` the length.
  /// - `fri`, `tomorrow`, `3 dec` that day; `3 dec to 9 dec` those days; `this week`, `next week` until Sunday, `next month`
  ///   until its end.
  package static func parseSlots(_ text: String, _ context: GrammarContext) -> SlotReading {
    var reading = SlotReading()
    var rest = text.split { $0.isWhitespace || $0 == "," }[...]
    while let word = rest.first {
      if word.first == "@" {
        let client = client(matching: String(word.dropFirst()), among: context.clients)
        if let client { reading.clients.append(client.id) } else { reading.strange.append(String(word)) }
        rest = rest.dropFirst()
      } else if word.contains(where: \.isLetter) || word.contains(":"), word.first?.isNumber == true,
        let seconds = parseDuration(String(word)), seconds >= 60
      {
        reading.length = seconds
        rest = rest.dropFirst()
      } else if let period = period(rest, context) {
        (reading.first, reading.last) = (period.first, period.last)
        rest = rest.dropFirst(period.count)
      } else if let place = place(rest, context) {
        reading.places.append(place.place)
        rest = rest.dropFirst(place.count)
      } else {
        reading.strange.append(String(word))
        rest = rest.dropFirst()
      }
    }
    return reading
  }

  private static func place(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) -> (place: SlotPlace, count: Int)? {
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      if let zone = ZoneWords.zone(named: name, context) {
        return (SlotPlace(zone: zone, city: context.zones.city(named: name, in: zone)), count)
      }
    }
    return nil
  }

  private static func period(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) -> (first: CivilDate, last: CivilDate, count: Int)? {
    let today = context.home.date(at: context.now)
    let monday = today.adding(days: 1 - today.weekday.rawValue)
    switch words.prefix(2).joined(separator: " ").lowercased() {
    case "this week": return (today, monday.adding(days: 6), 2)
    case "next week": return (monday.adding(days: 7), monday.adding(days: 13), 2)
    case "next month":
      guard let month = CivilDate(year: today.year, month: today.month, day: 1)?.adding(months: 1) else {
        return nil
      }
      return (month, month.adding(months: 1).adding(days: -1), 2)
    default: break
    }
    guard let first = date(words, context) else { return nil }
    let rest = words.dropFirst(first.count)
    guard let link = rest.first, ["to", "-", "–", "until", "till"].contains(link.lowercased()),
      let last = date(rest.dropFirst(), context), last.date >= first.date
    else { return (first.date, first.date, first.count) }
    return (first.date, last.date, first.count + 1 + last.count)
  }

  private static func date(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) -> (date: CivilDate, count: Int)? {
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      if let date = parseDate(text, context) { return (date, count) }
    }
    return nil
  }
}
