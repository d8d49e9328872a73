import Civil
import Desk
import JSONText
import Store
import Testing

/// Series on the disk: kept in sight as long as they live.
@Suite struct SeriesStoreTests {
  private func context(_ number: UInt64) -> ChangeContext {
    ChangeContext(now: morning, ids: IdentifierSource { number })
  }

  private func plan(_ store: Store, _ id: BlockID, _ start: String, repeats rule: String? = nil) throws {
    let wall = try #require(WallTime(text: start))
    var block = Block(
      id: id, client: nil, title: id.raw, start: ZonedTime(wall: wall, zone: "UTC"), duration: 1800)
    block.repeat = rule
    try store.commit(
      Transaction(
        at: morning, action: "block.add", changes: [RecordChange(before: nil, after: .block(block))]))
  }

  private func ids(_ disk: MemoryFileSystem, _ path: String) throws -> [String] {
    guard let bytes = disk["/desk/" + path] else { return [] }
    var reader = JSONReader(bytes)
    guard case .object(let file) = try reader.readValue(), case .array(let blocks)? = file["blocks"] else {
      return []
    }
    return blocks.compactMap { block in
      guard case .object(let fields) = block, case .string(let id)? = fields["id"] else { return nil }
      return id
    }.sorted()
  }

  @Test func aSeriesThatLivesIsNeverPutIntoTheArchive() throws {
    let disk = MemoryFileSystem()
    let store = try Store.open(disk)
    try plan(store, "single", "2024-03-04T10:00")
    try plan(store, "endless", "2024-03-04T10:00", repeats: "FREQ=WEEKLY")
    try plan(store, "over", "2024-03-04T10:00", repeats: "FREQ=WEEKLY;COUNT=5")
    try plan(store, "counted", "2024-03-04T10:00", repeats: "FREQ=WEEKLY;COUNT=500")
    try plan(store, "until", "2024-03-04T10:00", repeats: "FREQ=WEEKLY;UNTIL=20261101T000000Z")
    try store.snapshot()
    #expect(try ids(disk, "own/blocks.json") == ["counted", "endless", "until"])
    #expect(try ids(disk, "archive/own/blocks/2024.json") == ["over", "single"])
    // What is needed for the first paint is read before the archive is.
    let later = disk.afterKill()
    let again = try Store.open(later)
    let week = TimeSpan(start: morning, seconds: 7 * 86_400)
    #expect(again.desk.occurrences(in: week).map(\.blockID.raw) == ["counted", "endless"])
    again.loadEverything()
    #expect(differences(again.desk, from: store.desk) == [])
    // Ended by hand it goes, and brought back to life it returns.
    try again.commit(
      try again.desk.editBlock("endless", context: context(1)) { $0.repeat = "FREQ=WEEKLY;COUNT=2" })
    try again.snapshot()
    #expect(try ids(later, "archive/own/blocks/2024.json") == ["endless", "over", "single"])
  }

  @Test func aMovedOccurrenceStaysAsLongAsItsSeriesWouldShowIt() throws {
    let disk = MemoryFileSystem()
    let store = try Store.open(disk)
    try plan(store, "series", "2026-11-02T10:00", repeats: "FREQ=WEEKLY")
    let start: WallTime = try #require(WallTime(text: "2026-11-30T10:00"))
    let next = OccurrenceID(block: "series", start: start)
    let long = try #require(WallTime(text: "2026-01-05T10:00"))
    try store.commit(
      try store.desk.editOccurrence(next, scope: .this, context: context(2)) { $0.start.wall = long })
    try store.snapshot()
    let again = try Store.open(disk.afterKill())
    let week = TimeSpan(start: morning, seconds: 8 * 86_400)
    #expect(again.desk.occurrences(in: week).map(\.start.text) == ["2026-11-23T10:00:00Z"])
  }

  @Test func whatIsWrittenComesBackWithItsUnknownFields() throws {
    let disk = MemoryFileSystem()
    disk["/desk/desk.json"] = Array("{}".utf8)
    disk["/desk/own/blocks.json"] = Array(
      #"""
      {"blocks":[
        {"id":"s1","title":"Call","start":"2026-11-02T10:00","zone":"UTC","duration":1800,"repeat":"FREQ=NEVERLY",
         "exceptOn":["2026-11-09T10:00"],"colour":"red"},
        {"id":"m1","title":"Call","start":"2026-11-17T10:00","zone":"UTC","duration":1800,"series":"s1",
         "occurrence":"2026-11-16T10:00"}]}
      """#.utf8)
    let store = try Store.open(disk)
    #expect(store.notices == [])
    let month = TimeSpan(start: instant("2026-11-01T00:00:00Z"), end: instant("2026-12-01T00:00:00Z"))
    #expect(store.desk.occurrences(in: month).map(\.blockID.raw) == ["s1", "m1"])
    try store.commit(try store.desk.editBlock("m1", context: context(3)) { $0.title = "Other" })
    try store.snapshot()
    let text = String(decoding: disk["/desk/own/blocks.json"] ?? [], as: UTF8.self)
    #expect(text.contains(#""colour": "red""#))
    #expect(text.contains(#""repeat": "FREQ=NEVERLY""#))
    #expect(text.contains(#""occurrence": "2026-11-16T10:00""#))
  }
}
