import Civil
import Desk
import Testing

struct WhenGrammarTests {
  /// Date, time and zone as one text, with the client's hours deciding nothing.
  private func read(_ text: String, _ context: GrammarContext = Fixture.context) -> String? {
    Grammar.parseWhen(text, context).map { when in
      let time = when.time.map { " " + DateText.clock(WallTime(date: when.date, secondOfDay: $0)) } ?? ""
      return when.date.text + time + (when.namesZone ? " " + when.zone : "")
    }
  }

  @Test(arguments: [
    ("today", "2026-11-23"), ("tomorrow", "2026-11-24"), ("yesterday", "2026-11-22"),
    ("fri", "2026-11-27"), ("Friday", "2026-11-27"), ("mon", "2026-11-30"), ("sun", "2026-11-29"),
    ("mon 16:00", "2026-11-23 16:00"), ("mon 8:00", "2026-11-30 08:00"), ("mon 9", "2026-11-30 09:00"),
    ("tue 9", "2026-11-24 09:00"), ("next fri", "2026-12-04"), ("this fri", "2026-11-27"),
    ("next week", "2026-11-30"), ("next month", "2026-12-01"),
    ("3 dec", "2026-12-03"), ("dec 3", "2026-12-03"), ("Dec 3rd", "2026-12-03"),
    ("3 December 2027", "2027-12-03"),
    ("23 nov", "2026-11-23"), ("22 nov", "2027-11-22"), ("29 feb", "2028-02-29"),
    ("+7", "2026-11-30"), ("+2w", "2026-12-07"), ("+1m", "2026-12-23"), ("-2", "2026-11-21"),
    ("*15", "2026-12-15"), ("in 3 days", "2026-11-26"), ("in 2 weeks", "2026-12-07"),
    ("in 2h", "2026-11-23 11:00"), ("+2h", "2026-11-23 11:00"), ("in 45m", "2026-11-23 09:45"),
    ("in 1 month", "2026-12-23"),
    ("2026-12-03", "2026-12-03"), ("2026-12-03 16:00", "2026-12-03 16:00"),
    ("2026-12-03T16:00", "2026-12-03 16:00"), ("2026-12-03T16:00:00Z", "2026-12-03 21:30"),
    ("16:00", "2026-11-23 16:00"), ("8:30", "2026-11-24 08:30"), ("4pm", "2026-11-23 16:00"),
    ("4 pm", "2026-11-23 16:00"), ("tomorrow 4pm", "2026-11-24 16:00"), ("4pm tomorrow", "2026-11-24 16:00"),
    ("thu 26 nov", "2026-11-26"),
    ("Thu 26 Nov 17:00", "2026-11-26 17:00"), ("fri 27 nov 2026 4pm", "2026-11-27 16:00"),
    ("thu 12 nov", "2026-11-12"),
    ("fri at 4pm", "2026-11-27 16:00"), ("eod", "2026-11-23 19:00"), ("eow", "2026-11-27 19:00"),
    ("tomorrow 4pm london", "2026-11-24 16:00 Europe/London"),
    ("fri 4pm nyc", "2026-11-27 16:00 America/New_York"),
    ("fri 4pm New York", "2026-11-27 16:00 America/New_York"),
    ("16:00 asia/tokyo", "2026-11-23 16:00 Asia/Tokyo"), ("fri são paulo", "2026-11-27 America/Sao_Paulo"),
    ("9am home", "2026-11-24 09:00 Asia/Kolkata"),
  ]) func whatIsTypedIsUnderstood(text: String, wanted: String) {
    #expect(read(text) == wanted)
  }

  @Test(arguments: [
    "", " ", "9", "soon", "fri fri", "fri 26 nov", "thu 12 nov 2027", "31 feb", "3/12", "fri 25:00",
    "tomorrow 4pm atlantis",
    "in", "in 5",
    "*0", "*40", "dec", "3", "2026-13-01", "2026-02-30", "fri 4pm IST", "next 3", "this mon x", "4pm 5pm",
    "fri 4pm london paris", "99999999", "+99999", "16:00 ../etc/passwd",
  ]) func whatIsNotUnderstoodWholeIsNotGuessed(text: String) {
    #expect(read(text) == nil)
  }

  @Test func todayIsDecidedInTheZoneThatIsMeant() {
    // In New York it is still Sunday the 22nd.
    #expect(read("today new york") == "2026-11-22 America/New_York")
    #expect(read("mon 9am new york") == "2026-11-23 09:00 America/New_York")
    let harbor = Fixture.context.about(Fixture.clients[0])
    #expect(Grammar.parseWhen("today", harbor)?.date.text == "2026-11-22")
    #expect(Grammar.parseWhen("today", harbor)?.zone == "America/New_York")
  }

  @Test func aDayWithoutATimeEndsWhenTheClientCloses() throws {
    let context = Fixture.context.about(Fixture.coach)
    let when = try #require(Grammar.parseWhen("fri", context))
    #expect(when.due(closing: context.hours).wall.text == "2026-11-27T17:30")
    let night = WorkingHours(startMinute: 22 * 60, endMinute: 6 * 60)
    #expect(when.due(closing: night).wall.text == "2026-11-28T06:00")
    #expect(when.due(closing: WorkingHours(startMinute: 0, endMinute: 1440)).wall.text == "2026-11-27T23:59")
    #expect(when.start(opening: context.hours).wall.text == "2026-11-27T09:00")
  }

  @Test func anHourFromNowIsAnHourWhateverTheClocksDo() {
    // 00:30 in London on the night in which 1:00 becomes 2:00.
    var context = Fixture.at("2027-03-28T00:30:00Z")
    context.zone = RuleZones.zone("Europe/London")
    #expect(read("in 1h", context) == "2027-03-28 02:30")
    // 1:30 summer time, half an hour before it is 1:00 again.
    context.now = Instant(text: "2026-10-25T00:30:00Z") ?? context.now
    #expect(read("in 1h", context) == "2026-10-25 01:30")
    #expect(read("1:45", context) == "2026-10-25 01:45")
    #expect(read("1:15", context) == "2026-10-26 01:15")
  }

  @Test(arguments: [
    ("fri", "2026-11-20"), ("mon", "2026-11-23"), ("mon 8:00", "2026-11-23 08:00"),
    ("mon 16:00", "2026-11-16 16:00"), ("8:00", "2026-11-23 08:00"), ("16:00", "2026-11-22 16:00"),
    ("3 dec", "2025-12-03"), ("23 nov", "2026-11-23"), ("29 feb", "2024-02-29"), ("tomorrow", "2026-11-24"),
  ]) func lookingBackTheLastOneIsMeant(text: String, wanted: String) {
    var context = Fixture.context
    context.looksBack = true
    #expect(read(text, context) == wanted)
  }

  @Test func endOfDayAfterItIsTheEndOfTheDate() {
    #expect(read("eod", Fixture.at("2026-11-23T14:00:00Z")) == "2026-11-23 23:59")
  }

  @Test func aDateAloneIsADate() {
    #expect(Grammar.parseDate("fri", Fixture.context)?.text == "2026-11-27")
    #expect(Grammar.parseDate("fri 4pm", Fixture.context) == nil)
  }

  @Test func writtenDatesReadWell() throws {
    let today = try #require(CivilDate(text: "2026-11-23"))
    let words = DateWords.english
    #expect(DateText.short(today.adding(days: 3), today: today, words) == "Thu 26")
    #expect(DateText.short(today.adding(days: 10), today: today, words) == "Thu 3 Dec")
    #expect(DateText.long(today.adding(days: 3), today: today, words) == "Thu 26 Nov")
    #expect(DateText.long(today.adding(days: 60), today: today, words) == "Fri 22 Jan 2027")
    let four = WallTime(date: today.adding(days: 1), hour: 16, minute: 0)
    #expect(DateText.relative(four, today: today, words) == "tomorrow 16:00")
    #expect(DateText.city("America/Argentina/Buenos_Aires") == "Buenos Aires")
  }
}
