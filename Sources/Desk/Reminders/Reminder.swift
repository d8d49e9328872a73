import Civil

/// When blocks are told of, before they begin or, where a block says so itself, after it.
package struct ReminderRule: Hashable, Sendable {
  /// Minutes before the start, each at least 0.
  package var minutes: [Int]

  package init(minutes: [Int]) { self.minutes = minutes }

  package static let standard = ReminderRule(minutes: [10, 1])
  package static let none = ReminderRule(minutes: [])

  /// Four weeks, in minutes: nothing is told of earlier, or later than that after its start.
  package static let earliest = 4 * 7 * 1440
  /// A block is told of at most so often.
  package static let most = 16

  /// Minutes before its start as a block keeps them: the longest first, each once, none that are too long; those after
  /// it are below zero.
  package static func sorted(_ minutes: [Int]) -> [Int] {
    Array(Set(minutes).filter { abs($0) <= earliest }.sorted(by: >).prefix(most))
  }

  /// Seconds before the start of an occurrence, below zero after it, as its block says or else as the rule does.
  ///
  /// A buffer and what lasts whole days is told of only where it says so itself.
  func leads(of item: Occurrence) -> [Int] {
    if let own = item.block.reminders { return own.map { $0 * 60 } }
    return item.block.kind == .buffer || item.block.allDay ? [] : minutes.map { $0 * 60 }
  }
}

/// What there is to be told of blocks once time has gone on.
package struct ReminderNews: Hashable, Sendable {
  /// What begins soon or began a while ago and has come to one of its moments, by start.
  package var coming: [Occurrence] = []
  /// What began while nobody was there to be told, by start.
  package var missed: [Occurrence] = []

  package var isEmpty: Bool { coming.isEmpty && missed.isEmpty }
}

extension Desk {
  /// Whether any block says itself when it is told of.
  package var hasReminders: Bool { reminderIndex.longest != nil }

  /// What came to a moment of being told of after one instant and until another.
  ///
  /// Whoever looked away for longer than `gap` seconds is told of what began meanwhile as missed, also where it was
  /// told of before.
  ///
  /// - Parameter rule: when blocks are told of that do not say so themselves.
  package func reminders(
    after last: Instant, until now: Instant, _ rule: ReminderRule, gap: Int = 90
  ) -> ReminderNews {
    var news = ReminderNews()
    guard now > last else { return news }
    let isBack = now.seconds(since: last) > gap
    for (item, leads) in remindable(from: last, to: now, rule) {
      let due = leads.filter { lead in
        let moment = item.start.adding(-lead)
        return moment > last && moment <= now
      }
      if item.start > now {
        if !due.isEmpty { news.coming.append(item) }
      } else if item.start > last || due.contains(where: { $0 < 0 }) {
        if isBack {
          news.missed.append(item)
        } else if due.contains(where: { $0 <= 0 }) {
          news.coming.append(item)
        }
      }
    }
    return news
  }

  /// The next moment at which something is to be told, within `seconds`.
  package func nextReminder(after now: Instant, _ rule: ReminderRule, within seconds: Int) -> Instant? {
    remindable(from: now, to: now.adding(seconds), rule)
      .flatMap { item, leads in leads.map { item.start.adding(-$0) } }
      .filter { $0 > now && $0 <= now.adding(seconds) }.min()
  }

  /// What may have come to a moment between two instants, with how many seconds before its start it is told of.
  private func remindable(
    from start: Instant, to end: Instant, _ rule: ReminderRule
  ) -> [(item: Occurrence, leads: [Int])] {
    guard let longest = (rule.minutes + [reminderIndex.longest].compactMap { $0 }).max() else { return [] }
    let after = (reminderIndex.latest ?? 0) * 60
    return occurrences(from: start.adding(-after), to: end.adding(max(0, longest) * 60 + 1)).compactMap {
      item in
      let leads = rule.leads(of: item)
      // What has begun is told of only by what comes after its start.
      guard let last = leads.min(), item.start > start || item.start.adding(-last) > start else { return nil }
      return (item, leads)
    }
  }
}
