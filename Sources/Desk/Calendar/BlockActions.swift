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
  package var location: String?

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
    block.location = draft.location
    return Transaction(
      at: context.now, action: "block.add", arguments: [block.title],
      changes: [RecordChange(before: nil, after: .block(block))])
  }

  /// Changes fields of a block: its title, start, length, kind.
  package func editBlock(
    _ id: BlockID, action: String = "block.edit", context: ChangeContext, _ edit: (inout Block) -> Void
  ) throws(DeskError) -> Transaction {
    guard let before = block(id) else { throw .changedElsewhere(.block(id)) }
    var after = before
    edit(&after)
    if after.duration < 0 { throw .endsBeforeStart }
    return Transaction(
      at: context.now, action: action, arguments: [after.title],
      changes: [RecordChange(before: .block(before), after: .block(after))])
  }

  /// Removes a block.
  package func removeBlock(_ id: BlockID, context: ChangeContext) throws(DeskError) -> Transaction {
    guard let block = block(id) else { throw .changedElsewhere(.block(id)) }
    return Transaction(
      at: context.now, action: "block.remove", arguments: [block.title],
      changes: [RecordChange(removing: .block(block))])
  }
}
