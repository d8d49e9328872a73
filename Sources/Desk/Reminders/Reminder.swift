import Civil

/// When blocks are told of before they begin.
package struct ReminderRule: Hashable, Sendable {
  /// Minutes before the start, each at least 0.
  package var minutes: [Int]

  package init(minutes: [Int]) { self.minutes = minutes }

  package static let standard = ReminderRule(minutes: [10, 1])
  package static let none = ReminderRule(minutes: [])

  var longest: Int { (minutes.max() ?? 0) * 60 }
}

/// What there is to be told of blocks once time has gone on.
package struct ReminderNews: Hashable, Sendable {
  /// What begins soon or just now and has come to one of its moments, by start.
  package var coming: [Occurrence] = []
  /// What began while nobody was there to be told, by start.
  package var missed: [Occurrence] = []

  package var isEmpty: Bool { coming.isEmpty && missed.isEmpty }
}

extension Desk {
  /// What came to a moment of being told of after one instant and until another.
  ///
  /// Whoever looked away for longer than `gap` seconds is told of what began meanwhile as missed, also where it was
  /// told of before.
  package func reminders(
    after last: Instant, until now: Instant, _ rule: ReminderRule, gap: Int = 90
  ) -> ReminderNews {
    var news = ReminderNews()
    guard now > last, !rule.minutes.isEmpty else { return news }
    let isBack = now.seconds(since: last) > gap
    for item in remindable(from: last, to: now.adding(rule.longest + 1)) {
      let moments = rule.minutes.map { item.start.adding(-60 * $0) }
      if item.start > now {
        if moments.contains(where: { $0 > last && $0 <= now }) { news.coming.append(item) }
      } else if isBack {
        news.missed.append(item)
      } else if moments.contains(where: { $0 == item.start }) {
        news.coming.append(item)
      }
    }
    return news
  }

  /// The next moment at which something is to be told, within `seconds`.
  package func nextReminder(after now: Instant, _ rule: ReminderRule, within seconds: Int) -> Instant? {
    guard !rule.minutes.isEmpty else { return nil }
    return remindable(from: now, to: now.adding(seconds + rule.longest + 1))
      .flatMap { item in rule.minutes.map { item.start.adding(-60 * $0) } }
      .filter { $0 > now && $0 <= now.adding(seconds) }.min()
  }

  /// What begins within a stretch and is to be told of: buffers and whole days are not.
  private func remindable(from start: Instant, to end: Instant) -> [Occurrence] {
    occurrences(from: start, to: end).filter {
      $0.start > start && $0.start < end && $0.block.kind != .buffer && !$0.block.allDay
    }
  }
}
