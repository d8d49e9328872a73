import Canvas
import Dashboard
import Desk
import Testing

/// What was typed for a change that is refused is there again.
@Suite struct RefusalTests {
  @Test func thePromptIsBackWithItsTextAndTheSameLineCanBeTriedAgain() throws {
    var scenario = try Scenario()
    let before = scenario.titles("Doing")
    scenario.press("card.new")
    scenario.type("No room")
    scenario.settled()
    scenario.isDiskFull = true
    scenario.keys("enter")
    scenario.expect { $0.says("Not saved: the disk is full", .error) }
    scenario.isDiskFull = false
    scenario.keys("enter")
    #expect(scenario.state.overlays.isEmpty)
    #expect(scenario.titles("Doing").count == before.count + 1)
  }

  @Test func aLineOfSeveralInARowIsBackInItsPrompt() throws {
    var scenario = try Scenario()
    scenario.press("card.new")
    scenario.type("No room")
    scenario.settled()
    scenario.isDiskFull = true
    scenario.keys("alt+enter")
    scenario.expect { $0.says("Not saved: the disk is full", .error) }
  }

  @Test func aFormIsBackAsItWasFilledIn() throws {
    var scenario = try Scenario()
    scenario.press("client.edit")
    scenario.type("X")
    scenario.settled()
    scenario.isDiskFull = true
    scenario.keys("alt+enter")
    scenario.expect { $0.says("Not saved: the disk is full", .error) }
  }

  @Test func aReadOnlyDeskKeepsWhatWasTypedToo() throws {
    var scenario = try Scenario()
    scenario.press("card.new")
    scenario.type("No room")
    scenario.settled()
    scenario.readOnly = "it is damaged"
    scenario.keys("enter")
    scenario.expect { $0.says("This desk is read-only: it is damaged", .error) }
  }

  @Test func whatWasRefusedWithoutAPromptOpensNone() throws {
    var scenario = try Scenario()
    scenario.press("card.new")
    scenario.type("Room enough")
    scenario.keys("enter")
    scenario.settled()
    scenario.isDiskFull = true
    scenario.press("card.done")
    #expect(scenario.state.overlays.isEmpty)
    #expect(scenario.shows("Not saved"))
  }
}
