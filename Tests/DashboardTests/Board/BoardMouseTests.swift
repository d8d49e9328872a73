import Canvas
import Dashboard
import Desk
import Testing

extension Scenario {
  /// Where a text is on the screen.
  fileprivate func place(of text: String) throws -> Point {
    let frame = frame
    for y in 0..<frame.height {
      let row = frame.text(row: y)
      if let range = row.firstRange(of: text) {
        return Point(x: TextWidth.of(row[..<range.lowerBound]), y: y)
      }
    }
    throw Missing(text: text)
  }

  struct Missing: Error { let text: String }

  fileprivate mutating func mouse(_ kind: MouseEvent.Kind, _ point: Point) {
    send(.terminal(.mouse(MouseEvent(kind, x: point.x, y: point.y))))
  }

  fileprivate mutating func click(_ text: String) throws {
    let point = try place(of: text)
    mouse(.press(.left), point)
    mouse(.release, point)
  }

  fileprivate mutating func drag(_ text: String, to end: Point) throws {
    mouse(.press(.left), try place(of: text))
    mouse(.drag(.left), end)
  }
}

@Test func aClickSelectsAndASecondOpens() throws {
  var scenario = try Scenario()
  try scenario.click("Tidy the contact list")
  #expect(scenario.selected == "Tidy the contact list")
  #expect(scenario.state.overlays.isEmpty)
  try scenario.click("Tidy the contact list")
  #expect(scenario.state.openCard?.card == scenario.card("Tidy the contact list")?.id)
}

@Test func aCardIsDraggedBetweenTwoOthers() throws {
  var scenario = try Scenario()
  try scenario.drag("Newsletter 48", to: try scenario.place(of: "Tidy the contact"))
  #expect(scenario.shows("▸ Newsletter 48"))
  scenario.mouse(.release, Point(x: 3, y: 3))
  #expect(
    scenario.titles("Backlog") == [
      "Invoice pack", "Book the venue for the spring retreat in Lisbon", "Newsletter 48",
      "Tidy the contact list", "Ask for testimonials",
    ])
  #expect(scenario.selected == "Newsletter 48")
  #expect(scenario.state.drag == nil)
}

@Test func aCardIsDraggedToTheEndOfAColumn() throws {
  var scenario = try Scenario()
  try scenario.drag("Invoice pack", to: Point(x: 60, y: 15))
  scenario.mouse(.release, Point(x: 60, y: 15))
  #expect(scenario.titles("Review") == ["Podcast notes", "Invoice pack"])
}

@Test func whatIsLetGoOutsideStaysWhereItWas() throws {
  var scenario = try Scenario()
  try scenario.drag("Newsletter 48", to: Point(x: 0, y: 23))
  scenario.mouse(.release, Point(x: 0, y: 23))
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
  #expect(scenario.state.overlays.isEmpty)
}

@Test func whatIsLetGoOnTheEdgesOfTheScreenStaysToo() throws {
  // Beside the board, but in the columns of cells that it has.
  for place in [Point(x: 60, y: 22), Point(x: 60, y: 23)] {
    var scenario = try Scenario()
    try scenario.drag("Newsletter 48", to: place)
    scenario.mouse(.release, place)
    #expect(scenario.titles("Doing") == ["Newsletter 48"])
  }
}

@Test func aCardThatIsDroppedOnAClientIsMovedThereOnceTheColumnIsChosen() throws {
  var scenario = try Scenario()
  let place = try scenario.place(of: "1 Harbor")
  try scenario.drag("Newsletter 48", to: place)
  scenario.mouse(.release, place)
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
  scenario.keys("enter")
  #expect(scenario.card("Newsletter 48")?.client == scenario.client("harbor-goods")?.id)
}

@Test func escapeLetsGoOfWhatIsDragged() throws {
  var scenario = try Scenario()
  try scenario.drag("Newsletter 48", to: Point(x: 60, y: 15))
  scenario.keys("esc")
  scenario.mouse(.release, Point(x: 60, y: 15))
  #expect(scenario.titles("Doing") == ["Newsletter 48"])
}

@Test func columnsOutOfSightComeWhereACardIsHeldAtTheEdge() throws {
  var scenario = try Scenario()
  #expect(!scenario.shows("Done 1 ─"))
  try scenario.drag("Newsletter 48", to: Point(x: 79, y: 10))
  #expect(scenario.shows("Done 1 ─"))
  let done = try scenario.place(of: "Done 1 ─")
  let below = Point(x: done.x, y: 15)
  scenario.mouse(.drag(.left), below)
  scenario.mouse(.release, below)
  #expect(scenario.titles("Done").contains("Newsletter 48"))
}

@Test func aClickOnTheStripGoesToTheClient() throws {
  var scenario = try Scenario()
  try scenario.click("4 प्र")
  #expect(scenario.state.client == scenario.client("prakashan")?.id)
  try scenario.click("0 Today")
  #expect(scenario.state.screen == .today)
}

@Test func theWheelGoesThroughTheColumnUnderIt() throws {
  var scenario = try Scenario()
  let place = try scenario.place(of: "Invoice pack")
  scenario.mouse(.wheelDown, place)
  scenario.mouse(.wheelDown, place)
  #expect(scenario.selected == "Tidy the contact list")
}
