import Desk

/// The journal's newest file, as far as it has been read.
struct Journal: Sendable {
  struct Segment: Sendable {
    let path: String
    let name: String
    let file: any OpenFile
    let isWritable: Bool
    /// Where the lines that have been read end, in bytes.
    var end: Int
    /// How many lines that is.
    var lines: Int
  }

  var segment: Segment?
  /// Lines and bytes that the snapshot's files do not hold yet.
  var lineCount = 0
  var byteCount = 0

  init() {}

  init(reading segments: [DeskReading.Segment], folder: String) {
    for segment in segments {
      lineCount += segment.text.transactions.count
      byteCount += segment.text.goodEnd
    }
    guard let last = segments.last else { return }
    segment = Segment(
      path: folder + "/" + last.name, name: last.name, file: last.file, isWritable: last.isWritable,
      end: last.text.goodEnd, lines: last.text.transactions.count)
  }

  /// Notes lines that have been read or written.
  mutating func advance(by bytes: Int, lines: Int) {
    segment?.end += bytes
    segment?.lines += lines
    byteCount += bytes
    lineCount += lines
  }
}
