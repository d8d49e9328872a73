import Synchronization
import Testing

@testable import Civil

/// Tables of a few lines, in the form of the system's.
private let files: [String: String] = [
  "iso3166.tab":
    "# comment\nAU\tAustralia\nBR\tBrazil\nCI\tCôte d'Ivoire\nDE\tGermany\nIN\tIndia\nUS\tUnited States\n"
    + "NO\tNorway\nCA\tCanada\nJP\tJapan\n",
  "zone.tab": """
  #code\tcoordinates\tTZ\tcomments
  AU\t-3133+15905\tAustralia/Lord_Howe\tLord Howe Island
  AU\t-2728+15302\tAustralia/Brisbane\tQueensland (most areas)
  AU\t-3352+15113\tAustralia/Sydney\tNew South Wales (most areas)
  BR\t-2332-04637\tAmerica/Sao_Paulo\tBrazil (southeast)
  CA\t+4734-05243\tAmerica/St_Johns\tNewfoundland
  CI\t+0519-00402\tAfrica/Abidjan
  DE\t+5230+01322\tEurope/Berlin\tmost of Germany
  IN\t+2232+08822\tAsia/Kolkata
  JP\t+353916+1394441\tAsia/Tokyo
  NO\t+5955+01045\tEurope/Oslo
  US\t+404251-0740023\tAmerica/New_York\tEastern (most areas)
  US\t+340308-1181434\tAmerica/Los_Angeles\tPacific
  US\t+394606-0860929\tAmerica/Indiana/Indianapolis\tEastern - IN (most areas)
  AR\t-5448-06818\tAmerica/Argentina/Ushuaia\tTierra del Fuego (TF)
  US\t+211825-1575130\tPacific/Honolulu\tHawaii
  broken line
  XX\t+0000+00000\t../../etc/passwd

  """,
  "zone1970.tab":
    "AU\t-3133+15905\tAustralia/Lord_Howe\tLord Howe Island\nAU,XX\t-3749+14458\tAustralia/Melbourne\n",
  "tzdata.zi": """
  # version 2026f
  R A 1916 o - Jun 14 23s 1 S
  Z Asia/Kolkata 5:53:28 - LMT 1854 Jun 28
  5:30 - IST
  Z Asia/Hanoi 7:3:24 - LMT 1906 Jul
  Z EST5EDT -5 u E%sT
  L Asia/Kolkata Asia/Calcutta
  L America/Los_Angeles US/Pacific
  L Asia/Tokyo Japan
  L Europe/Berlin Europe/Oslo
  L ../x Y

  """,
]

private let database = ZoneDatabase(read: { files[$0].map { Array($0.utf8) } })
private let withoutTables = ZoneDatabase(read: { _ in nil })

private func first(_ text: String, _ database: ZoneDatabase = database) -> ZonePlace? {
  database.search(text, limit: 5).first
}

@Suite struct PlaceTests {
  @Test func aClockThatSeveralZonesKeepFindsThemAll() {
    let zones = database.search("IST", limit: 5).map(\.zone)
    #expect(Set(zones.prefix(3)) == ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"])
    // It is no time's zone: in summer EST is not what New York's clocks show.
    #expect(database.place(named: "EST") == nil)
  }

  @Test(arguments: [
    // A city that is a zone's, one that is not, in any case, with and without diacritics.
    ("Sydney", "Australia/Sydney", "Sydney"), ("pune", "Asia/Kolkata", "Pune"),
    ("SAO PAULO", "America/Sao_Paulo", "São Paulo"), ("são paulo", "America/Sao_Paulo", "São Paulo"),
    ("münchen", "Europe/Berlin", "Munich"), ("Munchen", "Europe/Berlin", "Munich"),
    ("पुणे", "Asia/Kolkata", "Pune"), ("st johns", "America/St_Johns", "St Johns"),
    ("St. John's", "America/St_Johns", "St Johns"),
    // A beginning, the more prominent first.
    ("lond", "Europe/London", "London"), ("san", "America/Los_Angeles", "San Francisco"),
    ("york", "America/New_York", "New York"), ("lon", "Europe/London", "London"),
    ("new y", "America/New_York", "New York"), ("sao", "America/Sao_Paulo", "São Paulo"),
    ("tok", "Asia/Tokyo", "Tokyo"), ("berl", "Europe/Berlin", "Berlin"),
    // What is known to all before what only a table lists: no Indianapolis, no Abidjan.
    ("ind", "Asia/Kolkata", "Kolkata"), ("us", "America/New_York", "New York"),
    ("in", "Asia/Kolkata", "Kolkata"), ("jap", "Asia/Tokyo", "Tokyo"), ("ger", "Europe/Berlin", "Berlin"),
    ("abid", "Africa/Abidjan", "Abidjan"),
    // Countries, by name, other name and code; parts of them.
    ("India", "Asia/Kolkata", "Kolkata"), ("cote d’ivoire", "Africa/Abidjan", "Abidjan"),
    ("usa", "America/New_York", "New York"), ("uk", "Europe/London", "London"),
    ("norw", "Europe/Oslo", "Oslo"), ("queensland", "Australia/Brisbane", "Brisbane"),
    ("hawaii", "Pacific/Honolulu", "Honolulu"),
    // Names of zones, old ones too, and links.
    ("America/New_York", "America/New_York", "New York"), ("europe/oslo", "Europe/Oslo", "Oslo"),
    ("Asia/Calcutta", "Asia/Kolkata", "Kolkata"), ("US/Pacific", "America/Los_Angeles", "Los Angeles"),
    ("utc", "UTC", "UTC"), ("gmt", "UTC", "UTC"), ("nyc", "America/New_York", "New York"),
    ("lord how", "Australia/Lord_Howe", "Lord Howe"), ("hanoi", "Asia/Ho_Chi_Minh", "Hanoi"),
    // States, and what people call a clock.
    ("California", "America/Los_Angeles", "Los Angeles"), ("texas", "America/Chicago", "Dallas"),
    ("PST", "America/Los_Angeles", "Los Angeles"), ("edt", "America/New_York", "New York"),
    ("ist", "Asia/Kolkata", "Mumbai"), ("aest", "Australia/Sydney", "Sydney"),
    // Several words of several names.
    ("portland usa", "America/Los_Angeles", "Portland"),
    ("melbourne australia", "Australia/Melbourne", "Melbourne"),
    // Slips of the finger.
    ("sidney", "Australia/Sydney", "Sydney"), ("melborne", "Australia/Melbourne", "Melbourne"),
    ("bangalroe", "Asia/Kolkata", "Bengaluru"), ("berlni", "Europe/Berlin", "Berlin"),
    ("kolkatta", "Asia/Kolkata", "Kolkata"),
  ])
  func whatPeopleTypeFindsThePlace(text: String, zone: String, city: String) throws {
    let place = try #require(first(text))
    #expect(place.zone == zone)
    #expect(place.city == city)
  }

  @Test func countryAndRegionComeFromTheTables() throws {
    let place = try #require(first("Brisbane"))
    #expect(
      place
        == ZonePlace(
          zone: "Australia/Brisbane", city: "Brisbane", country: "Australia", countryCode: "AU",
          region: "Queensland (most areas)"))
    #expect(first("utc")?.country == "")
  }

  @Test func aCountryIsAnsweredByItsZonesFirst() {
    let zones = database.search("united states", limit: 3).map(\.zone)
    #expect(Set(zones).count == 3)
  }

  @Test(arguments: ["xqzw", "qq", "zzzzzzzz", "Etc/GMT+3", "../../etc/passwd", "America/Nowhere_At_All"])
  func nonsenseFindsNothing(_ text: String) {
    #expect(database.search(text, limit: 5).isEmpty)
  }

  @Test func noTextShowsTheProminentAndLimitsHold() {
    #expect(database.search("", limit: 3).map(\.city) == ["London", "New York", "Los Angeles"])
    #expect(database.search("  - ", limit: 1).count == 1)
    #expect(database.search("a", limit: 2).count == 2)
    #expect(database.search("london", limit: 0).isEmpty)
    #expect(database.search("london", limit: -1).isEmpty)
  }

  @Test func noPlaceComesTwice() {
    let places = database.places()
    #expect(places.count > 150)
    #expect(Set(places.map { $0.zone + " " + $0.city }).count == places.count)
    #expect(!places.contains { $0.zone.contains("..") || $0.zone == "EST5EDT" })
  }

  @Test func placesAreSortedByCity() {
    let cities = database.places().map { SearchKey($0.city).bytes }
    #expect(zip(cities, cities.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
  }

  @Test func withoutTablesTheKnownCitiesAnswer() throws {
    let place = try #require(first("pune", withoutTables))
    #expect(place.zone == "Asia/Kolkata")
    #expect(place.country == "India")
    #expect(first("usa", withoutTables)?.zone == "America/New_York")
    #expect(first("united kingdom", withoutTables)?.city == "London")
    #expect(withoutTables.place(named: "london")?.zone == "Europe/London")
  }

  @Test func everyKnownCityHasACountryAndAZonesName() {
    for city in WellKnownCities.all {
      #expect(WellKnownCities.countries[city.countryCode] != nil, "\(city.name)")
      #expect(ZoneDatabase.isZoneName(city.zone), "\(city.name)")
    }
    #expect(WellKnownCities.all.count > 150)
  }

  @Test(.enabled(if: SystemZones.exist))
  func everyPlaceHasAZone() throws {
    for place in SystemZones.database.places() {
      #expect(throws: Never.self, "\(place)") { try SystemZones.zone(place.zone) }
    }
    #expect(first("Etc/GMT+3", SystemZones.database)?.zone == "Etc/GMT+3")
    #expect(first("Asia/Katmandu", SystemZones.database)?.zone == "Asia/Kathmandu")
  }

  @Test func exactNamesAreNeverGuessed() {
    #expect(database.place(named: "london")?.zone == "Europe/London")
    #expect(database.place(named: "europe/oslo")?.city == "Oslo")
    #expect(database.place(named: "Asia/Calcutta")?.zone == "Asia/Kolkata")
    #expect(database.place(named: "bombay")?.city == "Mumbai")
    #expect(database.place(named: "india")?.city == "Kolkata")
    #expect(database.place(named: "united states") == nil)
    #expect(database.place(named: "lond") == nil)
    #expect(database.place(named: "sidney") == nil)
    #expect(database.place(named: "") == nil)
  }

  @Test func nothingIsReadUntilAsked() {
    let reads = Mutex<[String]>([])
    let database = ZoneDatabase(read: { path in
      reads.withLock { $0.append(path) }
      return files[path].map { Array($0.utf8) }
    })
    #expect(reads.withLock { $0 }.isEmpty)
    _ = database.search("pune", limit: 1)
    let count = reads.withLock { $0.count }
    #expect(count > 0)
    _ = database.search("india", limit: 1)
    // The tables are not read again; only a zone of that very name is looked for.
    #expect(reads.withLock { $0.filter { $0.contains(".") } }.count == 4)
  }
}

@Suite struct SearchKeyTests {
  @Test(arguments: [
    ("São Paulo", "sao paulo"), ("America/New_York", "america new york"),
    ("  Łódź — Wrocław ", "lodz wroclaw"),
    ("N'Djamena", "ndjamena"), ("Ærø Straße", "aero strasse"), ("Hồ Chí Minh", "ho chi minh"),
    ("Sa\u{303}o", "sao"), ("Kraków", "krakow"), ("Žilina", "zilina"), ("×", ""), ("", ""),
    ("МОСКВА", "москва"),
  ])
  func foldsCaseAndDiacritics(text: String, folded: String) {
    #expect(String(decoding: SearchKey(text).bytes, as: UTF8.self) == folded)
  }
}
