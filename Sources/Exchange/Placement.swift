import Desk

/// Finds places for new things between those that stay where they are.
enum Placement {
  /// The ranks of a row of things in the order wanted.
  ///
  /// - Parameters:
  ///   - kept: the rank of each thing that stays, nil for one that needs a place after what is before it.
  ///   - taken: the ranks of everything that stays, also of what is not in the row; sorted.
  static func ranks(of kept: [String?], among taken: [String]) -> [String] {
    var ranks: [String] = []
    ranks.reserveCapacity(kept.count)
    var last: String?
    var index = 0
    while index < kept.count {
      if let rank = kept[index] {
        ranks.append(rank)
        last = rank
        index += 1
        continue
      }
      let count = kept[index...].prefix { $0 == nil }.count
      ranks.append(contentsOf: run(count, after: last, among: taken))
      last = ranks.last
      index += count
    }
    return ranks
  }

  private static func run(_ count: Int, after last: String?, among taken: [String]) -> [String] {
    let next = first(after: last, in: taken)
    if last == nil, next == nil { return Rank.sequence(count) }
    let low = Rank.between(last, next)
    // Longer ranks that begin like `low` are after it and still before `next`.
    return count == 1 ? [low] : Rank.sequence(count, after: low)
  }

  private static func first(after rank: String?, in taken: [String]) -> String? {
    guard let rank else { return taken.first }
    var (low, high) = (0, taken.count)
    while low < high {
      let middle = (low + high) / 2
      if taken[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return low < taken.count ? taken[low] : nil
  }
}
