import Civil
import Desk

/// One file of a desk's snapshot, named by what is in it.
enum DeskFile: Hashable, Sendable {
  case header
  case client(ClientID)
  case board(ClientID)
  /// The live blocks of a client, or of the person's own when nil.
  case blocks(ClientID?)
  /// The entries that started in a month, in UTC.
  case time(ClientID?, Month)
  case archivedCards(ClientID, year: Int)
  case archivedBlocks(ClientID?, year: Int)

  /// What kind of records are in it.
  var holds: Contents {
    switch self {
    case .header: .settings
    case .client: .client
    case .board: .board
    case .blocks, .archivedBlocks: .blocks
    case .time: .entries
    case .archivedCards: .cards
    }
  }

  enum Contents: Hashable, Sendable { case settings, client, board, cards, blocks, entries }
}

/// A month of a year.
struct Month: Hashable, Comparable, Sendable {
  /// Months since the start of year 0.
  let number: Int

  init(of instant: Instant) {
    let date = WallTime(utc: instant).date
    number = date.year * 12 + date.month - 1
  }

  init?(text: String) {
    guard let date = CivilDate(text: text + "-01") else { return nil }
    number = date.year * 12 + date.month - 1
  }

  static func < (a: Month, b: Month) -> Bool { a.number < b.number }

  /// `2026-11`.
  var text: String {
    let (year, month) = number.quotientAndRemainder(dividingBy: 12)
    return Self.padded(year, 4) + "-" + Self.padded(month + 1, 2)
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
