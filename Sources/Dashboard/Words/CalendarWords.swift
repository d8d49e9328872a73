import Desk

/// Words of the calendar.
package struct CalendarWords: Sendable {
  package var planned = "%1 of %2 planned"
  package var plannedShort = "%1 of %2"
  package var plannedDayOff = "%1 planned · day off"
  package var dayOff = "day off"
  package var dayLength = "%1 h day"
  package var skippedDay = "This day does not exist in %1."
  package var now = "now"
  package var due = "due"
  package var overdue = "overdue"
  package var more = "+%1 more"
  package var overflow = "+%1"
  package var ahead = "%1 %2 ahead"
  package var behind = "%1 %2 behind"
  package var sameTime = "%1 as at home"
  package var clocksChange = "%1 clocks %2"
  package var offWork = "%1 is off work then"
  package var untitled = "Block"
  package var ownTime = "My own time"

  // What was done: when, and the title.
  package var plannedNews = "Block planned %1: %2"
  package var movedNews = "Block moved to %1: %2"
  package var resizedNews = "Block resized to %1: %2"

  // What is said of a plan.
  package var overlaps = "overlaps %1"
  package var overlapsMore = "overlaps %1 and %2 more"
  package var afterDue = "after it is due (%1)"
  package var outsideHours = "outside %1's working hours"
  package var inGap = "%1 does not exist that day in %2, it is %3"
  package var inFold = "%1 comes twice that day in %2, the first is meant"
  package var noStart = "“%1” is no time: try 16:00, thu 14:00-15:30, 16:00 london or 45m"
  package var noLength = "“%1” is no length: try 45m, 1h30, +15 or -15"
  package var noDate = "“%1” is no day: try fri, 3 dec, +7 or 2026-12-03"
  package var noBlock = "No block is selected."
  package var noCard = "This block belongs to no card."
  package var noCardToPlan = "Select a card to plan time for."
  package var shortest = "It is as short as steps go; %1 takes any length."

  package var kinds: [Block.Kind: String] = [
    .work: "Work", .meeting: "Meeting", .buffer: "Buffer", .break: "Break", .deadline: "Deadline",
    .personal: "Personal",
  ]

  // Questions.
  package var newPrompt = "New block · %1"
  package var planPrompt = "Time for “%1” · %2"
  package var titlePrompt = "Title"
  package var startPrompt = "Start of “%1” · now %2"
  package var lengthPrompt = "Length of “%1” · now %2"
  package var placePrompt = "Place or link of “%1”"
  package var datePrompt = "Go to a day"
  package var kindPrompt = "Kind of “%1”"
  package var clientPrompt = "Whom is “%1” for?"
  package var scopePrompt = "“%1” repeats: change"
  package var removePrompt = "“%1” repeats: delete"
  package var scopes: [EditScope: String] = [
    .this: "this one", .following: "this and all that follow", .all: "all of them",
  ]

  // The block's own list.
  package var field: [BlockAction: String] = [
    .title: "Title", .start: "Start", .length: "Length", .kind: "Kind", .client: "Client",
    .place: "Place or link", .card: "Open the card", .duplicate: "Duplicate", .remove: "Delete",
  ]

  // Commands.
  package var up = "Select above"
  package var down = "Select below"
  package var pageUp = "Four hours up"
  package var pageDown = "Four hours down"
  package var first = "Select the first half hour"
  package var last = "Select the last half hour"
  package var previousBlock = "Select the block before"
  package var nextBlock = "Select the next block"
  package var previousDay = "Previous day"
  package var nextDay = "Next day"
  package var dayHint = "day"
  package var today = "Today on the calendar"
  package var todayHint = "today"
  package var goToDate = "Go to a day by typing it"
  package var newBlock = "New block"
  package var newHint = "new"
  package var planCard = "Plan time for the card"
  package var planHint = "block"
  package var open = "Open the block"
  package var openHint = "open"
  package var later = "Move the block half an hour later"
  package var laterHint = "later"
  package var earlier = "Move the block half an hour earlier"
  package var nextDayMove = "Move the block to the next day"
  package var previousDayMove = "Move the block to the day before"
  package var longer = "Make the block a quarter of an hour longer"
  package var longerHint = "longer"
  package var shorter = "Make the block a quarter of an hour shorter"
  package var editTitle = "Edit the block's title"
  package var setStart = "Type the block's start"
  package var startHint = "start"
  package var setLength = "Type the block's length"
  package var duplicate = "Duplicate the block"
  package var remove = "Delete the block"
  package var removeHint = "delete"
  package var setKind = "Choose the block's kind"
  package var setClient = "Choose the block's client"
  package var setPlace = "Edit the block's place or link"
}
