import Civil

extension SlotProposal {
  /// The proposal ready to be sent: `Thu 3 Dec, 16:00 London · 21:30 Kolkata · 11:30 New York`.
  ///
  /// The first party's date stands in front; whoever has another date is told theirs. Parties with the same clock are told
  /// once, by the city that was typed where there is one.
  ///
  /// - Parameters:
  ///   - today: says whether the year must be told.
  ///   - isSpan: whether the end is told too, `16:00–16:45`.
  package func text(today: CivilDate, _ words: DateWords, isSpan: Bool = false) -> String {
    clocks(today: today, words, isSpan: isSpan).joined(separator: " · ")
  }

  /// The parts of that text, a clock each, the date in front of the first.
  package func clocks(today: CivilDate, _ words: DateWords, isSpan: Bool = false) -> [String] {
    guard let first = times.first else { return [] }
    var told: Set<String> = []
    var parts: [String] = []
    for time in times where told.insert(time.place.name).inserted {
      var clock = DateText.clock(time.start)
      if isSpan { clock += "–" + DateText.clock(time.end) }
      let date =
        parts.isEmpty
        ? DateText.long(first.start.date, today: today, words) + ", "
        : time.start.date == first.start.date
          ? "" : DateText.long(time.start.date, today: time.start.date, words) + " "
      parts.append("\(date)\(clock) \(city(of: time.place))")
    }
    return parts
  }

  /// `Kolkata`, or what was typed for it: `Pune`, `Pune/Mumbai`.
  private func city(of zone: Zone) -> String {
    var cities: [String] = []
    for time in times where time.place.name == zone.name {
      if let city = time.party.city, !cities.contains(city) { cities.append(city) }
    }
    return cities.isEmpty ? DateText.city(zone.name) : cities.joined(separator: "/")
  }

  /// The block that it becomes when it is taken: on the clock of the first client, or of the first party.
  package func draft(title: String) -> BlockDraft? {
    guard let time = times.first(where: { $0.party.client != nil }) ?? times.first else { return nil }
    var draft = BlockDraft(
      title: title, start: ZonedTime(wall: time.start, zone: time.place.name), duration: span.duration)
    draft.client = time.party.client
    draft.kind = .meeting
    return draft
  }
}
