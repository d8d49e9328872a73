import Civil
import Desk
import Testing

@Suite struct FrameGrammarTests {
  @Test func daysHoursClientsAndLabels() throws {
    let frame = try Grammar.parseFrame("mon-thu  9-11 @acme #deep")
    #expect(
      frame.hours
        == WorkingHours(startMinute: 540, endMinute: 660, week: try #require(WeekdaySet(text: "mon-thu"))))
    #expect(frame.clients == ["acme"])
    #expect(frame.labels == ["deep"])
    #expect(frame.text == "mon-thu 9-11 @acme #deep")
    let other = try Grammar.parseFrame("Mon Wed 13:30-2:00 #calls #mail")
    #expect(other.hours.week == WeekdaySet([.monday, .wednesday]))
    #expect(other.hours.startMinute == 810 && other.hours.endMinute == 120)
    #expect(other.labels == ["calls", "mail"])
  }

  @Test(arguments: [
    ("", FrameMistake.noDays("")), ("9-11 @acme", .noDays("")), ("someday 9-11 @acme", .noDays("someday")),
    ("mon @acme", .noHours("@acme")), ("mon", .noHours("")), ("mon 9-26 @acme", .noHours("9-26")),
    ("mon 9-11 acme", .strangeWord("acme")), ("mon 9-11 @", .strangeWord("@")), ("mon 9-11", .noSubject),
  ])
  func mistakesAreNamed(text: String, mistake: FrameMistake) {
    #expect(throws: mistake) { try Grammar.parseFrame(text) }
  }
}
