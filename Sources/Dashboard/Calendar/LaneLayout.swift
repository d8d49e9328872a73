/// Things that lie side by side because they share rows.
struct LaneLayout<Item> {
  struct Placed {
    let item: Item
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

    let count: Int
    let stretches: [Stretch]
  }

  private(set) var placed: [Placed] = []
  private(set) var overflow: [Overflow] = []

  /// - Parameters:
  ///   - items: by their first row.
  ///   - most: how many lanes there is room for; what comes later is left out and counted.
  ///   - isKept: what must not be left out, such as what is selected.
  init(_ items: [(item: Item, rows: Range<Int>)], most: Int, isKept: (Item) -> Bool = { _ in false }) {
    var cluster: [(item: Item, rows: Range<Int>)] = []
    var end = Int.min
    for item in items {
      if item.rows.lowerBound >= end, !cluster.isEmpty {
        place(cluster, most: most, isKept)
        cluster = []
      }
      cluster.append(item)
      end = max(end, item.rows.upperBound)
    }
    if !cluster.isEmpty { place(cluster, most: most, isKept) }
  }

  /// Gives each of a group that hangs together the first lane that is free, then all the room to its right.
  private mutating func place(
    _ cluster: [(item: Item, rows: Range<Int>)], most: Int, _ isKept: (Item) -> Bool
  ) {
    var ends: [Int] = []
    var lanes: [(index: Int, lane: Int)] = []
    var left: [Range<Int>] = []
    for (index, item) in cluster.enumerated() {
      if let lane = ends.firstIndex(where: { $0 <= item.rows.lowerBound }) {
        ends[lane] = item.rows.upperBound
        lanes.append((index, lane))
      } else if ends.count < most {
        ends.append(item.rows.upperBound)
        lanes.append((index, ends.count - 1))
      } else if isKept(item.item) {
        // It takes the last lane; whatever of that lane it would lie over makes room.
        let away = lanes.filter { $0.lane == most - 1 && cluster[$0.index].rows.overlaps(item.rows) }
        left += away.map { cluster[$0.index].rows }
        lanes.removeAll { lane in away.contains { $0.index == lane.index } }
        ends[most - 1] = item.rows.upperBound
        lanes.append((index, most - 1))
      } else {
        left.append(item.rows)
      }
    }
    for (index, lane) in lanes {
      let rows = cluster[index].rows
      let next = lanes.filter { $0.lane > lane && cluster[$0.index].rows.overlaps(rows) }.map(\.lane).min()
      placed.append(
        Placed(
          item: cluster[index].item, rows: rows, lane: lane, span: (next ?? ends.count) - lane,
          lanes: ends.count))
    }
    guard !left.isEmpty else { return }
    let shown = lanes.map { cluster[$0.index].rows }
    overflow.append(Overflow(count: left.count, stretches: LaneLayout.stretches(of: left, beside: shown)))
  }

  /// The rows that something left out runs in, cut where what stands there changes.
  private static func stretches(of left: [Range<Int>], beside shown: [Range<Int>]) -> [Overflow.Stretch] {
    // Key paths would be made at run time here, in the generic: a fiftieth of a start.
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
