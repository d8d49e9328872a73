/// Things that lie side by side because they share rows.
struct LaneLayout {
  struct Placed {
    /// Which of the things it is.
    let index: Int
    let rows: Range<Int>
    /// The lane it stands in, from the left.
    let lane: Int
    /// How many lanes it takes.
    let span: Int
    /// How many lanes there are where it stands.
    let lanes: Int
  }

  /// What did not fit beside the rest.
  struct Overflow: Equatable {
    /// Rows in which some of it runs.
    struct Stretch: Equatable {
      let rows: Range<Int>
      /// How many run at once where nothing that did fit stands; zero where something does.
      let alone: Int
    }

    /// Which of the things did not fit.
    let indices: [Int]
    let stretches: [Stretch]

    var count: Int { indices.count }
  }

  private(set) var placed: [Placed] = []
  private(set) var overflow: [Overflow] = []
  /// The rows of each thing.
  private let rows: [Range<Int>]
  /// The things that hang together.
  private let groups: [Range<Int>]
  private let most: Int

  /// - Parameters:
  ///   - rows: of each thing, by the first row.
  ///   - most: how many lanes there is room for; what comes later is left out and counted.
  init(_ rows: [Range<Int>], most: Int) {
    self.rows = rows
    self.most = most
    groups = LaneLayout.groups(of: rows)
    for group in groups { place(group, keeping: nil) }
  }

  /// Parts things where one begins when all before it have ended.
  private static func groups(of rows: [Range<Int>]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var end = Int.min
    for (index, own) in rows.enumerated() {
      let first = own.lowerBound >= end ? index : groups.popLast()?.lowerBound ?? index
      groups.append(first..<index + 1)
      end = max(end, own.upperBound)
    }
    return groups
  }

  /// The same with room for one thing that was left out, such as what is selected.
  ///
  /// - Returns: nil if it was not left out, and else also the rows in which things may lie otherwise.
  func keeping(_ index: Int) -> (layout: LaneLayout, moved: Range<Int>)? {
    guard overflow.contains(where: { $0.indices.contains(index) }),
      let group = groups.first(where: { $0.contains(index) })
    else { return nil }
    var layout = self
    layout.placed.removeAll { group.contains($0.index) }
    layout.overflow.removeAll { $0.indices.contains(index) }
    layout.place(group, keeping: index)
    let own = rows[group]
    return (layout, rows[group.lowerBound].lowerBound..<own.reduce(0) { max($0, $1.upperBound) })
  }

  /// Gives each of a group the first lane that is free, then all the room to its right.
  private mutating func place(_ group: Range<Int>, keeping kept: Int?) {
    var ends: [Int] = []
    var lanes: [(index: Int, lane: Int)] = []
    var left: [Int] = []
    for index in group {
      if let lane = ends.firstIndex(where: { $0 <= rows[index].lowerBound }) {
        ends[lane] = rows[index].upperBound
        lanes.append((index, lane))
      } else if ends.count < most {
        ends.append(rows[index].upperBound)
        lanes.append((index, ends.count - 1))
      } else if index == kept {
        // It takes the last lane; whatever of that lane it would lie over makes room.
        let away = lanes.filter { $0.lane == most - 1 && rows[$0.index].overlaps(rows[index]) }
        left += away.map(\.index)
        lanes.removeAll { lane in away.contains { $0.index == lane.index } }
        ends[most - 1] = rows[index].upperBound
        lanes.append((index, most - 1))
      } else {
        left.append(index)
      }
    }
    for (index, lane) in lanes {
      let next = lanes.filter { $0.lane > lane && rows[$0.index].overlaps(rows[index]) }.map(\.lane).min()
      placed.append(
        Placed(
          index: index, rows: rows[index], lane: lane, span: (next ?? ends.count) - lane, lanes: ends.count))
    }
    guard !left.isEmpty else { return }
    let stretches = LaneLayout.stretches(of: left.map { rows[$0] }, beside: lanes.map { rows[$0.index] })
    overflow.append(Overflow(indices: left, stretches: stretches))
  }

  /// The rows that something left out runs in, cut where what stands there changes.
  private static func stretches(of left: [Range<Int>], beside shown: [Range<Int>]) -> [Overflow.Stretch] {
    // Key paths would be made at run time here.
    let first = left.map { $0.lowerBound }.min() ?? 0
    let end = left.map { $0.upperBound }.max() ?? first
    var counts = [Int](repeating: 0, count: end - first)
    for rows in left { for row in rows { counts[row - first] += 1 } }
    var isTaken = [Bool](repeating: false, count: counts.count)
    for rows in shown { for row in rows.clamped(to: first..<end) { isTaken[row - first] = true } }
    var stretches: [Overflow.Stretch] = []
    for row in first..<end where counts[row - first] > 0 {
      let alone = isTaken[row - first] ? 0 : counts[row - first]
      if let last = stretches.last, last.rows.upperBound == row, last.alone == alone {
        stretches[stretches.count - 1] = Overflow.Stretch(rows: last.rows.lowerBound..<row + 1, alone: alone)
      } else {
        stretches.append(Overflow.Stretch(rows: row..<row + 1, alone: alone))
      }
    }
    return stretches
  }
}
