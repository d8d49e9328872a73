/// How long before their starts, and how long after them, blocks are told of that say so themselves.
///
/// Whoever looks for what is to be told of now need not look further than that.
struct ReminderIndex: Sendable {
  /// How many blocks have each longest time before their starts, in minutes.
  private var counts: [Int: Int] = [:]
  /// The same for the latest time after them, of those that have one.
  private var latestCounts: [Int: Int] = [:]
  /// The longest of all in minutes, below zero where all are after the starts; nil where no block says anything but
  /// “none”.
  private(set) var longest: Int?
  /// The latest after a start in minutes; nil where there is none.
  private(set) var latest: Int?

  /// - Parameter minutes: what a block says, in minutes before its start, from the longest.
  mutating func insert(_ minutes: [Int]?) {
    guard let minutes, let first = minutes.first, let last = minutes.last else { return }
    counts[first, default: 0] += 1
    longest = max(longest ?? first, first)
    guard last < 0 else { return }
    latestCounts[-last, default: 0] += 1
    latest = max(latest ?? -last, -last)
  }

  mutating func remove(_ block: Block) {
    guard let minutes = block.reminders, let first = minutes.first, let last = minutes.last else { return }
    ReminderIndex.remove(first, from: &counts, &longest)
    if last < 0 { ReminderIndex.remove(-last, from: &latestCounts, &latest) }
  }

  private static func remove(_ minutes: Int, from counts: inout [Int: Int], _ most: inout Int?) {
    guard let count = counts[minutes] else { return }
    counts[minutes] = count == 1 ? nil : count - 1
    if count == 1, minutes == most { most = counts.keys.max() }
  }
}
