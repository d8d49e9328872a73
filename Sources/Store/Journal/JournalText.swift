import Desk
import JSONText

/// The first line of a stretch of journal that cannot be used.
struct JournalDamage: Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    /// Not as it was written.
    case checksum
    /// Written by a newer version.
    case content(JSONError)
    /// Lines are missing before it.
    case gap(expected: Int, found: Int)
  }

  var reason: Reason
  /// Counted from 1 at the start of the stretch.
  var line: Int
  /// Where the line starts, in bytes from the start of the stretch.
  var offset: Int
  /// Whether lines that are whole come after it: then it is no torn end.
  var isFollowedByGoodLines: Bool
}

/// What a stretch of journal says, up to the first line that cannot be used.
struct JournalText: Sendable {
  private(set) var transactions: [Transaction] = []
  private(set) var damage: JournalDamage?
  /// Where the good lines end, in bytes from the start of the stretch.
  private(set) var goodEnd = 0
  private(set) var lineCount = 0

  /// Reads lines.
  ///
  /// - Parameter after: the sequence number of the last transaction before them; nil when any may come.
  init(_ bytes: [UInt8], after previous: Int?) {
    var previous = previous
    var start = 0
    while start < bytes.count {
      lineCount += 1
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        damage = JournalDamage(
          reason: .checksum, line: lineCount, offset: start, isFollowedByGoodLines: false)
        return
      }
      do throws(JournalLine.Problem) {
        let transaction = try JournalLine.decode(bytes[start..<end])
        if let last = previous, transaction.sequence > last + 1 {
          let gap = JournalDamage.Reason.gap(expected: last + 1, found: transaction.sequence)
          damage = JournalDamage(reason: gap, line: lineCount, offset: start, isFollowedByGoodLines: true)
          return
        }
        previous = max(previous ?? 0, transaction.sequence)
        transactions.append(transaction)
      } catch {
        let reason: JournalDamage.Reason =
          switch error {
          case .checksum: .checksum
          case .content(let problem): .content(problem)
          }
        let isNewer = reason != .checksum
        damage = JournalDamage(
          reason: reason, line: lineCount, offset: start,
          isFollowedByGoodLines: isNewer || Self.hasGoodLine(bytes, from: end + 1))
        return
      }
      start = end + 1
      goodEnd = start
    }
  }

  private static func hasGoodLine(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes[min(start, bytes.count)...].split(separator: UInt8(ascii: "\n")).contains {
      JournalLine.isIntact($0)
    }
  }

  /// The lines that can be used, as they are written, in pieces in which no change is missing, with the number of the
  /// first of each.
  static func pieces(of bytes: [UInt8]) -> [(start: Int, bytes: [UInt8])] {
    var pieces: [(start: Int, bytes: [UInt8])] = []
    var last = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let sequence = try? JournalLine.decode(line).sequence else { continue }
      if pieces.isEmpty || sequence > last + 1 {
        pieces.append((sequence, []))
        last = sequence
      }
      last = max(last, sequence)
      pieces[pieces.count - 1].bytes += line + [UInt8(ascii: "\n")]
    }
    return pieces
  }

  /// Every line that can be used, whatever lies between them, and how many cannot.
  static func salvage(_ bytes: [UInt8]) -> (good: [Transaction], lost: Int) {
    var good: [Transaction] = []
    var lost = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let transaction = try? JournalLine.decode(line) { good.append(transaction) } else { lost += 1 }
    }
    return (good, lost)
  }
}
