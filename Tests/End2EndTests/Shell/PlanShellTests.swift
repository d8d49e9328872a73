import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Planning a day and finding a time, in the shell.
  @Suite struct PlanShellTests {
    @Test func anAcceptedPlanNamesTheBlocksThatItMade() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Draft ~45m >tomorrow", "--client", "lin")
      try world.vahi("card", "add", "Proof ~30m >tomorrow", "--client", "lin")
      let proposed = try world.json("plan", "--week")["lines"]?.elements ?? []
      #expect(proposed.count == 2 && proposed.allSatisfy { $0["block"] == .null })
      let lines = try world.json("plan", "--week", "--accept")["lines"]?.elements ?? []
      let blocks = try world.json("block", "list").elements
      #expect(
        Set(lines.map { "\($0["block"]?.text ?? "") \($0["title"]?.text ?? "")" })
          == Set(blocks.map { "\($0["id"]?.text ?? "") \($0["title"]?.text ?? "")" }))
      #expect(blocks.count == 2)
    }

    @Test func aDayThatIsPassedOverByThePlanIsNamed() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("card", "add", "Draft ~45m >1 dec", "--client", "lin", "--column", "Ready")
      let saturday = try world.vahi("plan", "--day", "28 nov").split(separator: "\n")
      #expect(
        saturday.prefix(2) == [
          "Plan for Mon 30 Nov", "Sat 28 Nov has no working time left; this is what comes next.",
        ])
      try world.vahi(
        "block", "add", "Off", "--kind", "personal", "--start", "30 nov", "--all-day", "--for", "7d")
      let week = try world.vahi("plan", "--week", "--day", "1 dec").split(separator: "\n")
      #expect(
        week.prefix(2) == [
          "Plan for Mon 7 Dec to Sun 13 Dec", "Tue 1 Dec has no working time left; this is what comes next.",
        ])
      for arguments in [["plan", "--day", "27 nov"], ["plan", "--week", "--day", "27 nov"]] {
        let outcome = try world.run(arguments)
        #expect(outcome.ending == .exit(0) && !outcome.text.contains("what comes next"), "\(arguments)")
      }
    }

    @Test func aTimeForAllIsProposedAndReadyToBeSent() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("block", "add", "Busy", "--start", "2026-12-03 09:00", "--zone", "london", "--for", "3h")
      let answer = try world.json(
        "slots", "lin", "--for", "45m", "--from", "2026-12-03", "--to", "2026-12-03")
      let slots = answer["slots"]?.elements ?? []
      #expect(!slots.isEmpty)
      #expect(slots.allSatisfy { $0["parties"]?.elements.count == 2 })
      #expect(slots.first?["text"]?.text?.contains("London") == true)
      let pune = try world.vahi("slots", "lin", "pune", "--from", "2026-12-03", "--to", "2026-12-03")
      #expect(pune.contains(" Pune") && !pune.contains("Kolkata"))
      let zone = try world.vahi("slots", "lin", "Asia/Kolkata", "--from", "2026-12-03", "--to", "2026-12-03")
      #expect(zone.contains(" Kolkata"))
      // A weekday is the next one, never the last.
      let friday = try world.json(
        "slots", "lin", "--from", "fri", "--to", "fri", "--now", "2026-11-23T09:00:00Z")
      let starts = friday["slots"]?.elements.compactMap { $0["startsAt"]?.text } ?? []
      #expect(!starts.isEmpty && starts.allSatisfy { $0.hasPrefix("2026-11-27") })
      let none = try world.json(
        "slots", "sydney", "new york", "--for", "45m", "--from", "2026-12-03", "--to", "2026-12-03")
      #expect(none["fits"] == .bool(false))
      #expect(none["inTheWay"]?.elements.isEmpty == false)
      #expect(none["slots"]?.elements.isEmpty == false)
    }
  }
}
