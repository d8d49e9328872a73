import Civil

/// Zones by the words people use for them: a city, an IANA name, a common short form.
enum ZoneWords {
  /// Areas of the database that cities stand under.
  private static let areas = [
    "Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic", "Indian",
  ]

  /// Cities without a zone of their own and short forms that mean one place only.
  ///
  /// Abbreviations such as IST or CST mean several zones and are not here.
  private static let aliases: [String: String] = [
    "utc": "UTC", "gmt": "UTC", "nyc": "America/New_York", "ny": "America/New_York",
    "boston": "America/New_York", "washington": "America/New_York", "miami": "America/New_York",
    "atlanta": "America/New_York", "philadelphia": "America/New_York", "dallas": "America/Chicago",
    "houston": "America/Chicago", "austin": "America/Chicago", "la": "America/Los_Angeles",
    "sf": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "portland": "America/Los_Angeles", "san diego": "America/Los_Angeles",
    "las vegas": "America/Los_Angeles", "montreal": "America/Toronto", "ottawa": "America/Toronto",
    "calgary": "America/Edmonton", "rio": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo",
    "brasilia": "America/Sao_Paulo", "buenos aires": "America/Argentina/Buenos_Aires",
    "manchester": "Europe/London", "edinburgh": "Europe/London", "uk": "Europe/London",
    "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "frankfurt": "Europe/Berlin",
    "geneva": "Europe/Zurich", "barcelona": "Europe/Madrid", "milan": "Europe/Rome",
    "mumbai": "Asia/Kolkata", "pune": "Asia/Kolkata", "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata", "chennai": "Asia/Kolkata",
    "hyderabad": "Asia/Kolkata", "india": "Asia/Kolkata", "beijing": "Asia/Shanghai",
    "hk": "Asia/Hong_Kong", "osaka": "Asia/Tokyo", "abu dhabi": "Asia/Dubai", "canberra": "Australia/Sydney",
    "wellington": "Pacific/Auckland", "cape town": "Africa/Johannesburg",
  ]

  /// The zone a text names, without regard to case and accents.
  ///
  /// One that is known and whose rules are lost is named all the same: who plans by it is told so, and not taken for
  /// somebody who typed a word of the title.
  static func zone(named text: String, _ context: GrammarContext) -> Zone? {
    let folded = TextFold.text(text)
    if folded == "home" { return context.home }
    if let name = aliases[folded] { return context.zones.zoneOrStandIn(named: name) }
    if text.contains("/") {
      let name = folded.split(separator: "/").map { titled(String($0)) }.joined(separator: "/")
      if let zone = file(text, context) ?? file(name, context) { return zone }
    }
    // A city as the database writes it: New_York. Read before the tables of places, which take longer to load.
    if folded.utf8.count >= 3, folded.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 == 0x20 }) {
      let city = titled(folded)
      for area in areas {
        if let zone = file("\(area)/\(city)", context) { return zone }
      }
    }
    guard let place = context.zones.place(named: text) else { return nil }
    return context.zones.zoneOrStandIn(named: place.zone)
  }

  /// The zone of a file that is there, though it be damaged.
  private static func file(_ name: String, _ context: GrammarContext) -> Zone? {
    do throws(ZoneError) {
      return try context.zones.zone(named: name)
    } catch {
      if case .damaged = error.problem { return context.zones.zoneOrStandIn(named: name) }
      return nil
    }
  }

  /// `new york` as `New_York`.
  private static func titled(_ text: String) -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "_" }).map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: "_")
  }
}
