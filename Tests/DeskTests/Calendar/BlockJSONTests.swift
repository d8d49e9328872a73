import Civil
import Desk
import JSONText
import Testing

/// What a block is on the disk.
@Suite struct BlockJSONTests {
  private func read(_ text: String) throws -> Block {
    var reader = JSONReader(Array(text.utf8))
    return try Block(from: &reader)
  }

  private func write(_ block: Block) -> String {
    var writer = JSONWriter(pretty: false)
    block.write(to: &writer)
    return writer.text
  }

  @Test func everyFieldComesBack() throws {
    var block = Block(
      id: "b1", client: "c1", card: "k1", kind: .meeting, title: "Call",
      start: ZonedTime(wall: try #require(WallTime(text: "2026-12-03T00:00")), zone: "Europe/London"),
      duration: 86_400)
    block.repeat = "FREQ=WEEKLY"
    block.alsoOn = [try #require(WallTime(text: "2026-12-05T00:00"))]
    block.exceptOn = [try #require(WallTime(text: "2026-12-10T00:00:30"))]
    block.allDay = true
    block.location = "Zoom"
    block.link = "https://meet.example/lin"
    block.notes = "Notes"
    block.uid = "1@example"
    block.ical = ["X-A:1", "CLASS:PRIVATE"]
    block.source = "ics:1"
    block.reminders = [5, 30]
    #expect(try read(write(block)) == block && block.reminders == [30, 5])
    var silent = block
    silent.reminders = []
    #expect(try read(write(silent)) == silent && silent.reminders == [])
    var moved = block
    moved.repeat = nil
    moved.alsoOn = []
    moved.exceptOn = []
    moved.series = "b0"
    moved.occurrence = block.start.wall
    #expect(try read(write(moved)) == moved)
    #expect(moved.replaces == OccurrenceID(block: "b0", start: block.start.wall))
  }

  @Test func aBlockOfBeforeIsWrittenAsItWas() throws {
    let text =
      #"{"id":"b1","client":"c1","kind":"work","title":"Draft","start":"2026-12-03T10:00","zone":"UTC","duration":1800,"later":[1,2.50]}"#
    #expect(write(try read(text)) == text)
    let block = try read(text)
    #expect(block.repeat == nil && !block.isSeries && block.replaces == nil && !block.allDay)
  }

  @Test func nullAndEmptyAreNothing() throws {
    let text =
      #"{"id":"b1","kind":"work","title":"","start":"2026-12-03T10:00","zone":"UTC","duration":0,"repeat":null,"alsoOn":[],"series":null,"occurrence":null}"#
    #expect(
      write(try read(text))
        == #"{"id":"b1","kind":"work","title":"","start":"2026-12-03T10:00","zone":"UTC","duration":0}"#)
    #expect(try !read(text.replacing("null,\"alsoOn\"", with: "\"\",\"alsoOn\"")).isSeries)
  }

  @Test(arguments: [
    #""alsoOn":["tomorrow"]"#, #""exceptOn":"2026-12-03T10:00""#, #""occurrence":"2026-13-03T10:00""#,
    #""allDay":1"#, #""repeat":7"#, #""ical":[1]"#,
  ]) func whatIsNoSuchValueIsSaidWithItsPlace(field: String) {
    #expect(throws: JSONError.self) { try read("{\"id\":\"b1\",\(field)}") }
  }

  @Test func theBufferOfTheSettingsIsKeptWithinReason() throws {
    var reader = JSONReader(Array(#"{"homeZone":"UTC","bufferMinutes":90000}"#.utf8))
    var settings = try Settings(from: &reader)
    #expect(settings.bufferMinutes == Settings.longestBuffer)
    settings.bufferMinutes = 0
    var writer = JSONWriter(pretty: false)
    settings.write(to: &writer)
    #expect(!writer.text.contains("buffer"))
  }
}
