import Civil
import Desk

/// A card of the file beside what is to become of it on the desk.
struct CardPlan {
  /// What the desk has of it; nil for a new card.
  let before: Card?
  var after: Card
  /// Whether it needs a place in its column.
  private(set) var moves: Bool
  /// The fields that the file and the desk both changed since the last import: the desk's stay.
  private(set) var conflicts: [CardFingerprint.Field] = []

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
    after.imported = content.fingerprint.text(telling: after, since: CardFingerprint(kept: nil))
  }

  /// A card that is on the desk: takes from the file the fields that changed there alone since it was last imported.
  ///
  /// - Parameter column: where the file has it; nil when the card went to another client here, and stays there.
  init(updating card: Card, with content: TrelloContent, in column: Column?) {
    before = card
    after = card
    moves = false
    let kept = CardFingerprint(kept: card.imported)
    let changed = CardFingerprint.Field.allCases.filter { content.fingerprint.differs(from: kept, in: $0) }
    guard !changed.isEmpty else { return }
    var told = card
    for field in CardFingerprint.Field.allCases { CardPlan.write(field, of: content, in: column, to: &told) }
    for field in changed {
      if kept.isChangedHere(field, card),
        CardFingerprint.digest(of: field, card) != CardFingerprint.digest(of: field, told)
      {
        conflicts.append(field)
        continue
      }
      // Of a column that is not taken over it does not follow that the card is done.
      let staysHere = conflicts.contains(.column)
      if field == .done, staysHere, !content.isComplete { continue }
      if let column, field == .column || field == .place && after.column == column.id { moves = true }
      CardPlan.write(field, of: content, in: staysHere ? nil : column, to: &after)
    }
    if let column, !conflicts.contains(.column), after.column != card.column || after.doneAt != card.doneAt {
      after.waitingSince = CardPlan.waitingSince(after, content, in: column)
    }
    after.imported = content.fingerprint.text(telling: told, since: kept)
  }

  /// Writes what the file says of a field into a card.
  private static func write(
    _ field: CardFingerprint.Field, of content: TrelloContent, in column: Column?, to card: inout Card
  ) {
    switch field {
    case .column: card.column = column?.id ?? card.column
    case .place: break
    case .title: card.title = content.title
    case .notes: card.notes = content.notes
    case .due: card.due = content.due
    case .labels: card.labels = content.labels
    case .checklist: card.checklist = content.checklist
    case .assignee: card.assignee = content.assignee
    case .done:
      // A card that was moved here from another client's board is done only if the file says so outright.
      card.doneAt =
        column.map { doneAt(content, in: $0) } ?? (content.isComplete ? content.completedAt : nil)
    case .archived: card.archived = content.archived
    case .comments: card.comments = merged(card.comments, content.comments)
    }
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
