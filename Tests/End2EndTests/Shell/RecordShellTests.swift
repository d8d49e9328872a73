import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// The shell's contract about clients, cards, blocks and entries.
  @Suite struct RecordShellTests {
    @Test func aClientHasTheDocumentedFields() throws {
      let world = try World()
      let id = try world.vahi(
        "client", "add", "Studio Ipê", "--zone", "sao paulo", "--currency", "brl", "--rate", "150",
        "--hotkey", "4",
        "--hours", "10:00-19:00", "--week", "mon-sat"
      ).line
      let client = try #require(try world.json("client", "list").elements.first)
      #expect(client.fieldNames == ["id", "slug", "name", "zone", "currency", "rate", "hotkey", "status"])
      #expect(client["id"]?.text == id)
      #expect(client["slug"]?.text == "studio-ipe")
      #expect(client["zone"]?.text == "America/Sao_Paulo")
      #expect(client["currency"]?.text == "BRL")
      #expect(client["rate"] == .number("15000"))
      #expect(client["hotkey"] == .number("4"))
      #expect(client["status"]?.text == "active")
      #expect(try world.vahi("client", "show", "studio-ipe").contains("10:00-19:00 mon-sat"))
    }

    @Test func whatAClientCannotHaveIsRefusedAndNothingIsMade() throws {
      let world = try World()
      try world.makeDesk()
      for flags in [
        ["--slug", "lin"], ["--slug", "Has Space"], ["--hotkey", "1"], ["--hotkey", "12"],
        ["--zone", "Atlantis"],
        ["--currency", "XYZ"], ["--rate", "40"], ["--rate", "40.005 usd"], ["--hours", "late"],
        ["--week", "someday"],
        ["--nonsense"],
      ] {
        let outcome = try world.run(["client", "add", "Another"] + flags)
        #expect(outcome.ending == .exit(64), "\(flags)")
        #expect(outcome.complaint.hasPrefix("vahi: "), "\(flags)")
        #expect(outcome.output.isEmpty)
      }
      #expect(try world.json("client", "list").elements.count == 1)
    }

    @Test func aClientIsEditedArchivedAndRemoved() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("client", "edit", "lin", "--name", "Lin & Co", "--rate", "32 gbp/h", "--archive")
      #expect(try world.json("client", "list").elements.isEmpty)
      let client = try #require(try world.json("client", "list", "--archived").elements.first)
      #expect(client["name"]?.text == "Lin & Co")
      #expect(client["rate"] == .number("3200"))
      try world.vahi("client", "edit", "lin", "--no-archive")
      try world.vahi("card", "add", "One", "--client", "lin")
      #expect(try world.run(["client", "rm", "lin"]).ending == .exit(1))
      try world.vahi("client", "rm", "lin", "--force")
      #expect(try world.json("client", "list").elements.isEmpty)
      #expect(try world.json("card", "list").elements.isEmpty)
    }

    @Test func aCardHasTheDocumentedFields() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "card", "add", "Invoice #12 pack", "--client", "lin", "--column", "doing", "--due",
        "2026-12-03 16:00",
        "--estimate", "1h30", "--label", "admin", "--label", "money", "--urgent", "--important", "--notes",
        "seven",
        "--assignee", "Asha"
      ).line
      let card = try world.json("card", "show", id)
      #expect(
        card.fieldNames == [
          "id", "client", "column", "role", "title", "notes", "due", "dueZone", "labels", "checklist",
          "estimate",
          "assignee", "urgent", "important", "archived", "createdAt", "doneAt",
        ])
      #expect(card["title"]?.text == "Invoice #12 pack")
      #expect(card["client"]?.text == "lin")
      #expect(card["role"]?.text == "doing")
      #expect(card["due"]?.text == "2026-12-03T16:00")
      #expect(card["dueZone"]?.text == "Europe/London")
      #expect(card["estimate"] == .number("5400"))
      #expect(card["labels"]?.elements == [.string("admin"), .string("money")])
      #expect(card["urgent"] == .bool(true))
      #expect(card["createdAt"]?.text == World.now)
      #expect(card["doneAt"] == .null)
    }

    @Test func marksInATitleAreUnderstoodAndFlagsWin() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("card", "add", "Newsletter 49 @lin #print ~45m !2 >fri 4pm", "--estimate", "1h")
        .line
      let card = try world.json("card", "show", id)
      #expect(card["title"]?.text == "Newsletter 49")
      #expect(card["labels"]?.elements == [.string("print")])
      #expect(card["estimate"] == .number("3600"))
      #expect(card["important"] == .bool(true))
      #expect(card["due"]?.text == "2026-11-27T16:00")
    }

    @Test func anEditIsOneChangeAndMovesTheCard() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("card", "add", "Draft", "--due", "fri", "--label", "a").line
      try world.vahi(
        "card", "edit", String(id.dropLast(2)), "--title", "Final #1", "--due", "none", "--label", "b",
        "--done")
      let card = try world.json("card", "show", id)
      #expect(card["title"]?.text == "Final #1")
      #expect(card["due"] == .null)
      #expect(card["labels"]?.elements == [.string("b")])
      #expect(card["role"]?.text == "done")
      #expect(card["doneAt"]?.text == World.now)
      try world.vahi("card", "edit", id, "--archive")
      #expect(try world.json("card", "list").elements.isEmpty)
      #expect(try world.json("card", "list", "--archived").elements.count == 1)
    }

    @Test func aListIsNarrowed() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi("client", "add", "Bondi Homes", "--slug", "bondi", "--zone", "Australia/Sydney")
      try world.vahi("card", "add", "Soon >tomorrow", "--client", "lin")
      try world.vahi("card", "add", "Later >+30", "--client", "lin")
      try world.vahi("card", "add", "Elsewhere", "--client", "bondi")
      func titles(_ arguments: String...) throws -> [String] {
        try world.document(["card", "list"] + arguments).elements.compactMap { $0["title"]?.text }
      }
      #expect(try titles() == ["Soon", "Later", "Elsewhere"])
      #expect(try titles("--client", "bondi") == ["Elsewhere"])
      #expect(try titles("--from", "today", "--to", "fri") == ["Soon"])
      #expect(try titles("--from", "2026-12-01T00:00:00Z") == ["Later"])
      #expect(try titles("due:week") == ["Soon"])
      #expect(try titles("late") == ["Later"])
    }

    @Test func blocksAreListedAsPlansAndAsOccurrences() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--kind", "meeting", "--start", "2026-12-03 16:00",
        "--for", "45m"
      ).line
      try world.vahi("block", "add", "Flight", "--start", "2026-12-20 06:00", "--zone", "sydney")
      let plan = try #require(try world.json("block", "list").elements.first)
      #expect(
        plan.fieldNames == [
          "id", "client", "card", "kind", "title", "start", "zone", "duration", "repeat", "allDay",
        ])
      #expect(plan["id"]?.text == id)
      #expect(plan["start"]?.text == "2026-12-03T16:00")
      #expect(plan["zone"]?.text == "Europe/London")
      #expect(plan["duration"] == .number("2700"))
      let occurrences = try world.json("block", "list", "--from", "2026-12-01", "--to", "2026-12-03").elements
      #expect(occurrences.count == 1)
      #expect(occurrences.first?["startsAt"]?.text == "2026-12-03T16:00:00Z")
      #expect(occurrences.first?["endsAt"]?.text == "2026-12-03T16:45:00Z")
      #expect(try world.run(["block", "add", "When?", "--client", "lin"]).ending == .exit(64))
      try world.vahi("block", "edit", id, "--start", "2026-12-04 10:00", "--for", "1h")
      #expect(try world.json("block", "show", id)["duration"] == .number("3600"))
      try world.vahi("block", "rm", id)
      #expect(try world.json("block", "list").elements.count == 1)
    }

    @Test func entriesAreWrittenDownInTheHomeZone() throws {
      let world = try World()
      try world.makeDesk()
      // The world lives in Kolkata, where it is half past two in the afternoon.
      let id = try world.vahi(
        "entry", "add", "Proofs", "--client", "lin", "--start", "9:10", "--end", "9:50", "--label", "x",
        "--no-bill"
      ).line
      let entry = try world.json("entry", "show", id)
      #expect(
        entry.fieldNames == [
          "id", "client", "card", "note", "labels", "start", "end", "seconds", "billable", "invoice",
        ])
      #expect(entry["start"]?.text == "2026-11-23T03:40:00Z")
      #expect(entry["end"]?.text == "2026-11-23T04:20:00Z")
      #expect(entry["seconds"] == .number("2400"))
      #expect(entry["billable"] == .bool(false))
      try world.vahi("entry", "add", "Mail @lin", "--start", "yesterday 22:00-01:00")
      try world.vahi(
        "entry", "add", "Late", "--start", "2026-11-23T08:00:00Z", "--end", "2026-11-23T08:30:00Z")
      let starts = try world.json("entry", "list").elements.compactMap { $0["start"]?.text }
      #expect(starts == ["2026-11-22T16:30:00Z", "2026-11-23T03:40:00Z", "2026-11-23T08:00:00Z"])
      #expect(try world.json("entry", "list", "--from", "today", "--client", "lin").elements.count == 1)
      for flags in [
        ["--start", "9:10"], ["--start", "soon", "--for", "5m"], ["--start", "9:50", "--end", "23:00"],
      ] {
        #expect(try world.run(["entry", "add", "Bad"] + flags).ending == .exit(64), "\(flags)")
      }
      try world.vahi("entry", "edit", id, "--end", "10:00", "--bill")
      #expect(try world.json("entry", "show", id)["seconds"] == .number("3000"))
    }

    @Test func idsMayBeShortenedWhileTheyAreTold() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("card", "add", "One").line
      let other = try world.vahi("card", "add", "Two").line
      try #require(id != other)
      var length = 1
      while id.prefix(length) == other.prefix(length) { length += 1 }
      #expect(try world.json("card", "show", String(id.prefix(length)))["title"]?.text == "One")
      let ambiguous = try world.run(["card", "show", String(id.prefix(length - 1))])
      #expect(ambiguous.ending == .exit(1))
      #expect(ambiguous.complaint.contains("2 ids"))
      #expect(try world.run(["card", "rm", id, "nothing"]).ending == .exit(1))
      #expect(try world.json("card", "list").elements.count == 2)
    }
  }
}

extension World {
  /// The document that a list of arguments answers with.
  func document(_ arguments: [String]) throws -> JSONValue {
    let outcome = try run(arguments + ["--json"])
    guard outcome.ending == .exit(0) else { throw Refused(arguments: arguments, outcome: outcome) }
    var reader = JSONReader(outcome.output)
    return try reader.readValue()
  }
}

extension String {
  /// Without the line end.
  var line: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension JSONValue {
  /// The names of an object's fields in their order.
  var fieldNames: [String] {
    if case .object(let object) = self { return object.fields.map(\.key) }
    return []
  }
}
