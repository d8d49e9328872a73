/// A Trello board as its export has it, without the fields nobody here needs.
struct TrelloBoard: Hashable, Sendable {
  var id = ""
  var name = ""
  var lists: [TrelloList] = []
  var cards: [TrelloCard] = []
  /// In the order of the file; `pos` says the order on the card.
  var checklists: [TrelloChecklist] = []
  var labels: [TrelloLabel] = []
  /// Names by colour: all that a board of 2015 says about its labels.
  var labelNames: [String: String] = [:]
  /// Full names by id.
  var members: [String: String] = [:]
  var customFields: [TrelloCustomField] = []
  /// Oldest last, as in the file, which has the newest thousand actions at most.
  var comments: [TrelloComment] = []
  /// When cards were last moved to another list, by card, as far as the file tells.
  var moves: [String: TrelloMove] = [:]
  /// How many actions were something else than a comment.
  var otherActions = 0
  /// How many nulls stood where a text belongs.
  var missingTexts = 0
}

struct TrelloList: Hashable, Sendable {
  var id = ""
  var name = ""
  var isClosed = false
  var position = 0.0
  /// How many cards Trello shows as enough for the list.
  var limit: Double?
}

struct TrelloCard: Hashable, Sendable {
  var id = ""
  var list = ""
  var name = ""
  var description = ""
  var isClosed = false
  var position = 0.0
  var due: String?
  var isDueComplete = false
  var completedAt: String?
  var lastActivity: String?
  var hasStart = false
  var hasEmail = false
  var members: [String] = []
  var labelIDs: [String] = []
  var labels: [TrelloLabel] = []
  var attachments: [TrelloAttachment] = []
  var fieldValues: [TrelloFieldValue] = []
  /// How many comments Trello says the card has, whether the file holds them or not.
  var commentCount = 0
}

struct TrelloLabel: Hashable, Sendable {
  var id = ""
  var name = ""
  var color = ""
}

struct TrelloChecklist: Hashable, Sendable {
  var id = ""
  var card = ""
  var name = ""
  var position = 0.0
  var items: [TrelloCheckItem] = []
}

struct TrelloCheckItem: Hashable, Sendable {
  var name = ""
  var isComplete = false
  var position = 0.0
  /// Whether it has a due time or a person of its own, which a line of a checklist here cannot have.
  var hasDetails = false
}

struct TrelloAttachment: Hashable, Sendable {
  var name = ""
  var url = ""
}

struct TrelloCustomField: Hashable, Sendable {
  var id = ""
  var name = ""
  /// The texts of a list field's options by id.
  var options: [String: String] = [:]
}

struct TrelloFieldValue: Hashable, Sendable {
  var field = ""
  var value: String?
  var option: String?
}

/// A card's move to a list.
struct TrelloMove: Hashable, Sendable {
  var list = ""
  var date = ""
}

struct TrelloComment: Hashable, Sendable {
  var id = ""
  var card = ""
  var date = ""
  var text = ""
  var writer: String?
  var writerID: String?
}
