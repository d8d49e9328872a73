/// All places by which a zone can be found, made ready for searching.
struct PlaceIndex: Sendable {
  /// A place and the words that lead to it.
  struct Entry: Sendable {
    let place: ZonePlace
    let city: SearchKey
    let zone: SearchKey
    let region: SearchKey
    let code: SearchKey
    let country: [SearchKey]
    var aliases: [SearchKey]
    /// What people call its clock.
    let clocks: [SearchKey]
    /// Whether people elsewhere know it, as opposed to what only the tables list.
    let isWellKnown: Bool
    /// Whether the zone is called after this very city, so that it speaks for its country.
    let namesZone: Bool
  }

  /// The more prominent first: the well-known cities, then the tables' rows, then old names.
  let entries: [Entry]

  init(_ tables: PlaceTables) {
    var builder = Builder(tables)
    for city in WellKnownCities.all {
      builder.add(
        city.zone, city: city.name, code: city.countryCode, aliases: city.nicknames, isWellKnown: true)
    }
    builder.add("UTC", city: "UTC", code: "", aliases: ["GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Universal"])
    for row in tables.rows { builder.add(row.zone, city: Self.city(of: row.zone), code: row.countryCode) }
    var known = Set(tables.rows.map(\.zone))
    for zone in tables.zones where Self.isPlaceName(zone) && known.insert(zone).inserted {
      builder.addUnlessKnown(zone, city: Self.city(of: zone))
    }
    for link in tables.links where !known.contains(link.name) { builder.add(link) }
    entries = builder.entries
  }

  /// `Buenos Aires` of `America/Argentina/Buenos_Aires`.
  static func city(of zone: String) -> String {
    let last = zone.split(separator: "/").last ?? ""
    return String(last.map { $0 == "_" ? " " : $0 })
  }

  /// Whether a zone's name ends in a place's, unlike `EST5EDT` or `Etc/GMT+3`.
  private static func isPlaceName(_ zone: String) -> Bool {
    zone.contains("/") && !zone.hasPrefix("Etc/") && !zone.hasPrefix("SystemV/")
  }
}

extension PlaceIndex {
  /// Gathers the entries, each place once.
  private struct Builder {
    private(set) var entries: [Entry] = []
    private let tables: PlaceTables
    private var regions: [String: String] = [:]
    private var countryKeys: [String: [SearchKey]] = [:]
    private var order: [Identity: Int] = [:]
    private var cities: Set<SearchKey> = []
    /// What the clocks of zones are called; each zone's most prominent place answers for it.
    private var clocks = WellKnownCities.clocks
    /// The entry named like its zone, for links.
    private var namesakes: [String: Int] = [:]

    private struct Identity: Hashable {
      let zone: String
      let city: SearchKey
    }

    init(_ tables: PlaceTables) {
      self.tables = tables
      for row in tables.rows where !row.region.isEmpty { regions[row.zone] = row.region }
    }

    private func country(_ code: String) -> String {
      tables.countries[code] ?? WellKnownCities.countries[code] ?? ""
    }

    private mutating func countryKeys(_ code: String) -> [SearchKey] {
      if let keys = countryKeys[code] { return keys }
      let names = [country(code)] + (WellKnownCities.countryNicknames[code] ?? [])
      let keys = names.filter { !$0.isEmpty }.map { SearchKey($0) }
      countryKeys[code] = keys
      return keys
    }

    mutating func add(
      _ zone: String, city: String, code: String, aliases: [String] = [], isWellKnown: Bool = false
    ) {
      let key = SearchKey(city)
      let identity = Identity(zone: zone, city: key)
      if let index = order[identity] {
        entries[index].aliases += aliases.map { SearchKey($0) }
        return
      }
      let zoneKey = SearchKey(zone)
      let region = regions[zone] ?? ""
      let namesZone = zoneKey.hasLastWords(key)
      order[identity] = entries.count
      cities.insert(key)
      if namesZone { namesakes[zone] = entries.count }
      let place = ZonePlace(zone: zone, city: city, country: country(code), countryCode: code, region: region)
      entries.append(
        Entry(
          place: place, city: key, zone: zoneKey, region: SearchKey(region), code: SearchKey(code),
          country: countryKeys(code), aliases: aliases.map { SearchKey($0) },
          clocks: clocks.removeValue(forKey: zone)?.map { SearchKey($0) } ?? [],
          isWellKnown: isWellKnown, namesZone: namesZone))
    }

    /// Adds a zone of which no table tells the country, unless its city is there already.
    mutating func addUnlessKnown(_ zone: String, city: String) {
      if !cities.contains(SearchKey(city)) { add(zone, city: city, code: "") }
    }

    /// An old name leads to the place that has a new one.
    mutating func add(_ link: PlaceTables.Link) {
      guard let index = namesakes[link.target] else { return }
      entries[index].aliases.append(SearchKey(link.name))
      if PlaceIndex.isPlaceName(link.name) {
        entries[index].aliases.append(SearchKey(PlaceIndex.city(of: link.name)))
      }
    }
  }
}
