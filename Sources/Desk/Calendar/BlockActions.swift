import Civil

/// What is known of a block to be.
package struct BlockDraft: Hashable, Sendable {
  package var title: String
  package var client: ClientID?
  package var card: CardID?
  package var kind: Block.Kind = .work
  package var start: ZonedTime
  /// Seconds.
  package var duration: Int
  package var allDay = false
  /// How it repeats, as an RRULE without its name.
  package var `repeat`: String?
  /// Dates on which it is beside its rule, by the clock of its zone.
  package var alsoOn: [WallTime] = []
  /// Starts of its rule on which it is not.
  package var exceptOn: [WallTime] = []
  package var location: String?
  package var link: String?
  package var notes = ""
  /// Minutes before the start at which it is told of; nil where that is as the configuration says.
  package var reminders: [Int]?

  package init(title: String, start: ZonedTime, duration: Int) {
    self.title = title
    self.start = start
    self.duration = duration
  }
}

extension Desk {
  /// Plans a block.
  package func addBlock(_ draft: BlockDraft, context: ChangeContext) -> Transaction {
    var block = Block(
      id: context.newID(), client: draft.client, card: draft.card, kind: draft.kind, title: draft.title,
      start: draft.start, duration: draft.duration)
    block.allDay = draft.allDay
    block.repeat = draft.repeat
    block.alsoOn = draft.alsoOn
    block.exceptOn = draft.exceptOn
    block.location = draft.location
    block.link = draft.link
    block.notes = draft.notes
    block.reminders = draft.reminders
    return Transaction(
      at: context.now, action: "block.add", arguments: [block.title],
      changes: [RecordChange(before: nil, after: .block(block))])
  }

  /// Changes fields of a block: its title, start, length, kind; of a series, of all its occurrences.
  package func editBlock(
    _ id: BlockID, action: String = "block.edit", context: ChangeContext, _ edit: (inout Block) -> Void
  ) throws(DeskError) -> Transaction {
    guard let block = block(id) else { throw .changedElsewhere(.block(id)) }
    return try editOccurrence(
      OccurrenceID(block: id, start: block.isSeries ? block.start.wall : nil), scope: .all, action: action,
      context: context, edit)
  }

  /// Removes a block, of a series with all that was moved out of it.
  package func removeBlock(_ id: BlockID, context: ChangeContext) throws(DeskError) -> Transaction {
    guard let block = block(id) else { throw .changedElsewhere(.block(id)) }
    let moved = movedBlocks(of: id).map { RecordChange(removing: .block($0)) }
    return Transaction(
      at: context.now, action: "block.remove", arguments: [block.title],
      changes: [RecordChange(removing: .block(block))] + moved)
  }

  /// Plans the same again at another time: one block, whatever it was copied from.
  package func copyOccurrence(
    _ id: OccurrenceID, to start: ZonedTime, context: ChangeContext
  ) throws(DeskError) -> Transaction {
    guard let original = occurrence(id)?.block else { throw .changedElsewhere(.block(id.block)) }
    var draft = BlockDraft(title: original.title, start: start, duration: original.duration)
    draft.client = original.client
    draft.card = original.card
    draft.kind = original.kind
    draft.allDay = original.allDay
    draft.location = original.location
    draft.link = original.link
    draft.notes = original.notes
    draft.reminders = original.reminders
    return addBlock(draft, context: context)
  }

  /// The blocks that stand for occurrences of a series, by the start that they replace.
  package func movedBlocks(of series: BlockID) -> [Block] {
    guard let replaced = seriesIndex.replacements(of: series) else { return [] }
    return replaced.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { blockTable[$0] }
  }
}
