import Desk
import JSONText

/// What `desk.json` says.
struct DeskHeader: Hashable, Sendable {
  /// The newest format that this version reads and the one it writes.
  static let knownFormat = 1

  var format = DeskHeader.knownFormat
  /// Number of the last transaction that the files hold.
  var sequence = 0
  var settings = Settings()
  /// Path of the file that the running entry is in, so that it is found at once however old it is.
  var runningEntry: String?
  var extra: JSONObject?

  init() {}

  /// Reads a header; a newer format is read no further than its number.
  init(_ bytes: [UInt8]) throws(JSONError) {
    format = try Self.format(in: bytes)
    guard format <= Self.knownFormat else { return }
    var reader = JSONReader(bytes)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "format": try reader.skipValue()
      case "sequence": sequence = try reader.readInt()
      case "settings": settings = try Settings(from: &reader)
      case "runningEntry": runningEntry = reader.readNull() ? nil : try reader.readString()
      default:
        if extra == nil { extra = JSONObject() }
        extra?[key] = try reader.readValue()
      }
    }
    try reader.finish()
    guard sequence >= 0 else {
      throw JSONError(line: 1, column: 1, problem: "the sequence number is negative")
    }
  }

  private static func format(in bytes: [UInt8]) throws(JSONError) -> Int {
    var format = knownFormat
    var reader = JSONReader(bytes)
    try reader.readObject { (reader, key) throws(JSONError) in
      if key == "format" { format = try reader.readInt() } else { try reader.skipValue() }
    }
    return format
  }

  var encoded: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.field("format", format)
      writer.field("sequence", sequence)
      if let runningEntry { writer.field("runningEntry", runningEntry) }
      writer.key("settings")
      settings.write(to: &writer)
      for field in extra?.fields ?? [] { writer.field(field.key, field.value) }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
