import JSONText
import PseudoTerminal
import Testing

extension End2End {
  /// Blocks in the shell, and those that repeat.
  @Suite struct BlockShellTests {
    private func starts(_ world: World, _ from: String, _ to: String) throws -> [String] {
      try world.json("block", "list", "--from", from, "--to", to).elements.compactMap { $0["startsAt"]?.text }
    }

    @Test func aSeriesIsListedOccurrenceByOccurrenceAtItsWallTime() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2027-03-16 16:00", "--for", "45m", "--repeat",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3", "--link", "https://meet.example/lin"
      ).line
      let plan = try #require(try world.json("block", "list").elements.first)
      #expect(
        plan.fieldNames == [
          "id", "client", "card", "kind", "title", "start", "zone", "duration", "repeat", "allDay",
        ])
      #expect(plan["repeat"]?.text == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3")
      let found = try world.json("block", "list", "--from", "2027-03-01", "--to", "2027-05-01").elements
      #expect(
        found.first?.fieldNames == [
          "id", "client", "card", "kind", "title", "start", "zone", "duration", "repeat", "startsAt",
          "endsAt", "allDay",
        ])
      #expect(
        found.compactMap { $0["start"]?.text } == [
          "2027-03-16T16:00", "2027-03-30T16:00", "2027-04-13T16:00",
        ])
      #expect(
        found.compactMap { $0["startsAt"]?.text } == [
          "2027-03-16T16:00:00Z", "2027-03-30T15:00:00Z", "2027-04-13T15:00:00Z",
        ])
      #expect(found.allSatisfy { $0["id"]?.text == id })
    }

    @Test func wordsAreUnderstoodAndBeginWithADayOfTheirOwn() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi(
        "block", "add", "Call", "--client", "lin", "--repeat", "every second thu 16:00 london 3 times")
      #expect(
        try starts(world, "2026-11-01", "2027-02-01") == [
          "2026-11-26T16:00:00Z", "2026-12-10T16:00:00Z", "2026-12-24T16:00:00Z",
        ])
    }

    @Test func aTimeThatTheClocksLeaveOutIsListedAsTheyShowIt() throws {
      let world = try World()
      try world.makeDesk()
      try world.vahi(
        "block", "add", "Gap", "--start", "2027-03-27 02:30 paris", "--repeat", "daily 3 times")
      let gap = try world.run(["block", "list", "--from", "2027-03-28", "--to", "2027-03-28"]).text
      #expect(gap.contains("03:30 Paris") && !gap.contains("02:30 Paris"))
    }

    @Test func aSpanInTheWordsSaysHowLongItIs() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("block", "add", "Talk", "--repeat", "every tue 16:00-17:30 london").line
      let length = { try world.json("block", "show", id)["duration"] }
      #expect(try length() == .number("5400"))
      try world.vahi("block", "edit", id, "--repeat", "every wed 16:00-17:00 new york", "--all")
      #expect(try length() == .number("3600"))
      #expect(try world.json("block", "show", id)["zone"]?.text == "America/New_York")
      for change in [["edit", id, "--all"], ["add", "Other"]] {
        let two = try world.run(
          ["block"] + change + ["--repeat", "every wed 16:00-17:00", "--for", "45m"])
        #expect(two.ending == .exit(64) && two.complaint.contains("--repeat says 1h, say it once"))
        let days = try world.run(
          ["block"] + change + ["--repeat", "every wed 16:00-17:00", "--all-day"])
        #expect(days.ending == .exit(64) && days.complaint.contains("it lasts whole days"))
      }
      try world.vahi("block", "edit", id, "--all", "--repeat", "every wed 16:00-17:00", "--for", "1h")
      let ends = try world.run(["block", "add", "Walk", "--repeat", "every day 5 times until 1 jan"])
      #expect(ends.ending == .exit(64) && ends.complaint.contains("COUNT and UNTIL cannot both end a rule"))
    }

    @Test func oneTheFollowingOrAllAreChangedAndRemoved() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-12-01 10:00", "--repeat",
        "FREQ=WEEKLY;COUNT=6"
      ).line
      let moved = try world.vahi(
        "block", "edit", id, "--this", "--occurrence", "2026-12-08T10:00", "--start", "2026-12-09 12:00"
      ).line
      #expect(moved != id && !moved.isEmpty)
      try world.vahi("block", "rm", id, "--this", "--occurrence", "2026-12-15")
      #expect(
        try starts(world, "2026-12-01", "2026-12-31") == [
          "2026-12-01T10:00:00Z", "2026-12-09T12:00:00Z", "2026-12-22T10:00:00Z", "2026-12-29T10:00:00Z",
        ])
      let later = try world.vahi(
        "block", "edit", id, "--following", "--occurrence", "2026-12-22", "--start", "2026-12-23 11:00"
      ).line
      #expect(later != id)
      #expect(
        try starts(world, "2026-12-20", "2027-02-01") == [
          "2026-12-23T11:00:00Z", "2026-12-30T11:00:00Z", "2027-01-06T11:00:00Z",
        ])
      try world.vahi("block", "rm", later, "--following", "--occurrence", "2026-12-30")
      #expect(try starts(world, "2026-12-20", "2027-02-01") == ["2026-12-23T11:00:00Z"])
      try world.vahi("block", "rm", id)
      #expect(try starts(world, "2026-11-01", "2027-02-01") == ["2026-12-23T11:00:00Z"])
    }

    @Test func aSeriesIsMovedOnlyAsFarAsIsSaid() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-09-01 10:00", "--repeat", "weekly"
      ).line
      let before = try starts(world, "2026-08-01", "2026-12-31")
      for change in [
        ["--start", "17:00"], ["--zone", "Asia/Tokyo"], ["--repeat", "none"], ["--repeat", "every wed 9:00"],
        ["--all-day"],
      ] {
        let outcome = try world.run(["block", "edit", id] + change)
        #expect(outcome.ending == .exit(64), "\(change)")
        #expect(outcome.complaint.contains("--all") && outcome.complaint.contains("--following"))
      }
      #expect(try starts(world, "2026-08-01", "2026-12-31") == before)
      // What is no other time is for all of them.
      try world.vahi("block", "edit", id, "--title", "Talk")
      #expect(try starts(world, "2026-08-01", "2026-12-31") == before)

      // A time alone keeps every day, of all and of those that follow one.
      let same = try world.run(["block", "edit", id, "--all", "--start", "11:00"])
      #expect(same.ending == .exit(0) && same.errors.isEmpty)
      #expect(
        try starts(world, "2026-08-30", "2026-09-10") == ["2026-09-01T10:00:00Z", "2026-09-08T10:00:00Z"])
      let later = try world.vahi(
        "block", "edit", id, "--following", "--occurrence", "2026-12-01", "--start", "17:00"
      ).line
      #expect(
        try starts(world, "2026-11-20", "2026-12-10") == [
          "2026-11-24T11:00:00Z", "2026-12-01T17:00:00Z", "2026-12-08T17:00:00Z",
        ])
      // Another day moves all, and says so.
      let moved = try world.run(["block", "edit", later, "--all", "--start", "3 dec"])
      #expect(moved.complaint.contains("begins on 2026-12-03 and not on 2026-12-01"))
      #expect(try starts(world, "2026-12-01", "2026-12-08") == ["2026-12-03T17:00:00Z"])
      let gone = try world.run(["block", "rm", later])
      #expect(gone.ending == .exit(0) && gone.complaint.contains("as a whole"))
    }

    @Test func whatWasMovedAloneIsNotLostUnsaid() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-12-01 10:00", "--repeat", "weekly 4 times"
      ).line
      try world.vahi(
        "block", "edit", id, "--this", "--occurrence", "2026-12-08", "--start", "2026-12-09 12:00")
      let outcome = try world.run(["block", "edit", id, "--all", "--repeat", "every fri 4 times"])
      #expect(outcome.ending == .exit(0) && outcome.complaint.contains("1 that was moved alone"))
    }

    @Test func aBlockKeepsItsDayItsTimeAndItsClock() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-12-03 10:00 tokyo"
      ).line
      let start = { () throws -> String in
        let block = try world.json("block", "show", id)
        return "\(block["start"]?.text ?? "") \(block["zone"]?.text ?? "")"
      }
      try world.vahi("block", "edit", id, "--start", "17:00")
      #expect(try start() == "2026-12-03T17:00 Asia/Tokyo")
      try world.vahi("block", "edit", id, "--start", "4 dec")
      #expect(try start() == "2026-12-04T17:00 Asia/Tokyo")
      try world.vahi("block", "edit", id, "--start", "9:30 london")
      #expect(try start() == "2026-12-04T09:30 Europe/London")
      try world.vahi("block", "edit", id, "--zone", "Asia/Kolkata", "--start", "tomorrow 8:00")
      #expect(try start() == "2026-11-24T08:00 Asia/Kolkata")
    }

    @Test func aTimeThatIsNotThereOrTwiceIsToldWithWhatIsTaken() throws {
      let world = try World()
      try world.makeDesk()
      let gap = try world.run(["block", "add", "Call", "--client", "lin", "--start", "2027-03-28 01:30"])
      #expect(gap.ending == .exit(0))
      #expect(gap.complaint.contains("01:30 does not exist that day in London, it is 02:30"))
      let id = gap.text.line
      #expect(gap.complaint.contains("block \(id), 2027-03-28"))
      let fold = try world.run(["block", "edit", id, "--start", "2026-10-25 01:30"])
      #expect(fold.ending == .exit(0))
      #expect(fold.complaint.contains("01:30 comes twice that day in London, the first is meant"))
      #expect(try world.run(["block", "edit", id, "--title", "Talk"]).errors.isEmpty)
      let plain = try world.run(["block", "add", "Call", "--client", "lin", "--start", "2027-03-28 02:30"])
      #expect(plain.ending == .exit(0) && plain.errors.isEmpty)
    }

    @Test func daysAreLeftOutByWords() throws {
      let world = try World()
      try world.makeDesk()
      let outcome = try world.run([
        "block", "add", "Call", "--client", "lin", "--repeat",
        "every tue 10:00 except 1 dec and 2 dec until 1 jan",
      ])
      #expect(outcome.ending == .exit(0) && outcome.complaint.contains("none on 2026-12-02 anyway"))
      #expect(
        try starts(world, "2026-11-24", "2026-12-10") == ["2026-11-24T10:00:00Z", "2026-12-08T10:00:00Z"])
      #expect(try world.vahi("block", "list").contains("every Tuesday, until 1 Jan 2027, except 1 Dec"))
      try world.vahi("block", "edit", outcome.text.line, "--all", "--repeat", "every tue except 8 dec")
      #expect(
        try starts(world, "2026-11-24", "2026-12-16") == ["2026-11-24T10:00:00Z", "2026-12-15T10:00:00Z"])
    }

    @Test func daysAreLeftOutOfARuleOfICalendarAndByAFlag() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-12-01 10:00", "--repeat",
        "FREQ=WEEKLY;BYDAY=TU;WKST=MO except 8 dec", "--except", "15 dec", "--except", "22 dec and 29 dec"
      ).line
      #expect(
        try starts(world, "2026-12-01", "2027-01-06") == ["2026-12-01T10:00:00Z", "2027-01-05T10:00:00Z"])
      #expect(try world.json("block", "show", id)["repeat"]?.text == "FREQ=WEEKLY;BYDAY=TU;WKST=MO")
      try world.vahi("block", "edit", id, "--except", "none", "--except", "5 jan")
      #expect(try starts(world, "2026-12-01", "2027-01-06").count == 5)
      let none = try world.run(["block", "edit", id, "--except", "6 jan"])
      #expect(none.ending == .exit(0) && none.complaint.contains("--except: there is none on 2027-01-06"))
      let once = try world.run(["block", "add", "Once", "--start", "2026-12-01 10:00", "--except", "8 dec"])
      #expect(once.ending == .exit(64) && once.complaint.contains("does not repeat"))
      let time = try world.run(["block", "edit", id, "--except", "8 dec 10:00"])
      #expect(time.ending == .exit(64) && time.complaint.contains("--except 8 dec 10:00"))
    }

    /// Monday 23 November 2026.
    @Test func aListBeginsWithTheComingWeekday() throws {
      let world = try World()
      try world.makeDesk()
      for day in ["2026-11-20", "2026-11-27", "2026-11-30"] {
        try world.vahi("block", "add", "Call", "--start", "\(day) 10:00")
      }
      let found = try world.json("block", "list", "--from", "fri", "--to", "mon")
      #expect(found.elements.compactMap { $0["start"]?.text } == ["2026-11-27T10:00", "2026-11-30T10:00"])
    }

    @Test func dueTimesAndEntriesTellWhatTheClocksDo() throws {
      let world = try World()
      try world.makeDesk()
      let gap = "01:30 does not exist that day in London, it is 02:30"
      let card = try world.run(["card", "add", "Rota", "--client", "lin", "--due", "2027-03-28 01:30"])
      #expect(
        card.ending == .exit(0) && card.complaint.contains("card \(card.text.line), 2027-03-28: \(gap)"))
      let marked = try world.run(["card", "add", "Rota >2027-03-28 01:30", "--client", "lin"])
      #expect(marked.complaint.contains(gap))
      let fold = try world.run(["card", "edit", card.text.line, "--due", "2026-10-25 01:30"])
      #expect(fold.complaint.contains("01:30 comes twice that day in London, the first is meant"))
      #expect(try world.run(["card", "edit", card.text.line, "--title", "Plan"]).errors.isEmpty)
      let entry = try world.run([
        "entry", "add", "Rota", "--start", "2026-10-25 01:30 london", "--for", "45m",
      ])
      #expect(
        entry.complaint.contains("--start, 2026-10-25: 01:30 comes twice that day in London, the first"))
    }

    @Test func daysBesideTheRuleAreAddedAndTakenAway() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi(
        "block", "add", "Call", "--client", "lin", "--start", "2026-12-01 10:00", "--repeat",
        "FREQ=WEEKLY;COUNT=2, also 3 dec", "--also-on", "4 dec 9:30", "--also-on", "5 dec 21:30 kolkata"
      ).line
      let calls = [
        "2026-12-01T10:00:00Z", "2026-12-03T10:00:00Z", "2026-12-04T09:30:00Z", "2026-12-05T16:00:00Z",
        "2026-12-08T10:00:00Z",
      ]
      #expect(try starts(world, "2026-12-01", "2026-12-31") == calls)
      #expect(try world.json("block", "list").elements.first?["repeat"]?.text == "FREQ=WEEKLY;COUNT=2")
      try world.vahi("block", "edit", id, "--also-on", "10 dec")
      #expect(try starts(world, "2026-12-01", "2026-12-31") == calls + ["2026-12-10T10:00:00Z"])
      try world.vahi("block", "edit", id, "--also-on", "none", "--also-on", "11 dec")
      #expect(
        try starts(world, "2026-12-01", "2026-12-31") == [calls[0], calls[4], "2026-12-11T10:00:00Z"])
      let outcome = try world.run(["block", "edit", id, "--also-on", "10:00"])
      #expect(outcome.ending == .exit(64) && outcome.complaint.contains("--also-on 10:00"))
    }

    /// Monday 23 November 2026; the person is off at weekends.
    @Test func whenItIsToldOfIsSaid() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("block", "add", "Call", "--start", "2026-12-01 10:00", "--remind", "30,5").line
      let minutes = { () throws -> JSONValue? in try world.json("block", "show", id)["reminders"] }
      #expect(try minutes() == .array([.number("30"), .number("5")]))
      try world.vahi("block", "edit", id, "--title", "Talk")
      #expect(try minutes()?.elements.count == 2)
      try world.vahi("block", "edit", id, "--remind", "none")
      #expect(try minutes() == .array([]))
      try world.vahi("block", "edit", id, "--remind", "default")
      #expect(try minutes() == .null)
      let outcome = try world.run(["block", "edit", id, "--remind", "later"])
      #expect(outcome.ending == .exit(64) && outcome.complaint.contains("--remind later"))
    }

    @Test func whatCannotBeIsSaidWithWhatToDo() throws {
      let world = try World()
      try world.makeDesk()
      let id = try world.vahi("block", "add", "Call", "--start", "2026-12-01 10:00", "--repeat", "daily").line
      let single = try world.vahi("block", "add", "Once", "--start", "2026-12-01 10:00").line
      let cases: [([String], Ending, String)] = [
        (["block", "edit", id, "--this", "--title", "x"], .exit(64), "--occurrence"),
        (["block", "edit", id, "--occurrence", "2026-12-02", "--title", "x"], .exit(64), "--following"),
        (["block", "rm", id, "--this", "--occurrence", "2026-12-02T11:00"], .exit(1), "block list"),
        (
          ["block", "edit", id, "--this", "--occurrence", "2026-12-02", "--also-on", "5 dec"], .exit(64),
          "--also-on"
        ),
        (["block", "edit", single, "--this", "--occurrence", "2026-12-01"], .exit(64), "does not repeat"),
        (
          ["block", "add", "X", "--start", "fri 9:00", "--repeat", "FREQ=DAILY;BYDAY=XX"], .exit(64),
          "BYDAY=XX"
        ),
        (
          ["block", "add", "X", "--start", "fri 9:00", "--repeat", "FREQ=DAILY;COUNT=2;UNTIL=20270101"],
          .exit(64),
          "COUNT"
        ),
        (
          ["block", "add", "X", "--start", "fri 9:00", "--repeat", "every blue moon"], .exit(64),
          "not understood"
        ),
        (["block", "add", "X", "--start", "fri 9:00", "--repeat", "daily 10:00"], .exit(64), "once"),
        (["block", "add", "X", "--start", "fri", "--all-day", "--for", "45m"], .exit(64), "days"),
        (["slots", "nowhere-at-all", "--for", "45m"], .exit(64), "no such client"),
        (["slots", "lin", "--from", "2026-12-10", "--to", "2026-12-01"], .exit(64), "before --from"),
        (["slots", "lin", "--from", "2026-11-01", "--to", "2026-11-02"], .exit(64), "before now"),
        (["slots", "lin", "--for", "0m"], .exit(64), "a minute or more"),
        (["slots", "lin", "--for", "-30m"], .exit(64), "-30m: this is no length of time"),
        (["block", "add", "X", "--start", "fri 9:00", "--for", "-30m"], .exit(64), "-30m: this is"),
        (["block", "add", "X", "--start", "fri 9:00", "--link", "zoom.us/j/1"], .exit(64), "https://"),
        (["block", "edit", single, "--link", "file:///etc/passwd"], .exit(64), "no address"),
      ]
      for (arguments, ending, words) in cases {
        let outcome = try world.run(arguments)
        #expect(outcome.ending == ending, "\(arguments)")
        #expect(outcome.complaint.contains(words), "\(arguments): \(outcome.complaint)")
      }
      #expect(try world.json("block", "list").elements.count == 2)
    }
  }
}
