import JSONText

/// What both sides of a followed folder said when they last said the same.
///
/// With it a thing that is on one side only is told from one that was taken away on the other. It may be lost: then
/// everything that is on either side counts as new, and nothing goes away.
package struct VdirState: Hashable, Sendable {
  /// One event or series.
  package struct Item: Hashable, Sendable {
    /// The file's name in the folder.
    package var file: String
    /// What tells the file from another version without reading it: its size and when it was written.
    package var stamp: String
    /// A digest of the file's bytes.
    package var fileDigest: String
    /// A digest of what the desk says.
    package var deskDigest: String
    /// Whether the file holds more than this one event, and so is not written.
    package var isMixed = false
    /// What both sides say, as digests field by field, by the occurrence; the series itself has no name.
    package var said: [String: String] = [:]
  }

  /// By UID.
  package var items: [String: Item] = [:]

  package init() {}

  /// Reads what was kept; what cannot be read counts as lost.
  package init(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      try reader.readObject { (reader, uid) throws(JSONError) in
        var item = Item(file: "", stamp: "", fileDigest: "", deskDigest: "")
        try reader.readObject { (reader, key) throws(JSONError) in
          switch key {
          case "file": item.file = try reader.readString()
          case "stamp": item.stamp = try reader.readString()
          case "fileDigest": item.fileDigest = try reader.readString()
          case "deskDigest": item.deskDigest = try reader.readString()
          case "mixed": item.isMixed = try reader.readBool()
          case "said":
            try reader.readObject { (reader, key) throws(JSONError) in
              item.said[key] = try reader.readString()
            }
          default: try reader.skipValue()
          }
        }
        items[uid] = item
      }
      try reader.finish()
    } catch {
      items = [:]
    }
  }

  package var bytes: [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      for (uid, item) in items.sorted(by: { $0.key < $1.key }) {
        writer.key(uid)
        writer.object { writer in
          writer.field("file", item.file)
          writer.field("stamp", item.stamp)
          writer.field("fileDigest", item.fileDigest)
          writer.field("deskDigest", item.deskDigest)
          if item.isMixed { writer.field("mixed", true) }
          writer.key("said")
          writer.object { writer in
            for (occurrence, text) in item.said.sorted(by: { $0.key < $1.key }) {
              writer.field(occurrence, text)
            }
          }
        }
      }
    }
    return writer.bytes
  }
}
