import Civil

/// What a timer is started on.
package struct TimerSubject: Hashable, Sendable {
  package var client: ClientID?
  package var card: CardID?
  package var note: String
  package var labels: [String]
  package var billable: Bool

  package init(
    client: ClientID?, card: CardID? = nil, note: String = "", labels: [String] = [], billable: Bool = true
  ) {
    self.client = client
    self.card = card
    self.note = note
    self.labels = labels
    self.billable = billable
  }

  /// What an earlier entry was about.
  package init(of entry: Entry) {
    self.init(
      client: entry.client, card: entry.card, note: entry.note, labels: entry.labels, billable: entry.billable
    )
  }
}

extension Desk {
  /// What time on a card is booked as.
  package func subject(of card: Card) -> TimerSubject {
    TimerSubject(client: card.client, card: card.id, note: card.title, labels: card.labels)
  }

  /// Starts a timer; whatever ran ends at the same instant.
  package func startTimer(_ subject: TimerSubject, context: ChangeContext) -> Transaction {
    var changes = stopChanges(at: context.now)
    let entry = Entry(
      id: context.newID(), client: subject.client, card: subject.card, note: subject.note,
      labels: subject.labels, start: context.now, billable: subject.billable)
    changes.append(RecordChange(before: nil, after: .entry(entry)))
    return Transaction(
      at: context.now, action: changes.count > 1 ? "timer.switch" : "timer.start", arguments: [subject.note],
      changes: changes)
  }

  /// Ends the running timer; nil when none runs.
  package func stopTimer(context: ChangeContext) -> Transaction? {
    let changes = stopChanges(at: context.now)
    guard !changes.isEmpty, let running else { return nil }
    return Transaction(at: context.now, action: "timer.stop", arguments: [running.note], changes: changes)
  }

  /// What ran before the running timer, or last when none runs: where an interruption goes back to.
  package func previousSubject() -> TimerSubject? {
    let current = running.map { TimerSubject(of: $0) }
    for item in entryIndex.items.reversed().prefix(200) {
      guard let entry = entryTable[item.value], !entry.isRunning else { continue }
      let subject = TimerSubject(of: entry)
      if subject != current { return subject }
    }
    return nil
  }

  /// What was worked on lately, newest first, each once: what `T` completes from.
  package func recentSubjects(limit: Int) -> [TimerSubject] {
    var seen: Set<TimerSubject> = []
    var subjects: [TimerSubject] = []
    for item in entryIndex.items.reversed().prefix(1_000) {
      guard let entry = entryTable[item.value], subjects.count < limit else { continue }
      let subject = TimerSubject(of: entry)
      if seen.insert(subject).inserted { subjects.append(subject) }
    }
    return subjects
  }

  private func stopChanges(at now: Instant) -> [RecordChange] {
    guard let running else { return [] }
    var ended = running
    // A clock that went back must not make an entry that ends before it starts.
    ended.end = max(now, running.start)
    return [RecordChange(before: .entry(running), after: .entry(ended))]
  }
}
