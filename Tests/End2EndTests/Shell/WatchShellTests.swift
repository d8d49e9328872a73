import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Clocks that change, journeys and holidays from the shell.
  @Suite struct WatchShellTests {
    @Test func changesOfClocksAreToldOf() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi(
        "block", "add", "Weekly", "--client", "lin", "--start", "2026-11-24 17:00", "--zone", "London",
        "--for", "1h",
        "--repeat", "FREQ=WEEKLY")
      #expect(try world.json("zones", "watch").elements.isEmpty)
      let outcome = try Program.run(
        world.invocation(["zones", "watch", "--json", "--now", "2027-03-15T09:00:00Z", "--freeze"]),
        input: [],
        withinMilliseconds: 30_000)
      var reader = JSONReader(outcome.output)
      let change = try #require(try reader.readValue().elements.first)
      #expect(change["zone"]?.text == "Europe/London" && change["shift"] == .number("3600"))
      let move = try #require(change["moves"]?.elements.first)
      #expect(move["from"]?.text == "2027-03-30T22:30" && move["to"]?.text == "2027-03-30T21:30")
    }

    @Test func aJourneyIsPlannedListedAndCancelled() throws {
      let world = try World()
      try world.makeDesk()
      #expect(
        try world.vahi("travel", "lisbon", "3", "dec", "-", "9", "dec").contains(
          "Lisbon Thu 3 Dec – Wed 9 Dec"))
      let journeys = try world.json("travel", "list").elements
      #expect(journeys.first?["zone"]?.text == "Europe/Lisbon" && journeys.first?["to"]?.text == "2026-12-09")
      let taken = try world.run(["travel", "tokyo", "5 dec"])
      #expect(taken.ending == .exit(1))
      #expect(taken.complaint.contains("you are in Lisbon then, Thu 3 Dec – Wed 9 Dec; cancel"))
      let backward = try world.run(["travel", "tokyo", "19 dec - 13 dec"])
      #expect(backward.ending == .exit(64))
      #expect(
        backward.complaint.contains("19 dec - 13 dec: Sun 13 Dec is before Sat 19 Dec: turn them round"))
      #expect(try world.run(["travel", "atlantis", "5 dec"]).ending == .exit(64))
      try world.vahi("travel", "rm", "lisbon")
      #expect(try world.json("travel", "list").elements.isEmpty)
    }

    @Test func holidaysAreAddedListedAndRemoved() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("client", "holiday", "add", "lin", "23 nov - 24 nov", "Retreat")
      #expect(try world.vahi("client", "list").contains("holiday"))
      let holiday = try #require(try world.json("client", "holiday", "list", "lin").elements.first)
      #expect(holiday["date"]?.text == "2026-11-23" && holiday["until"]?.text == "2026-11-24")
      #expect(holiday["name"]?.text == "Retreat")
      try world.vahi("client", "holiday", "rm", "lin", "24 nov")
      #expect(try world.json("client", "holiday", "list", "lin").elements.isEmpty)
      #expect(try world.run(["client", "holiday", "add", "lin", "someday"]).ending == .exit(64))
    }
  }
}
