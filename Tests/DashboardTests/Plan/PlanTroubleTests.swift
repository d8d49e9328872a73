import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// What a proposal says of cards that will be late and cards that do not fit.
struct PlanTroubleTests {
  /// More than the day holds: one card that is late whatever is done, and some that do not fit.
  private static func desk() throws -> PinnedDesk {
    var desk = try PinnedDesk()
    let coach = try #require(desk.desk.client(slug: "coach-lin")?.id)
    let column = try #require(desk.desk.columns(of: coach).first { $0.role == .doing })
    for (title, hours, due) in [
      ("Handbook", 8, "2026-11-23T14:00"), ("Slides for the workshop", 3, "2026-11-26T16:00"),
      ("Old notes", 2, "2026-11-20T12:00"), ("Tidy the drive", 4, nil), ("Photo archive", 4, nil),
    ] {
      var draft = CardDraft(title: title)
      draft.estimate = hours * 3600
      draft.due = try due.map {
        ZonedTime(wall: try #require(WallTime(text: $0)), zone: "Asia/Kolkata")
      }
      try desk.make(desk.desk.addCard(draft, to: column.id, context: desk.context))
    }
    return desk
  }

  private static func scenario(width: Int = 80, height: Int = 24) throws -> Scenario {
    var scenario = try Scenario(try desk(), width: width, height: height)
    scenario.settled()
    scenario.press("plan.day")
    return scenario
  }

  @Test func aKeyThatIsNamedShowsWhatDoesNotFit() throws {
    var scenario = try Self.scenario()
    #expect(scenario.shows("v shows which"))
    scenario.keys("v")
    scenario.expectFrame("plan-troubles-80x24", .main)
    scenario.keys("v")
    #expect(scenario.shows("v shows which"))
  }

  @Test func everyCardThatDoesNotFitIsReachedAndNamed() throws {
    var scenario = try Self.scenario()
    guard case .plan(let state)? = scenario.state.overlays.last else { return }
    let (late, left) = (state.plan.late, state.plan.left)
    #expect(!late.isEmpty && left.count > 2)
    scenario.keys("v")
    for title in late.map(\.title) + left.map(\.title) {
      #expect(scenario.shows("· \(title.prefix(9))"), "\(title)")
      scenario.keys("j")
    }
  }

  @Test func whatIsNoLineIsNeitherMovedNorLeftOut() throws {
    var scenario = try Self.scenario()
    scenario.keys("v")
    let before = scenario.state
    for key in ["space", "J", "L"] { scenario.keys(key) }
    #expect(scenario.state == before)
  }

  @Test func theSmallestAndTheWidestScreenNameThem() throws {
    for (width, height) in [(60, 18), (160, 50)] {
      var scenario = try Self.scenario(width: width, height: height)
      scenario.keys("v")
      scenario.expectFrame("plan-troubles-\(width)x\(height)", .main)
    }
  }

  @Test func theShellNamesThemWithTheirClients() throws {
    var pinned = try Self.desk()
    let slides = try #require(pinned.desk.allCards.first { $0.title.hasPrefix("Slides") })
    // A meeting on it is not moved.
    try pinned.block(
      "Slides for the workshop", "2026-11-30T10:00", minutes: 180, client: slides.client, card: slides.id,
      kind: .meeting)
    let desk = pinned.desk
    let home = desk.homeZone
    let today = home.date(at: PinnedDesk.now)
    let teller = PlanTeller(desk, today: today, .english)
    let troubles = { (now: Instant) in teller.troubles(desk.plan(desk.planDay(today, now: now))) }
    let morning = troubles(PinnedDesk.now)
    #expect(morning.first == "Late: Handbook (Coach Lin), due today 14:00, done tomorrow 14:15")
    #expect(
      morning.contains(
        "Late: Slides for the workshop (Coach Lin), due Thu 26 16:00, planned until Mon 30 Nov 13:00"))
    #expect(morning.contains("Does not fit: Handbook (Coach Lin), 4h45, due today 14:00"))
    #expect(morning.contains("Does not fit: Photo archive (Coach Lin), 4h"))
    // At a quarter to seven a quarter of an hour is left of the day.
    let evening = troubles(try #require(Instant(text: "2026-11-23T13:15:00Z")))
    #expect(evening.contains("Does not fit: Old notes (Coach Lin), 2h, overdue since Fri 20 12:00"))
  }
}
