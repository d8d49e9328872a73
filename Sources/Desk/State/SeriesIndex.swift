import Civil

/// The blocks that repeat, and which of their occurrences were moved.
struct SeriesIndex: Sendable {
  private(set) var ids: Set<BlockID> = []
  /// Blocks that replace an occurrence, by its series and start.
  private var replacing: [BlockID: [WallTime: [BlockID]]] = [:]

  var isEmpty: Bool { ids.isEmpty }

  /// The starts of a series that other blocks stand for.
  func replacements(of series: BlockID) -> [WallTime: [BlockID]]? { replacing[series] }

  func replacement(of occurrence: OccurrenceID) -> BlockID? {
    guard let start = occurrence.start else { return nil }
    return replacing[occurrence.block]?[start]?.first
  }

  mutating func insert(_ series: BlockID) { ids.insert(series) }
  mutating func remove(_ series: BlockID) { ids.remove(series) }

  mutating func note(_ block: BlockID, replacing occurrence: OccurrenceID) {
    guard let start = occurrence.start else { return }
    var list = replacing[occurrence.block]?[start] ?? []
    list.insert(block, at: list.partitioningIndex { $0 > block })
    replacing[occurrence.block, default: [:]][start] = list
  }

  mutating func forget(_ block: BlockID, replacing occurrence: OccurrenceID) {
    guard let start = occurrence.start, var list = replacing[occurrence.block]?[start] else { return }
    list.removeAll { $0 == block }
    replacing[occurrence.block]?[start] = list.isEmpty ? nil : list
    if replacing[occurrence.block]?.isEmpty == true { replacing[occurrence.block] = nil }
  }
}
