import Civil
import Desk
import Testing

@Suite struct ClockWatchTests {
  @Test func europeGoesBackForSomebodyInIndia() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    let lin = try fixture.client("Coach Lin", "Europe/London")
    try fixture.block(
      "Weekly with Lin", "2026-09-07T17:00", "Europe/London", rule: "FREQ=WEEKLY", client: lin)
    let change = try #require(fixture.changes("2026-10-10T06:00:00Z").first)
    #expect(change.zone == "Europe/London" && !change.isHome && !change.isTogether)
    #expect(change.at.text == "2026-10-25T01:00:00Z" && change.date.text == "2026-10-25")
    #expect(change.shift == -3600 && change.clients == [lin])
    #expect(change.distance.before == -16_200 && change.distance.after == -19_800)
    let move = try #require(change.moves.first)
    #expect(change.moves.count == 1 && move.who == nil)
    #expect(move.from.text == "2026-10-26T21:30" && move.to.text == "2026-10-26T22:30")
  }

  @Test func aSeriesByTheClockAtHomeMovesForTheClient() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    let lin = try fixture.client("Coach Lin", "Europe/London")
    try fixture.block("Review", "2026-09-02T16:00", "Asia/Kolkata", rule: "FREQ=WEEKLY", client: lin)
    let move = try #require(fixture.changes("2026-10-10T06:00:00Z").first?.moves.first)
    #expect(move.who == lin)
    #expect(move.from.text == "2026-10-28T11:30" && move.to.text == "2026-10-28T10:30")
  }

  @Test func nothingIsToldEarlierThanThreeWeeksBefore() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    try fixture.client("Coach Lin", "Europe/London")
    #expect(try fixture.changes("2026-10-04T00:59:59Z").isEmpty)
    #expect(try fixture.changes("2026-10-04T01:00:00Z").count == 1)
    #expect(try fixture.changes("2026-10-25T00:59:59Z").count == 1)
    #expect(try fixture.changes("2026-10-25T01:00:00Z").isEmpty)
  }

  @Test(arguments: [
    ("Europe/Berlin", "Europe/London", "2026-10-20T00:00:00Z"),
    ("America/New_York", "America/Los_Angeles", "2026-10-25T00:00:00Z"),
    ("America/Los_Angeles", "America/New_York", "2027-03-01T00:00:00Z"),
  ])
  func whoChangesTogetherIsNotWarned(home: String, theirs: String, now: String) throws {
    var fixture = WatchDesk(home: home)
    let client = try fixture.client("Kim", theirs)
    try fixture.block("Daily", "2026-09-01T12:00", theirs, rule: "FREQ=DAILY", client: client)
    let changes = try fixture.changes(now)
    let own = try #require(changes.first { $0.isHome })
    #expect(own.apart.isEmpty && own.moves.isEmpty)
    let other = try #require(changes.first { !$0.isHome })
    #expect(other.isTogether && other.moves.isEmpty && other.clients == [client])
  }

  /// A client whose clocks change with home's may still be moved by a third clock that does not.
  @Test func whoChangesTogetherIsToldOfWhatGoesByAThirdClock() throws {
    var fixture = WatchDesk(home: "Europe/Berlin")
    let kim = try fixture.client("Kim", "Europe/London")
    try fixture.block(
      "Stand-up", "2026-09-01T09:00", "America/New_York", rule: "FREQ=DAILY", client: kim)
    try fixture.block("Daily", "2026-09-01T12:00", "Europe/London", rule: "FREQ=DAILY", client: kim)
    let changes = try fixture.changes("2026-10-20T00:00:00Z")
    let theirs = try #require(changes.first { $0.zone == "Europe/London" })
    #expect(theirs.isTogether && theirs.moves.map(\.title) == ["Stand-up"])
    #expect(theirs.moves.map(\.who) == [kim] && theirs.moves.map(\.to.text) == ["2026-10-25T13:00"])
    #expect(theirs.moves.map(\.from.text) == ["2026-10-25T14:00"])
    let own = try #require(changes.first { $0.isHome })
    #expect(own.moves.map(\.title) == ["Stand-up"] && own.moves.map(\.who) == [nil])
  }

  @Test func atlanticWeeksAreTwoChanges() throws {
    var fixture = WatchDesk(home: "Europe/London")
    let harbor = try fixture.client("Harbor", "America/New_York")
    try fixture.block(
      "Stand-up", "2026-09-01T09:00", "America/New_York", rule: "FREQ=WEEKLY;BYDAY=MO,WE", client: harbor)
    let changes = try fixture.changes("2026-10-20T00:00:00Z")
    #expect(changes.map(\.zone) == ["Europe/London", "America/New_York"])
    #expect(changes[0].isHome && changes[0].apart.map(\.clients) == [[harbor]])
    #expect(changes[0].apart[0].distance == ClockChange.Distance(before: -18_000, after: -14_400))
    #expect(changes[0].moves.map(\.to.text) == ["2026-10-26T13:00"])
    #expect(changes[0].moves.map(\.from.text) == ["2026-10-26T14:00"])
    #expect(changes[1].distance == ClockChange.Distance(before: -14_400, after: -18_000))
    #expect(changes[1].moves.map(\.from.text) == ["2026-11-02T13:00"])
    #expect(changes[1].moves.map(\.to.text) == ["2026-11-02T14:00"])
  }

  @Test func halfAnHourOnLordHowe() throws {
    var fixture = WatchDesk(home: "Australia/Sydney")
    let lodge = try fixture.client("Lodge", "Australia/Lord_Howe")
    try fixture.block(
      "Bookings", "2027-03-02T10:00", "Australia/Lord_Howe", rule: "FREQ=WEEKLY", client: lodge)
    let changes = try fixture.changes("2027-03-28T00:00:00Z")
    let own = try #require(changes.first { $0.zone == "Australia/Lord_Howe" })
    #expect(own.shift == -1800)
    // Sydney goes back by an hour the same night, the island by half of one.
    #expect(own.distance == ClockChange.Distance(before: 0, after: 1800) && !own.isTogether)
    let move = try #require(own.moves.first)
    #expect(move.from.text.hasSuffix("T10:00") && move.to.text.hasSuffix("T09:30"))
  }

  @Test(.enabled(if: WatchZones.hasMorocco)) func moroccoChangesAroundRamadan() throws {
    var fixture = WatchDesk(home: "Europe/London")
    try fixture.client("Riad", "Africa/Casablanca")
    // tzdata 2026f ends Morocco's changes in 2026; the rules of earlier years tell of two a year.
    let changes = try fixture.changes("2025-02-10T00:00:00Z")
    #expect(changes.map(\.shift) == [-3600])
    #expect(changes.first?.date.text == "2025-02-23")
    #expect(
      try fixture.changes("2025-03-20T00:00:00Z").contains {
        $0.zone == "Africa/Casablanca" && $0.shift == 3600
      })
  }

  @Test func singleBlocksAndNewSeriesDoNotMove() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    let lin = try fixture.client("Coach Lin", "Europe/London")
    try fixture.block("Once", "2026-10-27T16:00", "Europe/London", client: lin)
    try fixture.block("From then", "2026-10-26T16:00", "Europe/London", rule: "FREQ=DAILY", client: lin)
    #expect(try fixture.changes("2026-10-10T06:00:00Z").map(\.moves) == [[]])
  }

  @Test func archivedClientsAndUnknownZonesAreNotWatched() throws {
    var fixture = WatchDesk(home: "Asia/Kolkata")
    let lin = try fixture.client("Coach Lin", "Europe/London")
    try fixture.client("Nowhere", "Mars/Olympus")
    try fixture.edit { [context = fixture.context] in
      try $0.editClient(lin, context: context) { $0.status = .archived }
    }
    #expect(try fixture.changes("2026-10-10T06:00:00Z").isEmpty)
  }

  /// On a journey the clock there does not change; at home afterwards it has.
  @Test func whatMovesAfterAJourneyIsToldToo() throws {
    var fixture = WatchDesk(home: "Europe/London")
    let pune = try fixture.client("Pune", "Asia/Kolkata")
    try fixture.block("Weekly", "2026-09-02T16:00", "Asia/Kolkata", rule: "FREQ=WEEKLY", client: pune)
    try fixture.travel("Asia/Kolkata", "2026-10-26", "2026-10-30")
    let change = try #require(fixture.changes("2026-10-10T06:00:00Z").first { $0.zone == "Europe/London" })
    #expect(change.isHome && change.moves.map(\.title) == ["Weekly"] && change.moves.map(\.who) == [nil])
    // The one of 28 October is held in Pune.
    #expect(change.moves.map(\.from.text) == ["2026-11-04T11:30"])
    #expect(change.moves.map(\.to.text) == ["2026-11-04T10:30"])
    // Who is away for longer than is looked ahead is told of nothing.
    try fixture.travel("Asia/Kolkata", "2026-10-31", "2027-01-30")
    #expect(try fixture.changes("2026-10-10T06:00:00Z").flatMap(\.moves).isEmpty)
  }

  /// Whatever is told, the clocks at both ends agree with it, and what moves is where it is said to be.
  @Test func whatIsToldIsTrueAllTheYearRound() throws {
    let zones = [
      "Europe/London", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Tokyo",
    ]
    var chance = GrammarChance(seed: 7)
    for round in 0..<60 {
      let home = zones[Int.random(in: 0..<zones.count, using: &chance)]
      var fixture = WatchDesk(home: home)
      for (index, zone) in zones.enumerated() {
        let client = try fixture.client("C\(index)", zone)
        try fixture.block(
          "B\(index)", "2025-01-0\(index + 1)T1\(index):30", zone, rule: "FREQ=WEEKLY", client: client)
      }
      let now = try WatchDesk.at("2026-01-01T00:00:00Z").adding(
        Int.random(in: 0..<730, using: &chance) * 86_400)
      let database = WatchZones.database
      for change in fixture.desk.clockChanges(from: now) {
        let zone = try database.zone(named: change.zone)
        #expect(change.at > now && change.at <= now.adding(21 * 86_400), "\(round)")
        #expect(
          zone.wall(at: change.at).secondsSinceEpoch - zone.wall(at: change.at.adding(-1)).secondsSinceEpoch
            == Int64(change.shift) + 1)
        for move in change.moves {
          let own = try database.zone(named: fixture.desk.block(move.occurrence.block)?.start.zone ?? "")
          let viewer = move.who.map { fixture.desk.zone(of: $0) } ?? fixture.desk.homeZone(at: move.start)
          #expect(viewer.wall(at: move.start) == move.to)
          // A week earlier, before the change, it was at the other time of the day.
          let earlier = own.instant(of: own.wall(at: move.start).adding(seconds: -7 * 86_400))
          if earlier < change.at.adding(-86_400),
            !fixture.desk.clockChanges(from: earlier, days: 8).contains(where: {
              $0.at != change.at && $0.at <= move.start
            })
          {
            #expect(viewer.wall(at: earlier).secondOfDay == move.from.secondOfDay, "\(round) \(move)")
          }
        }
      }
    }
  }
}
