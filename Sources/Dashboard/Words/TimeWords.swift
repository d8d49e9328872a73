/// Words of the timer and of time entries.
package struct TimeWords: Sendable {
  package var idle = "no timer"
  package var sums = "today %1 of %2 planned   week %3 · billable %4%"
  package var shortSums = "today %1/%2  week %3"
  package var toggle = "Start or stop the timer on what is selected"
  package var toggleHint = "timer"
}
