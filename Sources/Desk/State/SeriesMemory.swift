import Civil
import Synchronization

/// What was worked out of series for earlier questions.
///
/// A cache and nothing else: copies of a desk share it, and whatever is kept carries all that it was made from. Starts
/// are kept in pieces of some weeks, so that going from day to day expands no rule twice.
final class SeriesMemory: Sendable {
  /// Boxed: it is large, and a table that grows would move it again and again.
  private final class Known {
    /// The block that all this was made from.
    let block: Block
    let series: Series
    /// What is odd about its rule; unknown until asked for.
    var oddity: Series.Oddity??
    /// The last start; unknown until asked for.
    var last: WallTime??
    var pieces: [Int64: [SeriesStart]] = [:]
    /// Whether a piece holds more than is given at once.
    var isDense = false

    init(_ block: Block, _ series: Series) {
      self.block = block
      self.series = series
    }
  }

  private let known = Mutex<[BlockID: Known]>([:])
  /// How many questions there were.
  private let asked = Mutex(0)

  /// A piece of the line of time is 2^21 seconds, a little over 24 days.
  private static let pieceBits: Int64 = 21
  private static let piecesKept = 24
  private static let seriesKept = 20_000
  private static let coldQuestions = 3

  /// Takes in series that were made ready elsewhere.
  func take(_ ready: [Series.Ready]) {
    guard !ready.isEmpty else { return }
    known.withLock { table in
      for one in ready where table.count < Self.seriesKept {
        table[one.block.id] = Known(one.block, one.series)
      }
    }
  }

  /// The series of a block, made ready.
  func series(of block: Block, in zone: Zone) -> Series { with(block, zone) { $0.series } }

  /// What is odd about the rule of a series.
  func oddity(of block: Block, in zone: Zone) -> Series.Oddity? {
    with(block, zone) { known in
      if let oddity = known.oddity { return oddity }
      let oddity = known.series.oddity
      known.oddity = .some(oddity)
      return oddity
    }
  }

  /// The last start of a series by the clock of its zone; nil where it never ends.
  func last(of block: Block, in zone: Zone) -> WallTime? {
    with(block, zone) { known in
      if let last = known.last { return last }
      let last = known.series.set.last
      known.last = .some(last)
      return last
    }
  }

  /// The starts of the occurrences that overlap a span, by instant.
  func starts(of block: Block, in zone: Zone, overlapping span: TimeSpan) -> [SeriesStart] {
    // A calendar day may have 25 hours, and where the date line moved 48.
    let length = block.allDay ? block.duration + CivilDate.secondsADay : block.duration
    let wide = TimeSpan(start: span.start.adding(-max(0, length)), end: span.end)
    let found = with(block, zone) { known in
      if case .some(.some(let last)) = known.last, zone.instant(of: last) < wide.start {
        return [SeriesStart]()
      }
      return known.series.starts(in: wide)
    }
    guard length > 0 else { return found }
    return found.filter { start in
      start.at >= span.start || block.span(from: start, in: zone).end > span.start
    }
  }

  /// Forgets a series that is gone.
  func forget(_ id: BlockID) { known.withLock { $0[id] = nil } }

  private func with<Answer: Sendable>(_ block: Block, _ zone: Zone, _ body: (Known) -> Answer) -> Answer {
    known.withLock { table in
      if let known = table[block.id], known.block.repeats(as: block) { return body(known) }
      if table.count >= Self.seriesKept { table.removeAll() }
      let known = Known(block, Series(block, in: zone))
      table[block.id] = known
      return body(known)
    }
  }

  /// The numbers of the pieces that a span touches.
  static func pieces(in span: TimeSpan) -> ClosedRange<Int64> {
    let first = span.start.seconds >> pieceBits
    return first...max(first, (max(span.start.seconds, span.end.seconds - 1)) >> pieceBits)
  }

  /// Whether whole pieces are worth while: not for the first frames of a session.
  ///
  /// Those want a day or two, and expanding weeks for them would be felt.
  var isWarm: Bool {
    asked.withLock { asked in
      asked += 1
      return asked > Self.coldQuestions
    }
  }

  /// The starts of a series within a piece; nil where they are more than a piece holds.
  func piece(_ number: Int64, of block: Block, in zone: Zone) -> [SeriesStart]? {
    with(block, zone) { known in
      if let piece = known.pieces[number] { return piece }
      if known.isDense { return nil }
      if case .some(.some(let last)) = known.last,
        zone.instant(of: last).seconds < number << Self.pieceBits
      {
        return []
      }
      let piece = Self.makePiece(number, known)
      return known.isDense ? nil : piece
    }
  }

  private static func makePiece(_ number: Int64, _ known: Known) -> [SeriesStart] {
    let span = TimeSpan(
      start: Instant(seconds: number << pieceBits), end: Instant(seconds: (number + 1) << pieceBits))
    let piece = known.series.starts(in: span, limit: Series.limit + 1)
    if piece.count > Series.limit {
      known.isDense = true
      known.pieces = [:]
      return []
    }
    if known.pieces.count >= piecesKept { known.pieces.removeAll(keepingCapacity: true) }
    known.pieces[number] = piece
    // Nothing here: perhaps it is over, and need not be asked again.
    if piece.isEmpty, known.last == nil { known.last = .some(known.series.set.last) }
    return piece
  }
}
