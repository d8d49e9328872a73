import Desk

/// What came by an import and was deleted here since, as the history knows it: the same file does not bring it back.
///
/// The history is read back for some thousand changes (`LoadJob`); what was deleted before that comes in again. What was taken back does not count, nor what went with its client.
struct DeletedHere {
  /// Sources of cards.
  private(set) var cards: Set<String> = []
  /// UIDs of events and series.
  private(set) var blocks: Set<String> = []

  /// - Parameter client: whose things count; another may still get them.
  init(_ history: History, of client: ClientID?) {
    for transaction in history.transactions {
      let isDeletion =
        (transaction.reverses == nil || transaction.isRedo)
        && (transaction.action == "card.remove" || transaction.action == "block.remove")
      for change in transaction.changes {
        switch (change.before, change.after) {
        case (_, .card(let card)?):
          if let source = card.source { cards.remove(source) }
        case (_, .block(let block)?):
          if let uid = block.uid { blocks.remove(uid) }
        case (.card(let card)?, nil) where isDeletion && card.client == client:
          if let source = card.source { cards.insert(source) }
        case (.block(let block)?, nil) where isDeletion && block.client == client:
          // One that was made here may come back by an export of it.
          if let uid = block.uid, block.imported != nil, block.occurrence == nil { blocks.insert(uid) }
        default: break
        }
      }
    }
  }
}
