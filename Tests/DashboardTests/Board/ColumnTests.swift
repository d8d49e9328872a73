import Canvas
import Dashboard
import Desk
import Testing

extension Scenario {
  fileprivate var columns: [String] {
    client("coach-lin").map { desk.columns(of: $0.id).map(\.name) } ?? []
  }
}

@Test func columnsAreAddedRenamedAndMoved() throws {
  var scenario = try Scenario()
  scenario.press("column.add")
  scenario.type("Waiting")
  scenario.keys("enter")
  #expect(scenario.columns == ["Backlog", "Doing", "Waiting", "Review", "Done"])
  #expect(scenario.state.board.column == scenario.column("Waiting")?.id)
  scenario.press("column.right")
  #expect(scenario.columns == ["Backlog", "Doing", "Review", "Waiting", "Done"])
  scenario.press("column.rename")
  scenario.keys("ctrl+u")
  scenario.type("With Lin")
  scenario.keys("enter")
  scenario.press("column.role")
  scenario.keys("4")
  #expect(scenario.column("With Lin")?.role == .waiting)
  for _ in 0..<4 { scenario.press("desk.undo") }
  #expect(scenario.columns == ["Backlog", "Doing", "Review", "Done"])
}

@Test func aLimitIsTypedAndTakenOff() throws {
  var scenario = try Scenario()
  scenario.press("column.limit")
  scenario.type("5")
  scenario.keys("enter")
  #expect(scenario.column("Doing")?.wipLimit == 5)
  scenario.press("column.limit")
  scenario.type("many")
  scenario.keys("enter")
  #expect(scenario.shows("“many” is not a number of cards."))
  scenario.keys("ctrl+u")
  scenario.type("0")
  scenario.keys("enter")
  #expect(scenario.column("Doing")?.wipLimit == nil)
}

@Test func aColumnWithCardsAsksWhereTheyGo() throws {
  var scenario = try Scenario()
  scenario.press("column.remove")
  #expect(scenario.shows("Delete Doing: 1 card to"))
  #expect(scenario.columns.contains("Doing"))
  scenario.keys("1")
  #expect(scenario.columns == ["Backlog", "Review", "Done"])
  #expect(scenario.titles("Backlog").last == "Newsletter 48")
  scenario.press("desk.undo")
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
}

@Test func anEmptyColumnGoesAtOnce() throws {
  var scenario = try Scenario()
  scenario.press("client.3")
  scenario.press("column.remove")
  #expect(scenario.state.overlays.isEmpty)
  #expect(scenario.column("Backlog", of: "bondi-homes") == nil)
}

@Test func withoutColumnsTheBoardSaysHowToMakeOne() throws {
  var scenario = try Scenario()
  scenario.press("client.3")
  for _ in 0..<4 { scenario.press("column.remove") }
  #expect(scenario.shows("This board has no columns. c a makes one."))
  scenario.press("column.add")
  scenario.type("Everything")
  scenario.keys("enter")
  #expect(scenario.column("Everything", of: "bondi-homes") != nil)
}

/// A board whose file is damaged is no empty one: nobody is to begin it anew.
@Test func aDamagedBoardSaysSoByNameInsteadOfBeingEmpty() throws {
  var desk = PinnedDesk(emptyAt: PinnedDesk.now)
  try desk.make(
    desk.desk.addClient(ClientDraft(name: "Coach Lin", zone: "UTC"), columns: [], context: desk.context))
  var scenario = try Scenario(desk)
  #expect(scenario.shows("This board has no columns. c a makes one."))
  let client = try #require(scenario.client("coach-lin"))
  scenario.damagedBoards = [
    client.id:
      "clients/coach-lin/board.json is damaged (line 1, column 9: x) and is not written to; run vahi doctor"
  ]
  #expect(!scenario.shows("makes one"))
  #expect(scenario.shows("clients/coach-lin/board.json is damaged") && scenario.shows("run vahi doctor"))
  scenario.keys("n")
  #expect(scenario.state.message?.text.hasPrefix("clients/coach-lin/board.json is damaged") == true)
}

/// What is finished would lose its date: the question says so before it is answered, and counts what is out of sight.
@Test(arguments: [60, 80])
func deletingAColumnOfDoneCardsSaysThatTheyWillBeOpen(_ width: Int) throws {
  var scenario = try Scenario(width: width)
  scenario.press("card.done")
  let card = try #require(scenario.card("Refund mail"))
  try scenario.elsewhere { sample in
    try sample.desk.editCards([card.id], action: "card.archive", context: sample.context) {
      $0.archived = true
    }
  }
  for _ in 0..<3 { scenario.press("move.right") }
  scenario.press("column.remove")
  #expect(scenario.shows("Delete Done: 2 cards to"), "\(scenario.screen)")
  #expect(scenario.shows("2 are done and will be open again"), "\(scenario.screen)")
  #expect(scenario.shows("1 is archived"))
  scenario.keys("1")
  #expect(scenario.card("Newsletter 48")?.doneAt == nil)
}

@Test func deletingAColumnOfOpenCardsSaysNothingOfDone() throws {
  var scenario = try Scenario()
  scenario.press("column.remove")
  #expect(!scenario.shows("open again") && !scenario.shows("archived"))
}

@Test func doneCardsStayDoneInAnotherColumnOfDone() throws {
  var scenario = try Scenario()
  scenario.press("column.role")
  scenario.keys("6")
  for _ in 0..<2 { scenario.press("move.right") }
  scenario.press("column.remove")
  #expect(scenario.shows("1 is done and will be open again, but not in Doing"), "\(scenario.screen)")
}

@Test(arguments: ["column.add", "column.rename"])
func twoColumnsOfABoardAreNotCalledTheSame(_ command: String) throws {
  var scenario = try Scenario()
  let before = scenario.columns
  scenario.press(command)
  scenario.keys("ctrl+u")
  scenario.type("review ")
  scenario.keys("enter")
  #expect(scenario.shows("This board has a column “Review” already."), "\(scenario.screen)")
  #expect(scenario.columns == before && scenario.state.overlays.count == 1)
}

@Test func aColumnsOwnNameMayBeWrittenOtherwise() throws {
  var scenario = try Scenario()
  scenario.press("column.rename")
  scenario.keys("ctrl+u")
  scenario.type("DOING")
  scenario.keys("enter")
  #expect(scenario.columns == ["Backlog", "DOING", "Review", "Done"])
}

@Test func aLimitOfOneIsOneCard() throws {
  var scenario = try Scenario()
  scenario.press("column.limit")
  scenario.type("1")
  #expect(scenario.shows("at most 1 card") && !scenario.shows("at most 1 cards"))
}
