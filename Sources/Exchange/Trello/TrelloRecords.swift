import JSONText

// The objects of an export, one function each.
extension TrelloReader {
  static func list(_ reader: inout JSONReader, _ nulls: inout Int) throws(JSONError) -> TrelloList {
    var list = TrelloList()
    let start = reader.offset
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": list.id = try reader.readString()
      case "name": list.name = try reader.readText(&nulls)
      case "closed": list.isClosed = try reader.readFlag()
      case "pos": list.position = try reader.readPosition()
      case "softLimit": list.limit = reader.readNull() ? nil : try reader.readDouble()
      default: try reader.skipValue()
      }
    }
    guard !list.id.isEmpty else { throw reader.failure("a list without an id", at: start) }
    return list
  }

  static func card(_ reader: inout JSONReader, _ nulls: inout Int) throws(JSONError) -> TrelloCard {
    var card = TrelloCard()
    let start = reader.offset
    try reader.readObject { reader, key throws(JSONError) in
      do throws(JSONError) {
        try readField(key, of: &card, &reader, &nulls)
      } catch {
        throw error.naming(card.name.isEmpty ? card.id : card.name)
      }
    }
    guard !card.id.isEmpty else { throw reader.failure("a card without an id", at: start) }
    return card
  }

  private static func readField(
    _ key: String, of card: inout TrelloCard, _ reader: inout JSONReader, _ nulls: inout Int
  ) throws(JSONError) {
    switch key {
    case "id": card.id = try reader.readString()
    case "idList": card.list = try reader.readText(&nulls)
    case "name": card.name = try reader.readText(&nulls)
    case "desc": card.description = try reader.readText(&nulls)
    case "closed": card.isClosed = try reader.readFlag()
    case "pos": card.position = try reader.readPosition()
    case "due": card.due = try reader.readOptionalText()
    case "dueComplete": card.isDueComplete = try reader.readFlag()
    case "dateCompleted": card.completedAt = try reader.readOptionalText()
    case "dateLastActivity": card.lastActivity = try reader.readOptionalText()
    case "start": card.hasStart = try reader.readOptionalText() != nil
    case "email": card.hasEmail = try reader.readOptionalText() != nil
    case "idMembers": card.members = try reader.readTexts(&nulls)
    case "idLabels": card.labelIDs = try reader.readTexts(&nulls)
    case "labels": card.labels = try reader.readEach { reader throws(JSONError) in try label(&reader) }
    case "attachments":
      card.attachments = try reader.readEach { reader throws(JSONError) in try attachment(&reader) }
    case "customFieldItems":
      card.fieldValues = try reader.readEach { reader throws(JSONError) in try fieldValue(&reader) }
    case "badges": card.commentCount = try commentCount(&reader)
    default: try reader.skipValue()
    }
  }

  static func label(_ reader: inout JSONReader) throws(JSONError) -> TrelloLabel {
    var label = TrelloLabel()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": label.id = try reader.readOptionalText() ?? ""
      case "name": label.name = try reader.readOptionalText() ?? ""
      case "color": label.color = try reader.readOptionalText() ?? ""
      default: try reader.skipValue()
      }
    }
    return label
  }

  static func member(_ reader: inout JSONReader) throws(JSONError) -> (id: String, name: String) {
    var (id, fullName, username) = ("", "", "")
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": id = try reader.readString()
      case "fullName": fullName = try reader.readOptionalText() ?? ""
      case "username": username = try reader.readOptionalText() ?? ""
      default: try reader.skipValue()
      }
    }
    return (id, fullName.isEmpty ? username : fullName)
  }

  static func checklist(_ reader: inout JSONReader, _ nulls: inout Int) throws(JSONError) -> TrelloChecklist {
    var checklist = TrelloChecklist()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": checklist.id = try reader.readText(&nulls)
      case "idCard": checklist.card = try reader.readText(&nulls)
      case "name": checklist.name = try reader.readText(&nulls)
      case "pos": checklist.position = try reader.readPosition()
      case "checkItems":
        checklist.items = try reader.readEach { reader throws(JSONError) in try checkItem(&reader, &nulls) }
      default: try reader.skipValue()
      }
    }
    return checklist
  }

  private static func checkItem(_ reader: inout JSONReader, _ nulls: inout Int) throws(JSONError)
    -> TrelloCheckItem
  {
    var item = TrelloCheckItem()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "name": item.name = try reader.readText(&nulls)
      case "state": item.isComplete = try reader.readText(&nulls) == "complete"
      case "pos": item.position = try reader.readPosition()
      case "due", "idMember":
        if try reader.readOptionalText() != nil { item.hasDetails = true }
      default: try reader.skipValue()
      }
    }
    return item
  }

  private static func attachment(_ reader: inout JSONReader) throws(JSONError) -> TrelloAttachment {
    var attachment = TrelloAttachment()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "name": attachment.name = try reader.readOptionalText() ?? ""
      case "url": attachment.url = try reader.readOptionalText() ?? ""
      default: try reader.skipValue()
      }
    }
    return attachment
  }

  static func customField(_ reader: inout JSONReader) throws(JSONError) -> TrelloCustomField {
    var field = TrelloCustomField()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": field.id = try reader.readString()
      case "name": field.name = try reader.readOptionalText() ?? ""
      case "options":
        field.options = Dictionary(
          try reader.readEach { reader throws(JSONError) in try option(&reader) }, uniquingKeysWith: { $1 })
      default: try reader.skipValue()
      }
    }
    return field
  }

  private static func option(_ reader: inout JSONReader) throws(JSONError) -> (String, String) {
    var (id, text) = ("", "")
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id", "_id": id = try reader.readOptionalText() ?? ""
      case "value": text = try firstText(&reader) ?? ""
      default: try reader.skipValue()
      }
    }
    return (id, text)
  }

  private static func fieldValue(_ reader: inout JSONReader) throws(JSONError) -> TrelloFieldValue {
    var value = TrelloFieldValue()
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "idCustomField": value.field = try reader.readOptionalText() ?? ""
      case "idValue": value.option = try reader.readOptionalText()
      case "value": value.value = try firstText(&reader)
      default: try reader.skipValue()
      }
    }
    return value
  }

  /// The one text in an object such as `{"number": "0.3"}`; nil for null.
  private static func firstText(_ reader: inout JSONReader) throws(JSONError) -> String? {
    if reader.readNull() { return nil }
    var text: String?
    try reader.readObject { reader, _ throws(JSONError) in
      let value = try reader.readOptionalText()
      if text == nil { text = value }
    }
    return text
  }

  private static func commentCount(_ reader: inout JSONReader) throws(JSONError) -> Int {
    if reader.readNull() { return 0 }
    var count = 0
    try reader.readObject { reader, key throws(JSONError) in
      if key == "comments", !reader.readNull() {
        count = max(0, try reader.readInt())
      } else if key != "comments" {
        try reader.skipValue()
      }
    }
    return count
  }

  /// What an action tells.
  enum Action {
    case comment(TrelloComment)
    /// A card came to another list.
    case move(card: String, TrelloMove)
    case other
  }

  static func action(_ reader: inout JSONReader, _ nulls: inout Int) throws(JSONError) -> Action {
    var comment = TrelloComment()
    var isComment = false
    var list = ""
    var unreadText = 0
    try reader.readObject { reader, key throws(JSONError) in
      switch key {
      case "id": comment.id = try reader.readOptionalText() ?? ""
      case "type": isComment = try reader.readOptionalText() == "commentCard"
      case "date": comment.date = try reader.readOptionalText() ?? ""
      case "idMemberCreator": comment.writerID = try reader.readOptionalText()
      case "memberCreator": comment.writer = try writer(&reader)
      case "data": try readData(&reader, of: &comment, &list, &unreadText)
      default: try reader.skipValue()
      }
    }
    if isComment {
      nulls += unreadText
      return .comment(comment)
    }
    let isMove = !list.isEmpty && !comment.card.isEmpty
    return isMove ? .move(card: comment.card, TrelloMove(list: list, date: comment.date)) : .other
  }

  private static func writer(_ reader: inout JSONReader) throws(JSONError) -> String? {
    if reader.readNull() { return nil }
    let name = try member(&reader).name
    return name.isEmpty ? nil : name
  }

  /// Reads the text and the card of a comment, and the list a card was moved to; in other actions these fields may
  /// be of any type.
  private static func readData(
    _ reader: inout JSONReader, of comment: inout TrelloComment, _ list: inout String, _ nulls: inout Int
  ) throws(JSONError) {
    if reader.readNull() { return }
    try reader.readObject { reader, key throws(JSONError) in
      switch (key, try reader.peek()) {
      case ("text", .string): comment.text = try reader.readString()
      case ("text", .null): _ = try reader.readText(&nulls)
      case ("card", .object): comment.card = try identifier(&reader)
      case ("listAfter", .object): list = try identifier(&reader)
      default: try reader.skipValue()
      }
    }
  }

  /// The id of an object; empty where it has none.
  private static func identifier(_ reader: inout JSONReader) throws(JSONError) -> String {
    var id = ""
    try reader.readObject { reader, key throws(JSONError) in
      switch (key, try reader.peek()) {
      case ("id", .string): id = try reader.readString()
      default: try reader.skipValue()
      }
    }
    return id
  }
}

extension JSONError {
  /// The same with the card that it is about, as far as that is known already.
  fileprivate func naming(_ card: String) -> JSONError {
    let name = ImportedText.line(card)
    return name.isEmpty
      ? self : JSONError(line: line, column: column, problem: "\(problem), in the card “\(name)”")
  }
}

extension JSONReader {
  /// A text; null is counted and empty.
  mutating func readText(_ nulls: inout Int) throws(JSONError) -> String {
    if readNull() {
      nulls += 1
      return ""
    }
    return try readString()
  }

  /// A text, or nil for null.
  mutating func readOptionalText() throws(JSONError) -> String? {
    if readNull() { return nil }
    return try readString()
  }

  /// A truth, false for null.
  mutating func readFlag() throws(JSONError) -> Bool {
    if readNull() { return false }
    return try readBool()
  }

  /// A place in an order, 0 for null.
  mutating func readPosition() throws(JSONError) -> Double {
    if readNull() { return 0 }
    return try readDouble()
  }

  /// A list of texts, none for null.
  mutating func readTexts(_ nulls: inout Int) throws(JSONError) -> [String] {
    if readNull() { return [] }
    var texts: [String] = []
    try readArray { reader throws(JSONError) in
      let text = try reader.readText(&nulls)
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// A list of things, none for null.
  mutating func readEach<Element>(
    _ element: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    if readNull() { return [] }
    var elements: [Element] = []
    try readArray { reader throws(JSONError) in elements.append(try element(&reader)) }
    return elements
  }
}
