import Desk

/// Where an import goes.
package enum ImportTarget: Hashable, Sendable {
  case client(ClientID)
  /// A client made for it; the one that an earlier import of the same board made is used again.
  case new(ClientDraft)
}

/// Words that an import writes into records, from the catalogue of the person's language.
package struct ImportWords: Hashable, Sendable {
  /// Title of a card without one.
  package var untitled = "Untitled"
  /// Name of the column for cards that no column of the file can take.
  package var column = "Imported"
  /// Begins the line in the notes that names the archived list a card was in.
  package var list = "List"
  /// The columns that a new board gets; nobody misses them when they are empty and a file brings its own.
  package var standardColumns: [ColumnDraft] = []

  package init() {}
}

/// What an import does to the desk, and what there is to say about it.
package struct ImportResult: Sendable {
  /// One change for the whole file; empty when the desk has it all already.
  package var transaction: Transaction
  /// Nil where nothing came for a new one, which was not made then.
  package var client: ClientID?
  package var report: ImportReport
}

/// What the file and the desk both changed since the last import: the desk's stayed.
package struct ImportConflict: Hashable, Sendable {
  package var title: String
  /// Stable words of the fields.
  package var fields: [String]

  package init(title: String, fields: [String]) {
    self.title = title
    self.fields = fields
  }
}

/// What came of an import: what came in, and what was left out and why.
package struct ImportReport: Hashable, Sendable {
  /// How the records of one kind fared.
  package struct Tally: Hashable, Sendable {
    package var added = 0
    package var updated = 0
    package var unchanged = 0

    package init() {}

    mutating func count(added isNew: Bool, changed: Bool) {
      if isNew { added += 1 } else if changed { updated += 1 } else { unchanged += 1 }
    }
  }

  /// What the new cards have beside a title, in cards.
  package struct Details: Hashable, Sendable {
    package var checklists = 0
    package var labels = 0
    package var dueDates = 0
    package var assignees = 0

    package init() {}

    mutating func count(_ card: Card) {
      if !card.checklist.isEmpty { checklists += 1 }
      if !card.labels.isEmpty { labels += 1 }
      if card.due != nil { dueDates += 1 }
      if card.assignee != nil { assignees += 1 }
    }
  }

  /// A column that came in, and what it was taken to mean.
  package struct ColumnRole: Hashable, Sendable {
    package var name: String
    package var role: Column.Role
    /// Whether the name says so; otherwise it is a guess from the place, for the person to set right.
    package var isNamed: Bool

    package init(name: String, role: Column.Role, isNamed: Bool) {
      self.name = name
      self.role = role
      self.isNamed = isNamed
    }
  }

  /// The board's name in the file.
  package var board = ""
  package var clientName = ""
  /// Whether the client was made by this import.
  package var isNewClient = false
  /// The name of the client that was asked for and not made; empty where it was, or none was.
  package var unmadeClient = ""
  /// The other clients that have cards of the file, by name.
  package var otherClients: Set<String> = []
  package var columns = Tally()
  package var cards = Tally()
  package var comments = Tally()
  package var details = Details()
  /// The columns of a fresh board that went, empty as they were, because the file brings its own.
  package var removedColumns = 0
  /// Of the cards that came in, how many are archived.
  package var archivedCards = 0
  /// The columns this import made.
  package var roles: [ColumnRole] = []
  /// The cards of which the file and the desk both changed something.
  package var conflicts: [ImportConflict] = []
  /// How often each thing was left out or changed on the way.
  package var remarks: [Remark: Int] = [:]

  /// Something that did not come in as it was, and why; the raw words are stable.
  package enum Remark: String, CaseIterable, Hashable, Sendable {
    /// Comments that Trello counts but the file lacks: an export holds the newest thousand actions at most.
    case commentsNotInFile
    /// Comments on cards that are not in the file.
    case commentsOfMissingCards
    /// Actions that are no comments: moves, renames and the like.
    case otherActions
    /// Archived lists: they get no column, their cards are archived and name the list in their notes.
    case archivedLists
    /// Cards of a list that is not in the file: they are archived in the first column.
    case cardsOfMissingLists
    /// Cards that are on the desk already with another client, and stayed there.
    case cardsWithOtherClient
    /// Cards that were deleted here since an earlier import, and do not come back.
    case deletedHere
    /// Cards that stand in the file twice: the first counts.
    case repeatedCards
    /// Cards where something was changed here and not in the file since the last import: the change stayed.
    case localEditsKept
    /// Cards without a title.
    case emptyTitles
    /// Files and links attached: their addresses are in the notes, nothing was fetched.
    case attachmentsNotFetched
    /// Secret addresses that post to a card: dropped.
    case emailAddresses
    case startDates
    /// Lines of a checklist with a due time or a person of their own.
    case checklistDetails
    /// Cards with several checklists: they are one now, each line with its checklist's name before it.
    case joinedChecklists
    case checklistsOfMissingCards
    case unknownMembers
    case unknownLabels
    case unknownCustomFields
    case unreadableDates
    /// Nulls where a text belongs: taken as empty.
    case nullTexts
  }

  package init() {}

  mutating func note(_ remark: Remark, _ count: Int = 1) {
    if count > 0 { remarks[remark, default: 0] += count }
  }
}
