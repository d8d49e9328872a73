import Civil
import Desk
import Testing

struct CardFilterTests {
  private let context = Fixture.context
  private let desk = Desk(zones: RuleZones.database)

  private func card(_ change: (inout Card) -> Void = { _ in }) -> Card {
    var card = Card(
      id: "c1", client: Fixture.coach.id, column: "col", rank: "V", title: "Newsletter 48 für Ipê",
      createdAt: Instant(seconds: 0))
    card.labels = ["Ops", "writing"]
    card.assignee = "Lin"
    change(&card)
    return card
  }

  private func matches(_ text: String, _ card: Card) -> Bool {
    CardFilter(text, context).matches(card, in: desk, now: context.now)
  }

  private func due(_ wall: String) -> Card {
    card { $0.due = WallTime(text: wall).map { ZonedTime(wall: $0, zone: "Europe/London") } }
  }

  @Test(arguments: [
    "", "news", "NEWS 48", "fur ipe", "#ops", "#wri", "@coach", "@lin", "@LI", "=lin", "!4", "due:none",
    "is:open",
  ]) func cardsThatFitAreFound(text: String) {
    #expect(matches(text, card()))
  }

  @Test(arguments: [
    "old", "news old", "#zzz", "@harbor", "=bob", "!1", "due:any", "is:done", "is:waiting", "due:x",
  ])
  func otherCardsAreNot(text: String) {
    #expect(!matches(text, card()))
  }

  @Test func dueIsByTheCalendarOfTheZoneItIsDueIn() {
    // Monday 3:30 in London.
    #expect(matches("due:today", due("2026-11-23T23:00")))
    #expect(!matches("due:today", due("2026-11-24T00:30")))
    #expect(matches("due:week", due("2026-11-29T12:00")))
    #expect(!matches("due:week", due("2026-11-30T12:00")))
    #expect(matches("due:overdue", due("2026-11-23T03:00")))
    #expect(!matches("due:overdue", due("2026-11-23T04:00")))
    #expect(matches("due:<fri", due("2026-11-26T12:00")))
    #expect(!matches("due:<fri", due("2026-11-27T12:00")))
    #expect(matches("due:>3dec", due("2026-12-04T12:00")))
    #expect(matches("due:fri", due("2026-11-27T12:00")))
  }

  @Test func aDoneCardIsNotOverdue() {
    var done = due("2026-11-20T12:00")
    #expect(matches("is:overdue", done))
    done.doneAt = context.now
    #expect(!matches("is:overdue", done))
    #expect(matches("is:done", done))
  }

  @Test func anAtMayStandInATitle() {
    #expect(matches("@home", card { $0.title = "Call @home" }))
    #expect(!matches("@home", card()))
  }

  @Test(arguments: [
    ("due:foo news", ["due:foo"]), ("due: is:", ["due:", "is:"]),
    ("is:foo due:<x !9", ["is:foo", "due:<x", "!9"]),
    ("due:week is:open !1 #a @b =c news \\is:foo", []),
  ])
  func whatHasAKnownBeginningAndNoMeaningIsNamed(text: String, words: [String]) {
    #expect(CardFilter(text, context).notUnderstood == words)
  }

  @Test func waitingAndMine() {
    #expect(matches("is:waiting", card { $0.waitingOn = "Lin" }))
    #expect(matches("is:mine", card { $0.assignee = nil }))
    #expect(!matches("is:mine", card()))
  }
}
