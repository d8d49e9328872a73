/// Words of the calendar folders that are followed.
package struct FollowWords: Sendable {
  package var command = "Sync calendar folders now"
  package var folder = "%1: %2"
  package var counts = "%1 came, %2 went"
  package var countsWithRemoved = "%1 came, %2 went, %3 taken away here"
  package var folders = "the calendar folders"
  package var same = "nothing new"
  package var failed = "%1: %2"
  /// The title of the version that was changed here, where another version has the name.
  package var copyTitle = "%1 (changed here)"
  package var cannotOpen = "the folder cannot be opened: %1"
  package var noClient = "there is no client “%1”; say in config.json whose calendar it is"
  package var emptied =
    "the folder is empty, and %1 events were in it: nothing was taken away here; vahi sync --emptied does"
  package var emptiedOfOne =
    "the folder is empty, and an event was in it: nothing was taken away here; vahi sync --emptied does"
  package var noFolders =
    "no calendars in config.json; name one: \"calendars\": [{\"folder\": \"~/calendars/lin\", \"client\": \"coach-lin\"}]"
  /// By the stable word of each note; `%1` is a title or a file, `%2` another file.
  package var notes = [
    "keptBoth": "Both kept, changed on both sides: “%1”; yours is “%1 (changed here)” now",
    "keptHere": "“%1” was taken away there and changed here: it is there again",
    "keptThere": "“%1” was taken away here and changed there: it is here again",
    "usedTwice": "%1 has the UID of %2: passed over",
    "unreadable": "%1 is no whole calendar: left alone",
    "severalThings": "%1 holds more than one event: it is read, but not written",
    "otherClient": "%1 is an event that another client has: left alone",
  ]

  package init() {}
}
