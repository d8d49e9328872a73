import Testing

@testable import vahi

struct PrintableTests {
  @Test func controlCharactersBecomeVisible() {
    #expect(Printable.line("a\u{1b}[31mb\u{7}\u{7f}\u{9b}c") == "a\u{241b}[31mb\u{2407}\u{2421}\u{fffd}c")
    #expect(Printable.line("two\nlines\ttab\u{2028}x") == "two lines tab x")
    #expect(Printable.line("over\u{202e}ride") == "over\u{fffd}ride")
    #expect(Printable.line("👩🏽‍💻 दिवाळी") == "👩🏽‍💻 दिवाळी")
    #expect(Printable.paragraph("a\nb\u{1b}") == "a\nb\u{241b}")
  }

  @Test func whatIsTypedIsKeptAsOneCleanLine() {
    #expect(Printable.typed("  a\u{1b}[31m \n b  ") == "a [31m b")
    #expect(Printable.typed(" \u{0} ") == "")
  }

  @Test func tablesAlignByWhatTheScreenShows() {
    var table = TextTable([("name", .left), ("n", .right), ("rest", .left)])
    table.add(["漢字", "7", "x"])
    table.add(["ab", "12", ""])
    #expect(table.text() == "name   n  rest\n漢字   7  x\nab    12")
    #expect(TextTable([("a", .left)]).text() == "")
  }

  @Test func fieldsWithoutAValueAreLeftOut() {
    #expect(FieldList.text([("id", "1"), ("due", ""), ("notes", "a\nb")]) == "id     1\nnotes  a\n       b")
  }

  @Test func optionsOfEveryCommandMoveBehindIt() throws {
    #expect(
      try Shell.globalsLast(["--data", "d", "card", "--json", "list", "x"]) == [
        "card", "list", "x", "--data", "d", "--json",
      ])
    #expect(
      try Shell.globalsLast(["--now=n", "card", "--", "--json"]) == ["card", "--now=n", "--", "--json"])
    #expect(try Shell.globalsLast(["card", "--data"]) == ["card", "--data"])
  }

  @Test func offsetsAreWrittenAsPeopleDo() {
    #expect(OffsetText.text(19_800) == "+05:30")
    #expect(OffsetText.text(-12_600) == "-03:30")
    #expect(OffsetText.text(-75) == "-00:01:15")
    #expect(OffsetText.text(0) == "+00:00")
  }
}
