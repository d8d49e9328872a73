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
    start(subject, interrupting: nil, action: running == nil ? "timer.start" : "timer.switch", context)
  }

  /// Starts a timer on what breaks in upon the running one, which ends at the same instant and is gone back to
  /// by `endInterruption`; a plain start where nothing runs.
  ///
  /// - Parameter isNamed: whether the person said what it is.
  package func interruptTimer(
    _ subject: TimerSubject, isNamed: Bool = true, context: ChangeContext
  ) -> Transaction {
    guard let running else { return startTimer(subject, context: context) }
    let action = isNamed ? "timer.interrupt" : "timer.interrupt.unnamed"
    return start(subject, interrupting: running.id, action: action, context)
  }

  /// What the running interruption broke in upon; nil when no interruption runs.
  package var interrupted: TimerSubject? {
    guard let running, let id = running.interrupts else { return nil }
    return entry(id).map { TimerSubject(of: $0) } ?? previousSubject()
  }

  /// Ends the running interruption and goes on with what it broke in upon; nil when none runs.
  package func endInterruption(context: ChangeContext) -> Transaction? {
    guard let interrupted, let id = running?.interrupts else { return nil }
    return start(interrupted, interrupting: entry(id)?.interrupts, action: "timer.back", context)
  }

  /// What an entry is called in a sentence: its note, else its card's title, else its client.
  func name(of entry: Entry) -> String {
    guard entry.note.isEmpty else { return entry.note }
    return entry.card.flatMap { card($0)?.title } ?? entry.client.flatMap { client($0)?.name } ?? ""
  }

  private func start(
    _ subject: TimerSubject, interrupting: EntryID?, action: String, _ context: ChangeContext
  ) -> Transaction {
    var entry = Entry(
      id: context.newID(), client: subject.client, card: subject.card, note: subject.note,
      labels: subject.labels, start: context.now, billable: subject.billable)
    entry.interrupts = interrupting
    return Transaction(
      at: context.now, action: action, arguments: [name(of: entry)],
      changes: stopChanges(at: context.now) + [RecordChange(before: nil, after: .entry(entry))])
  }

  /// Ends the running timer; nil when none runs.
  package func stopTimer(context: ChangeContext) -> Transaction? {
    let changes = stopChanges(at: context.now)
    guard !changes.isEmpty, let running else { return nil }
    return Transaction(
      at: context.now, action: "timer.stop", arguments: [name(of: running)], changes: changes)
  }

  /// What becomes of a timer on one of these cards when they go to a client: it ends, and goes on for that client.
  func timerChanges(
    movingCards cards: [CardID], to client: ClientID, context: ChangeContext
  ) -> [RecordChange] {
    guard let running, let card = running.card, cards.contains(card), running.client != client else {
      return []
    }
    var next = running
    next.id = context.newID()
    next.client = client
    next.start = context.now
    next.source = nil
    return stopChanges(at: context.now) + [RecordChange(before: nil, after: .entry(next))]
  }

  /// What becomes of a timer that runs on a card under its title when the card is called otherwise: it goes on under the
  /// new one, as it would have been started.
  func timerChanges(renaming card: Card, to title: String) -> [RecordChange] {
    guard let running, running.card == card.id, running.note == card.title else { return [] }
    var after = running
    after.note = title
    return [RecordChange(before: .entry(running), after: .entry(after))]
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
