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
  package mutating func load(_ records: [Record]) -> [RecordKey] { load([ReadRecords(records, zones)]) }

  /// Adds what was read from several files, sorting once.
  @discardableResult
  package mutating func load(_ files: [ReadRecords]) -> [RecordKey] {
    revision += 1
    var doubles: [RecordKey] = []
    for file in files { load(file.others, &doubles) }
    order.rebuild(clientTable)
    loadCards(files, &doubles)
    loadBlocks(files, &doubles)
    loadEntries(files, &doubles)
    return doubles
  }

  private mutating func load(_ records: [Record], _ doubles: inout [RecordKey]) {
    for record in records {
      switch record {
      case .settings(let settings): self.settings = settings
      case .client(let client) where clientTable[client.id] == nil: clientTable[client.id] = client
      case .column(let column) where columnTable[column.id] == nil: insertColumn(column)
      default: doubles.append(record.key)
      }
    }
  }

  private mutating func loadCards(_ files: [ReadRecords], _ doubles: inout [RecordKey]) {
    var deadlines: [(Instant, CardID)] = []
    cardTable.makeRoom(for: files.reduce(0) { $0 + $1.cards.count })
    for file in files {
      var places = BoardIndex.Run()
      for card in file.cards {
        guard cardTable.add(card.record, card.id) else {
          doubles.append(.card(card.id))
          continue
        }
        if let due = card.deadline { deadlines.append((due, card.id)) }
        if card.isArchived {
          boards.insertArchived(card.id, card.client, card.column)
        } else {
          boards.insert(card.id, card.rank, isWaiting: card.isWaiting, in: card.column, &places)
        }
      }
      boards.end(&places)
    }
    deadlineIndex.insert(contentsOf: deadlines)
  }

  private mutating func loadBlocks(_ files: [ReadRecords], _ doubles: inout [RecordKey]) {
    var spans: [(TimeSpan, BlockID)] = []
    let count = files.reduce(0) { $0 + $1.blocks.count }
    blockTable.makeRoom(for: count)
    spans.reserveCapacity(count)
    for file in files {
      seriesMemory.take(file.series)
      for block in file.blocks {
        guard blockTable.add(block.record, block.id) else {
          doubles.append(.block(block.id))
          continue
        }
        reminderIndex.insert(block.reminders)
        if let span = block.span { spans.append((span, block.id)) } else { seriesIndex.insert(block.id) }
        if let replaced = block.replaces { seriesIndex.note(block.id, replacing: replaced) }
      }
    }
    blockIndex.insert(contentsOf: spans)
    occurrenceMemory = OccurrenceMemory()
    seriesPieces = SeriesPieces(seriesMemory)
  }

  private mutating func loadEntries(_ files: [ReadRecords], _ doubles: inout [RecordKey]) {
    var starts: [(Instant, EntryID)] = []
    let count = files.reduce(0) { $0 + $1.entries.count }
    entryTable.makeRoom(for: count)
    starts.reserveCapacity(count)
    for file in files {
      for entry in file.entries {
        guard entryTable.add(entry.record, entry.id) else {
          doubles.append(.entry(entry.id))
          continue
        }
        starts.append((entry.start, entry.id))
        if let end = entry.end {
          spent.insert(from: entry.start, to: end, on: entry.card)
        } else {
          runningEntry = entry.id
        }
      }
    }
    entryIndex.insert(contentsOf: starts)
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
      reminderIndex.insert(block.reminders)
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

  private func deadline(of card: Card) -> Instant? { card.call.map { instant(of: $0) } }

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
      blockIndex.remove(block.id, over: span(of: block))
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

extension Card {
  /// When it calls: only live cards that are not done have a deadline.
  var call: ZonedTime? { archived || doneAt != nil ? nil : due }
}
