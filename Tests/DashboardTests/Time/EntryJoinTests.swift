import Civil
import Dashboard
import Desk
import Testing

/// Cutting an entry in two, and making one of two.
struct EntryJoinTests {
  @Test func anEntryIsSplitAndJoined() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.press("entry.split")
    #expect(scenario.shows("09:00 – 09:15 (0:15) · 09:15 – 09:30 (0:15)"))
    scenario.type("9:10")
    #expect(scenario.shows("09:00 – 09:10 (0:10) · 09:10 – 09:30 (0:20)"))
    scenario.keys("enter")
    scenario.expect(changes: [
      "entry Newsletter 48: end 2026-11-23T04:00:00Z → 2026-11-23T03:40:00Z", "entry Newsletter 48: added",
    ]) { $0.says("Entry split: Newsletter 48") }
    scenario.press("entry.join")
    scenario.expect(changes: [
      "entry Newsletter 48: end 2026-11-23T03:40:00Z → 2026-11-23T04:00:00Z", "entry Newsletter 48: removed",
    ]) { $0.says("Entries joined: Newsletter 48 · u takes it back") }
  }

  @Test func joiningAsksWhereItBooksMoreOrTakesFromSomebody() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Night call")
    scenario.press("entry.join")
    #expect(scenario.shows("Join as Night call · Sun 22 Nov 23:30 – 09:30 (10:00)?"))
    #expect(scenario.shows("⚠ 8:40 more is booked") && scenario.shows("⚠ 0:30 is taken from Coach Lin"))
    scenario.keys("n")
    scenario.expect()
    scenario.select("新年のカタログを翻訳する")
    scenario.press("entry.join")
    #expect(scenario.shows("⚠ 1:25 is taken from Family") && scenario.shows("⚠ all of it is billed"))
    scenario.keys("esc")
    scenario.expect()
    scenario.press("entry.join")
    scenario.keys("enter")
    #expect(scenario.entry("新年のカタログを翻訳する")?.end == WorkedDay.at("13:00"))
    #expect(scenario.state.message?.text == "Entries joined: 新年のカタログを翻訳する · u takes it back")
  }

  @Test func whatIsNoTimeToCutAtIsSaid() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.split", "25:99")
    #expect(scenario.shows("Expected a time such as 9:20, +25 or -10."))
  }

  @Test func aCutOutsideIsRefused() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Newsletter 48")
    scenario.reply("entry.split", "10:30")
    #expect(scenario.shows("That is not within the entry."))
    scenario.keys("esc")
    scenario.expect()
  }

  @Test func theLastEntryHasNoneToJoin() throws {
    var scenario = try WorkedDay.scenario()
    scenario.select("Podcast notes")
    scenario.press("entry.join")
    scenario.expect { $0.says("There is no entry after it on this day.", .warning) }
  }
}
