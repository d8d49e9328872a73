/// Words of the today screens.
package struct TodayWords: Sendable {
  package var title = "Today"
  package var running = "Running now"
  package var next = "Next"
  package var overdue = "Overdue"
  package var due = "Due"
  package var waiting = "Waiting"
  package var gaps = "Not booked"

  package var nothingRuns = "No timer runs. %1 starts one by typing."
  package var nothingNext = "Nothing is planned for today and tomorrow."
  package var nothingDue = "Nothing is due in the next seven days."
  package var nothingWaits = "Nobody keeps you waiting."
  package var noGaps = "Every working hour so far is booked."

  package var since = "since %1"
  package var now = "now"
  package var left = "%1 left"
  package var starts = "in %1"
  package var long = "%1 long"
  package var late = "%1 late"
  package var days = "%1 d"
  package var on = "on %1"
  package var forDays = "for %1"
  package var theirs = "%1 %2"
  package var fill = "%1 books it"

  // Commands.
  package var up = "Select above"
  package var down = "Select below"
  package var toLeft = "Select the section to the left or above"
  package var toRight = "Select the section to the right or below"
  package var first = "Select the first"
  package var last = "Select the last"
  package var open = "Go there: the card, the day, the time"
  package var openHint = "go there"
  package var nothing = "Nothing is selected."
}
