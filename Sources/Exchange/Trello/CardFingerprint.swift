/// Digests of what a file says about a card, a field each, kept with the card as `imported`.
///
/// With them an import tells three things apart: a field that the file changed since it was last imported is taken
/// from the file; one that it did not change keeps what the desk says, edited here or not; and a file that changed
/// nothing changes nothing. They are made from what the file says, not from what it was turned into, so that a newer
/// version that turns it into something better does not take that for a change.
struct CardFingerprint: Hashable, Sendable {
  enum Field: Int, CaseIterable, Sendable {
    case column, place, title, notes, due, labels, checklist, assignee, done, archived, comments
  }

  private var digests: [String]

  init(_ texts: (Field) -> [String]) {
    digests = Field.allCases.map { Fingerprint.of(texts($0)) }
  }

  /// Reads what was kept; nothing kept means that every field counts as changed.
  init(kept: String?) {
    digests = (kept ?? "").split(separator: ".").map(String.init)
  }

  /// What to keep with the card.
  var text: String { digests.joined(separator: ".") }

  /// Whether a field of the file is another than when the other fingerprint was taken.
  func differs(from other: CardFingerprint, in field: Field) -> Bool {
    digest(field) != other.digest(field)
  }

  private func digest(_ field: Field) -> String? {
    digests.indices.contains(field.rawValue) ? digests[field.rawValue] : nil
  }
}
