import Civil

/// How much of a series an edit is about.
package enum EditScope: String, CaseIterable, Hashable, Sendable {
  case this, following, all
}

// Edits of what repeats. Each is one transaction, taken back as one.
extension Desk {
  /// Changes an occurrence, it and all that follow, or the whole series.
  ///
  /// - `this`: the occurrence becomes a block of its own that stands for it.
  /// - `following`: the series ends before it and another one begins with it; what was moved or left out goes with its
  ///   half. From the first occurrence on that is `all`.
  /// - `all`: the series as a whole. A new start moves every occurrence by as much, and the rule along with it.
  ///   What was moved by itself stays where it is and takes what else was changed.
  ///
  /// For a block that does not repeat the scope says nothing.
  ///
  /// - Parameter edit: is given the block with the occurrence's start, and changes what is to change.
  /// - Throws: `ruleCannotMove` where a rule has no meaning on the other day, `changedElsewhere` where the occurrence is
  ///   not there any more, `endsBeforeStart`.
  package func editOccurrence(
    _ id: OccurrenceID, scope: EditScope, action: String = "block.edit", context: ChangeContext,
    _ edit: (inout Block) -> Void
  ) throws(DeskError) -> Transaction {
    guard let place = place(of: id) else { throw .changedElsewhere(.block(id.block)) }
    var edited: [Block] = []
    if let own = place.own, scope == .this || place.parts == nil {
      edited = [own.edited(edit)]
    } else if let parts = place.parts {
      switch scope {
      case .this: edited = [parts.single(at: place.start, id: context.newID()).edited(edit)]
      case .following:
        if let halves = parts.split(at: place.start, id: context.newID()) {
          edited = try halves.before.blocks + halves.after.edited(at: place.start, edit).blocks
        } else {
          edited = try parts.edited(at: place.start, edit).blocks
        }
      case .all: edited = try parts.edited(at: place.start, edit).blocks
      }
    }
    guard edited.allSatisfy({ $0.duration >= 0 }) else { throw .endsBeforeStart }
    return transaction(from: place, to: edited, action: action, context)
  }

  /// Removes an occurrence, it and all that follow, or the whole series.
  package func removeOccurrence(
    _ id: OccurrenceID, scope: EditScope, context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard let place = place(of: id) else { throw .changedElsewhere(.block(id.block)) }
    var left: [Block] = []
    switch (place.parts, scope) {
    case (nil, _), (_, .all): break
    case (let parts?, .this):
      let rest = parts.without(place.start)
      if !(rest.moved.isEmpty && rest.series.isEmpty) { left = rest.blocks }
    case (let parts?, .following): left = parts.split(at: place.start, id: id.block)?.before.blocks ?? []
    }
    return transaction(from: place, to: left, action: "block.remove", context)
  }

  /// What an occurrence is kept in.
  private struct Place {
    /// The record that it has for itself; nil where the series' rule gives it.
    var own: Block?
    /// All of its series; nil for what does not repeat, and where the series is not there any more.
    var parts: SeriesParts?
    /// Which start of the series it stands for.
    var start: WallTime

    var blocks: [Block] { parts?.blocks ?? [own].compactMap { $0 } }
  }

  private func place(of id: OccurrenceID) -> Place? {
    let named = seriesIndex.replacement(of: id).flatMap { blockTable[$0] } ?? blockTable[id.block]
    guard let block = named else { return nil }
    if let replaced = block.replaces, let start = replaced.start {
      let series = blockTable[replaced.block].flatMap { $0.isSeries ? $0 : nil }
      return Place(own: block, parts: series.map(parts), start: start)
    }
    guard block.isSeries else { return Place(own: block, parts: nil, start: block.start.wall) }
    let start = id.start ?? block.start.wall
    let parts = parts(of: block)
    // A series as a whole is meant where its first start is, even if that one was left out.
    guard start == block.start.wall || parts.series.starts(at: start) else { return nil }
    return Place(own: nil, parts: parts, start: start)
  }

  private func parts(of series: Block) -> SeriesParts {
    SeriesParts(
      block: series, moved: movedBlocks(of: series.id), zone: zone(series.start.zone), zones: zones)
  }

  /// The change from some blocks to others, by id; of a single occurrence's edit the rest of its series stays.
  private func transaction(
    from place: Place, to after: [Block], action: String, _ context: ChangeContext
  ) -> Transaction {
    let isAlone = after.count == 1 && after[0].replaces != nil
    let before = isAlone ? place.blocks.filter { $0.id == after[0].id } : place.blocks
    let kept = Set(after.map(\.id))
    var changes: [RecordChange] = []
    for block in after where block != blockTable[block.id] {
      changes.append(RecordChange(before: blockTable[block.id].map(Record.block), after: .block(block)))
    }
    for block in before where !kept.contains(block.id) {
      changes.append(RecordChange(removing: .block(block)))
    }
    let title = after.last?.title ?? before.first?.title ?? ""
    return Transaction(at: context.now, action: action, arguments: [title], changes: changes)
  }
}

extension Block {
  /// The block after an edit that leaves its name and its place in a series alone.
  fileprivate func edited(_ edit: (inout Block) -> Void) -> Block {
    var block = self
    edit(&block)
    block.id = id
    block.series = series
    block.occurrence = occurrence
    if replaces != nil {
      block.repeat = nil
      block.alsoOn = []
      block.exceptOn = []
    } else if block.repeat != self.repeat {
      block.align()
    }
    return block
  }
}
