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
    var reader = JSONReader(bytes)
    if contents == .client {
      records = [.client(try Client(from: &reader))]
    } else {
      records.reserveCapacity(bytes.count / 256)
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "columns":
          try reader.readArray { (reader) throws(JSONError) in
            records.append(.column(try Column(from: &reader)))
          }
        case "cards":
          try reader.readArray { (reader) throws(JSONError) in records.append(.card(try Card(from: &reader)))
          }
        case "blocks":
          try reader.readArray { (reader) throws(JSONError) in
            records.append(.block(try Block(from: &reader)))
          }
        case "entries":
          try reader.readArray { (reader) throws(JSONError) in
            records.append(.entry(try Entry(from: &reader)))
          }
        default:
          if extra == nil { extra = JSONObject() }
          extra?[key] = try reader.readValue()
        }
      }
    }
    try reader.finish()
  }

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
