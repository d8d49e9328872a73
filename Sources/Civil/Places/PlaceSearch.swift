/// Ranks places by how well they answer what was typed.
struct PlaceSearch {
  private let query: SearchKey
  private let words: [ArraySlice<UInt8>]

  init(_ text: String) {
    query = SearchKey(text)
    words = query.words
  }

  /// The best places, best first; of equals the more prominent.
  func best(of entries: [PlaceIndex.Entry], limit: Int) -> [ZonePlace] {
    guard limit > 0 else { return [] }
    guard !query.isEmpty else { return entries.prefix(limit).map(\.place) }
    var found: [(rank: Int, order: Int)] = []
    for (order, entry) in entries.enumerated() {
      if let rank = rank(entry) { found.append((rank, order)) }
    }
    found.sort { $0 < $1 }
    return found.prefix(limit).map { entries[$0.order].place }
  }

  /// The place that bears exactly this name, if it means one zone only.
  func exact(of entries: [PlaceIndex.Entry]) -> ZonePlace? {
    guard !query.isEmpty else { return nil }
    var matches = entries.filter { $0.city == query || $0.zone == query || $0.aliases.contains(query) }
    if matches.isEmpty { matches = entries.filter { $0.country.contains(query) } }
    guard let first = matches.first(where: \.namesZone) ?? matches.first else { return nil }
    return matches.allSatisfy { $0.place.zone == first.place.zone } ? first.place : nil
  }

  /// How far a place is from the query: 0 is the name itself, nil no likeness at all.
  private func rank(_ entry: PlaceIndex.Entry) -> Int? {
    if entry.city == query { return 0 }
    if entry.zone == query { return entry.namesZone ? 0 : 1 }
    if entry.aliases.contains(query) || entry.clocks.contains(query) { return 1 }
    // A country is answered by its zones first, and then by the cities that share them.
    let shared = entry.namesZone ? 0 : 1
    if entry.country.contains(query) { return 2 + shared }
    // Countries stand between the cities that are known everywhere and those that only a table lists.
    let isKnown = entry.isWellKnown
    if isKnown, let rank = cityRank(entry) { return 4 + rank }
    if entry.code == query { return 6 + shared }
    if isKnown, hasAlias(entry) { return 8 }
    if entry.country.contains(where: { $0.hasPrefix(query) }) { return 9 + shared }
    if let rank = cityRank(entry) { return 11 + rank }
    if hasAlias(entry) { return 13 }
    if entry.region.hasWord(startingWith: query.bytes) { return 14 + shared }
    if entry.zone.hasWord(startingWith: query.bytes) { return 16 + shared }
    if hasEveryWord(entry) { return 18 + shared }
    if query.count >= 3, entry.city.contains(query) || entry.zone.contains(query) { return 20 + shared }
    return likeness(entry).map { 22 + $0 }
  }

  /// How well the query begins a city's name: 0 the name itself, 1 a later word of it.
  private func cityRank(_ entry: PlaceIndex.Entry) -> Int? {
    if entry.city.hasPrefix(query) { return 0 }
    return entry.city.hasWord(startingWith: query.bytes) ? 1 : nil
  }

  /// Whether the query begins a word of another name of the place.
  private func hasAlias(_ entry: PlaceIndex.Entry) -> Bool {
    entry.aliases.contains { $0.hasWord(startingWith: query.bytes) }
  }

  /// Whether each word typed begins a word of the place: `paris france`, `portland usa`.
  private func hasEveryWord(_ entry: PlaceIndex.Entry) -> Bool {
    guard words.count > 1 else { return false }
    let keys = [entry.city, entry.zone, entry.region, entry.code] + entry.country + entry.aliases
    return words.allSatisfy { word in keys.contains { $0.hasWord(startingWith: word) } }
  }

  /// How many slips of the finger make the query of a name or of its beginning.
  private func likeness(_ entry: PlaceIndex.Entry) -> Int? {
    let limit = query.count >= 7 ? 2 : query.count >= 4 ? 1 : 0
    // Another digit is another thing, not a slip.
    guard limit > 0, !query.bytes.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    let names = [entry.city] + entry.aliases + entry.country.prefix(1)
    return names.compactMap { Self.slips(query.bytes, $0.bytes, limit: limit) }.min()
  }

  /// The edit distance (insert, delete, replace, swap neighbours) from a text to a name or any beginning of it
  /// that is no shorter than the text by more than the limit; nil if it is over the limit.
  private static func slips(_ text: [UInt8], _ name: [UInt8], limit: Int) -> Int? {
    // The first letter is hardly ever wrong, and asking for it keeps nonsense out.
    guard text.first == name.first, name.count + limit >= text.count else { return nil }
    let name = name.prefix(text.count + limit)
    var before: [Int] = []
    var previous = Array(0...name.count)
    for (row, letter) in text.enumerated() {
      var current = [row + 1]
      for (column, other) in name.enumerated() {
        var distance = min(previous[column + 1], current[column]) + 1
        distance = min(distance, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == name[column - 1], text[row - 1] == other {
          distance = min(distance, before[column - 1] + 1)
        }
        current.append(distance)
      }
      before = previous
      previous = current
    }
    let best = previous.min() ?? .max
    return best <= limit ? best : nil
  }
}
