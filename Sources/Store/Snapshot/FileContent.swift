import Desk
import JSONText

/// What is in one file of a snapshot: its records, and the fields around them that this version does not know.
struct FileContent: Sendable {
  var records: [Record] = []
  var extra: JSONObject?

  init(records: [Record] = [], extra: JSONObject? = nil) {
    self.records = records
    self.extra = extra
  }

  /// Reads a file of the given kind.
  init(_ bytes: [UInt8], holding contents: DeskFile.Contents) throws(JSONError) {
    extra = try Self.read(bytes, holding: contents, into: &records, keeping: { _ in true })
  }

  /// Reads what can be read of a damaged file, passing over records that make no sense.
  init(salvaging bytes: [UInt8], holding contents: DeskFile.Contents) {
    // Where the text breaks off, what came before it is kept.
    extra = try? Self.read(bytes, holding: contents, into: &records, isTolerant: true, keeping: { _ in true })
  }

  /// Reads a file's records onto the end of an array, and gives the fields around them.
  ///
  /// - Parameter keep: says whether a record is wanted, and may correct it.
  static func read(
    _ bytes: [UInt8], holding contents: DeskFile.Contents, into records: inout [Record],
    isTolerant: Bool = false, keeping keep: (inout Record) -> Bool
  ) throws(JSONError) -> JSONObject? {
    var reader = JSONReader(bytes)
    if contents == .client {
      var record = Record.client(try Client(from: &reader))
      if keep(&record) { records.append(record) }
      try reader.finish()
      return nil
    }
    var extra: JSONObject?
    try reader.readObject { (reader, key) throws(JSONError) in
      guard let kind = Self.kinds[key] else {
        if extra == nil { extra = JSONObject() }
        extra?[key] = try reader.readValue()
        return
      }
      try reader.readArray { (reader) throws(JSONError) in
        let bookmark = reader
        do throws(JSONError) {
          var record = try Record(kind: kind, from: &reader)
          if keep(&record) { records.append(record) }
        } catch {
          guard isTolerant else { throw error }
          reader = bookmark
          try reader.skipValue()
        }
      }
    }
    try reader.finish()
    return extra
  }

  /// The kinds of record in the lists of a file, by the lists' names.
  private static let kinds = ["columns": "column", "cards": "card", "blocks": "block", "entries": "entry"]

  /// The file's text, its records in the order given; nil when nothing is left to keep.
  func encoded(holding contents: DeskFile.Contents) -> [UInt8]? {
    guard !records.isEmpty || extra != nil else { return nil }
    var writer = JSONWriter(pretty: true)
    if contents == .client {
      guard let client = records.first else { return nil }
      client.write(to: &writer)
    } else {
      writer.object { writer in
        if contents == .board {
          Self.list("columns", records, to: &writer) { if case .column = $0 { true } else { false } }
        }
        switch contents {
        case .board, .cards:
          Self.list("cards", records, to: &writer) { if case .card = $0 { true } else { false } }
        case .blocks: Self.list("blocks", records, to: &writer) { _ in true }
        case .entries: Self.list("entries", records, to: &writer) { _ in true }
        case .settings, .client: break
        }
        for field in extra?.fields ?? [] { writer.field(field.key, field.value) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func list(
    _ name: String, _ records: [Record], to writer: inout JSONWriter, where belongs: (Record) -> Bool
  ) {
    writer.array(name) { writer in
      for record in records where belongs(record) { record.write(to: &writer) }
    }
  }
}
