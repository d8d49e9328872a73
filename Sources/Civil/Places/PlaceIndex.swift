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
    /// Whether the zone is called after this very city, so that it speaks for its country.
    let namesZone: Bool
  }

  /// The more prominent first: the well-known cities, then the tables' rows, then old names.
  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  init(_ tables: PlaceTables) {
    var regions: [String: String] = [:]
    for row in tables.rows where regions[row.zone] == nil { regions[row.zone] = row.region }
    func add(_ zone: String, city: String, code: String, aliases: [String] = []) {
      let country = tables.countries[code] ?? WellKnownCities.countries[code] ?? ""
      append(
        zone: zone, city: city, country: country, code: code, region: regions[zone] ?? "", aliases: aliases)
    }
    for city in WellKnownCities.all {
      add(city.zone, city: city.name, code: city.countryCode, aliases: city.nicknames)
    }
    append(
      zone: "UTC", city: "UTC", country: "", code: "", region: "",
      aliases: ["GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Universal"])
    for row in tables.rows { add(row.zone, city: Self.city(of: row.zone), code: row.countryCode) }
    var known = Set(tables.rows.map(\.zone))
    for zone in tables.zones where Self.isPlaceName(zone) && known.insert(zone).inserted {
      add(zone, city: Self.city(of: zone), code: "")
    }
    for link in tables.links where !known.contains(link.name) { append(link) }
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

  /// The old areas whose links name a country's regions and not cities: `US/Pacific`.
  private static let regionalAreas = ["US", "Canada", "Mexico", "Brazil", "Chile"]

  private mutating func append(_ link: PlaceTables.Link) {
    guard let index = places[Self.identity(link.target, SearchKey(Self.city(of: link.target)))] else {
      return
    }
    let area = link.name.split(separator: "/").first.map(String.init) ?? ""
    if Self.isPlaceName(link.name), !Self.regionalAreas.contains(area) {
      let target = entries[index].place
      append(
        zone: link.target, city: Self.city(of: link.name), country: target.country, code: target.countryCode,
        region: target.region, aliases: [link.name])
    } else {
      entries[index].aliases.append(SearchKey(link.name))
    }
  }

  private static func identity(_ zone: String, _ city: SearchKey) -> String {
    zone + " " + String(decoding: city.bytes, as: UTF8.self)
  }

  private mutating func append(
    zone: String, city: String, country: String, code: String, region: String, aliases: [String]
  ) {
    let cityKey = SearchKey(city)
    let identity = Self.identity(zone, cityKey)
    if let index = places[identity] {
      entries[index].aliases += aliases.map { SearchKey($0) }
      return
    }
    places[identity] = entries.count
    let countries = [country] + (WellKnownCities.countryNicknames[code] ?? [])
    entries.append(
      Entry(
        place: ZonePlace(zone: zone, city: city, country: country, countryCode: code, region: region),
        city: cityKey, zone: SearchKey(zone), region: SearchKey(region), code: SearchKey(code),
        country: country.isEmpty ? [] : countries.map { SearchKey($0) },
        aliases: aliases.map { SearchKey($0) },
        namesZone: SearchKey(Self.city(of: zone)) == cityKey))
  }
}
