/// What went wrong, where, and what to do next; `%1` and so on are files, places, names.
package struct ErrorWords: Sendable {
  // A change the rules of the desk are against.
  package var changedElsewhere = "it was changed elsewhere in the meantime; look at it again and repeat"
  package var slugTaken = "another client has the short name “%1” already; choose another"
  package var noSuchClient = "there is no client “%1” any more"
  package var noSuchColumn = "there is no column “%1” any more"
  package var noSuchCard = "there is no card “%1” any more"
  package var travelOverlaps = "you are in %1 on some of these days; cancel that journey first"
  package var alreadyRunning = "another timer was started in the meantime; press the key again"
  package var endsBeforeStart = "it would end before it starts"
  package var badRule = "the rule “%1” is not understood: %2"
  package var badBlockRule = "its rule “%1” is not understood (%2), so it is shown once; give it another rule"
  package var neverOccurs =
    "its rule “%1” has no day at all, so it is shown once; give it another rule, or delete it"
  package var tooDense =
    "its rule “%1” has more than %2 starts a week, and not all of them are shown; give it another rule"
  package var unknownZone =
    "the system knows no zone “%1”, so its clock is taken for UTC's; give it another zone"
  package var damagedZone =
    "the file of its zone “%1” is damaged (%2), so its clock is taken for UTC's; install tzdata again"
  package var ruleCannotMove =
    "the rule “%1” cannot be moved there as a whole; change the rule, or move this one alone"
  package var columnNotEmpty = "column “%1” still has cards; say where they go"
  package var clientNotEmpty = "client “%1” still has columns or cards"

  // The desk's folder.
  package var readOnlyFolder = "%1 cannot be written to (%2); mend that and try again"
  package var damagedJournal = "%1 is damaged in line %2; run vahi doctor to see what can be saved"
  package var damagedHeader = "%1 is damaged; run vahi doctor"
  package var damagedFile = "%1 is damaged (%2) and is not written to; run vahi doctor"
  package var newerFormat = "%1 was written by a newer Vahi (format %2, this one knows %3); update Vahi"
  package var notAFolder = "%1 is not a folder; name another with --data"
  package var unreadable = "%1 cannot be read: %2; check its permissions or name another folder with --data"
  package var readOnlyDisk =
    "the disk is read-only (%1); mount it writable, or use a desk elsewhere with --data"
  package var gone = "%1 is not there any more; mount it or put it back, and try again"
  package var refused = "%1: %2"
  package var diskFull = "the disk is full (%1); make room and try again"
  package var busy = "another process holds %1; try again, or end that process"
  package var unusableSlug = "“%1” cannot be the name of a folder; choose another short name"
  package var deskExists = "there is a desk in %1 already; name an empty folder with --data"
  /// What a column is called of which nothing is left but its cards.
  package var recoveredColumn = "Recovered"
  package var mended = "The desk was mended and can be changed again."
  package var place = "line %1, column %2: %3"

  // What a person should hear about.
  package var tornEnd =
    "The last change was cut off in %1, line %2; everything before it is here. The rest is kept in %3."
  package var tornEndLost = "The last change was cut off in %1, line %2; everything before it is here."
  package var duplicateRecord = "%1 holds a record that is elsewhere too; vahi doctor says which."
  package var duplicateClient = "Folder %1 is a copy of %2 and was passed over."
  package var notSynced = "The disk did not take the last changes yet: %1."
  package var snapshotFailed = "The files could not be brought up to date (%1); the journal has everything."

  // A configuration or a theme with a mistake.
  package var fileMistake = "%1:%2:%3: %4"
  package var firstOfMistakes = "1 of %1 mistakes (vahi keys lists them): %2"

  // A file of another program.
  package var emptyFile = "the file is empty; export it again"
  package var notJSON = "this is %1, not JSON; in Trello: menu, Print, export and share, Export as JSON"
  package var likenesses = [
    "webPage": "a web page", "zipArchive": "a ZIP archive", "commaSeparated": "a table (CSV)",
    "utf16": "text in UTF-16", "json": "JSON", "somethingElse": "something else",
  ]
  package var notACalendar = "this is %1, no calendar; export the calendar as iCalendar (.ics)"
  package var truncated = "the file stops in the middle (%1); download it again"
  package var malformed = "the file is damaged (%1); export it again"
  package var otherJSON = [
    "apiAnswer": "this is an answer of Trello's API, not a board; export the board from its menu",
    "trelloCard": "this is a single card; export the whole board from its menu",
    "unknownObject": "this JSON is no Trello board; export the board from its menu in Trello",
    "bareValue": "this JSON is no Trello board; export the board from its menu in Trello",
  ]
  package var unexpectedValue =
    "the file was edited or made by another program (%1); mend that place, or export the board again"
  package var noOpener = "%1 cannot be opened: there is no xdg-open; install it, or copy the address."
  package var editorFailed = "The editor “%1” did not finish (%2); set EDITOR to another one."
  package var editKept = "Your text is kept in %1"
  package var cannotOpen = "%1 cannot be opened: %2"

  package init() {}

  /// That a text which could not be saved is in a file, with why, where that is known.
  package func kept(_ path: String, why: String?) -> String {
    let text = Words.fill(editKept, path)
    guard let why else { return text }
    return (why.hasSuffix(".") ? why : why + ".") + " " + text
  }
}
