/// The lines of a calendar file, unfolded, with the place in the file that each begins at.
///
/// Folds are undone in the bytes, before anything is decoded: a fold may stand inside a character (RFC 5545, 3.1).
/// CRLF, bare LF, bare CR and the CR CR LF of twice converted files all end a line; blank lines are passed over.
struct ContentLines {
  /// One line: where it is in `bytes`, and its number in the file, counted from 1.
  struct Line {
    let start: Int
    let end: Int
    let number: Int

    var range: Range<Int> { start..<end }
  }

  /// The text of all lines, one behind the other.
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []

  /// Unfolds a file; costs as much as it is long.
  init(_ file: [UInt8]) {
    bytes.reserveCapacity(file.count)
    lines.reserveCapacity(file.count / 24)
    var unfolding = Unfolding(number: 1)
    file.withUnsafeBufferPointer { file in
      var place = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while place < file.count {
        let start = place
        while place < file.count, file[place] != 0x0A, file[place] != 0x0D { place += 1 }
        take(UnsafeBufferPointer(rebasing: file[start..<place]), &unfolding)
        while place + 1 < file.count, file[place] == 0x0D, file[place + 1] == 0x0D { place += 1 }
        if place + 1 < file.count, file[place] == 0x0D, file[place + 1] == 0x0A { place += 1 }
        place += 1
        unfolding.number += 1
      }
    }
    close(unfolding)
  }

  /// The line that is being put together.
  private struct Unfolding {
    var start = 0
    var first = 0
    /// The number of the next line of the file.
    var number: Int
  }

  private mutating func take(_ piece: UnsafeBufferPointer<UInt8>, _ unfolding: inout Unfolding) {
    guard let first = piece.first else { return }
    if first == 0x20 || first == 0x09, unfolding.first > 0 {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece.dropFirst()))
      return
    }
    close(unfolding)
    unfolding.start = bytes.count
    unfolding.first = unfolding.number
    bytes.append(contentsOf: piece)
  }

  private mutating func close(_ unfolding: Unfolding) {
    guard unfolding.first > 0, bytes.count > unfolding.start else { return }
    lines.append(Line(start: unfolding.start, end: bytes.count, number: unfolding.first))
  }
}
