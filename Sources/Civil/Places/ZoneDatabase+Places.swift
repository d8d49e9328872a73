// Finding a zone by what people call places. The tables are read when first asked for, never at the start.
extension ZoneDatabase {
  /// All places, by city.
  package func places() -> [ZonePlace] {
    placeIndex().entries.sorted { left, right in
      left.city == right.city
        ? left.place.zone < right.place.zone : left.city.bytes.lexicographicallyPrecedes(right.city.bytes)
    }.map(\.place)
  }

  /// The places that answer a text best, best first.
  ///
  /// The text may be a city, a country, a part of one, a zone's name old or new, or the beginning of any of these,
  /// in any case, with or without diacritics, with a slip of the finger. Without a text, the most prominent ones.
  package func search(_ text: String, limit: Int) -> [ZonePlace] {
    let search = PlaceSearch(text)
    let entries = placeIndex().entries
    let found = search.best(of: entries, limit: limit)
    guard limit > 0, search.exact(of: entries) == nil, (try? zone(named: text)) != nil else { return found }
    // A zone that no table tells a place of (`Etc/GMT+3`) is still one, if its name is typed whole.
    let own = ZonePlace(zone: text, city: PlaceIndex.city(of: text), country: "", countryCode: "")
    return [own] + found.prefix(limit - 1)
  }

  /// The place of exactly this name (city, zone, old name, or country; in any case), if it means one zone only.
  package func place(named name: String) -> ZonePlace? {
    PlaceSearch(name).exact(of: placeIndex().entries)
  }

  /// Why the zone that a text names, or the zone of the place that it names, cannot be used; nil where it can, and where
  /// there is none.
  package func problem(withPlace text: String) -> ZoneError? {
    let own = problem(with: text)
    if own == nil { return nil }
    if case .damaged = own?.problem { return own }
    return place(named: text).flatMap { problem(with: $0.zone) }
  }

  /// What to call a place of this name where its zone is spoken of: Pune, which is in the zone of Kolkata, by its own name.
  package func city(named name: String, in zone: Zone) -> String {
    let own = zone.name.split(separator: "/").last.map { $0.split(separator: "_").joined(separator: " ") }
    guard !name.contains("/"), let place = place(named: name), place.zone == zone.name else {
      return own ?? zone.name
    }
    return place.city
  }
}
