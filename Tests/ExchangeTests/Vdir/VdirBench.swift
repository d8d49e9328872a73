import Civil
import Desk
import Testing

@testable import Exchange

/// A desk and a folder that are kept together, in memory.
struct VdirBench {
  var bench: ImportBench
  /// The folder's files; a stamp is made of the content.
  var files: [String: [UInt8]] = [:]
  var state = VdirState()
  let client: ClientID
  /// What the last change was called, and what it spoke of.
  var deed: [String] = []
  /// How many events came, went and were taken away here the last time.
  var counts: [Int] = []
  /// Whether the desk was changed the last time.
  var hasChanged = false

  init() throws {
    bench = try ImportBench()
    let made = bench.desk.addClient(
      ClientDraft(name: "Coach Lin", zone: "Europe/London"), columns: [], context: bench.context)
    try bench.make(made)
    client = try #require(bench.desk.clients.first).id
  }

  /// Follows once; the state goes through its file.
  @discardableResult
  mutating func sync(
    busy: Set<String> = [], takesNew: Bool = true, elsewhere: Set<String> = []
  ) throws -> [String] {
    let stamps = Dictionary(state.items.values.map { ($0.file, $0.stamp) }, uniquingKeysWith: { $1 })
    let listing = files.sorted { $0.key < $1.key }.map { name, bytes in
      let stamp = Fingerprint.long(of: bytes)
      return VdirFile(
        name: name, stamp: stamp,
        content: busy.contains(name) ? .busy : stamps[name] == stamp ? .asBefore : .bytes(bytes))
    }
    let plan = VdirSync.plan(
      listing, state: state, client: client, of: bench.desk, context: bench.context, takesNew: takesNew,
      elsewhere: elsewhere)
    deed = [plan.transaction.action] + plan.transaction.arguments
    hasChanged = !plan.transaction.isEmpty
    counts = [plan.came, plan.went, plan.removed]
    if !plan.transaction.isEmpty { try bench.make(plan.transaction) }
    state = VdirState(plan.state.bytes)
    for change in plan.files {
      #expect(files[change.file].map { Fingerprint.long(of: $0) } == change.stamp)
      files[change.file] = change.bytes
      if let bytes = change.bytes { state.items[change.uid]?.stamp = Fingerprint.long(of: bytes) }
    }
    return plan.notes.map { note in
      ([note.note.rawValue, note.about] + (note.other.isEmpty ? [] : [note.other])).joined(separator: " ")
    }
  }

  /// Puts an event into a file, as a server does.
  mutating func put(_ uid: String, _ lines: String, file: String? = nil) {
    files[file ?? "\(uid).ics"] = ImportBench.calendar(ImportBench.event(lines, uid: uid))
  }

  mutating func plan(_ title: String, _ start: String = "2026-12-03T16:00", uid: String? = nil) throws
    -> BlockID
  {
    let wall = try #require(WallTime(text: start))
    let client = client
    try bench.plan(block: title, wall.text, "Europe/London", for: 3600) {
      $0.client = client
      $0.uid = uid
    }
    return try bench.block(title).id
  }

  mutating func edit(_ title: String, _ edit: (inout Block) -> Void) throws {
    let before = try bench.block(title)
    var after = before
    edit(&after)
    try bench.make(
      Transaction(
        at: bench.now, action: "block.edit",
        changes: [RecordChange(before: .block(before), after: .block(after))]))
  }

  mutating func remove(_ title: String) throws {
    try bench.make(try bench.desk.removeBlock(bench.block(title).id, context: bench.context))
  }

  var titles: [String] { bench.desk.allBlocks.map(\.title).sorted() }

  /// The lines of a file, unfolded.
  func lines(_ name: String) -> [String] {
    String(decoding: files[name] ?? [], as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
      .map(String.init)
  }

  /// What the files say, by name.
  var summaries: [String: [String]] {
    files.mapValues { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").filter { $0.hasPrefix("SUMMARY:") }.map
      {
        String($0.dropFirst(8))
      }
    }
  }
}
