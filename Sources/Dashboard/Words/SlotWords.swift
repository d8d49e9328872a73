/// Words about finding a time; `%1` and so on are names, titles and lengths.
package struct SlotWords: Sendable {
  package var you = "You"
  package var emptyPeriod = "The time to look in is shorter than what is to fit in."
  package var neverAtWork = "%1 is not at work for so long at any time then."
  package var noCommonHours = "%1 and %2 are never at work together for so long."
  package var noHoursForAll = "They are never all at work together for so long."
  package var hours = "But for the working hours of %1 there would be a time."
  package var blocks = "What is planned is in the way: %1."
  package var blocksMore = "What is planned is in the way: %1 and %2 more."
  package var buffer = "The buffer of %1 minutes between clients is in the way."
  package var leastBad = "The least bad:"
  package var early = "%1 early for %2"
  package var late = "%1 late for %2"
  package var dayOff = "a day off for %1"
  package var over = "over %1"
}
