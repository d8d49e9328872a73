import Civil
import Desk

/// Digests of what a file says about a card, a field each, kept with the card as `imported`.
///
/// With them an import tells three things apart: a field that the file changed since it was last imported is taken
/// from the file; one that it did not change keeps what the desk says, edited here or not; and a file that changed
/// nothing changes nothing. They are made from what the file says, not from what it was turned into, so that a newer
/// version that turns it into something better does not take that for a change.
///
/// Behind them stand digests of what it was turned into then: a field of the desk that is not that was changed here.
struct CardFingerprint: Hashable, Sendable {
  enum Field: Int, CaseIterable, Sendable {
    case column, place, title, notes, due, labels, checklist, assignee, done, archived, comments

    /// The stable word for it.
    var word: String { "\(self)" }
  }

  /// Those that a person changes here, each for itself.
  private static let own: [Field] = [
    .column, .title, .notes, .due, .labels, .checklist, .assignee, .done, .archived,
  ]

  private var digests: [String]

  init(_ texts: (Field) -> [String]) {
    digests = Field.allCases.map { Fingerprint.of(texts($0)) }
  }

  /// Reads what was kept; nothing kept means that every field counts as changed.
  init(kept: String?) {
    digests = (kept ?? "").split(separator: ".").map(String.init)
  }

  /// Whether a field of the file is another than when the other fingerprint was taken.
  func differs(from other: CardFingerprint, in field: Field) -> Bool {
    digest(field) != other.digest(field)
  }

  /// What to keep with a card.
  ///
  /// - Parameters:
  ///   - told: the card as the file has it.
  ///   - kept: what was kept before: it stays of fields that the file did not change.
  func text(telling told: Card, since kept: CardFingerprint) -> String {
    let own = Self.own.enumerated().map { place, field in
      let place = place + Field.allCases.count
      let isKnown = kept.digests.indices.contains(place) && !differs(from: kept, in: field)
      return isKnown ? kept.digests[place] : Self.digest(of: field, told)
    }
    return (digests + own).joined(separator: ".")
  }

  /// Whether the desk says something else of a field than the file said when this was kept, or that is not known.
  func isChangedHere(_ field: Field, _ card: Card) -> Bool {
    guard let place = Self.own.firstIndex(of: field).map({ $0 + Field.allCases.count }) else { return false }
    return !digests.indices.contains(place) || digests[place] != Self.digest(of: field, card)
  }

  static func digest(of field: Field, _ card: Card) -> String {
    switch field {
    case .column: Fingerprint.of([card.column.raw])
    case .title: Fingerprint.of([card.title])
    case .notes: Fingerprint.of([card.notes])
    case .due: Fingerprint.of(card.due.map { [$0.wall.text, $0.zone] } ?? [])
    case .labels: Fingerprint.of(card.labels)
    case .checklist: Fingerprint.of(card.checklist.flatMap { [$0.text, "\($0.done)"] })
    case .assignee: Fingerprint.of([card.assignee].compactMap { $0 })
    case .done: Fingerprint.of([card.doneAt?.text].compactMap { $0 })
    case .archived: Fingerprint.of(["\(card.archived)"])
    case .place, .comments: ""
    }
  }

  private func digest(_ field: Field) -> String? {
    digests.indices.contains(field.rawValue) ? digests[field.rawValue] : nil
  }
}
