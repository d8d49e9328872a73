import Civil
import Desk
import Exchange
import Testing

// The same field changed on both sides; what was deleted here; whose a calendar is.

@Test func whatBothChangedStaysAsItIsHereAndIsTold() throws {
  var bench = try ImportBench()
  let one = "SUMMARY:One\nLOCATION:There\nDTSTART:20261203T160000Z\nDURATION:PT1H"
  try bench.bring(event: one)
  let before = try bench.block
  var mine = before
  mine.title = "Mine"
  mine.start.wall = mine.start.wall.adding(seconds: 3600)
  try bench.make(
    Transaction(
      at: bench.now, action: "block.edit",
      changes: [RecordChange(before: .block(before), after: .block(mine))]))
  let theirs = "SUMMARY:Theirs\nLOCATION:Elsewhere\nDTSTART:20261204T100000Z\nDURATION:PT1H"
  let report = try bench.bring(event: theirs).report
  let block = try bench.block
  #expect(block.title == "Mine" && block.start == mine.start && block.location == "Elsewhere")
  #expect(report.conflicts == [ImportConflict(title: "Mine", fields: ["time", "title"])])
  #expect(report.told == [])
  // Told once: the same file has nothing new to say.
  let again = try bench.bring(event: theirs)
  #expect(again.transaction.isEmpty && again.report.conflicts == [])
  #expect(again.report.told == ["localEditsKept: 3"])
}

@Test func whatWasDeletedHereDoesNotComeBack() throws {
  var bench = try ImportBench()
  let file = "SUMMARY:One\nDTSTART:20261203T160000Z"
  try bench.bring(event: file)
  try bench.make(try bench.desk.removeBlock(bench.block.id, context: bench.context))
  let calendar = ImportBench.calendar(ImportBench.event(file))
  let again = try bench.plan(calendar: calendar)
  #expect(again.transaction.isEmpty && again.report.told == ["deletedHere: 3"])
  try bench.make(try #require(bench.desk.undo(at: bench.now)))
  #expect(try bench.plan(calendar: calendar).report.events.unchanged == 1)
  // An import that was taken back may come again.
  try bench.make(try #require(bench.desk.undo(at: bench.now)))
  #expect(try bench.bring(event: file).report.events.added == 1)
}

struct CalendarOwnerTests {
  private static func file(_ uid: String, name: String = "Calendar", id: String? = nil) -> [UInt8] {
    ImportBench.calendar(
      "X-WR-CALNAME:\(name)\n" + (id.map { "X-WR-RELCALID:\($0)\n" } ?? "")
        + ImportBench.event("SUMMARY:\(uid)\nDTSTART:20261203T160000Z", uid: uid))
  }

  private static func new(_ name: String) -> CalendarTarget { .new(ClientDraft(name: name, zone: "UTC")) }

  @Test func aCalendarsNameAloneIsNoIdentity() throws {
    var bench = try ImportBench()
    try bench.bring(calendar: Self.file("a"), into: Self.new("Client A"))
    let other = try bench.bring(calendar: Self.file("b"), into: Self.new("Client B"))
    #expect(other.report.isNewClient && other.report.unmadeClient.isEmpty)
    #expect(bench.desk.clients.map(\.name) == ["Client A", "Client B"])
    // The same client's next file.
    #expect(try !bench.bring(calendar: Self.file("c"), into: Self.new("Client A")).report.isNewClient)
  }

  @Test func theSameEventsOrTheSameMarkAreTheSameCalendar() throws {
    var bench = try ImportBench()
    try bench.bring(calendar: Self.file("a", id: "x-1"), into: Self.new("Client A"))
    for bytes in [Self.file("a"), Self.file("z", id: "x-1")] {
      let again = try bench.bring(calendar: bytes, into: Self.new("Client B"))
      #expect(again.report.clientName == "Client A" && !again.report.isNewClient)
      #expect(again.report.unmadeClient == "Client B")
    }
    #expect(bench.desk.clients.count == 1)
  }

  @Test func nothingMakesNoClient() throws {
    var bench = try ImportBench()
    try bench.bring(calendar: Self.file("a"), into: .own)
    let result = try bench.bring(calendar: Self.file("a"), into: Self.new("Client A"))
    #expect(result.transaction.isEmpty && result.client == nil && bench.desk.clients.isEmpty)
    #expect(result.report.unmadeClient == "Client A" && result.report.told == ["ownAlready: 4"])
  }
}
