/// What the text tables beside the zone files say: countries, places, links.
///
/// Any of them may be missing (small container images have none), and lines that make no sense are passed over:
/// the tables only help to find a zone, they do not decide what it is.
struct PlaceTables {
  struct Row {
    let zone: String
    let countryCode: String
    let region: String
  }

  struct Link {
    let name: String
    let target: String
  }

  private(set) var countries: [String: String] = [:]
  private(set) var rows: [Row] = []
  private(set) var links: [Link] = []
  /// Zones that `tzdata.zi` defines.
  private(set) var zones: [String] = []

  init(read: (_ path: String) -> [UInt8]?) {
    if let bytes = read("iso3166.tab") { readCountries(bytes) }
    // `zone.tab` has a row for each country of a zone, Oslo beside Berlin; `zone1970.tab` may know more zones.
    if let bytes = read("zone.tab") { readRows(bytes) }
    if let bytes = read("zone1970.tab") { readRows(bytes) }
    if let bytes = read("tzdata.zi") { readLinks(bytes) }
  }

  private mutating func readCountries(_ bytes: [UInt8]) {
    for line in Self.lines(bytes) {
      let fields = Self.fields(line, separator: "\t")
      if fields.count >= 2 { countries[fields[0]] = fields[1] }
    }
  }

  private mutating func readRows(_ bytes: [UInt8]) {
    var known = Set(rows.map(\.zone))
    for line in Self.lines(bytes) {
      let fields = Self.fields(line, separator: "\t")
      guard fields.count >= 3, ZoneDatabase.isZoneName(fields[2]), known.insert(fields[2]).inserted else {
        continue
      }
      // Several countries are told apart by commas, the one with most people first.
      let code = fields[0].split(separator: ",").first ?? ""
      rows.append(
        Row(zone: fields[2], countryCode: String(code), region: fields.count > 3 ? fields[3] : ""))
    }
  }

  /// `L target name` and `Z name ...`; the rules themselves are of no interest here.
  private mutating func readLinks(_ bytes: [UInt8]) {
    for line in Self.lines(bytes) {
      guard let first = line.first, first == UInt8(ascii: "L") || first == UInt8(ascii: "Z") else { continue }
      let fields = Self.fields(line, separator: " ")
      if fields[0] == "L", fields.count == 3, fields[1...].allSatisfy(ZoneDatabase.isZoneName) {
        links.append(Link(name: fields[2], target: fields[1]))
      } else if fields[0] == "Z", fields.count > 2, ZoneDatabase.isZoneName(fields[1]) {
        zones.append(fields[1])
      }
    }
  }

  private static func lines(_ bytes: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
    bytes.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
  }

  private static func fields(_ line: ArraySlice<UInt8>, separator: Unicode.Scalar) -> [String] {
    line.split(separator: UInt8(truncatingIfNeeded: separator.value), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
