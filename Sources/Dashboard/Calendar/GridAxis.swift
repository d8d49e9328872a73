import Civil

/// The rows that days side by side share: what the home clock shows, top to bottom.
///
/// Every day has its times in the same rows, so that nine o'clock is nine o'clock all along a week. Where the clocks
/// of one of the days go back, the rows of the hour that comes twice stand there twice, and the other days have no time
/// in the second ones; where they go forward, that day has no time in the rows of the hour that is left out.
struct GridAxis: Equatable, Sendable {
  struct Row: Equatable, Sendable {
    /// Seconds after midnight by the clock; of an hour that comes twice, where the second one begins.
    let wall: Int
    /// Whether the clock shows it for the second time.
    let isSecond: Bool
  }

  /// A stretch of a day in which its clock runs evenly.
  private struct Piece {
    let start: Instant
    /// Seconds after midnight by the clock.
    let walls: Range<Int>
    let isSecond: Bool
  }

  /// Seconds of a row.
  let step: Int
  let rows: [Row]

  init(_ dates: [CivilDate], step: Int, _ zone: Zone) {
    self.step = step
    var repeated: [Int: Int] = [:]
    for date in dates {
      for piece in GridAxis.pieces(of: date, zone) where piece.isSecond {
        for slot in piece.walls.lowerBound / step..<(piece.walls.upperBound + step - 1) / step {
          repeated[slot] = min(repeated[slot] ?? Int.max, max(slot * step, piece.walls.lowerBound))
        }
      }
    }
    var rows: [Row] = []
    var group: [Row] = []
    for slot in 0..<CivilDate.secondsADay / step {
      rows.append(Row(wall: slot * step, isSecond: false))
      if let wall = repeated[slot] { group.append(Row(wall: wall, isSecond: true)) }
      if repeated[slot + 1] == nil {
        rows += group
        group = []
      }
    }
    self.rows = rows
  }

  /// When each row begins on a date; one that the date does not have begins with the next that it has.
  func starts(of date: CivilDate, _ zone: Zone) -> [Instant] {
    let pieces = GridAxis.pieces(of: date, zone)
    var next = zone.endOfDay(date)
    var starts = [Instant](repeating: next, count: rows.count)
    for index in rows.indices.reversed() {
      let row = rows[index]
      let walls = row.wall..<(row.wall / step + 1) * step
      if let piece = pieces.first(where: { $0.isSecond == row.isSecond && $0.walls.overlaps(walls) }) {
        next = min(next, piece.start.adding(max(0, row.wall - piece.walls.lowerBound)))
      }
      starts[index] = next
    }
    return starts
  }

  /// A day cut where its clock is changed.
  private static func pieces(of date: CivilDate, _ zone: Zone) -> [Piece] {
    let end = zone.endOfDay(date)
    let midnight = WallTime(date: date, secondOfDay: 0).secondsSinceEpoch
    var pieces: [Piece] = []
    var shown = 0
    var from = zone.startOfDay(date)
    while from < end, pieces.count < 8 {
      let to = min(zone.nextTransition(after: from) ?? end, end)
      let wall = Int(zone.wall(at: from).secondsSinceEpoch - midnight)
      let last = wall + to.seconds(since: from)
      // What the clock has shown before it shows a second time.
      let cut = min(max(wall, shown), last)
      if wall < cut { pieces.append(Piece(start: from, walls: wall..<cut, isSecond: true)) }
      if cut < last {
        pieces.append(Piece(start: from.adding(cut - wall), walls: cut..<last, isSecond: false))
      }
      shown = max(shown, last)
      from = to
    }
    return pieces
  }
}
