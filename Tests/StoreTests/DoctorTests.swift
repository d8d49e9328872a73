import Civil
import Desk
import Store
import Testing

@Suite struct DoctorTests {
  /// A desk with files, an old journal and a journal, and the desk it should be.
  func worked(_ seed: UInt64) throws -> (disk: MemoryFileSystem, desk: Desk) {
    let disk = MemoryFileSystem()
    var work = Workload(seed: seed)
    let store = try Store.open(disk)
    for step in 1...60 {
      try store.commit(work.next(on: store.desk))
      if step == 40 { try store.snapshot() }
    }
    return (disk, store.desk)
  }

  func doctor(_ disk: MemoryFileSystem) -> Doctor {
    Doctor("/desk", zones: testZones(), fileSystem: disk, now: morning)
  }

  func repair(_ disk: MemoryFileSystem) throws -> [Repair] {
    try Store.repair(
      "/desk", zones: testZones(), fileSystem: disk, column: "Recovered", now: { morning })
  }

  /// What the doctor has to say besides what earlier repairs have kept.
  func problems(_ disk: MemoryFileSystem) -> [Finding] {
    doctor(disk).examine().filter { if case .keptFile = $0 { false } else { true } }
  }

  @Test func aSoundDeskHasNoFindings() throws {
    let (disk, _) = try worked(1)
    let calls = disk.calls
    #expect(doctor(disk).examine() == [])
    #expect(disk.calls == calls)
    #expect(try repair(disk) == [])
  }

  @Test(arguments: UInt64(1)...2) func anyOneDamagedFileIsNamedKeptAndRepaired(seed: UInt64) throws {
    let (disk, desk) = try worked(seed)
    for path in disk.paths where path.hasSuffix(".json") {
      let name = String(path.dropFirst("/desk/".count))
      let copy = disk.afterKill()
      let bytes = try #require(copy[path])
      copy[path] = Array(bytes[..<(bytes.count / 2)])
      let damaged = copy[path]

      let named = doctor(copy).examine().contains { finding in
        if case .damagedFile(let damage) = finding { damage.file == name } else { false }
      }
      #expect(named, "\(name)")

      let store = try Store.open(copy)
      store.loadEverything()
      #expect(store.notices.contains { "\($0)".contains(name) }, "\(name)")
      try? store.snapshot()
      // Its folder may have been renamed with it.
      #expect(copy.paths.contains { copy[$0] == damaged }, "\(name) was written over")

      let repairs = try repair(copy)
      #expect(!repairs.isEmpty, "\(name)")
      #expect(copy.paths.contains { $0.hasPrefix("/desk/damaged/") && copy[$0] == damaged }, "\(name)")
      let again = try Store.open(copy.afterKill())
      again.loadEverything()
      #expect(again.readOnly == nil)
      #expect(again.notices == [], "\(name)")
      // The old journal has it all, so nothing is lost.
      #expect(differences(again.desk, from: desk) == [], "\(name)")
    }
  }

  @Test func damageInTheMiddleOfTheJournalIsRepairedWithoutTheBadLineAlone() throws {
    let (disk, desk) = try worked(2)
    let path = "/desk/journal/0000000041.jsonl"
    var bytes = try #require(disk[path])
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    bytes[lines[4].startIndex + 30] ^= 1
    disk[path] = bytes
    let store = try Store.open(disk)
    #expect(store.desk.sequence == 44)
    guard case .journal(let damage)? = store.readOnly else {
      Issue.record("the desk can be written to")
      return
    }
    #expect(damage.file == "journal/0000000041.jsonl")
    #expect(damage.line == 5)
    #expect(doctor(disk).examine().contains(.damagedLine(damage)))

    let repairs = try repair(disk)
    #expect(repairs.contains(.droppedLines(file: "journal/0000000041.jsonl", count: 1)))
    #expect(disk.paths.contains { $0.hasPrefix("/desk/damaged/") && disk[$0] == bytes })
    let again = try Store.open(disk.afterKill())
    #expect(again.readOnly == nil)
    #expect(again.desk.sequence == 60)
    again.loadEverything()
    let line = try #require(desk.history.transactions.first { $0.sequence == 45 })
    let lost = Set(line.changes.map { "\($0.key)" })
    let different = differences(again.desk, from: desk).filter { text in !lost.contains { text.hasPrefix($0) }
    }
    #expect(different == [])
    // It is told once, and then no more.
    #expect(problems(disk).filter { if case .damagedLine = $0 { true } else { false } } == [])
    #expect(try repair(disk) == [])
  }

  @Test func aDeskThatIsOpenMeanwhileCanBeChangedOnceItIsMended() throws {
    let (disk, _) = try worked(2)
    let path = "/desk/journal/0000000041.jsonl"
    var bytes = try #require(disk[path])
    bytes[bytes.split(separator: UInt8(ascii: "\n"))[4].startIndex + 30] ^= 1
    disk[path] = bytes
    let store = try Store.open(disk)
    #expect(store.readOnly?.isFinal == true)
    #expect(!store.follow())
    _ = try repair(disk)
    #expect(store.follow())
    #expect(store.readOnly == nil && store.notices.last == .mended)
    var work = Workload(seed: 30)
    try store.commit(work.next(on: store.desk))
    #expect(differences(try Store.open(disk.afterKill()).desk, from: store.desk) == [])
  }

  /// Desks that were mended before have the gap in their old journal.
  @Test(arguments: [true, false]) func aGapInTheOldJournalIsToldOnce(isDamaged: Bool) throws {
    let (disk, desk) = try worked(4)
    let path = "/desk/archive/journal/0000000001.jsonl"
    var lines = try #require(disk[path]).split(separator: UInt8(ascii: "\n"))
    if isDamaged { lines[4] = lines[4].dropLast() } else { lines.remove(at: 4) }
    disk[path] = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    let before = disk[path]
    let found = problems(disk)
    #expect(found.count == 1 && found.allSatisfy(\.isRepairable))
    let name = "archive/journal/0000000001.jsonl"
    let repairs = try repair(disk)
    #expect(
      repairs.contains(
        isDamaged ? .droppedLines(file: name, count: 1) : .missingChanges(file: name, count: 1)))
    #expect(disk.paths.contains { $0.hasPrefix("/desk/damaged/") && disk[$0] == before })
    #expect(problems(disk) == [])
    #expect(try repair(disk) == [])
    let store = try Store.open(disk.afterKill())
    store.loadEverything()
    #expect(differences(store.desk, from: desk) == [])
    #expect(store.desk.history.transactions.count == 59)
  }

  @Test func aChangeThatIsMissingInTheJournalIsToldOnce() throws {
    let (disk, _) = try worked(2)
    let path = "/desk/journal/0000000041.jsonl"
    var lines = try #require(disk[path]).split(separator: UInt8(ascii: "\n"))
    lines.remove(at: 4)
    disk[path] = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    #expect(try Store.open(disk).readOnly != nil)
    #expect(
      try repair(disk).contains(.missingChanges(file: "journal/0000000041.jsonl", count: 1)))
    #expect(try Store.open(disk).readOnly == nil)
    #expect(problems(disk).filter { if case .damagedLine = $0 { true } else { false } } == [])
  }

  @Test func cardsOfAColumnThatIsLostGetAnother() throws {
    let disk = MemoryFileSystem()
    disk["/desk/desk.json"] = Array("{}".utf8)
    disk["/desk/clients/a/client.json"] = Array(#"{"id":"a1","slug":"a"}"#.utf8)
    disk["/desk/clients/a/board.json"] = Array(
      #"{"columns":[{"id":17}],"cards":[{"id":"c1","column":"k1"},{"id":"c2","column":"k1"}]}"#.utf8)
    let repairs = try repair(disk)
    #expect(repairs.contains(.newColumn(client: "a", cards: 2)))
    #expect(problems(disk) == [])
    let desk = try Store.open(disk).desk
    #expect(desk.column("k1")?.name == "Recovered")
    #expect(desk.cards(in: "k1").count == 2)
  }

  @Test func aDeskOfANewerVersionIsNotOpened() throws {
    let (disk, _) = try worked(3)
    disk["/desk/desk.json"] = Array(#"{"format": 2, "shape": {"of": "things"}}"#.utf8)
    #expect(throws: StoreError.newerFormat(file: "desk.json", version: 2, known: 1)) { try Store.open(disk) }
    #expect(doctor(disk).examine() == [.newerFormat(file: "desk.json", version: 2, known: 1)])
  }

  @Test func whatLeadsNowhereIsFound() throws {
    let disk = MemoryFileSystem()
    disk["/desk/desk.json"] = Array("{}".utf8)
    disk["/desk/clients/a/client.json"] = Array(#"{"id":"a1","slug":"a"}"#.utf8)
    disk["/desk/clients/b/client.json"] = Array(#"{"id":"b1","slug":"a"}"#.utf8)
    disk["/desk/clients/a/board.json"] = Array(#"{"cards":[{"id":"c1","column":"none"}]}"#.utf8)
    disk["/desk/own/time/2020-01.json"] = Array(
      #"{"entries":[{"id":"e1","start":"2020-01-02T00:00:00Z","end":"2020-01-01T00:00:00Z"}]}"#.utf8)
    let findings = Set(doctor(disk).examine())
    #expect(findings.contains(.danglingReference(.card("c1"), to: .column("none"))))
    #expect(findings.contains(.endsBeforeStart(.entry("e1"))))
    #expect(findings.contains(.sharedSlug("a")))
    #expect(findings.count == 3)
  }

  @Test func aBlockThatCannotBeShownAsItSaysIsNamed() throws {
    let disk = MemoryFileSystem()
    disk["/desk/desk.json"] = Array("{}".utf8)
    disk["/desk/own/blocks.json"] = Array(
      #"""
      {"blocks":[
        {"id":"b1","title":"","start":"2026-11-02T10:00","zone":"UTC","duration":1800,"repeat":"FREQ=NEVERLY"},
        {"id":"b2","title":"","start":"2026-11-02T10:00","zone":"Mars/Olympus","duration":1800},
        {"id":"b3","title":"","start":"2026-11-02T10:00","zone":"UTC","duration":1800,"series":"gone",
         "occurrence":"2026-11-02T10:00"}]}
      """#.utf8)
    let findings = doctor(disk).examine()
    #expect(findings.count == 3)
    #expect(
      findings.contains { finding in
        if case .lostZone(let problem) = finding {
          problem.name == "Mars/Olympus" && problem.blocks == 1
        } else {
          false
        }
      })
    #expect(findings.contains(.danglingReference(.block("b3"), to: .block("gone"))))
    #expect(
      findings.contains { finding in
        if case .block("b1", .badRule("FREQ=NEVERLY", _)) = finding { true } else { false }
      })
  }

  @Test func aClientsZoneThatIsGoneIsNamed() throws {
    let (disk, desk) = try worked(3)
    let store = try Store.open(disk)
    let client = try #require(desk.activeClients.first)
    let context = ChangeContext(now: morning, ids: IdentifierSource { UInt64.random(in: 0 ... .max) })
    try store.commit(
      store.desk.editClient(client.id, context: context) { $0.zone = "Mars/Olympus" })
    let named = doctor(disk).examine().contains { finding in
      if case .lostZone(let problem) = finding {
        problem.name == "Mars/Olympus" && problem.clients == [client.id]
      } else {
        false
      }
    }
    #expect(named)
  }
}
