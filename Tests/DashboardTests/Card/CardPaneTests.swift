import Canvas
import Civil
import Dashboard
import Desk
import Testing

extension Scenario {
  fileprivate var checklist: [String] {
    card("Newsletter 48")?.checklist.map { ($0.done ? "✓" : "○") + $0.text } ?? []
  }

  fileprivate static func open() throws -> Scenario {
    var scenario = try Scenario()
    scenario.press("card.open")
    scenario.settled()
    return scenario
  }
}

@Test func linesOfTheChecklistAreTickedAndMoved() throws {
  var scenario = try Scenario.open()
  scenario.press("check.down")
  scenario.press("check.tick")
  #expect(scenario.checklist.first == "○Collect the links")
  scenario.press("check.moveDown")
  #expect(scenario.checklist.prefix(2) == ["✓Write the lead", "○Collect the links"])
  #expect(scenario.state.openCard?.line == 1)
  scenario.press("check.remove")
  #expect(scenario.checklist.count == 4)
  scenario.press("desk.undo")
  #expect(scenario.checklist.count == 5)
}

@Test func linesAreAddedOneAfterAnother() throws {
  var scenario = try Scenario.open()
  scenario.press("check.down")
  scenario.press("check.add")
  scenario.type("One")
  scenario.keys("enter")
  scenario.type("Two")
  scenario.keys("enter")
  scenario.keys("esc")
  #expect(scenario.checklist.prefix(4) == ["✓Collect the links", "○One", "○Two", "✓Write the lead"])
  #expect(scenario.state.openCard?.line == 2)
}

@Test func theFirstLineOfAnEmptyChecklist() throws {
  var scenario = try Scenario()
  scenario.press("move.left")
  scenario.press("card.open")
  #expect(scenario.shows("a adds a line"))
  scenario.press("check.add")
  for line in ["One", "Two"] {
    scenario.type(line)
    scenario.keys("enter")
  }
  scenario.keys("enter")
  #expect(scenario.card("Invoice pack")?.checklist.map(\.text) == ["One", "Two"])
}

@Test func aLineIsEditedWhereItIsSelectedElseTheTitle() throws {
  var scenario = try Scenario.open()
  scenario.press("check.edit")
  scenario.type(" b")
  scenario.keys("enter")
  #expect(scenario.card("Newsletter 48 b") != nil)
  scenario.press("desk.undo")
  scenario.press("check.down")
  scenario.press("check.edit")
  scenario.type("!")
  scenario.keys("enter")
  #expect(scenario.checklist.first == "✓Collect the links!")
}

@Test func everyCardVerbWorksInsideAndEscLeaves() throws {
  var scenario = try Scenario.open()
  scenario.press("card.moveRight")
  scenario.press("card.quadrant")
  scenario.keys("3")
  scenario.press("card.due")
  scenario.type("fri")
  scenario.keys("enter")
  scenario.press("timer.toggle")
  let card = try #require(scenario.card("Newsletter 48"))
  #expect(card.quadrant == .delegate)
  #expect(card.due != nil)
  #expect(scenario.titles("Review").last == "Newsletter 48")
  #expect(scenario.desk.running?.card == card.id)
  #expect(scenario.state.openCard?.card == card.id)
  scenario.keys("esc")
  #expect(scenario.state.overlays.isEmpty)
  #expect(scenario.selected == "Newsletter 48")
}

@Test func aPromptLiesOverTheCardAndEscLeavesOneAtATime() throws {
  var scenario = try Scenario.open()
  scenario.press("card.labels")
  #expect(scenario.state.overlays.count == 2)
  guard case .card? = scenario.state.overlays.first, case .prompt? = scenario.state.overlays.last else {
    Issue.record("the prompt is not over the card")
    return
  }
  scenario.keys("esc")
  scenario.expect()
}

@Test func aSequenceGoesThroughTheOpenCard() throws {
  var scenario = try Scenario.open()
  scenario.keys("g a")
  #expect(scenario.state.overlays.count == 1, "the second key of a sequence is not a key of the card")
}

@Test func aCardThatIsDeletedClosesAlsoWhenItHappensElsewhere() throws {
  var scenario = try Scenario.open()
  scenario.press("check.remove")
  #expect(scenario.state.overlays.isEmpty)
  scenario.press("desk.undo")
  scenario.press("card.open")
  let card = try #require(scenario.card("Newsletter 48"))
  try scenario.elsewhere { try $0.desk.removeCards([card.id], context: $0.context) }
  #expect(scenario.state.overlays.isEmpty)
  #expect(scenario.shows("The card is no longer there."))
}

@Test func anotherClientsCardIsBlankWhileTheScreenIsShared() throws {
  var scenario = try Scenario.open()
  scenario.press("desk.share")
  #expect(scenario.shows("Collect the links"))
  scenario.keys("esc")
  scenario.press("client.1")
  scenario.press("client.1")
  scenario.press("card.open")
  #expect(scenario.shows("Restock report"))
}

@Test func anOpenCardSaysForHowLongItWaits() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.card("Podcast notes"))
  let since = try #require(card.waitingSince)
  try scenario.elsewhere { sample in
    try sample.desk.editCards([card.id], action: "card.edit", context: sample.context) {
      $0.waitingSince = since.adding(-3 * 366 * 86_400)
    }
  }
  scenario.perform { state, world in
    state.show(card.id, world)
    return []
  }
  scenario.press("card.open")
  #expect(scenario.shows("Waiting on  Lin for 3 y"), "\(scenario.screen)")
}

@Test func anOpenCardSaysForHowLongItIsOverdue() throws {
  var scenario = try Scenario()
  let card = try #require(scenario.desk.allCards.first { $0.title.hasPrefix("Book the venue") })
  scenario.perform { state, world in
    state.show(card.id, world)
    return []
  }
  scenario.press("card.open")
  #expect(scenario.shows("overdue 2 d"))
}

/// Adding and deleting are not told by the same words.
@Test func theHistorySaysWhatWasDoneToALineOfTheChecklist() throws {
  var scenario = try Scenario.open()
  scenario.press("check.down")
  scenario.press("check.add")
  scenario.type("One")
  scenario.keys("enter")
  #expect(scenario.shows("Checklist of “Newsletter 48”: added One"), "\(scenario.screen)")
  scenario.keys("esc")
  scenario.press("check.edit")
  scenario.type("!")
  scenario.keys("enter")
  #expect(scenario.shows("Checklist of “Newsletter 48”: now One!"), "\(scenario.screen)")
  scenario.press("check.moveDown")
  #expect(scenario.shows("Checklist of “Newsletter 48”: moved One!"), "\(scenario.screen)")
  scenario.press("check.remove")
  #expect(scenario.shows("Checklist of “Newsletter 48”: deleted One!"), "\(scenario.screen)")
  scenario.press("desk.undo")
  #expect(scenario.shows("Taken back: Checklist of “Newsletter 48”: deleted One!"), "\(scenario.screen)")
}

@Test(arguments: [60, 80, 140])
func aCardSaysByWhoseClockItsTimesAre(_ width: Int) throws {
  var scenario = try Scenario(width: width, height: 60)
  scenario.press("card.comment")
  scenario.type("Lin agrees")
  scenario.keys("enter")
  scenario.press("card.open")
  for text in ["Tue 3 Nov 13:42 Kolkata", "Comments, Kolkata clock", "History, Kolkata clock"] {
    #expect(scenario.shows(text), "\(scenario.screen)")
  }
}
