import Civil

extension Desk {
  /// Makes a change and keeps it in the history.
  ///
  /// Does not check it: see `check`.
  package mutating func apply(_ transaction: Transaction) {
    replay(transaction)
    history.append(transaction)
  }

  /// Makes a change whose place in the history is already known, as when a journal is read again.
  package mutating func replay(_ transaction: Transaction) {
    for change in transaction.changes {
      // What is there now goes, whatever the change thinks was there: replaying a line twice ends the same.
      if let current = record(change.key) { remove(current) }
      if let after = change.after { insert(after) }
    }
    sequence = max(sequence, transaction.sequence)
    revision += 1
  }

  /// Adds older transactions to the history without changing any record.
  package mutating func prependHistory(_ older: [Transaction]) { history.prepend(older) }

  /// Notes what the snapshot on disk already holds.
  package mutating func setSequence(_ sequence: Int) { self.sequence = max(self.sequence, sequence) }

  /// Adds records read from snapshot files, sorting once.
  ///
  /// What is already there stays: the journal is newer.
  ///
  /// - Returns: the keys of records that were there already with another content.
  @discardableResult
  package mutating func load(_ records: [Record]) -> [RecordKey] {
    revision += 1
    var deadlines: [(Instant, CardID)] = []
    var spans: [(TimeSpan, BlockID)] = []
    var starts: [(Instant, EntryID)] = []
    var doubles: [RecordKey] = []
    makeRoom(for: records)
    for record in records {
      let isNew: Bool
      switch record {
      case .settings(let settings):
        self.settings = settings
        isNew = true
      case .client(let client):
        isNew = clientTable[client.id] == nil
        if isNew { clientTable[client.id] = client }
      case .column(let column):
        isNew = columnTable[column.id] == nil
        if isNew { insertColumn(column) }
      case .card(let card):
        isNew = cardTable.add(card, card.id)
        guard isNew else { break }
        boards.insert(card)
        if let due = deadline(of: card) { deadlines.append((due, card.id)) }
      case .block(let block):
        isNew = blockTable.add(block, block.id)
        guard isNew else { break }
        reminderIndex.insert(block)
        if block.isSeries {
          seriesIndex.insert(block.id)
        } else {
          spans.append((span(of: block), block.id))
        }
        if let replaced = block.replaces { seriesIndex.note(block.id, replacing: replaced) }
      case .entry(let entry):
        isNew = entryTable.add(entry, entry.id)
        guard isNew else { break }
        spent.insert(entry)
        starts.append((entry.start, entry.id))
        if entry.isRunning { runningEntry = entry.id }
      }
      if !isNew { doubles.append(record.key) }
    }
    order.rebuild(clientTable)
    deadlineIndex.insert(contentsOf: deadlines)
    blockIndex.insert(contentsOf: spans)
    occurrenceMemory = OccurrenceMemory()
    seriesPieces = SeriesPieces(seriesMemory)
    entryIndex.insert(contentsOf: starts)
    return doubles
  }

  /// Makes the tables large enough at once: growing step by step, they would be copied several times over.
  private mutating func makeRoom(for records: [Record]) {
    var (cards, blocks, entries) = (0, 0, 0)
    for record in records {
      switch record {
      case .settings, .client, .column: break
      case .card: cards += 1
      case .block: blocks += 1
      case .entry: entries += 1
      }
    }
    cardTable.makeRoom(for: cards)
    blockTable.makeRoom(for: blocks)
    entryTable.makeRoom(for: entries)
  }

  private mutating func insertColumn(_ column: Column) {
    columnTable[column.id] = column
    boards.insert(column)
  }

  private mutating func insert(_ record: Record) {
    switch record {
    case .settings(let settings): self.settings = settings
    case .client(let client):
      clientTable[client.id] = client
      order.rebuild(clientTable)
    case .column(let column): insertColumn(column)
    case .card(let card):
      cardTable[card.id] = card
      boards.insert(card)
      if let due = deadline(of: card) { deadlineIndex.insert(card.id, at: due) }
    case .block(let block):
      blockTable[block.id] = block
      reminderIndex.insert(block)
      insertTimes(of: block)
    case .entry(let entry):
      entryTable[entry.id] = entry
      entryIndex.insert(entry.id, at: entry.start)
      spent.insert(entry)
      if entry.isRunning { runningEntry = entry.id }
    }
  }

  private mutating func remove(_ record: Record) {
    switch record {
    case .settings: settings = Settings()
    case .client(let client):
      clientTable[client.id] = nil
      order.rebuild(clientTable)
    case .column(let column):
      columnTable[column.id] = nil
      boards.remove(column)
    case .card(let card):
      cardTable[card.id] = nil
      boards.remove(card)
      if let due = deadline(of: card) { deadlineIndex.remove(card.id, at: due) }
    case .block(let block):
      blockTable[block.id] = nil
      reminderIndex.remove(block)
      removeTimes(of: block)
    case .entry(let entry):
      entryTable[entry.id] = nil
      entryIndex.remove(entry.id, at: entry.start)
      spent.remove(entry)
      if runningEntry == entry.id { runningEntry = nil }
    }
  }

  /// When a card calls: only live cards that are not done have a deadline.
  private func deadline(of card: Card) -> Instant? {
    guard !card.archived, card.doneAt == nil, let due = card.due else { return nil }
    return instant(of: due)
  }

  private mutating func insertTimes(of block: Block) {
    if block.isSeries {
      seriesIndex.insert(block.id)
    } else {
      blockIndex.insert(block.id, over: span(of: block))
    }
    if let replaced = block.replaces { seriesIndex.note(block.id, replacing: replaced) }
    forgetTimes(touching: block)
  }

  private mutating func removeTimes(of block: Block) {
    if block.isSeries {
      seriesIndex.remove(block.id)
      seriesMemory.forget(block.id)
    } else {
      blockIndex.remove(block.id)
    }
    if let replaced = block.replaces { seriesIndex.forget(block.id, replacing: replaced) }
    forgetTimes(touching: block)
  }

  /// What was worked out for the blocks as they were does not hold any more; of the series only where one is touched.
  private mutating func forgetTimes(touching block: Block) {
    occurrenceMemory = OccurrenceMemory()
    if block.isSeries || block.replaces != nil { seriesPieces = SeriesPieces(seriesMemory) }
  }
}
