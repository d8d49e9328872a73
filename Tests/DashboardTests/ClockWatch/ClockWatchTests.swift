import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// Two weeks before the clocks of London go back.
@Suite struct ClockWatchFrameTests {
  /// The pinned desk on Monday, 12 October 2026, with a weekly call by London's clock.
  static func october() throws -> PinnedDesk {
    var sample = try PinnedDesk()
    let lin = try #require(sample.desk.client(slug: "coach-lin")).id
    var call = BlockDraft(
      title: "Weekly with Lin", start: ZonedTime(wall: PinnedDesk.wall(9, 7, 17), zone: "Europe/London"),
      duration: 3600)
    call.client = lin
    call.kind = .meeting
    call.repeat = "FREQ=WEEKLY"
    try sample.make(sample.desk.addBlock(call, context: sample.context))
    sample.now = try #require(Instant(text: "2026-10-12T04:12:00Z"))
    return sample
  }

  private func scenario(_ width: Int, _ height: Int) throws -> Scenario {
    var scenario = try Scenario(try ClockWatchFrameTests.october(), width: width, height: height)
    scenario.keys("esc")
    let lin = try #require(scenario.client("coach-lin")).id
    scenario.perform { state, _ in
      state.client = lin
      return []
    }
    return scenario
  }

  @Test func todayTellsWhatMovesForWhom() throws {
    var scenario = try scenario(80, 40)
    scenario.press("view.today")
    scenario.press("today.last")
    #expect(scenario.shows("Clocks change"))
    #expect(scenario.shows("Sun 25 Oct"))
    #expect(scenario.shows("London −1h: 5h30 behind, was 4h30"))
    #expect(scenario.shows("21:30 → 22:30 · Weekly with Lin"))
    #expect(scenario.shows("from 26 Oct"))
  }

  /// Where the section lies below what is in sight its news stands in the lower edge.
  @Test func todayTellsOfItAboveTheFold() throws {
    var scenario = try scenario(80, 20)
    scenario.press("view.today")
    #expect(!scenario.shows("Clocks change") && scenario.shows("─ London −1h Sun 25 Oct ─ ↓ ╯"))
    scenario.press("today.last")
    #expect(scenario.shows("Clocks change") && !scenario.shows("─ London −1h Sun 25 Oct ─"))
  }

  @Test func aLineLeadsToItsDay() throws {
    var scenario = try scenario(120, 40)
    scenario.press("view.today")
    for _ in 0..<40 {
      if case .shift? = scenario.state.today.selected { break }
      scenario.press("today.down")
    }
    scenario.press("today.open")
    #expect(scenario.state.screen == .desk && scenario.shows("Mon 26 Oct"))
    #expect(scenario.shows("22:30"))
  }

  @Test func theCalendarTellsBriefly() throws {
    let scenario = try scenario(140, 40)
    #expect(scenario.shows("London −1h Sun 25 Oct"))
  }

  @Test func othersAreNotToldOfWhileTheScreenIsShared() throws {
    var scenario = try scenario(80, 40)
    let harbor = try #require(scenario.client("harbor-goods")).id
    scenario.perform { state, _ in
      state.client = harbor
      state.isPrivate = true
      return []
    }
    scenario.press("view.today")
    scenario.press("today.last")
    #expect(!scenario.shows("London") && !scenario.shows("Weekly"))
  }

  @Test(arguments: [(80, 24), (140, 40)])
  func frames(size: (Int, Int)) throws {
    var scenario = try scenario(size.0, size.1)
    scenario.press("view.today")
    scenario.press("today.last")
    Golden.expect(
      scenario.frame, "clock-watch-\(size.0)x\(size.1)", sourceLocation: #_sourceLocation)
  }
}

@Suite struct ZoneProblemTests {
  private func scenario(width: Int = 80) throws -> Scenario {
    var sample = try PinnedDesk()
    let bondi = try #require(sample.desk.client(slug: "bondi-homes")).id
    try sample.make(
      try sample.desk.editClient(bondi, context: sample.context) { $0.zone = "Mars/Olympus_Mons" })
    return try Scenario(sample, width: width)
  }

  @Test func aVanishedZoneIsNamedOnReturnAndOnToday() throws {
    var scenario = try scenario(width: 120)
    scenario.send(.returned(nil))
    #expect(scenario.shows("The zone “Mars/Olympus_Mons” is not in this system's tzdata"))
    scenario.press("view.today")
    scenario.press("today.last")
    #expect(scenario.shows("Zones that cannot be read"))
  }

  @Test func ofSeveralZonesAllAreNamed() throws {
    var sample = try PinnedDesk()
    for (slug, zone) in [("bondi-homes", "Mars/Olympus_Mons"), ("coach-lin", "Atlantis/Harbour")] {
      let id = try #require(sample.desk.client(slug: slug)).id
      try sample.make(try sample.desk.editClient(id, context: sample.context) { $0.zone = zone })
    }
    var scenario = try Scenario(sample, width: 100)
    scenario.send(.returned(nil))
    #expect(scenario.shows("their times count as UTC: Atlantis/Harbour, Mars/Olympus_Mons"))
  }

  @Test func aBlockByItsClockKeepsWhatWasWrittenDown() throws {
    var scenario = try scenario(width: 100)
    try scenario.elsewhere {
      let draft = BlockDraft(
        title: "Launch", start: ZonedTime(wall: PinnedDesk.wall(11, 23, 16), zone: "Mars/Olympus_Mons"),
        duration: 3600)
      return $0.desk.addBlock(draft, context: $0.context)
    }
    scenario.press("view.today")
    #expect(scenario.shows("Launch") && scenario.shows("16:00 Olympus Mons?"))
  }

  @Test func theClientIsMarkedInTheStrip() throws {
    let scenario = try scenario(width: 160)
    #expect(scenario.frame.text(row: 0).contains("04:12 ?"))
  }
}
