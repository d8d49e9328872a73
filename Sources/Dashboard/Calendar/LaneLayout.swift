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
    let rows: Range<Int>
    let count: Int
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
    if let first = left.first {
      let rows = left.dropFirst().reduce(first) {
        min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
      }
      overflow.append(Overflow(rows: rows, count: left.count))
    }
  }
}
