import Canvas
import Civil
import Dashboard
import Desk
import Testing

extension Scenario {
  /// Answers what is asked by typing.
  fileprivate mutating func answer(_ command: String, _ text: String) {
    press(command)
    type(text)
    keys("enter")
  }
}

@Test func aNewCardIsReadAndStaysSelected() throws {
  var scenario = try Scenario()
  scenario.answer("card.new", "Send the invoice #money ~45m !2 >fri 4pm =lin")
  let card = try #require(scenario.card("Send the invoice"))
  #expect(card.labels == ["money"])
  #expect(card.estimate == 45 * 60)
  #expect(card.quadrant == .plan)
  #expect(card.assignee == "lin")
  #expect(card.due?.wall.text == "2026-11-27T16:00")
  #expect(card.due?.zone == "Europe/London")
  #expect(scenario.titles("Doing") == ["Newsletter 48", "Send the invoice"])
  let column = try #require(scenario.column("Doing"))
  scenario.expect(changes: ["card Send the invoice: added"]) {
    $0.board.select(card.id, in: column.id)
    $0.says("New card “Send the invoice” in Doing")
  }
}

/// What was said by another clock is told by the client's on the client's board, and by all of them in the card.
@Test func aDueTimeIsToldByTheClientsClock() throws {
  var scenario = try Scenario()
  scenario.answer("card.new", "Call the bank")
  scenario.answer("card.due", "tomorrow 4pm new york")
  #expect(scenario.card("Call the bank")?.due?.zone == "America/New_York")
  #expect(scenario.shows("due today 21:00"), "\(scenario.screen)")
  scenario.press("card.open")
  let told = "Mon 23 Nov 16:00 New York · 21:00 in London · Tue 24 Nov 02:30 in Kolkata"
  #expect(scenario.shows(TextWidth.cut(told, to: 61)), "\(scenario.screen)")
}

/// At eighty columns there is room for both clocks of a date in another year.
@Test func theYearOfADueTimeIsToldOnce() throws {
  var scenario = try Scenario()
  scenario.answer("card.new", "Old promise >2025-04-25 20:00")
  scenario.press("card.open")
  #expect(scenario.shows("Fri 25 Apr 2025 20:00 London · Sat 26 Apr 00:30 in Kolkata"), "\(scenario.screen)")
}

@Test func aNewCardGoesBelowTheSelectedOneOrToTheTop() throws {
  var scenario = try Scenario()
  scenario.press("move.left")
  scenario.answer("card.new", "Second")
  scenario.answer("card.newAtTop", "First of all")
  #expect(scenario.titles("Backlog").prefix(3) == ["First of all", "Invoice pack", "Second"])
  #expect(scenario.selected == "First of all")
}

@Test func altEnterAddsCardAfterCard() throws {
  var scenario = try Scenario()
  scenario.press("card.new")
  scenario.type("One")
  scenario.send(KeyPress(.enter, alt: true))
  scenario.type("Two")
  scenario.send(KeyPress(.enter))
  #expect(scenario.titles("Doing") == ["Newsletter 48", "One", "Two"])
  #expect(scenario.state.overlays.isEmpty)
}

@Test func aNewCardOfAnotherClientGoesToTheirBoard() throws {
  var scenario = try Scenario()
  scenario.answer("card.new", "Call the agent @bondi")
  #expect(scenario.titles("Doing", of: "bondi-homes") == ["Call the agent"])
  #expect(scenario.selected == "Newsletter 48")
}

@Test func anEmptyTitleMakesNoCard() throws {
  var scenario = try Scenario()
  scenario.answer("card.new", "")
  scenario.expect()
  scenario.answer("card.new", "#money")
  #expect(scenario.shows("A card needs a title."))
}

@Test(arguments: [
  ("card.title", "Newsletter 49", "card Newsletter 48: title Newsletter 48 → Newsletter 49"),
  ("card.due", "fri 4pm", "card Newsletter 48: due none → 2026-11-27T16:00 Europe/London"),
  ("card.estimate", "45m", "card Newsletter 48: estimate 7200 → 2700"),
  ("card.estimate", "+30", "card Newsletter 48: estimate 7200 → 9000"),
  ("card.labels", "money, new one", "card Newsletter 48: labels [] → [money, new one]"),
  ("card.assignee", "Asha", "card Newsletter 48: assignee none → Asha"),
  ("card.waiting", "Lin", "card Newsletter 48: waitingOn none → Lin"),
  ("card.estimate", "-", "card Newsletter 48: estimate 7200 → none"),
])
func aFieldIsTyped(command: String, text: String, change: String) throws {
  var scenario = try Scenario()
  scenario.press(command)
  if command == "card.title" { scenario.keys("ctrl+u") }
  scenario.type(text)
  scenario.keys("enter")
  let said = scenario.state.message?.text ?? ""
  #expect(scenario.state.message?.kind == .done)
  scenario.expect(changes: [change]) { $0.says(said) }
  scenario.press("desk.undo")
  #expect(scenario.card("Newsletter 48")?.estimate == 7200)
}

@Test func whatIsNotUnderstoodIsSaidAndAskedAgain() throws {
  var scenario = try Scenario()
  scenario.answer("card.due", "some day")
  #expect(scenario.shows("“some day” is not understood"))
  scenario.keys("esc")
  scenario.expect()
}

@Test func quadrantAndColumnAreOneKeyMore() throws {
  var scenario = try Scenario()
  scenario.press("card.quadrant")
  scenario.keys("1")
  #expect(scenario.card("Newsletter 48")?.quadrant == .first)
  scenario.press("card.toColumn")
  scenario.keys("3")
  #expect(scenario.titles("Review") == ["Podcast notes", "Newsletter 48"])
}

@Test func toAnotherClientsBoard() throws {
  var scenario = try Scenario()
  scenario.answer("card.toClient", "har")
  scenario.keys("2")
  #expect(scenario.shows("Moved “Newsletter 48” to Harbor Goods · Doing"))
  #expect(scenario.titles("Doing", of: "harbor-goods") == ["Newsletter 48"])
  #expect(scenario.titles("Doing").isEmpty)
}

@Test func deletingSaysWhichKeyTakesItBack() throws {
  var scenario = try Scenario()
  scenario.press("card.remove")
  #expect(scenario.card("Newsletter 48") == nil)
  scenario.expect(changes: ["card Newsletter 48: removed"]) {
    $0.says("Deleted “Newsletter 48” · u takes it back")
    $0.board.cards = [:]
  }
  scenario.press("desk.undo")
  #expect(scenario.selected == "Newsletter 48")
}

@Test func verbsActOnAllMarkedCardsAtOnce() throws {
  var scenario = try Scenario()
  scenario.press("move.left")
  scenario.press("card.mark")
  scenario.press("card.mark")
  scenario.settled()
  scenario.answer("card.labels", "spring")
  let labels = ["card Invoice pack: labels [money] → [spring, money]"]
  #expect(scenario.card("Invoice pack")?.labels == ["spring", "money"])
  scenario.expect(
    changes: labels + ["card Book the venue for the spring retreat in Lisbon: labels [] → [spring]"]
  ) { $0.says("Labels of 2 cards changed") }
  scenario.press("card.remove")
  #expect(scenario.state.message?.text == "Deleted 2 cards · u takes it back")
  scenario.press("desk.undo")
  #expect(scenario.titles("Backlog").count == 4)
}

@Test func marksSurviveVerbsUntilEsc() throws {
  var scenario = try Scenario()
  scenario.press("card.markAll")
  #expect(scenario.state.board.marked.count == 7)
  scenario.press("card.quadrant")
  scenario.keys("4")
  #expect(scenario.state.board.marked.count == 7)
  scenario.keys("esc")
  #expect(scenario.state.board.marked.isEmpty)
}

@Test func archivedCardsComeBack() throws {
  var scenario = try Scenario()
  scenario.press("card.archive")
  #expect(scenario.titles("Doing").isEmpty)
  scenario.press("board.archived")
  #expect(scenario.shows("1 archived"))
  #expect(scenario.shows("Doing · archived Mon 23 Nov"))
  scenario.keys("enter")
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
  #expect(scenario.selected == "Newsletter 48")
}

@Test func aCopyIsMadeBelowAndSelected() throws {
  var scenario = try Scenario()
  scenario.press("card.duplicate")
  #expect(scenario.titles("Doing") == ["Newsletter 48", "Newsletter 48"])
  let ids = try #require(scenario.column("Doing")).id
  #expect(scenario.state.board.card == scenario.desk.cardIDs(in: ids).last)
}

@Test func notesGoToTheEditor() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Newsletter 48"))
  scenario.press("card.notes")
  scenario.expect(effects: [.edit(.cardNotes(card.id, before: card.notes))])
  scenario.send(.edited(.cardNotes(card.id, before: card.notes), "Shorter."))
  scenario.expect(changes: ["card Newsletter 48: notes \(card.notes) → Shorter."]) {
    $0.says("Notes of “Newsletter 48” saved")
  }
}

@Test func whatElseOfTheCardWasChangedMeanwhileDoesNotKeepNotesFromBeingSaved() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Newsletter 48"))
  try scenario.elsewhere {
    try $0.desk.editCards([card.id], action: "card.edit", context: $0.context) { $0.urgent.toggle() }
  }
  scenario.settled()
  scenario.send(.edited(.cardNotes(card.id, before: card.notes), "Shorter."))
  scenario.expect(changes: ["card Newsletter 48: notes \(card.notes) → Shorter."]) {
    $0.says("Notes of “Newsletter 48” saved")
  }
}

@Test func notesThatWereChangedElsewhereMeanwhileAreNotWrittenOver() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Newsletter 48"))
  try scenario.elsewhere {
    try $0.desk.editCards([card.id], action: "card.edit", context: $0.context) { $0.notes = "Theirs" }
  }
  scenario.settled()
  let target = EditTarget.cardNotes(card.id, before: card.notes)
  scenario.send(.edited(target, "Mine"))
  scenario.expect {
    $0.says(
      "Not saved: it was changed elsewhere in the meantime; look at it again and repeat", .error)
  }
  #expect(!target.holds("Mine", on: scenario.desk) && target.holds("Theirs", on: scenario.desk))
  try scenario.elsewhere { try $0.desk.removeCards([card.id], context: $0.context) }
  scenario.settled()
  scenario.send(.edited(target, "Mine"))
  scenario.expect { $0.says("Not saved: The card is no longer there.", .error) }
}

@Test func aReadOnlyDeskRefusesAnAnswer() throws {
  var scenario = try Scenario()
  scenario.readOnly = "the disk is full"
  scenario.answer("card.due", "fri")
  #expect(scenario.state.message?.text == "This desk is read-only: the disk is full")
  scenario.keys("esc")
  scenario.answer("card.new", "Nothing")
  scenario.keys("esc")
  scenario.press("card.remove")
  #expect(scenario.card("Newsletter 48") != nil)
  #expect(scenario.card("Nothing") == nil)
}

@Test func aCardDeletedElsewhereWhileItIsAskedAbout() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Newsletter 48"))
  scenario.press("card.due")
  try scenario.elsewhere { try $0.desk.removeCards([card.id], context: $0.context) }
  scenario.type("fri")
  scenario.keys("enter")
  #expect(scenario.shows("The card is no longer there."))
}

/// Coach Lin's clock in London.
@Test(arguments: [
  ("28 mar 1:30", "01:30 does not exist that day in London, it is 02:30"),
  ("31 oct 2027 1:30", "01:30 comes twice that day in London, the first is meant"),
])
func aDueTimeThatIsNotThereOrTwiceIsTold(typed: String, note: String) throws {
  var scenario = try Scenario(width: 120, height: 30)
  scenario.press("card.due")
  scenario.type(typed)
  #expect(scenario.shows(note))
  scenario.keys("esc")
  scenario.press("card.new")
  scenario.type("Rota >\(typed)")
  #expect(scenario.shows(note))
}

/// The other board's column of the same role is proposed, in whatever place it stands there.
@Test func anotherClientsColumnOfTheSameRoleIsProposed() throws {
  var scenario = try Scenario()
  scenario.answer("card.toClient", "har")
  scenario.keys("enter")
  #expect(scenario.titles("Doing", of: "harbor-goods") == ["Newsletter 48"])
}

@Test func aRunningTimerGoesOnForTheClientThatACardGoesTo() throws {
  var scenario = try Scenario()
  scenario.press("timer.toggle")
  scenario.wait(seconds: 600)
  let first = try #require(scenario.desk.running)
  scenario.settled()
  scenario.answer("card.toClient", "har")
  scenario.keys("enter")
  let harbor = try #require(scenario.client("harbor-goods"))
  let running = try #require(scenario.desk.running)
  #expect(scenario.desk.entry(first.id)?.end == scenario.now && first.client != harbor.id)
  #expect(running.client == harbor.id && running.card == first.card && running.start == scenario.now)
  #expect(running.note == first.note && running.labels == first.labels)
  #expect(
    scenario.shows("Moved “Newsletter 48” to Harbor Goods · Doing · the timer goes on for them"),
    "\(scenario.screen)")
  scenario.press("desk.undo")
  #expect(scenario.desk.running == first)
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
  scenario.press("desk.redo")
  #expect(scenario.desk.running == running)
}

@Test func anotherCardsTimerStaysAsItIsWhenACardGoesElsewhere() throws {
  var scenario = try Scenario()
  scenario.press("timer.toggle")
  scenario.press("move.left")
  let running = try #require(scenario.desk.running)
  scenario.answer("card.toClient", "har")
  scenario.keys("enter")
  #expect(scenario.desk.running == running)
  #expect(scenario.shows("Moved “Invoice pack” to Harbor Goods · Backlog") && !scenario.shows("goes on"))
}

/// What a new card would understand is a title's text where the title is edited.
@Test func marksInATitleAreSaidToStayText() throws {
  var scenario = try Scenario()
  scenario.press("card.title")
  #expect(!scenario.shows("stay"))
  scenario.type(" ~20m #urgent @nobody")
  #expect(
    scenario.shows("~20m and #urgent stay text · set by ~ #"), "\(scenario.screen)")
  scenario.keys("enter")
  #expect(scenario.card("Newsletter 48 ~20m #urgent @nobody")?.estimate == 7200)
  scenario.press("card.title")
  scenario.keys("ctrl+u")
  scenario.type("Newsletter >fri 4pm")
  #expect(scenario.shows(">fri 4pm stays text · set by d"), "\(scenario.screen)")
}

@Test func movingWithinAColumnSaysNoColumn() throws {
  var scenario = try Scenario()
  scenario.press("move.left")
  scenario.press("card.moveDown")
  #expect(scenario.shows("Moved “Invoice pack” down"), "\(scenario.screen)")
  scenario.press("card.moveUp")
  #expect(scenario.shows("Moved “Invoice pack” up"), "\(scenario.screen)")
}
