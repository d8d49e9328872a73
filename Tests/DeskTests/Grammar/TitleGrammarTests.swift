import Civil
import Desk
import Testing

struct TitleGrammarTests {
  private let context = Fixture.context

  private func read(_ text: String) -> TitleReading { Grammar.parseTitle(text, context) }

  @Test func allMarksOfALineAreUnderstood() throws {
    let reading = read("Fix CRM dupes @coach #ops !2 ~1h 30m >fri 4pm nyc =lin")
    #expect(reading.title == "Fix CRM dupes")
    #expect(reading.client == Fixture.coach.id)
    #expect(reading.labels == ["Ops"])
    #expect(reading.quadrant == .plan)
    #expect(reading.estimate == 5400)
    #expect(reading.assignee == "lin")
    let due = try #require(reading.due)
    #expect(due.wall.text == "2026-11-27T16:00")
    #expect(due.zone == "America/New_York")
  }

  @Test func aMarkThatStaysTextIsToldOf() {
    #expect(
      read("Call @nobody >blah ~xx #1042 !9 ~45m ~2h \\@home =1 - > a@b").plainMarks
        == ["@nobody", ">blah", "~xx", "!9", "~2h", "=1"])
    #expect(read("Call @coach #ops").plainMarks == [])
    #expect(Grammar.parseEntryText("@nobody ~xx", context).plainMarks == ["@nobody"])
  }

  @Test func everyMarkSaysWhereItStands() {
    let text = "प्रकाशन 👩🏽‍💻 भेट #नवा ~45m >tomorrow शेवट"
    let reading = read(text)
    let characters = Array(text)
    #expect(reading.title == "प्रकाशन 👩🏽‍💻 भेट शेवट")
    #expect(reading.parts.map { String(characters[$0.range]) } == ["#नवा", "~45m", ">tomorrow"])
  }

  @Test func dueIsOnTheClockOfTheClientNamed() throws {
    // In London it is still 3:30 in the morning.
    let due = try #require(read(">today 9am call @coach-lin").due)
    #expect(due.zone == "Europe/London")
    #expect(due.wall.text == "2026-11-23T09:00")
    let day = try #require(read("Send pack >fri @coach-lin").due)
    #expect(day.wall.text == "2026-11-27T17:30")
  }

  @Test func dueTakesOnlyWordsThatAreUnderstood() {
    let reading = read("Pay >fri 3 invoices in london")
    #expect(reading.title == "Pay 3 invoices in london")
    #expect(reading.due?.wall.date.text == "2026-11-27")
    #expect(read("Trip >fri London").title == "Trip London")
    #expect(read("Trip >fri 4pm London notes").title == "Trip notes")
  }

  @Test(arguments: [
    "Invoice #1042", "mail a@b.com", "C# notes", "5 > 3", "Wow!", "!5", "~soon", ">whenever", "@nobody",
    "# ~ > = @",
    "a=b", "=5", "@", "~~", "a ~ b",
  ]) func whatIsNotUnderstoodStaysAWord(text: String) {
    let reading = read(text)
    #expect(reading.title == text)
    #expect(reading.parts.isEmpty)
  }

  @Test func anAmbiguousClientIsNotGuessed() {
    var context = context
    context.clients.append(Fixture.client("coachella", "Coachella", "America/Los_Angeles"))
    #expect(Grammar.parseTitle("x @coach", context).client == nil)
    #expect(Grammar.parseTitle("x @coach-lin", context).client == Fixture.coach.id)
    #expect(Grammar.parseTitle("x @lin", context).client == Fixture.coach.id)
    #expect(Grammar.parseTitle("x @प्रका", context).client == ClientID("prakashan"))
    #expect(Grammar.parseTitle("x @studio", context).client == ClientID("studio-ipe"))
  }

  @Test func theSecondOfAKindStaysAWord() {
    let reading = read("a ~45m ~1h !1 !2 #x #y")
    #expect(reading.title == "a ~1h !2")
    #expect(reading.labels == ["x", "y"])
  }

  @Test func aBackslashMakesAMarkPlain() {
    #expect(read(##"\#ops and \~45m \@coach \>fri"##).title == "#ops and ~45m @coach >fri")
    #expect(read(#"C:\new \n"#).title == #"C:\new \n"#)
  }

  @Test func exclamationMarksAloneAreTheQuadrant() {
    #expect(read("a !!").quadrant == .first)
    #expect(read("a !").quadrant == .plan)
    #expect(read("a !3").quadrant == .delegate)
    #expect(read("a !4").quadrant == .later)
  }

  @Test func whatWasUnderstoodReadsWell() throws {
    let reading = read("x >fri 4pm london ~1h30 #new #OPS @coach !1 =lin")
    let today = try #require(CivilDate(text: "2026-11-23"))
    #expect(
      reading.parts.map { $0.understood(.english, today: today) } == [
        "due Fri 27 Nov 16:00 London", "~1h30", "#new (new)", "#Ops", "@Coach Lin", "!1", "=lin",
      ])
  }

  @Test func noTextMakesTheGrammarTrap() {
    let pieces = [
      "@", "#", "~", "!", ">", "=", "\\", " ", "fri", "4pm", "london", "in", "next", "99999999", "1h", ":",
      "-", "+",
      "*", "é", "न", "ि", "👩🏽‍💻", "\u{202e}", "\u{0}", "\n", ".", ",", "usd", "$", "dec", "29", "feb",
      "2026-12-03",
      "T16:00", "Z", "due:", "is:", "<", "to", "\u{301}", "İ", "ß", "٣",
    ]
    var chance = GrammarChance(seed: 7)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &chance)).map { _ in
        pieces.randomElement(using: &chance) ?? ""
      }
      .joined()
      let reading = Grammar.parseTitle(text, context)
      let length = text.count
      for part in reading.parts { #expect(part.range.lowerBound >= 0 && part.range.upperBound <= length) }
      _ = Grammar.parseWhen(text, context)
      _ = Grammar.parseDuration(text)
      _ = Grammar.parseChange(text)
      _ = Grammar.parseSpan(text)
      _ = Grammar.parseMoney(text, currency: "JPY")
      _ = CardFilter(text, context)
      _ = FuzzyMatch.score(text, "Newsletter 48 प्रकाशन")
    }
  }

  @Test func atTheEndsOfTimeNothingTraps() {
    for seconds in [Int64.min, -62_135_596_800, 253_402_300_799, Int64.max] {
      var context = context
      context.now = Instant(seconds: seconds)
      for text in ["fri", "29 feb", "+9999", "in 9999h", "*31", "eow", "16:00 nyc", "next month", "-9999"] {
        _ = Grammar.parseWhen(text, context)
      }
    }
  }
}
