import Civil
import Desk
import Testing

@Suite struct TravelTests {
  private func context(_ now: String) throws -> GrammarContext {
    GrammarContext(
      now: try WatchDesk.at(now), home: try WatchZones.database.zone(named: "Asia/Kolkata"),
      zones: WatchZones.database)
  }

  @Test(arguments: [
    ("LISBON 3 dec - 9 dec", "Europe/Lisbon", "2026-12-03", "2026-12-09"),
    ("lisbon 3-9 dec", "Europe/Lisbon", "2026-12-03", "2026-12-09"),
    ("to new york from 30 dec until 3 jan", "America/New_York", "2026-12-30", "2027-01-03"),
    ("New York tomorrow", "America/New_York", "2026-11-24", "2026-11-24"),
    ("Europe/Lisbon 2026-12-03 - 2026-12-09", "Europe/Lisbon", "2026-12-03", "2026-12-09"),
    ("tokyo fri to mon", "Asia/Tokyo", "2026-11-27", "2026-11-30"),
  ])
  func isRead(text: String, zone: String, from: String, to: String) throws {
    let travel = try #require(try Grammar.parseTravel(text, try context("2026-11-23T03:30:00Z")))
    #expect(travel == Travel(zone: zone, from: try WatchDesk.date(from), to: try WatchDesk.date(to)))
  }

  @Test(arguments: [
    "lisbon", "3 dec", "nowhere 3 dec - 9 dec", "lisbon 3 dec -", "", "- - - -",
  ])
  func isNotRead(text: String) throws {
    #expect(try Grammar.parseTravel(text, try context("2026-11-23T03:30:00Z")) == nil)
  }

  @Test(arguments: [
    ("lisbon 9 dec - 3 dec", "2026-12-09", "2026-12-03"),
    ("lisbon 9 dec - 3 dec 2026", "2026-12-09", "2026-12-03"),
    ("lisbon 2026-12-09 until 2026-12-03", "2026-12-09", "2026-12-03"),
    ("lisbon from 3 jan to 30 dec", "2027-01-03", "2026-12-30"),
  ])
  func anEndBeforeTheStartIsNoYear(text: String, from: String, to: String) throws {
    let wrong = BackwardDates(from: try WatchDesk.date(from), to: try WatchDesk.date(to))
    let context = try context("2026-11-23T03:30:00Z")
    #expect(throws: wrong) { try Grammar.parseTravel(text, context) }
    // With its year it is taken as it is.
    #expect(try Grammar.parseTravel("lisbon 9 dec - 3 dec 2027", context)?.to == WatchDesk.date("2027-12-03"))
    #expect(throws: BackwardDates.self) { try Grammar.parseHoliday("9 dec - 3 dec Leave", context) }
  }

  @Test func theClocksAreTheirsOnThoseDates() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    try fixture.travel("Europe/Lisbon", "2026-12-03", "2026-12-09")
    let home = fixture.desk.homeZone
    #expect(home.wall(at: try WatchDesk.at("2026-12-02T12:00:00Z")).text == "2026-12-02T17:30")
    #expect(home.wall(at: try WatchDesk.at("2026-12-05T12:00:00Z")).text == "2026-12-05T12:00")
    #expect(home.wall(at: try WatchDesk.at("2026-12-10T12:00:00Z")).text == "2026-12-10T17:30")
    #expect(fixture.desk.homeZone(at: try WatchDesk.at("2026-12-05T12:00:00Z")).name == "Europe/Lisbon")
    // The day of the journey to the west is longer, that of the journey back shorter.
    #expect(home.length(of: try WatchDesk.date("2026-12-03")) == 86_400 + 19_800)
    #expect(home.length(of: try WatchDesk.date("2026-12-04")) == 86_400)
    #expect(home.length(of: try WatchDesk.date("2026-12-10")) == 86_400 - 19_800)
    #expect(fixture.desk.journey(at: try WatchDesk.at("2026-12-09T23:59:00Z"))?.zone == "Europe/Lisbon")
    #expect(fixture.desk.journey(at: try WatchDesk.at("2026-12-10T00:00:00Z")) == nil)
  }

  @Test func whatIsTypedMeansTheClockThatIsLookedAt() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    try fixture.travel("Europe/Lisbon", "2026-12-03", "2026-12-09")
    let context = fixture.desk.grammarContext(now: try WatchDesk.at("2026-11-23T03:30:00Z"))
    #expect(Grammar.parseWhen("5 dec 10:00", context)?.zone == "Europe/Lisbon")
    #expect(Grammar.parseWhen("12 dec 10:00", context)?.zone == "Asia/Kolkata")
    let planned = ZonedTime(at: try WatchDesk.at("2026-12-05T10:00:00Z"), in: fixture.desk.homeZone)
    #expect(
      planned == ZonedTime(wall: try #require(WallTime(text: "2026-12-05T10:00")), zone: "Europe/Lisbon"))
  }

  @Test func twoJourneysAtOnceAreRefused() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    try fixture.travel("Europe/Lisbon", "2026-12-03", "2026-12-09")
    let before = fixture.desk.settings.travel
    #expect(throws: DeskError.travelOverlaps(before[0])) {
      try fixture.travel("Asia/Tokyo", "2026-12-09", "2026-12-12")
    }
    try fixture.travel("Asia/Tokyo", "2026-12-10", "2026-12-12")
    #expect(fixture.desk.settings.travel.map(\.zone) == ["Europe/Lisbon", "Asia/Tokyo"])
    fixture.edit { [context = fixture.context] in $0.removeTravel(before[0], context: context) }
    #expect(fixture.desk.settings.travel.map(\.zone) == ["Asia/Tokyo"])
  }

  /// Every instant has one date, dates follow each other, and each date's span is what its clocks say.
  @Test func datesFollowEachOtherWhereverOneTravels() throws {
    let zones = ["Pacific/Apia", "Pacific/Pago_Pago", "Europe/Lisbon", "Asia/Tokyo", "Australia/Lord_Howe"]
    var chance = GrammarChance(seed: 11)
    for _ in 0..<80 {
      var fixture = WatchDesk(home: zones[Int.random(in: 0..<zones.count, using: &chance)])
      var date = try WatchDesk.date("2026-10-20")
      for _ in 0..<4 {
        let from = date.adding(days: Int.random(in: 0...2, using: &chance))
        let to = from.adding(days: Int.random(in: 0...3, using: &chance))
        try fixture.travel(zones[Int.random(in: 0..<zones.count, using: &chance)], from.text, to.text)
        date = to.adding(days: 1)
      }
      let home = fixture.desk.homeZone
      var day = try WatchDesk.date("2026-10-15")
      while day < date.adding(days: 5) {
        let span = home.span(of: day)
        #expect(span.end == home.startOfDay(day.adding(days: 1)))
        if !span.isEmpty {
          #expect(home.date(at: span.start) == day && home.date(at: span.end.adding(-1)) == day)
        }
        for second in stride(from: 0, to: span.duration, by: 4271) {
          let instant = span.start.adding(second)
          let wall = home.wall(at: instant)
          #expect(wall.date == day)
          switch home.resolve(wall) {
          case .unique(let found): #expect(found == instant)
          // A day across the date line and back has a time of day three times.
          case .fold(let first, let later): #expect(first == instant || later <= instant)
          case .gap: Issue.record("\(wall) is shown and yet does not exist")
          }
        }
        day = day.adding(days: 1)
      }
    }
  }

  @Test func settingsWithJourneysAreReadAsWritten() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    try fixture.travel("Europe/Lisbon", "2026-12-03", "2026-12-09")
    let lin = try fixture.client("Coach Lin", "Europe/London")
    let holidays = [
      Holiday(
        date: try WatchDesk.date("2026-12-25"), name: "Christmas", until: try WatchDesk.date("2026-12-26"))
    ]
    try fixture.edit { [context = fixture.context] in
      try $0.editClient(lin, context: context) { $0.holidays = holidays }
    }
    try RecordText.expectRoundTrip(.settings(fixture.desk.settings))
    let client = try #require(fixture.desk.client(lin))
    try RecordText.expectRoundTrip(.client(client))
  }
}
