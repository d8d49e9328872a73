import Testing

@testable import Civil

@Suite struct CivilDateTests {
  @Test func everyDayFollowsTheOneBefore() throws {
    // The plain rule of the calendar, walked day by day, against the fast arithmetic.
    var year = -9999
    var month = 1
    var day = 1
    var number = -4_371_587
    var mismatches = 0
    while year <= 9999 {
      let date = CivilDate(dayNumber: number)
      if date.year != year || date.month != month || date.day != day || date.dayNumber != number {
        mismatches += 1
      }
      day += 1
      number += 1
      if day > CivilDate.daysIn(month: month, year: year) {
        day = 1
        month += 1
        if month > 12 {
          month = 1
          year += 1
        }
      }
    }
    #expect(mismatches == 0)
    #expect(number == 2_932_897)
  }

  @Test func knownDays() {
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.weekday == .thursday)
    #expect(CivilDate(year: 2026, month: 11, day: 23)?.weekday == .monday)
    #expect(CivilDate(year: 1815, month: 6, day: 18)?.weekday == .sunday)
  }

  @Test func daysThatDoNotExist() {
    #expect(CivilDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2025, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2025, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2025, month: 4, day: 0) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func orderIsThatOfDays() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let left = Int.random(in: -4_371_587...2_932_896, using: &generator)
      let right = Int.random(in: -4_371_587...2_932_896, using: &generator)
      #expect((CivilDate(dayNumber: left) < CivilDate(dayNumber: right)) == (left < right))
    }
  }

  @Test func textRoundTrips() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<10_000 {
      let date = CivilDate(dayNumber: Int.random(in: -4_371_587...2_932_896, using: &generator))
      #expect(CivilDate(text: date.text) == date)
    }
    #expect(CivilDate(text: "2026-12-03")?.text == "2026-12-03")
    #expect(CivilDate(dayNumber: -4_371_587).text == "-9999-01-01")
  }

  @Test(arguments: [
    "", "2026", "2026-12", "2026-12-3", "2026-12-031", "2026/12/03", "2026-02-30", "2026-00-10",
    " 2026-12-03",
    "2026-12-0३", "２０２６-12-03", "+026-12-03",
  ])
  func textThatIsNoDate(_ text: String) {
    #expect(CivilDate(text: text) == nil)
  }

  @Test func addingMonthsClampsToTheLastDay() throws {
    let date = try #require(CivilDate(text: "2024-01-31"))
    #expect(date.adding(months: 1).text == "2024-02-29")
    #expect(date.adding(months: 13).text == "2025-02-28")
    #expect(date.adding(months: -2).text == "2023-11-30")
    #expect(date.adding(months: 0).text == "2024-01-31")
    #expect(date.adding(months: -12 * 2024 - 1).text == "-0001-12-31")
    #expect(date.adding(months: .max).text == "9999-12-31")
    #expect(date.adding(months: .min).text == "-9999-01-01")
  }

  @Test func addingDaysStopsAtTheEnds() throws {
    let date = try #require(CivilDate(text: "2024-02-28"))
    #expect(date.adding(days: 2).text == "2024-03-01")
    #expect(date.adding(days: .max).text == "9999-12-31")
    #expect(date.adding(days: .min).text == "-9999-01-01")
  }

  @Test(arguments: [
    ("2026-11-23", 2026, 48), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1), ("2026-01-01", 2026, 1),
    ("2023-01-01", 2022, 52),
  ])
  func isoWeeks(text: String, year: Int, week: Int) throws {
    let date = try #require(CivilDate(text: text))
    #expect(date.isoWeek == (year, week))
  }

  @Test func startsOfWeekAndMonth() throws {
    let date = try #require(CivilDate(text: "2026-11-25"))
    #expect(date.startOfWeek().text == "2026-11-23")
    #expect(date.startOfWeek(.sunday).text == "2026-11-22")
    #expect(date.startOfWeek(.wednesday).text == "2026-11-25")
    #expect(date.startOfMonth.text == "2026-11-01")
    #expect(date.daysInMonth == 30)
  }

  @Test func weekdaysGoRound() {
    #expect(Weekday.sunday.adding(1) == .monday)
    #expect(Weekday.monday.adding(-8) == .sunday)
    #expect(Weekday.friday.days(until: .monday) == 3)
    #expect(Weekday.monday.days(until: .monday) == 0)
  }
}
