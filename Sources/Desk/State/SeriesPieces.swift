import Civil
import Synchronization

/// The occurrences of all series together, in pieces of some weeks, by start.
///
/// A cache of one state of the series: a change of any of them begins a new one. A day is then a slice of a piece,
/// whatever the number of series.
final class SeriesPieces: Sendable {
  /// A series with what is needed to place its occurrences.
  struct Live: Sendable {
    let block: Block
    let zone: Zone
    /// Starts that other blocks stand for.
    let replaced: [WallTime: [BlockID]]
    /// Whether it is left out of the pieces: it lasts long, or has more occurrences than a piece holds.
    fileprivate(set) var isApart: Bool

    init(_ block: Block, in zone: Zone, replaced: [WallTime: [BlockID]]) {
      self.block = block
      self.zone = zone
      self.replaced = replaced
      isApart = block.duration > longest
    }
  }

  private struct Item {
    let span: TimeSpan
    let wall: WallTime
    let series: Int
  }

  private struct State {
    var live: [Live]?
    var pieces: [Int64: [Item]] = [:]
  }

  private let state = Mutex(State())
  private let memory: SeriesMemory

  /// What lasts longer is looked for series by series.
  private static let longest = 7 * CivilDate.secondsADay
  /// A week of the calendar may be some hours longer.
  private static let lookBack = 8 * CivilDate.secondsADay
  private static let piecesAtOnce: Int64 = 8
  private static let piecesKept = 12

  init(_ memory: SeriesMemory) { self.memory = memory }

  /// What overlaps a span, by start.
  ///
  /// - Parameter gather: gives every series of the desk.
  func occurrences(in span: TimeSpan, _ gather: () -> [Live]) -> [Occurrence] {
    state.withLock { state in
      if state.live == nil { state.live = gather() }
      let numbers = SeriesMemory.pieces(
        in: TimeSpan(start: span.start.adding(-Self.lookBack), end: span.end))
      guard numbers.count <= Self.piecesAtOnce, memory.isWarm else {
        return expand(state.live ?? [], span) { _ in true }
      }
      prepare(numbers, &state)
      let live = state.live ?? []
      var found: [Occurrence] = []
      for number in numbers {
        guard let piece = state.pieces[number] else { continue }
        let first = piece.partitioningIndex { $0.span.start >= span.start.adding(-Self.lookBack) }
        for item in piece[first...] {
          guard item.span.start < span.end else { break }
          guard item.span.end > span.start || item.span.start >= span.start else { continue }
          found.append(Self.occurrence(item.wall, item.span, live[item.series].block))
        }
      }
      guard live.contains(where: \.isApart) else { return found }
      return (found + expand(live, span, where: \.isApart)).sorted(by: Occurrence.isBefore)
    }
  }

  private static func occurrence(_ wall: WallTime, _ span: TimeSpan, _ block: Block) -> Occurrence {
    var shown = block
    shown.start.wall = wall
    return Occurrence(id: OccurrenceID(block: block.id, start: wall), span: span, block: shown)
  }

  /// Asks every series for itself.
  private func expand(
    _ live: [Live], _ span: TimeSpan, where isMeant: (Live) -> Bool
  ) -> [Occurrence] {
    var found: [Occurrence] = []
    for series in live where isMeant(series) {
      for start in memory.starts(of: series.block, in: series.zone, overlapping: span)
      where series.replaced[start.wall] == nil {
        found.append(
          Self.occurrence(start.wall, series.block.span(from: start, in: series.zone), series.block))
      }
    }
    return found.sorted(by: Occurrence.isBefore)
  }

  private func prepare(_ numbers: ClosedRange<Int64>, _ state: inout State) {
    if state.pieces.count + numbers.count > Self.piecesKept { state.pieces.removeAll(keepingCapacity: true) }
    // A series that turns out to be dense goes out of every piece.
    while !numbers.allSatisfy({ state.pieces[$0] != nil || make($0, &state) }) { state.pieces.removeAll() }
  }

  /// Puts the occurrences that begin within a piece together; false where a series was found to have too many.
  private func make(_ number: Int64, _ state: inout State) -> Bool {
    var items: [Item] = []
    let live = state.live ?? []
    for (index, series) in live.enumerated() where !series.isApart {
      guard let starts = memory.piece(number, of: series.block, in: series.zone) else {
        state.live?[index].isApart = true
        return false
      }
      for start in starts where series.replaced[start.wall] == nil {
        let span = series.block.span(from: start, in: series.zone)
        items.append(Item(span: span, wall: start.wall, series: index))
      }
    }
    items.sort { one, other in
      if one.span.start != other.span.start { return one.span.start < other.span.start }
      if one.series == other.series { return one.wall < other.wall }
      return live[one.series].block.id < live[other.series].block.id
    }
    state.pieces[number] = items
    return true
  }
}

extension Occurrence {
  /// By start, then by the record and the wall time.
  static func isBefore(_ one: Occurrence, _ other: Occurrence) -> Bool {
    if one.start != other.start { return one.start < other.start }
    if one.blockID != other.blockID { return one.blockID < other.blockID }
    return one.block.start.wall < other.block.start.wall
  }
}
