/// How long before their starts blocks are told of that say so themselves.
///
/// Whoever looks for what is to be told of now need not look further ahead than that.
struct ReminderIndex: Sendable {
  /// How many blocks have each longest time, in minutes.
  private var counts: [Int: Int] = [:]
  /// The longest of all in minutes; nil where no block says anything but “none”.
  private(set) var longest: Int?

  mutating func insert(_ block: Block) {
    guard let minutes = block.reminders?.first else { return }
    counts[minutes, default: 0] += 1
    longest = max(longest ?? 0, minutes)
  }

  mutating func remove(_ block: Block) {
    guard let minutes = block.reminders?.first, let count = counts[minutes] else { return }
    counts[minutes] = count == 1 ? nil : count - 1
    if count == 1, minutes == longest { longest = counts.keys.max() }
  }
}
