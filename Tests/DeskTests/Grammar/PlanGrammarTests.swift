import Civil
import Desk
import Testing

/// Monday 23 November 2026, 9:00 in Pune.
@Suite struct PlanGrammarTests {
  private func read(_ text: String) -> PlanTime? { Grammar.parsePlan(text, Fixture.context) }
  private func date(_ text: String) -> CivilDate? { CivilDate(text: text) }

  @Test func aStartIsATimeADayOrBoth() {
    #expect(read("16:00") == PlanTime(time: 57_600))
    #expect(read("4 pm") == PlanTime(time: 57_600))
    #expect(read("16:00 london") == PlanTime(time: 57_600, zone: "Europe/London"))
    #expect(read("thu") == PlanTime(date: date("2026-11-26")))
    #expect(read("fri 10:00") == PlanTime(date: date("2026-11-27"), time: 36_000))
    #expect(read("tomorrow 4pm new york")?.zone == "America/New_York")
    #expect(read("mon 9") == PlanTime(date: date("2026-11-30"), time: 32_400))
  }

  @Test func aSpanHasBothEnds() {
    #expect(read("14:00-15:30") == PlanTime(time: 50_400, end: 55_800))
    #expect(
      read("thu 14-15:30 london")
        == PlanTime(date: date("2026-11-26"), time: 50_400, end: 55_800, zone: "Europe/London"))
    #expect(read("9:00 to 10:00") == PlanTime(time: 32_400, end: 36_000))
    #expect(read("22:00-01:00") == PlanTime(time: 79_200, end: 90_000))
  }

  @Test func aLengthStandsAloneOrAfterAStart() {
    #expect(read("45m") == PlanTime(duration: 2700))
    #expect(read("2h") == PlanTime(duration: 7200))
    #expect(read("1h 30m") == PlanTime(duration: 5400))
    #expect(read("16:00 45m") == PlanTime(time: 57_600, duration: 2700))
    #expect(read("16:00 for 45") == PlanTime(time: 57_600, duration: 2700))
    #expect(read("thu 2h") == PlanTime(date: date("2026-11-26"), duration: 7200))
    #expect(read("90m tomorrow 9:30")?.duration == 5400)
    #expect(
      read("thu 16:00 45m london")
        == PlanTime(date: date("2026-11-26"), time: 57_600, zone: "Europe/London", duration: 2700))
    #expect(read("9:30 1h 30m new york")?.duration == 5400)
  }

  @Test(arguments: ["", "soon", "16:00 perhaps", "25:00", "14:00-14:00", "london", "14:00-15:30 nowhere"])
  func whatIsNoTimeIsNotUnderstood(_ text: String) { #expect(read(text) == nil) }

  private func title(_ text: String) -> PlanReading { Grammar.parsePlanTitle(text, Fixture.context) }

  @Test func timesStandAnywhereInATitle() {
    let call = title("Call with Lin 16:00 45m")
    #expect(call.title == "Call with Lin")
    #expect(call.time == PlanTime(time: 57_600, duration: 2700))
    #expect(call.ranges == [14..<23])
    let early = title("thu 14:00-15:30 london Review the draft")
    #expect(early.title == "Review the draft")
    #expect(early.time.zone == "Europe/London")
    #expect(title("Lunch at 13:00 ~45m").title == "Lunch")
    #expect(title("Deep work >thu 9").time == PlanTime(date: date("2026-11-26"), time: 32_400))
  }

  @Test(arguments: [
    "Report for thu", "Chapter 7", "Q4 plan 2026", "Call 555-1234", "2-3 ideas", "Meet Lin at noon",
    "\\16:00 sharp",
  ])
  func whatMayBeMeantOtherwiseStaysInTheTitle(_ text: String) {
    #expect(title(text).time.isEmpty)
    #expect(title(text).title == text.filter { $0 != "\\" })
  }

  @Test func marksNameClientAndKind() {
    let read = title("Weekly @coach #meeting 16:00")
    #expect(read.client == "coach-lin")
    #expect(read.kind == .meeting)
    #expect(read.title == "Weekly")
    #expect(title("Fix #1042 @nobody").title == "Fix #1042 @nobody")
  }

  @Test func aRuleStandsAnywhereInATitle() {
    let call = title("Call with Lin every second tue 16:00 london until 3 dec 45m")
    #expect(call.title == "Call with Lin")
    #expect(call.rule?.text == "FREQ=WEEKLY;UNTIL=20261203;INTERVAL=2;BYDAY=TU")
    #expect(call.time == PlanTime(time: 57_600, zone: "Europe/London", duration: 2700))
    let report = title("Last fri of every month write the report")
    #expect(report.rule?.text == "FREQ=MONTHLY;BYDAY=-1FR")
    #expect(report.title == "write the report")
    #expect(title("Standup >daily 9:15").rule?.text == "FREQ=DAILY")
    #expect(title("Standup >daily 9:15").time == PlanTime(time: 33_300))
    #expect(title("Weekly @coach 16:00").rule == nil)
    #expect(title("Every client gets a call").title == "Every client gets a call")
    #expect(title("Plan the last day of the sprint").rule == nil)
  }

  @Test(
    arguments: [
      ("Offsite fri all day", "Offsite", "2026-11-27", 1), ("all day Offsite", "Offsite", nil, 1),
      ("Conference mon-wed all day", "Conference", "2026-11-30", 3),
      ("Fair 3 dec - 5 dec all-day", "Fair", "2026-12-03", 3), ("Fair 3 dec 2 days", "Fair", "2026-12-03", 2),
      ("Fair for tomorrow for 2d", "Fair for", "2026-11-24", 2),
      ("Leave >fri all day", "Leave", "2026-11-27", 1),
      ("Off all day on 3 dec", "Off", "2026-12-03", 1),
    ] as [(String, String, String?, Int)])
  func wholeDaysAreRead(text: String, named: String, date: String?, days: Int) {
    let read = title(text)
    #expect(read.title == named && read.wholeDays == days && read.problem == nil)
    #expect(read.time == PlanTime(date: date.flatMap { CivilDate(text: $0) }))
  }

  @Test(arguments: ["Wait 2 days", "All days are equal", "Report for fri", "\\all day", "Day one of all"])
  func wordsOfDaysStayInTheTitle(text: String) {
    #expect(title(text).wholeDays == nil && title(text).problem == nil)
    #expect(title(text).title == text.filter { $0 != "\\" })
  }

  @Test func wholeDaysThatCannotBeAreRefused() {
    #expect(title("Offsite fri all day 10:00").problem == .hasTime)
    #expect(title("Offsite 10:00 all day").problem == .hasTime)
    #expect(title("Offsite fri 0 days").problem == .count("0"))
    #expect(title("Offsite fri 99999 days").problem == .count("99999"))
    guard case .backward? = title("Fair 9 dec - 3 dec all day").problem else {
      Issue.record("backward dates are taken")
      return
    }
  }

  @Test func aRuleMayLastWholeDays() {
    let read = title("Retro last fri of every month all day")
    #expect(read.rule?.text == "FREQ=MONTHLY;BYDAY=-1FR" && read.wholeDays == 1 && read.title == "Retro")
  }

  @Test func aSecondTimeStaysInTheTitle() {
    let read = title("Move 9:00 to the 14:00 slot")
    #expect(read.time == PlanTime(time: 32_400))
    #expect(read.title == "Move to the 14:00 slot")
  }
}
