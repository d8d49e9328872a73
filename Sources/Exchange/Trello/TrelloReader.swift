import JSONText

/// Reads a Trello board export in one pass, keeping only what is needed of it.
///
/// Null where a text belongs is counted and taken as empty; any other type than Trello writes is an error, so that
/// a file somebody edited is not half understood.
enum TrelloReader {
  /// How many bytes are read between two calls of the progress closure.
  static let progressStep = 1 << 20

  /// Reads a board.
  ///
  /// - Parameter progress: called about every megabyte with the bytes read and all bytes, and once at the end.
  static func read(_ bytes: [UInt8], progress: (_ done: Int, _ total: Int) -> Void) throws(ExchangeError)
    -> TrelloBoard
  {
    try FileLikeness.mustBeginLikeJSON(bytes)
    let content: Content
    do {
      content = try parse(bytes, progress)
    } catch {
      throw FileLikeness.diagnose(error, in: bytes)
    }
    switch content {
    case .board(let board):
      progress(bytes.count, bytes.count)
      return board
    case .other(let kind): throw .notATrelloBoard(kind)
    }
  }

  private enum Content {
    case board(TrelloBoard)
    case other(ExchangeError.OtherJSON)
  }

  private static func parse(
    _ bytes: [UInt8], _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws(JSONError) -> Content {
    var reader = JSONReader(bytes)
    let kind = try reader.peek()
    guard kind == .object else {
      try reader.skipValue()
      try reader.finish()
      return .other(kind == .array ? .apiAnswer : .bareValue)
    }
    var meter = Meter(total: bytes.count)
    var board = TrelloBoard()
    var seen: Set<String> = []
    try reader.readObject { reader, key throws(JSONError) in
      if telling.contains(key) { seen.insert(key) }
      try readField(key, of: &board, &reader) { offset in meter.tell(offset, progress) }
    }
    try reader.finish()
    guard seen.contains("cards"), seen.contains("lists") else {
      return .other(seen.contains("idList") ? .trelloCard : .unknownObject)
    }
    return .board(board)
  }

  /// The fields by which a board, and a single card, are known.
  private static let telling: Set<String> = ["cards", "lists", "idList"]

  /// What a board can be without.
  private static let parts: Set<String> = [
    "checklists", "labels", "labelNames", "members", "customFields", "actions",
  ]

  /// Counts bytes down to the next report.
  private struct Meter {
    let total: Int
    var next = TrelloReader.progressStep

    mutating func tell(_ offset: Int, _ progress: (Int, Int) -> Void) {
      guard offset >= next else { return }
      next = offset + TrelloReader.progressStep
      progress(offset, total)
    }
  }

  private static func readField(
    _ key: String, of board: inout TrelloBoard, _ reader: inout JSONReader, tell: (Int) -> Void
  ) throws(JSONError) {
    // Nothing where much could be: other programs leave parts out so.
    if Self.parts.contains(key), reader.readNull() { return }
    switch key {
    case "id": board.id = try reader.readText(&board.missingTexts)
    case "name": board.name = try reader.readText(&board.missingTexts)
    case "lists":
      try reader.readArray { reader throws(JSONError) in
        board.lists.append(try list(&reader, &board.missingTexts))
      }
    case "cards":
      try reader.readArray { reader throws(JSONError) in
        board.cards.append(try card(&reader, &board.missingTexts))
        tell(reader.offset)
      }
    case "checklists":
      try reader.readArray { reader throws(JSONError) in
        board.checklists.append(try checklist(&reader, &board.missingTexts))
        tell(reader.offset)
      }
    case "labels":
      try reader.readArray { reader throws(JSONError) in board.labels.append(try label(&reader)) }
    case "labelNames":
      try reader.readObject { reader, color throws(JSONError) in
        board.labelNames[color] = try reader.readOptionalText()
      }
    case "members":
      try reader.readArray { reader throws(JSONError) in
        let (id, name) = try member(&reader)
        board.members[id] = name
      }
    case "customFields":
      try reader.readArray { reader throws(JSONError) in board.customFields.append(try customField(&reader)) }
    case "actions":
      try reader.readArray { reader throws(JSONError) in
        switch try action(&reader, &board.missingTexts) {
        case .comment(let comment): board.comments.append(comment)
        case .move(let card, let move):
          board.otherActions += 1
          if move.date > board.moves[card]?.date ?? "" { board.moves[card] = move }
        case .other: board.otherActions += 1
        }
        tell(reader.offset)
      }
    default:
      try reader.skipValue()
      tell(reader.offset)
    }
  }
}
