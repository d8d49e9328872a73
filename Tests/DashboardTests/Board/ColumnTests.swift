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
