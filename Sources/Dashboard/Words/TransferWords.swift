/// Words of imports.
package struct TransferWords: Sendable {
  package var command = "Import a Trello board or a calendar"
  package var title = "Import a Trello board or a calendar"
  package var export = "Write the calendar to a file"
  package var exportName = "~/vahi-%1.ics"
  package var exportHint = "name the .ics file that all blocks are written to"
  package var fileIsThere = "%1 is there already; name a new file"
  package var exported = "%1 blocks written to %2"
  package var exportedOne = "1 block written to %2"
  package var path = "File"
  package var client = "Into client"
  package var zone = "Their zone"
  package var pathHint = "the .json or .ics"
  package var clientHint = "or a new name"
  package var footer = "Alt+Enter imports · Tab completes · Esc leaves"
  package var running = "Reading the file …"
  package var wait = "One moment."
  package var done = "u takes the whole import back · Esc closes"
}

/// Words of what came of an import.
package struct ReportWords: Sendable {
  package var board = "Board “%1” → client %2"
  package var newClient = "Board “%1” → new client %2"
  package var nobody = "Board “%1”"
  package var madeNone = "No new client “%1”: nothing came for it."
  package var wentElsewhere = "No new client “%1”: this board came into %2 before, and went there."
  package var columns = "Columns: %1"
  package var cards = "Cards: %1"
  package var comments = "Comments: %1"
  package var added = "%1 new"
  package var archived = "%1 of them archived"
  package var updated = "%1 changed"
  package var unchanged = "%1 as they were"
  package var removed = "%1 empty ones of the new board removed"
  package var details = "Of the new cards: %1"
  package var checklists = "%1 with a checklist"
  package var labels = "%1 with labels"
  package var dueDates = "%1 with a due date"
  package var assignees = "%1 with an assignee"
  package var nothingNew = "Nothing new: the desk has it all already."
  package var roles = "Taken as %1."
  package var role = "%1: %2"
  package var guessed = "%1?"
  package var guesses = "What has a question mark is a guess; : role of the column changes it."
  package var conflict = "Changed on both sides, yours stayed: “%1” (%2)"
  /// By the stable word of each field that both sides can change.
  package var fields = [
    "column": "column", "title": "title", "notes": "notes", "due": "due", "labels": "labels",
    "checklist": "checklist", "assignee": "assignee", "done": "done", "archived": "archived",
  ]
  package var leftOut = "Not as it was:"
  package var remark = "  %1 × %2"
  /// By the stable word of each remark.
  package var remarks = [
    "commentsNotInFile":
      "comments that Trello counts but left out of the file (it holds the newest 1000 actions)",
    "commentsOfMissingCards": "comments on cards that are not in the file",
    "otherActions": "log entries of moves and renames, left out",
    "archivedLists": "archived lists: no column; their cards are archived and name the list",
    "cardsOfMissingLists": "cards of a list that is not in the file: archived in the first column",
    "cardsWithOtherClient": "cards that %1 has already, left there",
    "deletedHere": "cards deleted here since, not brought back",
    "repeatedCards": "cards that stand twice in the file: the first counts",
    "localEditsKept": "cards changed here since the last import: your changes stayed",
    "emptyTitles": "cards without a title",
    "attachmentsNotFetched": "attachments: their addresses are in the notes, nothing was fetched",
    "emailAddresses": "secret e-mail addresses of cards, dropped",
    "startDates": "start dates, left out",
    "checklistDetails": "due times or people of checklist lines, left out",
    "joinedChecklists": "cards with several checklists: joined into one",
    "checklistsOfMissingCards": "checklists of cards that are not in the file",
    "unknownMembers": "members that the file does not name",
    "unknownLabels": "labels that the file does not name",
    "unknownCustomFields": "custom fields that the file does not name",
    "unreadableDates": "dates that cannot be read",
    "nullTexts": "names or texts (of lists, cards, checklists or comments) that are null: taken as empty",
  ]

  package init() {}
}
