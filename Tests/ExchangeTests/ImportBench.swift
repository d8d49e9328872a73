import Civil
import Desk
import Exchange
import Glibc
import JSONText
import Testing

/// A desk to import into, and the means to do it again.
struct ImportBench {
  var desk = Desk(zones: ZoneDatabase { path in ImportBench.bytes(of: "/usr/share/zoneinfo/\(path)") })
  var now: Instant
  private let ids: IdentifierSource

  init() throws {
    let counter = Counter()
    ids = IdentifierSource { counter.next() }
    now = try #require(Instant(text: "2026-11-23T09:00:00Z"))
  }

  var context: ChangeContext { ChangeContext(now: now, ids: ids) }

  static var coachLin: ImportTarget { .new(ClientDraft(name: "Coach Lin", zone: "Europe/London")) }

  func plan(_ bytes: [UInt8], into target: ImportTarget = coachLin) throws -> ImportResult {
    try TrelloImport.plan(bytes, into: target, of: desk, context: context)
  }

  /// Imports a file and makes the change.
  @discardableResult
  mutating func bring(_ bytes: [UInt8], into target: ImportTarget = coachLin) throws -> ImportResult {
    let result = try plan(bytes, into: target)
    try make(result.transaction)
    return result
  }

  mutating func make(_ transaction: Transaction) throws {
    var transaction = transaction
    try desk.check(transaction)
    transaction.sequence = desk.sequence + 1
    desk.apply(transaction)
  }

  /// Changes the card of that title, as a person would.
  mutating func edit(_ title: String, _ change: (inout Card) -> Void) throws {
    let id = try card(title).id
    try make(try desk.editCards([id], action: "card.edit", context: context, change))
  }

  func card(_ title: String) throws -> Card {
    try #require(desk.allCards.first { $0.title == title })
  }

  var columns: [Column] { desk.clients.flatMap { desk.columns(of: $0.id) } }

  func titles(_ column: String) -> [String] {
    columns.first { $0.name == column }.map { desk.cards(in: $0.id).map(\.title) } ?? []
  }

  func column(of title: String) throws -> String? { desk.column(try card(title).column)?.name }

  /// The bytes of a file; nil when it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return ferror(file) == 0 ? bytes : nil }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static let folder = #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined()

  /// The small board made for these tests.
  static func board() throws -> [UInt8] {
    try #require(bytes(of: "\(folder)/Fixtures/board.json"))
  }

  /// A real file beside the checkout, where there is one.
  static func real(_ name: String) -> [UInt8]? {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let path = parts.map { "/\($0)" }.joined() + "/shared/data/trello/\(name)"
      if let bytes = bytes(of: path) { return bytes }
    }
    return nil
  }

  /// The small board with one text in it replaced by another, everywhere.
  static func board(replacing old: String, with new: String) throws -> [UInt8] {
    let (whole, old, new) = (try board(), Array(old.utf8), Array(new.utf8))
    var result: [UInt8] = []
    var place = 0
    while place < whole.count {
      if whole[place...].starts(with: old) {
        result.append(contentsOf: new)
        place += old.count
      } else {
        result.append(whole[place])
        place += 1
      }
    }
    try #require(result != whole)
    return result
  }
}

final class Counter: @unchecked Sendable {
  private var value: UInt64 = 0
  func next() -> UInt64 {
    value += 1
    return value
  }
}
