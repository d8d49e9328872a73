import Desk
import JSONText

/// One transaction as a line of the journal: `{"sum":"1c291ca3","seq":17,…}`.
///
/// The sum is the CRC-32, in eight hexadecimal digits, of everything after the sum's closing quote up to the end
/// of the line, the line feed not included.
enum JournalLine {
  private static let head = Array(#"{"sum":""#.utf8)
  /// Bytes before what the sum is of.
  private static let headLength = head.count + 8 + 1

  /// Why a line cannot be used.
  enum Problem: Error, Hashable, Sendable {
    /// It is not as it was written: cut off, overwritten, bits flipped.
    case checksum
    /// It is as it was written, but cannot be understood: a newer version wrote it.
    case content(JSONError)
  }

  /// A transaction as a whole line, line feed included.
  static func encode(_ transaction: Transaction) -> [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.field("sum", "00000000")
      transaction.writeFields(to: &writer)
    }
    var line = writer.bytes
    let sum = line.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[headLength...])) }
    line.replaceSubrange(head.count..<(head.count + 8), with: hexadecimal(sum))
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// Reads a line without its line feed.
  static func decode(_ line: ArraySlice<UInt8>) throws(Problem) -> Transaction {
    guard isIntact(line) else { throw .checksum }
    var reader = JSONReader(Array(line))
    do {
      let transaction = try Transaction(from: &reader)
      try reader.finish()
      return transaction
    } catch {
      throw .content(error)
    }
  }

  /// Whether a line is as it was written.
  static func isIntact(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > headLength, line.starts(with: head) else { return false }
    let digits = line.dropFirst(head.count).prefix(8)
    let sum = line.dropFirst(headLength).withUnsafeBytes { Checksum.of($0) }
    return line[line.startIndex + headLength - 1] == UInt8(ascii: "\"")
      && digits.elementsEqual(hexadecimal(sum))
  }

  private static func hexadecimal(_ value: UInt32) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<8).map { digits[Int(value >> UInt32(28 - 4 * $0)) & 15] }
  }
}
