import Synchronization
import Testing

@testable import Civil

private func wall(_ text: String) throws -> WallTime {
  try #require(WallTime(text: text))
}

private func instant(_ text: String) throws -> Instant {
  try #require(Instant(text: text))
}

private func date(_ text: String) throws -> CivilDate {
  try #require(CivilDate(text: text))
}

/// Zones of our own making, so that the rules are tested where there is no tzdata.
@Suite struct WallResolutionTests {
  private let newYork: Zone
  private let lordHowe: Zone
  private let apia: Zone
  private let havana: Zone

  init() throws {
    newYork = try TZifWriter.rule("EST5EDT,M3.2.0,M11.1.0").zone()
    lordHowe = try TZifWriter.rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0").zone()
    havana = try TZifWriter.rule("CST5CDT,M3.2.0/0,M11.1.0/1").zone()
    var writer = TZifWriter()
    let before = writer.offset(-36_000, "-10", isDaylight: true)
    let after = writer.offset(50_400, "+14", isDaylight: true)
    writer.changes = [(0, before), (1_325_239_200, after)]
    writer.footer = "<+14>-14"
    apia = try writer.zone()
  }

  @Test func aGapIsReadWithTheOffsetBefore() throws {
    let resolution = newYork.resolve(try wall("2026-03-08T02:30"))
    #expect(resolution == .gap(try instant("2026-03-08T07:30:00Z")))
    #expect(newYork.wall(at: resolution.instant).text == "2026-03-08T03:30")
    #expect(newYork.resolve(try wall("2026-03-08T01:59:59")) == .unique(try instant("2026-03-08T06:59:59Z")))
    #expect(newYork.resolve(try wall("2026-03-08T02:00")) == .gap(try instant("2026-03-08T07:00:00Z")))
    #expect(newYork.resolve(try wall("2026-03-08T03:00")) == .unique(try instant("2026-03-08T07:00:00Z")))
  }

  @Test func aFoldIsItsFirstOccurrence() throws {
    let resolution = newYork.resolve(try wall("2026-11-01T01:30"))
    #expect(
      resolution == .fold(try instant("2026-11-01T05:30:00Z"), later: try instant("2026-11-01T06:30:00Z")))
    #expect(resolution.instant == (try instant("2026-11-01T05:30:00Z")))
    #expect(newYork.resolve(try wall("2026-11-01T00:59:59")) == .unique(try instant("2026-11-01T04:59:59Z")))
    #expect(newYork.resolve(try wall("2026-11-01T02:00")) == .unique(try instant("2026-11-01T07:00:00Z")))
  }

  @Test func halfAnHourOfDaylightTime() throws {
    #expect(lordHowe.resolve(try wall("2026-10-04T02:15")) == .gap(try instant("2026-10-03T15:45:00Z")))
    #expect(lordHowe.resolve(try wall("2026-10-04T02:30")) == .unique(try instant("2026-10-03T15:30:00Z")))
    #expect(
      lordHowe.resolve(try wall("2026-04-05T01:45"))
        == .fold(try instant("2026-04-04T14:45:00Z"), later: try instant("2026-04-04T15:15:00Z")))
    #expect(lordHowe.length(of: try date("2026-10-04")) == 84_600)
    #expect(lordHowe.length(of: try date("2026-04-05")) == 88_200)
  }

  @Test func aDaySkippedWhole() throws {
    let change = try instant("2011-12-30T10:00:00Z")
    #expect(apia.wall(at: change.adding(-1)).text == "2011-12-29T23:59:59")
    #expect(apia.wall(at: change).text == "2011-12-31T00:00")
    #expect(apia.resolve(try wall("2011-12-30T09:00")) == .gap(try instant("2011-12-30T19:00:00Z")))
    #expect(apia.startOfDay(try date("2011-12-30")) == change)
    #expect(apia.startOfDay(try date("2011-12-31")) == change)
    #expect(apia.length(of: try date("2011-12-29")) == 86_400)
    #expect(apia.length(of: try date("2011-12-30")) == 0)
    #expect(apia.length(of: try date("2011-12-31")) == 86_400)
  }

  @Test func aDayThatBeginsAtOne() throws {
    // Midnight does not exist on this day, and 00:00 comes twice in autumn.
    #expect(havana.startOfDay(try date("2026-03-08")) == (try instant("2026-03-08T05:00:00Z")))
    #expect(havana.wall(at: havana.startOfDay(try date("2026-03-08"))).text == "2026-03-08T01:00")
    #expect(havana.length(of: try date("2026-03-08")) == 82_800)
    #expect(havana.startOfDay(try date("2026-11-01")) == (try instant("2026-11-01T04:00:00Z")))
    #expect(havana.length(of: try date("2026-11-01")) == 90_000)
    #expect(havana.date(at: try instant("2026-03-08T04:59:59Z")).text == "2026-03-07")
  }

  @Test func aDayThatComesTwice() throws {
    // Kwajalein's other half: the clocks go back by a whole day, as Manila's did in 1844.
    var writer = TZifWriter()
    let before = writer.offset(43_200, "+12")
    let after = writer.offset(-43_200, "-12")
    writer.changes = [(-5, before), (86_400 * 10 + 43_200, after)]
    writer.footer = "<-12>12"
    let zone = try writer.zone()
    #expect(
      zone.resolve(try wall("1970-01-11T06:00"))
        == .fold(Instant(seconds: 86_400 * 10 - 21_600), later: Instant(seconds: 86_400 * 11 - 21_600)))
    #expect(zone.length(of: try date("1970-01-11")) == 172_800)
  }

  @Test func theEndsOfTheCalendarAnswer() throws {
    for text in ["-9999-01-01T00:00", "9999-12-31T23:59:59"] {
      _ = newYork.resolve(try wall(text))
      #expect(newYork.length(of: try wall(text).date) == 86_400)
    }
  }
}

@Suite(.enabled(if: SystemZones.exist))
struct SystemZoneTests {
  private static let names = [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Europe/Dublin",
    "Asia/Kolkata",
    "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns", "Africa/Casablanca", "Africa/Monrovia",
    "America/Havana", "Asia/Gaza", "Antarctica/Troll", "Africa/Cairo", "Pacific/Kwajalein", "America/Nuuk",
  ]

  @Test(arguments: names)
  func everyInstantIsFoundAgainByItsWallTime(name: String) throws {
    let zone = try SystemZones.zone(name)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_000 {
      let instant = Instant(seconds: Int64.random(in: -3_000_000_000...6_000_000_000, using: &generator))
      switch zone.resolve(zone.wall(at: instant)) {
      case .unique(let found): #expect(found == instant)
      case .fold(let first, let later): #expect(first == instant || later == instant)
      case .gap: Issue.record("\(name): \(instant) shows a wall time that does not exist")
      }
    }
  }

  @Test(arguments: names)
  func gapsAndFoldsAreWhereTheClocksChange(name: String) throws {
    let zone = try SystemZones.zone(name)
    var transition = zone.nextTransition(after: Instant(seconds: -3_000_000_000))
    while let change = transition, change.seconds < 4_000_000_000 {
      let before = zone.offset(at: change.adding(-1)).secondsEast
      let after = zone.offset(at: change).secondsEast
      let wall = WallTime(utc: change)
      if after > before {
        let last = wall.adding(seconds: after - 1)
        #expect(zone.resolve(last) == .gap(change.adding(after - before - 1)))
        #expect(zone.resolve(wall.adding(seconds: before)) == .gap(change))
        #expect(zone.resolve(wall.adding(seconds: after)) == .unique(change))
      } else if after < before {
        #expect(
          zone.resolve(wall.adding(seconds: after)) == .fold(change.adding(after - before), later: change))
        #expect(
          zone.resolve(wall.adding(seconds: before - 1))
            == .fold(change.adding(-1), later: change.adding(before - after - 1)))
      }
      transition = zone.nextTransition(after: change)
    }
  }

  @Test(arguments: names)
  func daysFollowEachOtherWithoutHoles(name: String) throws {
    let zone = try SystemZones.zone(name)
    var day = try date("2010-12-20")
    for _ in 0..<800 {
      let start = zone.startOfDay(day)
      let length = zone.length(of: day)
      if length > 0 {
        // The first instant shows this date, and the instant before it an earlier one.
        #expect(zone.date(at: start) == day)
        #expect(zone.date(at: start.adding(-1)) < day)
      } else {
        #expect(zone.date(at: start) > day)
      }
      day = day.adding(days: 1)
    }
  }

  @Test func dublinSavesDaylightInWinter() throws {
    let dublin = try SystemZones.zone("Europe/Dublin")
    let winter = dublin.offset(at: try instant("2026-01-15T12:00:00Z"))
    let summer = dublin.offset(at: try instant("2026-07-15T12:00:00Z"))
    #expect(winter.secondsEast == 0)
    #expect(winter.abbreviation == "GMT")
    #expect(summer.secondsEast == 3600)
    #expect(summer.abbreviation == "IST")
    // Some systems turn the negative saving into a positive one, with the same clocks.
    #expect(winter.isDaylight != summer.isDaylight)
  }

  @Test func halvesAndQuartersOfAnHour() throws {
    let winter = try instant("2026-01-15T12:00:00Z")
    #expect(try SystemZones.zone("Asia/Kolkata").wall(at: winter).text == "2026-01-15T17:30")
    #expect(try SystemZones.zone("Asia/Kathmandu").wall(at: winter).text == "2026-01-15T17:45")
    #expect(try SystemZones.zone("Pacific/Chatham").wall(at: winter).text == "2026-01-16T01:45")
    #expect(try SystemZones.zone("America/St_Johns").wall(at: winter).text == "2026-01-15T08:30")
  }

  @Test func zonesWithLeapSecondsShowTheSameClocks() throws {
    guard let bytes = SystemZones.contents(of: SystemZones.folder + "/right/Europe/London") else { return }
    let right = try Zone(name: "right/Europe/London", tzif: bytes)
    let london = try SystemZones.zone("Europe/London")
    var change = london.nextTransition(after: Instant(seconds: 0))
    // Such files may end with the leap seconds that were known when they were made.
    while let instant = change, instant.seconds < 1_700_000_000 {
      #expect(right.offset(at: instant) == london.offset(at: instant))
      #expect(right.offset(at: instant.adding(-1)) == london.offset(at: instant.adding(-1)))
      change = london.nextTransition(after: instant)
    }
  }
}

@Suite struct ZoneDatabaseTests {
  @Test func aZoneIsReadOnce() throws {
    let reads = Mutex<[String]>([])
    let database = ZoneDatabase(read: { path in
      reads.withLock { $0.append(path) }
      return TZifWriter.london.bytes
    })
    let first = try database.zone(named: "Europe/London")
    let second = try database.zone(named: "Europe/London")
    #expect(first === second)
    #expect(first.name == "Europe/London")
    #expect(reads.withLock { $0 } == ["Europe/London"])
  }

  @Test(arguments: [
    "", "/etc/passwd", "../passwd", "Europe/../../passwd", "Europe//London", "Europe/", "Europe/Lon don",
    "Europe/London\0", "Europe/London\u{1B}[0m", "./UTC", "Зона", String(repeating: "a", count: 256),
  ])
  func noNameLeadsOutOfTheFolder(name: String) {
    let database = ZoneDatabase(read: { path in
      Issue.record("\(path) is read")
      return TZifWriter.london.bytes
    })
    #expect(throws: ZoneError(name: name, problem: .missing)) { try database.zone(named: name) }
    #expect(database.zoneOrUTC(named: name) == .utc)
  }

  @Test func missingAndDamagedZonesAreTold() throws {
    let database = ZoneDatabase(read: { $0 == "Europe/London" ? Array("nonsense".utf8) : nil })
    #expect(throws: ZoneError(name: "Europe/Paris", problem: .missing)) {
      try database.zone(named: "Europe/Paris")
    }
    #expect(throws: ZoneError(name: "Europe/London", problem: .damaged("it ends within a header"))) {
      try database.zone(named: "Europe/London")
    }
    #expect(database.zoneOrUTC(named: "Europe/London") === Zone.utc)
    // UTC needs no file.
    #expect(try database.zone(named: "UTC").offset(at: Instant(seconds: 0)).abbreviation == "UTC")
  }

  @Test func zonesAreTheSameByName() throws {
    let first = try TZifWriter.london.zone("Europe/London")
    let second = try TZifWriter.rule("GMT0").zone("Europe/London")
    #expect(first == second)
    #expect(first != .utc)
    #expect(Set([first, second, .utc]).count == 2)
  }
}
