import Civil
import Desk

/// A card of the file beside what is to become of it on the desk.
struct CardPlan {
  /// What the desk has of it; nil for a new card.
  let before: Card?
  var after: Card
  /// Whether it needs a place in its column.
  private(set) var moves: Bool

  /// A new card.
  init(adding content: TrelloContent, id: CardID, source: String, to column: Column) {
    before = nil
    moves = true
    after = Card(
      id: id, client: column.client, column: column.id, rank: "", title: content.title,
      createdAt: content.createdAt)
    after.source = source
    after.notes = content.notes
    after.due = content.due
    after.labels = content.labels
    after.checklist = content.checklist
    after.assignee = content.assignee
    after.doneAt = CardPlan.doneAt(content, in: column)
    after.waitingSince = CardPlan.waitingSince(after, content, in: column)
    after.archived = content.archived
    after.comments = content.comments
    after.imported = content.fingerprint.text
  }

  /// A card that is on the desk: takes from the file the fields that changed there since it was last imported.
  ///
  /// - Parameter column: where the file has it; nil when the card went to another client here, and stays there.
  init(updating card: Card, with content: TrelloContent, in column: Column?) {
    before = card
    after = card
    moves = false
    let kept = CardFingerprint(kept: card.imported)
    for field in CardFingerprint.Field.allCases where content.fingerprint.differs(from: kept, in: field) {
      switch field {
      case .column, .place:
        guard let column, field == .column || card.column == column.id else { continue }
        after.column = column.id
        moves = true
      case .title: after.title = content.title
      case .notes: after.notes = content.notes
      case .due: after.due = content.due
      case .labels: after.labels = content.labels
      case .checklist: after.checklist = content.checklist
      case .assignee: after.assignee = content.assignee
      case .done:
        // A card that was moved here from another client's board is done only if the file says so outright.
        after.doneAt =
          column.map { CardPlan.doneAt(content, in: $0) } ?? (content.isComplete ? content.completedAt : nil)
      case .archived: after.archived = content.archived
      case .comments: after.comments = CardPlan.merged(card.comments, content.comments)
      }
    }
    if let column, after.column != card.column || after.doneAt != card.doneAt {
      after.waitingSince = CardPlan.waitingSince(after, content, in: column)
    }
    after.imported = content.fingerprint.text
  }

  /// Whether the desk says something else than the file although the file has not changed: an edit made here.
  func keepsEdit(against content: TrelloContent) -> Bool {
    after.title != content.title || after.notes != content.notes || after.due != content.due
      || after.labels != content.labels || after.checklist != content.checklist
      || after.assignee != content.assignee
      || after.archived != content.archived
  }

  private static func doneAt(_ content: TrelloContent, in column: Column) -> Instant? {
    content.isComplete || column.role == .done ? content.completedAt : nil
  }

  /// Since when a card waits: since it came to the column, if that is one for waiting.
  private static func waitingSince(_ card: Card, _ content: TrelloContent, in column: Column) -> Instant? {
    let waits = card.doneAt == nil && (card.waitingOn != nil || column.role == .waiting)
    guard waits else { return nil }
    return column.role == .waiting ? content.stoodSince : card.waitingSince
  }

  /// Comments of the desk with those of the file put in by their source.
  ///
  /// None is dropped: an export holds the newest only, and what was said here is in no export.
  private static func merged(_ own: [Comment], _ imported: [Comment]) -> [Comment] {
    var comments = own
    let places = Dictionary(
      own.enumerated().compactMap { place, comment in comment.source.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    for comment in imported {
      if let place = comment.source.flatMap({ places[$0] }) {
        comments[place] = comment
      } else {
        comments.append(comment)
      }
    }
    return comments.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
      \.element)
  }
}
