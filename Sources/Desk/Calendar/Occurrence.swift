import Civil

/// What names one occurrence, whichever record it is in: it stays the same when the occurrence is moved by itself.
package struct OccurrenceID: Hashable, Sendable {
  /// The block, or the series that repeats.
  package var block: BlockID
  /// Which start of the series it stands for, by the clock of the series' zone; nil for a block that is no series.
  package var start: WallTime?

  package init(block: BlockID, start: WallTime? = nil) {
    self.block = block
    self.start = start
  }
}

/// One time that a block takes place.
package struct Occurrence: Hashable, Sendable, Identifiable {
  package let id: OccurrenceID
  package let span: TimeSpan
  /// The record it comes from, its `start` being this occurrence's.
  ///
  /// Of a series every occurrence has the series' record here, with another start; one that was moved or edited by
  /// itself has its own.
  package let block: Block

  package var start: Instant { span.start }
  package var end: Instant { span.end }
  /// The record it is kept in.
  package var blockID: BlockID { block.id }
  /// Which start of its series it stands for, by the clock of the series' zone; nil where nothing repeats.
  package var seriesStart: WallTime? { id.start }
  /// Whether it belongs to a series, moved or not.
  package var isRecurring: Bool { id.start != nil }
  /// Whether it was moved or edited by itself.
  package var isMoved: Bool { block.replaces != nil }
  package var takesTime: Bool { block.takesTime }

  package init(id: OccurrenceID, span: TimeSpan, block: Block) {
    self.id = id
    self.span = span
    self.block = block
  }
}

extension Desk {
  /// What takes place in a stretch of time, by start: single blocks, series and what was moved out of them.
  ///
  /// The one read for every view, free time, sums and the shell. It costs what the stretch holds; of one series at most
  /// `Series.limit` occurrences are given. What has no length counts where it starts.
  ///
  /// - Parameter client: whose blocks; nil for everybody's.
  package func occurrences(from start: Instant, to end: Instant, client: ClientID? = nil) -> [Occurrence] {
    occurrences(in: TimeSpan(start: start, end: end), client: client)
  }

  /// What takes place in a stretch of time, by start.
  package func occurrences(in span: TimeSpan, client: ClientID? = nil) -> [Occurrence] {
    let all = occurrenceMemory.occurrences(in: span) { expand(span) }
    guard let client else { return all }
    return all.filter { $0.block.client == client }
  }

  private func expand(_ span: TimeSpan) -> [Occurrence] {
    var single: [Occurrence] = []
    for item in blockIndex.items(overlapping: span) {
      guard let block = blockTable[item.value] else { continue }
      single.append(Occurrence(id: identity(of: block), span: item.span, block: block))
    }
    guard !seriesIndex.isEmpty else { return single }
    let recurring = seriesPieces.occurrences(in: span) {
      seriesIndex.ids.compactMap { id in
        blockTable[id].map { block in
          SeriesPieces.Live(
            block, in: zone(block.start.zone), replaced: seriesIndex.replacements(of: id) ?? [:])
        }
      }
    }
    return Self.merged(single, recurring)
  }

  /// Two lists by start as one.
  private static func merged(_ one: [Occurrence], _ other: [Occurrence]) -> [Occurrence] {
    guard !one.isEmpty else { return other }
    guard !other.isEmpty else { return one }
    var merged: [Occurrence] = []
    merged.reserveCapacity(one.count + other.count)
    var (first, second) = (one[...], other[...])
    while let left = first.first, let right = second.first {
      if Occurrence.isBefore(right, left) {
        merged.append(right)
        second.removeFirst()
      } else {
        merged.append(left)
        first.removeFirst()
      }
    }
    return merged + first + second
  }

  /// Of two blocks that replace the same occurrence only the first goes by its name.
  private func identity(of block: Block) -> OccurrenceID {
    guard let replaced = block.replaces, seriesIndex.replacement(of: replaced) == block.id else {
      return OccurrenceID(block: block.id)
    }
    return replaced
  }

  /// One occurrence by its name, wherever it is now; nil where there is no such one any more.
  package func occurrence(_ id: OccurrenceID) -> Occurrence? {
    if let moved = seriesIndex.replacement(of: id), let block = blockTable[moved] {
      return Occurrence(id: id, span: span(of: block), block: block)
    }
    guard let block = blockTable[id.block] else { return nil }
    guard block.isSeries else {
      return Occurrence(id: identity(of: block), span: span(of: block), block: block)
    }
    guard let wall = id.start, seriesMemory.series(of: block, in: zone(block.start.zone)).starts(at: wall)
    else { return nil }
    var shown = block
    shown.start.wall = wall
    return Occurrence(id: id, span: span(of: shown), block: shown)
  }

  /// When a block takes place; of a series, when it does first.
  package func span(of block: Block) -> TimeSpan { block.span(in: zone(block.start.zone)) }
}

extension Block {
  /// When it takes place; of a series, when it does first.
  ///
  /// - Parameter zone: the one that it is planned in.
  func span(in zone: Zone) -> TimeSpan {
    span(from: SeriesStart(at: zone.instant(of: start.wall), wall: start.wall), in: zone)
  }

  /// When it takes place if it begins then.
  ///
  /// Time that is planned lasts as long as it says whatever clocks do; whole days last until midnight by the calendar.
  func span(from start: SeriesStart, in zone: Zone) -> TimeSpan {
    guard allDay else { return TimeSpan(start: start.at, end: start.at.adding(duration)) }
    let days = max(1, (duration + CivilDate.secondsADay - 1) / CivilDate.secondsADay)
    return TimeSpan(
      start: zone.startOfDay(start.wall.date), end: zone.startOfDay(start.wall.date.adding(days: days)))
  }
}
