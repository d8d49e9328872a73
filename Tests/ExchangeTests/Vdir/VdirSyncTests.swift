import Civil
import Desk
import Testing

@testable import Exchange

// A followed folder: what is done on one side comes to the other.

private let one = "SUMMARY:One\nDTSTART;TZID=Europe/London:20261203T160000\nDURATION:PT1H"

@Test func eachSideGetsWhatTheOtherHas() throws {
  var both = try VdirBench()
  both.put("there", one)
  _ = try both.plan("Here", uid: "here")
  #expect(try both.sync() == [])
  #expect(both.titles == ["Here", "One"])
  #expect(both.summaries == ["there.ics": ["One"], "here.ics": ["Here"]])
  let files = both.files
  #expect(try both.sync() == [] && both.files == files)
  #expect(try both.bench.block("One").client == both.client)
}

@Test func aChangeGoesToTheOtherSide() throws {
  var both = try VdirBench()
  both.put("a", one)
  both.put("b", one.replacing("One", with: "Two"))
  try both.sync()
  try both.edit("One") { $0.title = "Mine" }
  both.put("b", "SUMMARY:Theirs\nDTSTART;TZID=Europe/London:20261204T160000")
  #expect(try both.sync() == [])
  #expect(both.summaries == ["a.ics": ["Mine"], "b.ics": ["Theirs"]] && both.titles == ["Mine", "Theirs"])
  #expect(try both.bench.block("Theirs").start.wall.text == "2026-12-04T16:00")
}

@Test func whatGoesOnOneSideGoesOnTheOther() throws {
  var both = try VdirBench()
  both.put("a", one)
  both.put("b", one.replacing("One", with: "Two"))
  both.put("c", one.replacing("One", with: "Three"))
  try both.sync()
  try both.remove("One")
  both.files["b.ics"] = nil
  try both.remove("Three")
  both.files["c.ics"] = nil
  #expect(try both.sync() == [])
  #expect(both.files.isEmpty && both.titles.isEmpty && both.state.items.isEmpty)
}

@Test func changesOfDifferentThingsAreJoined() throws {
  var both = try VdirBench()
  _ = try both.plan("One", uid: "a")
  try both.sync()
  try both.edit("One") { $0.notes = "my notes" }
  both.put("a", one.replacing("20261203", with: "20261210"))
  #expect(try both.sync() == [])
  let block = try both.bench.block("One")
  #expect(block.notes == "my notes" && block.start.wall.text == "2026-12-10T16:00")
  let text = String(decoding: try #require(both.files["a.ics"]), as: UTF8.self)
  #expect(text.contains("DESCRIPTION:my notes") && text.contains("20261210T160000"))
}

@Test func changesOfTheSameThingAreBothKept() throws {
  var both = try VdirBench()
  both.put("a", one)
  try both.sync()
  try both.edit("One") { $0.title = "Mine" }
  both.put("a", one.replacing("One", with: "Theirs"))
  #expect(try both.sync() == ["keptBoth Mine"])
  #expect(both.titles == ["Mine (mine)", "Theirs"])
  #expect(both.summaries.values.map { $0.joined() }.sorted() == ["Mine (mine)", "Theirs"])
  #expect(try both.sync() == [] && !both.hasChanged)
}

@Test func theHistoryNamesWhatCameAndWhatIsThereTwice() throws {
  var both = try VdirBench()
  for uid in ["a", "b", "c"] { both.put(uid, one.replacing("One", with: uid)) }
  try both.sync()
  #expect(both.deed == ["calendar.follow", "3"] && both.counts == [3, 0, 0])
  both.put("a", one.replacing("One", with: "a2"))
  try both.sync()
  #expect(both.deed == ["calendar.follow.one", "a2"])
  try both.edit("a2") { $0.title = "mine" }
  try both.edit("b") { $0.title = "mine too" }
  both.put("a", one.replacing("One", with: "a3"))
  try both.sync()
  #expect(both.deed == ["calendar.follow.both", "mine"])
  both.put("a", one.replacing("One", with: "a4"))
  both.files["c.ics"] = nil
  try both.sync()
  #expect(both.deed == ["calendar.follow.some", "1", "1"] && both.counts == [1, 0, 1])
  both.files["a.ics"] = nil
  try both.sync()
  #expect(both.deed == ["calendar.follow.gone.one", "a4"])
  // The same in other words: nothing that anybody would want to hear of.
  both.put("b", one.replacing("One", with: "mine too") + "\nX-A:1")
  both.put("b", one.replacing("One", with: "mine too"))
  try both.sync()
  #expect(both.deed == ["calendar.follow.same"] && both.counts == [0, 0, 0])
}

@Test func aPersonsUndoDoesNotReachWhatCame() throws {
  var both = try VdirBench()
  _ = try both.plan("Mine", uid: "mine")
  try both.sync()
  try both.edit("Mine") { $0.title = "Mine, changed" }
  both.put("a", one)
  try both.sync()
  #expect(both.titles == ["Mine, changed", "One"])
  try both.bench.make(try #require(both.bench.desk.undo(at: both.bench.now)))
  #expect(both.titles == ["Mine", "One"])
  try both.sync()
  #expect(both.summaries == ["a.ics": ["One"], "mine.ics": ["Mine"]])
  // What came lately is in the history; what it changed is out of undo's reach, and so is that there is its client.
  both.put("mine", one.replacing("One", with: "Theirs"))
  try both.sync()
  #expect(both.bench.desk.history.deed(0).arguments == ["Theirs"])
  #expect(both.bench.desk.history.undoable == nil)
}

/// A change that an arrival keeps standing keeps those before it standing that it was made upon; others are reached.
@Test func undoReachesBehindAnArrivalOnlyWhatIsApart() throws {
  var both = try VdirBench()
  _ = try both.plan("Kept", uid: "kept")
  _ = try both.plan("Theirs", uid: "theirs")
  try both.sync()
  try both.bench.make(
    both.bench.desk.editSettings(context: both.bench.context) { $0.name = "Asha" })
  try both.edit("Kept") { $0.title = "Kept, first" }
  var joint = both.bench.desk.allBlocks.map { block -> RecordChange in
    var after = block
    after.title += "!"
    return RecordChange(before: .block(block), after: .block(after))
  }
  joint.sort { "\($0.key)" < "\($1.key)" }
  try both.bench.make(Transaction(at: both.bench.now, action: "block.edit", changes: joint))
  both.put("theirs", one.replacing("One", with: "From there"))
  try both.sync()
  #expect(both.bench.desk.history.undoable?.action == "settings.edit")
  try both.bench.make(try #require(both.bench.desk.undo(at: both.bench.now)))
  #expect(both.bench.desk.settings.name != "Asha")
}

@Test func withoutTheStateBothVersionsAreKept() throws {
  var both = try VdirBench()
  both.put("a", one)
  both.put("b", one.replacing("One", with: "Two"))
  both.put("c", one.replacing("One", with: "Three"))
  both.put("d", one.replacing("One", with: "Four"))
  try both.sync()
  try both.edit("One") {
    $0.title = "Mine"
    $0.start.wall = $0.start.wall.adding(seconds: 3600)
  }
  try both.edit("Two") { $0.title = "Mine too" }
  both.put("a", "SUMMARY:Theirs\nDTSTART;TZID=Europe/London:20261204T160000\nDURATION:PT1H")
  both.put("c", one.replacing("One", with: "Theirs too"))
  both.state = VdirState()
  #expect(try both.sync() == ["keptBoth Mine"])
  #expect(both.titles == ["Four", "Mine (mine)", "Mine too", "Theirs", "Theirs too"])
  #expect(try both.bench.block("Mine (mine)").start.wall.text == "2026-12-03T17:00")
  #expect(both.summaries["b.ics"] == ["Mine too"] && both.summaries.count == 5)
  #expect(try both.sync() == [] && both.counts == [0, 0, 0])
}

@Test func theSameChangeOnBothSidesIsNoConflict() throws {
  var both = try VdirBench()
  both.put("a", one)
  try both.sync()
  try both.edit("One") { $0.title = "New" }
  both.put("a", one.replacing("One", with: "New"))
  #expect(try both.sync() == [] && both.titles == ["New"])
}

@Test func whatWasChangedIsNotTakenAway() throws {
  var both = try VdirBench()
  both.put("a", one)
  both.put("b", one.replacing("One", with: "Two"))
  try both.sync()
  try both.edit("One") { $0.title = "Mine" }
  both.files["a.ics"] = nil
  try both.remove("Two")
  both.put("b", one.replacing("One", with: "Theirs"))
  #expect(try Set(both.sync()) == ["keptHere Mine", "keptThere Theirs"])
  #expect(both.titles == ["Mine", "Theirs"] && both.summaries["a.ics"] == ["Mine"])
  #expect(try both.sync() == [])
}

@Test func aUIDThatIsUsedTwiceIsTakenOnce() throws {
  var both = try VdirBench()
  both.put("a", one, file: "x.ics")
  try both.sync()
  both.put("a", one.replacing("One", with: "Other"), file: "b.ics")
  for _ in 0..<2 { #expect(try both.sync() == ["usedTwice b.ics x.ics"] && both.titles == ["One"]) }
  #expect(both.files.count == 2)
}

@Test func twoFilesWithOneUIDGoTogether() throws {
  var both = try VdirBench()
  both.put("a", one, file: "u1.ics")
  both.put("a", one, file: "u2.ics")
  #expect(try both.sync() == ["usedTwice u2.ics u1.ics"])
  try both.remove("One")
  #expect(try both.sync() == [] && both.files.isEmpty)
  #expect(try both.sync() == [] && both.titles.isEmpty)
}

@Test func aTaskIsWholeAndNothingIsSaidOfIt() throws {
  var both = try VdirBench()
  both.files["t.ics"] = ImportBench.calendar("BEGIN:VTODO\nUID:t\nSUMMARY:Buy milk\nEND:VTODO")
  #expect(try both.sync() == [] && both.titles.isEmpty && both.files.count == 1)
  both.files["t.ics"]?.removeLast(20)
  #expect(try both.sync() == ["unreadable t.ics"])
}

@Test func aBlockStaysInItsFolder() throws {
  var both = try VdirBench()
  _ = try both.plan("Here", uid: "here")
  both.put("a", one)
  #expect(try both.sync(takesNew: false) == [] && both.files.count == 1)
  #expect(try both.sync(elsewhere: ["here"]) == [] && both.files.count == 1)
  try both.edit("One") { $0.title = "Mine" }
  #expect(try both.sync(takesNew: false) == [] && both.summaries == ["a.ics": ["Mine"]])
  #expect(try both.sync() == [] && both.summaries == ["a.ics": ["Mine"], "here.ics": ["Here"]])
}

@Test func aFileThatIsDamagedOrBeingWrittenIsLeftAlone() throws {
  var both = try VdirBench()
  both.put("a", one)
  both.put("b", one.replacing("One", with: "Two"))
  try both.sync()
  let whole = try #require(both.files["a.ics"])
  both.files["a.ics"] = Array(whole.prefix(60))
  both.put("b", one.replacing("One", with: "Later"))
  #expect(try both.sync(busy: ["b.ics"]) == ["unreadable a.ics"])
  #expect(both.titles == ["One", "Two"] && both.files["a.ics"]?.count == 60)
  both.files["a.ics"] = whole
  #expect(try both.sync() == [] && both.titles == ["Later", "One"])
}

@Test func aFileWithMoreInItIsReadAndNotWritten() throws {
  var both = try VdirBench()
  both.files["a.ics"] = ImportBench.calendar(ImportBench.event(one) + "\nBEGIN:VTODO\nUID:t\nEND:VTODO")
  try both.sync()
  let file = both.files
  try both.edit("One") { $0.title = "Mine" }
  #expect(try both.sync() == ["severalThings a.ics"] && both.files == file)
}

@Test func aSeriesIsOneFileWithAllThatDiffersFromIt() throws {
  var both = try VdirBench()
  both.files["a.ics"] = ImportBench.calendar(
    ImportBench.event(one + "\nRRULE:FREQ=WEEKLY;COUNT=4") + "\n"
      + ImportBench.event(
        "SUMMARY:Moved\nRECURRENCE-ID;TZID=Europe/London:20261210T160000\nDTSTART;TZID=Europe/London:20261211T160000"
      ))
  try both.sync()
  #expect(both.titles == ["Moved", "One"])
  try both.edit("Moved") { $0.title = "Moved again" }
  #expect(try both.sync() == [])
  #expect(both.summaries["a.ics"] == ["One", "Moved again"])
  #expect(try both.sync() == [])
}

@Test func anOccurrenceIsMovedAndDeletedFromBothSides() throws {
  var both = try VdirBench()
  both.put("a", one + "\nRRULE:FREQ=WEEKLY;COUNT=4")
  try both.sync()
  let plain = try #require(both.files["a.ics"])
  let series = try both.bench.block("One").id

  // Moved and deleted here.
  try both.bench.edit("One", at: "2026-12-10T16:00", .this) { $0.title = "Moved" }
  #expect(try both.sync() == [] && both.summaries == ["a.ics": ["One", "Moved"]])
  #expect(both.lines("a.ics").filter { $0.hasPrefix("UID:") } == ["UID:a", "UID:a"])
  let withMoved = try #require(both.files["a.ics"])
  let occurrence = OccurrenceID(block: series, start: WallTime(text: "2026-12-10T16:00"))
  try both.bench.make(
    both.bench.desk.removeOccurrence(occurrence, scope: .this, context: both.bench.context))
  #expect(try both.sync() == [] && both.summaries == ["a.ics": ["One"]])
  #expect(both.lines("a.ics").contains("EXDATE;TZID=Europe/London:20261210T160000"))

  // Back, moved, and deleted there: it does not matter on which side it was moved.
  both.files["a.ics"] = withMoved
  #expect(try both.sync() == [] && both.titles == ["Moved", "One"])
  both.files["a.ics"] = plain
  #expect(try both.sync() == [] && both.titles == ["One"])
  try both.bench.edit("One", at: "2026-12-17T16:00", .this) { $0.title = "Mine" }
  try both.sync()
  both.put("a", one + "\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/London:20261217T160000")
  #expect(try both.sync() == [] && both.titles == ["One"])
  #expect(try both.bench.block("One").exceptOn.map(\.text) == ["2026-12-17T16:00"])
  #expect(try both.sync() == [] && both.files.count == 1)
}

@Test func anOccurrenceThatIsDeletedThereAndChangedHereIsKept() throws {
  var both = try VdirBench()
  both.put("a", one + "\nRRULE:FREQ=WEEKLY;COUNT=4")
  try both.sync()
  let plain = try #require(both.files["a.ics"])
  try both.bench.edit("One", at: "2026-12-10T16:00", .this) { $0.title = "Moved" }
  try both.sync()
  try both.edit("Moved") { $0.notes = "news" }
  both.files["a.ics"] = plain
  #expect(try both.sync() == ["keptBoth One"] && both.titles == ["Moved (mine)", "One"])
  #expect(try both.sync() == [] && both.files.count == 2)
}

@Test func aSeriesThatIsSplitHereIsTwoFiles() throws {
  var both = try VdirBench()
  both.put("a", one + "\nRRULE:FREQ=WEEKLY;COUNT=4")
  try both.sync()
  try both.bench.edit("One", at: "2026-12-24T16:00", .this) { $0.title = "Moved" }
  try both.sync()
  try both.bench.edit("One", at: "2026-12-17T16:00", .following) { $0.title = "Later" }
  #expect(try both.sync() == [] && both.files.count == 2)
  let files = both.files
  let later = try #require(both.summaries.first { $0.key != "a.ics" })
  #expect(both.summaries["a.ics"] == ["One"] && later.value == ["Later", "Later"])
  #expect(both.lines("a.ics").contains("RRULE:FREQ=WEEKLY;COUNT=2"))
  #expect(try both.sync() == [] && both.files == files)
  let changed = both.lines(later.key).joined(separator: "\n").replacing(
    "SUMMARY:Later", with: "SUMMARY:Theirs")
  both.files[later.key] = Array(changed.utf8)
  #expect(try both.sync() == [] && both.titles == ["One", "Theirs", "Theirs"])
}

@Test func aSeriesKeepsWhatOneOfItIsForAnotherClient() throws {
  var both = try VdirBench()
  both.put("a", one + "\nRRULE:FREQ=WEEKLY;COUNT=4")
  try both.sync()
  try both.bench.edit("One", at: "2026-12-10T16:00", .this) {
    $0.title = "Own"
    $0.client = nil
  }
  #expect(try both.sync() == [] && both.summaries == ["a.ics": ["One", "Own"]])
  #expect(try both.sync() == [] && both.bench.block("Own").client == nil)
}

@Test func whatWasKnownMayBeLost() throws {
  var both = try VdirBench()
  both.put("a", one)
  _ = try both.plan("Here")
  try both.sync()
  let files = both.files
  both.state = VdirState()
  #expect(try both.sync() == [] && both.titles == ["Here", "One"] && both.files == files)
}

@Test func anotherClientsEventsAreLeftAlone() throws {
  var both = try VdirBench()
  try both.bench.plan(block: "Other", "2026-12-03T16:00", "UTC", for: 60) { $0.uid = "a" }
  both.put("a", one)
  #expect(try both.sync() == ["otherClient a.ics"] && both.titles == ["Other"])
}

/// Two desks that follow one folder by turns end the same, whatever is done on them.
@Test func twoDesksWithOneFolderBecomeTheSame() throws {
  var generator = Generator(seed: 77)
  for round in 0..<30 {
    var (left, right) = (try VdirBench(), try VdirBench())
    func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    var number = 0
    func act(_ side: inout VdirBench) throws {
      for _ in 0..<random(4) {
        number += 1
        let titles = side.titles
        switch titles.isEmpty ? 0 : random(3) {
        case 0: _ = try side.plan("Block \(number)", uid: "uid-\(number)")
        case 1: try side.edit(titles[random(titles.count)]) { $0.notes = "notes \(number)" }
        default: try side.remove(titles[random(titles.count)])
        }
      }
    }
    for _ in 0..<6 {
      try act(&left)
      try left.sync()
      right.files = left.files
      try act(&right)
      try right.sync()
      left.files = right.files
    }
    try left.sync()
    right.files = left.files
    try right.sync()
    left.files = right.files
    try left.sync()
    #expect(left.titles == right.titles && left.files == right.files, "round \(round)")
    #expect(
      left.bench.desk.allBlocks.map(\.notes).sorted() == right.bench.desk.allBlocks.map(\.notes).sorted())
  }
}
