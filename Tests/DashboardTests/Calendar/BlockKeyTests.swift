import Canvas
import Civil
import Desk
import Testing

@testable import Dashboard

/// What keys do with blocks and spans in the days of a week.
///
/// Monday 23 November 2026, 9:42 in Pune.
@Suite struct BlockKeyTests {
  @Test func verbsActOnOtherDaysOfAWeek() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("w l l } J")
    #expect(scenario.plan("Clash") == "2026-11-25T11:00 Asia/Kolkata 60m")
    scenario.keys("> >")
    #expect(scenario.plan("Clash") == "2026-11-27T11:00 Asia/Kolkata 60m")
    #expect(scenario.selectedBlock?.title == "Clash")
  }

  @Test func whatLastsWholeDaysIsSelectedAndMovedByDays() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("w l l l l g g")
    #expect(scenario.selectedBlock?.title == "Retreat")
    #expect(scenario.shows("│ all day ") && scenario.shows("│ Retreat · 2d · Personal · Coach Lin"))
    scenario.keys("J")
    #expect(scenario.plan("Retreat") == "2026-11-28T00:00 Asia/Kolkata 2880m")
    scenario.keys("-")
    #expect(scenario.plan("Retreat") == "2026-11-28T00:00 Asia/Kolkata 1440m")
  }

  @Test func aSpanIsSelectedAndTypedOver() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j j j j v j j")
    #expect(scenario.shows("12:00–13:30 · 1h30"))
    #expect(scenario.shows(" Selecting 1h30:  j k more, less  ⏎ plan it  v esc drop it"))
    #expect(!scenario.shows("n new"))
    scenario.keys("enter")
    scenario.type("Mail #break")
    scenario.keys("enter")
    #expect(scenario.plan("Mail") == "2026-11-23T12:00 Asia/Kolkata 90m")
    #expect(scenario.block("Mail")?.kind == .break)
    #expect(scenario.state.calendar.anchor == nil)
    scenario.keys("G v")
    #expect(scenario.shows("Selecting 30m:"))
    scenario.keys("esc")
    #expect(scenario.state.calendar.anchor == nil)
    #expect(scenario.shows("n new") && !scenario.shows("Selecting"))
    scenario.keys("M v")
    #expect(scenario.state.calendar.anchor == nil && scenario.shows("A span is selected where hours are"))
  }

  /// Row by row, also over what is planned there: what is typed next must not reach a block as commands.
  @Test func aSpanGoesOverBlocks() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("v j j j")
    #expect(scenario.shows("09:30–11:30 · 2h"))
    #expect(scenario.state.calendar.selected == nil)
    // Each of its rows is seen to be selected, those under the block too.
    let layout = CalendarLayout(Layout(scenario.state).calendar, scenario.state, scenario.world)
    let plan = try #require(layout.current?.plan)
    let ground = scenario.theme.style(.selection).background
    let grounds = (19...23).compactMap { layout.y(of: $0) }.map { y in
      (plan.x..<plan.maxX).allSatisfy { scenario.frame.style(x: $0, y: y).background == ground }
    }
    #expect(grounds == [true, true, true, true, false])
    scenario.keys("enter")
    scenario.type("Deep work")
    scenario.keys("enter")
    #expect(scenario.plan("Deep work") == "2026-11-23T09:30 Asia/Kolkata 120m")
    #expect(scenario.plan("Draft") == "2026-11-23T10:00 Asia/Kolkata 90m")
  }

  @Test func blocksAreCopiedAndCut() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j c l p")
    #expect(scenario.desk.allBlocks.filter { $0.title == "Draft" }.count == 2)
    scenario.keys("[ X l G p")
    let starts = scenario.desk.allBlocks.filter { $0.title == "Draft" }.map(\.start.wall.text).sorted()
    #expect(starts == ["2026-11-24T10:00", "2026-11-24T23:30"])
    #expect(scenario.state.calendar.clip == nil)
  }

  @Test func aLinkIsOpenedOnlyIfItIsOne() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j o")
    #expect(scenario.state.message?.kind == .warning)
    scenario.keys("enter l")
    scenario.type("javascript:alert(1)")
    scenario.keys("enter")
    #expect(scenario.shows("An address begins with https://"))
    scenario.keys("ctrl+u")
    scenario.type("https://meet.example.org/a?b=1")
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.link == "https://meet.example.org/a?b=1")
    scenario.settled()
    scenario.keys("o")
    scenario.expect(effects: [.openLink("https://meet.example.org/a?b=1")]) { $0.message = nil }
  }

  /// What calendars of others write into the place or the notes.
  @Test func aLinkIsOpenedAsItIsWritten() {
    var block = Block(
      id: "b", client: nil, title: "Read", start: ZonedTime(at: Instant(seconds: 0), in: .utc), duration: 1800
    )
    block.link = "https://en.wikipedia.org/wiki/Yahoo!"
    #expect(BlockLink.url(of: block) == "https://en.wikipedia.org/wiki/Yahoo!")
    block.link = nil
    block.location = "Hotel:Ritz"
    #expect(BlockLink.url(of: block) == nil)
  }

  @Test(
    arguments: [
      ("Room 5, https://meet.example.org/a-b", "https://meet.example.org/a-b"),
      ("Join now<https://teams.example.org/l/19%3a?x=1>", "https://teams.example.org/l/19%3a?x=1"),
      ("(see https://example.org/a_(b)).", "https://example.org/a_(b)"),
      ("Call tel:+442071234567, then wait", "tel:+442071234567"),
      ("Zoom:HTTPS://zoom.example/1;", "HTTPS://zoom.example/1"),
    ])
  func anAddressIsFoundInASentence(text: String, address: String) throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j enter p")
    scenario.type(text)
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.location == text)
    scenario.settled()
    scenario.keys("o")
    scenario.expect(effects: [.openLink(address)]) { $0.message = nil }
  }

  @Test func aPlaceWithoutAnAddressIsToldAsOne() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j enter p")
    scenario.type("221B Baker St")
    scenario.keys("enter o")
    #expect(scenario.state.message?.text == "The block has a place and no link: 221B Baker St")
    let id = try #require(scenario.block("Draft")?.id)
    try scenario.elsewhere { desk in
      try desk.desk.editBlock(id, context: desk.context) { $0.link = "file:///etc/passwd" }
    }
    scenario.keys("o")
    #expect(scenario.state.message?.text.hasPrefix("“file:///etc/passwd” cannot be opened") == true)
  }

  @Test func aBlockRepeatsByWords() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("j r")
    scenario.type("every second tue")
    #expect(scenario.shows("from Tue 24 Nov") && scenario.shows("then Tue 8 Dec, Tue 22 Dec"))
    scenario.keys("enter")
    #expect(scenario.block("Draft")?.repeat == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    #expect(scenario.block("Draft")?.start.wall.text == "2026-11-24T10:00")
    scenario.keys("r ctrl+u")
    #expect(scenario.shows("does not repeat · every second tue"))
    scenario.type("never")
    scenario.keys("enter a")
    #expect(scenario.block("Draft")?.repeat == nil)
  }

  @Test func wholeDaysAreTyped() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("n")
    scenario.type("Conference mon-wed all day")
    #expect(scenario.shows("Mon 30 Nov – Wed 2 Dec · 3 days"))
    #expect(!scenario.shows("00:00–"))
    scenario.keys("enter")
    #expect(scenario.plan("Conference") == "2026-11-30T00:00 Asia/Kolkata 4320m")
    #expect(scenario.block("Conference")?.allDay == true)
    #expect(scenario.state.message?.text.contains("00:00") == false)
    scenario.keys("n")
    scenario.type("Offsite fri all day 10:00")
    #expect(scenario.shows("Whole days have no time"))
    scenario.keys("enter")
    #expect(scenario.block("Offsite") == nil && scenario.shows("Whole days have no time"))
    for _ in 0..<6 { scenario.keys("backspace") }
    #expect(scenario.shows("Fri 27 Nov · all day"))
  }

  /// Where a day is narrow the outline of what is typed tells its start whole.
  @Test func theOutlineOfANewBlockTellsItsStart() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("w n")
    scenario.type("Mail 12:15-14:45")
    #expect(scenario.shows("┋ 12:15") && !scenario.screen.contains(/┋ 12:15[–…]/), "\(scenario.screen)")
  }

  @Test func aBlockThatRepeatsIsPlannedInOneLine() throws {
    var scenario = try CalendarDesk.week().scenario()
    scenario.keys("G n")
    scenario.type("Accounts every second tue 16:00 london #meeting")
    #expect(scenario.shows("↻ every second Tuesday"))
    scenario.keys("enter")
    #expect(scenario.plan("Accounts") == "2026-11-24T16:00 Europe/London 60m")
    #expect(scenario.block("Accounts")?.repeat == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    #expect(scenario.selectedBlock?.title == "Accounts")
  }
}
