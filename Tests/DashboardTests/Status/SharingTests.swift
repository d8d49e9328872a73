import Canvas
import Dashboard
import Desk
import Testing

/// While the screen is shared, another client is shown only when that is asked for twice in a row.
struct SharingTests {
  private func shared() throws -> Scenario {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.press("desk.share")
    scenario.settled()
    return scenario
  }

  @Test func aDigitAsksFirstAndShowsTheClientWhenPressedAgain() throws {
    var scenario = try shared()
    scenario.keys("1")
    #expect(scenario.state.client == scenario.client("coach-lin")?.id)
    #expect(scenario.shows("Sharing the screen: once more shows client 1 instead."))
    #expect(!scenario.shows("Harbor Goods") && !scenario.shows("Restock report"))
    scenario.keys("1")
    #expect(scenario.state.client == scenario.client("harbor-goods")?.id)
    #expect(scenario.state.isPrivate && !scenario.shows("Coach Lin"))
  }

  @Test func anythingInBetweenMeansThatItWasNotMeant() throws {
    var scenario = try shared()
    for other in ["j", "3", "0", "]"] {
      scenario.keys("1")
      scenario.keys(other)
      scenario.keys("1")
      #expect(scenario.state.client == scenario.client("coach-lin")?.id, "\(other)")
      scenario.keys("g d")
    }
  }

  @Test func theNextClientAndTheStripAskToo() throws {
    var scenario = try shared()
    scenario.keys("]")
    #expect(scenario.state.client == scenario.client("coach-lin")?.id)
    scenario.keys("]")
    #expect(scenario.state.client == scenario.client("bondi-homes")?.id)
    let place = scenario.frame.text(row: 0).split(separator: "1 •••")[0].count
    for wanted in ["bondi-homes", "harbor-goods"] {
      scenario.send(.terminal(.mouse(MouseEvent(.press(.left), x: place, y: 0))))
      scenario.send(.terminal(.mouse(MouseEvent(.release, x: place, y: 0))))
      #expect(scenario.state.client == scenario.client(wanted)?.id)
    }
  }

  @Test func theClientThatIsShownIsNotAskedFor() throws {
    var scenario = try shared()
    scenario.keys("0")
    scenario.keys("2")
    #expect(scenario.state.screen == .desk)
    #expect(scenario.state.message == nil)
  }

  @Test func aNewClientDoesNotTakeThePlaceOfTheOneThatIsShared() throws {
    var scenario = try shared()
    scenario.press("client.new")
    scenario.type("Zürich Büro")
    scenario.keys("enter enter")
    scenario.type("Europe/London")
    scenario.keys("alt+enter")
    #expect(scenario.client("zurich-buro") != nil)
    #expect(scenario.state.client == scenario.client("coach-lin")?.id)
    scenario.press("desk.share")
    #expect(scenario.state.client == scenario.client("coach-lin")?.id)
  }

  @Test func whatIsTakenBackForAnotherClientIsNotTold() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.press("timer.toggle")
    scenario.press("timer.start")
    scenario.type("@harbor Tax advice")
    scenario.keys("enter")
    scenario.press("desk.share")
    scenario.press("desk.undo")
    #expect(scenario.state.message?.text == "Taken back: •••")
    #expect(!scenario.shows("Tax advice"))
  }

  @Test func howLongOthersWorkTakesIsNotShown() throws {
    var scenario = try Scenario(width: 140, height: 40)
    scenario.press("timer.start")
    scenario.type("@harbor Tax advice")
    scenario.keys("enter")
    scenario.wait(seconds: 3 * 3600 + 1260)
    scenario.press("desk.share")
    for screen in ["view.time", "view.today"] {
      scenario.press(screen)
      #expect(scenario.shows("•••") && !scenario.shows("3:21"), "\(screen)")
    }
  }

  @Test func anImportDoesNotEither() throws {
    var scenario = try shared()
    scenario.press("view.palette")
    scenario.type("import trello")
    scenario.keys("enter")
    scenario.type("x.json")
    scenario.keys("alt+enter")
    let other = try #require(scenario.client("harbor-goods"))
    scenario.send(.imported(.done(client: other.id, report: ["Board “Secret” → client Harbor Goods"])))
    #expect(scenario.state.client == scenario.client("coach-lin")?.id)
    #expect(!scenario.shows("Harbor Goods"))
  }
}
