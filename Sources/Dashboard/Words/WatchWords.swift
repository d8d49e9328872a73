import Desk

/// Words about clocks that change, journeys, reminders and who can be reached.
package struct WatchWords: Sendable {
  // Clocks that change.
  package var forward = "%1 %2 forward"
  package var back = "%1 %2 back"
  package var homeForward = "Your clocks go %1 forward"
  package var homeBack = "Your clocks go %1 back"
  package var becomes = "%1, was %2"
  package var together = "both move, nothing changes for you"
  package var nothingMoves = "nothing changes between you and your clients"
  package var ahead = "%1 ahead of you"
  package var behind = "%1 behind you"
  package var same = "as at home"
  package var shift = "%1 %2"
  package var fromTo = "%1 → %2"
  package var yourClocks = "Your clocks"
  package var shortAhead = "%1 ahead"
  package var shortBehind = "%1 behind"
  package var shiftTitle = "%1 · %2"
  package var forYou = "for you"
  package var forThem = "for %1"
  package var from = "from %1"
  package var brief = "%1 %2 %3"
  package var noChanges = "No clocks change within three weeks."

  // Zones that are not there.
  package var zoneMissing = "The zone “%1” is not in this system's tzdata"
  package var zoneDamaged = "The file of the zone “%1” is damaged (%2)"
  package var zoneOf = "%1; its times count as UTC: %2"
  package var zoneHome = "you"
  package var zoneBlocks = "%1 blocks"
  package var oneZoneBlock = "1 block"
  package var zoneUnknown = "%1 is not in tzdata"
  package var lostClock = "%1 in %2, which is not in tzdata; UTC is shown"
  package var brokenClock = "%1 in %2, whose file is damaged; UTC is shown"
  package var zonesLost = "Not in tzdata or damaged, their times count as UTC: %1"
  package var zonesMore = "%1 and %2 more"
  package var lostAside = "%1 %2?"
  package var zoneBroken = "the file of %1 is damaged"

  // Journeys.
  package var travel = "Travel: another home zone for some days"
  package var cancelTravel = "Journeys: list and cancel"
  package var travelTitle = "Where to, and when?"
  package var travelHint = "lisbon 3 dec - 9 dec · enter accepts · esc cancels"
  package var travelVerb = "travel"
  package var travelItem = "Travel: %1 %2"
  package var journey = "%1 until %2"
  package var dates = "%1 – %2"
  package var days = "%1 days"
  package var oneDay = "1 day"
  package var clockThere = "home clocks %1 there"
  package var sameClock = "the same clock as now"
  package var noTravel = "“%1” is no place with dates: try lisbon 3 dec - 9 dec"
  package var travelTaken = "you are in %1 then, %2; cancel that journey first"
  package var backward = "ends before it starts"
  package var backwardDates = "%1 is before %2: turn them round, or type the year"
  package var pastTravel = "these days are over"
  package var noJourneys = "No journey is planned."
  package var journeysTitle = "Which journey is cancelled?"

  // Reminders.
  package var soon = "Soon"
  package var missed = "Missed while you were away"
  package var reminderIn = "in %1"
  package var reminderNow = "now"
  package var reminderAgo = "began %1 ago"
  package var reminderBody = "%1 %2"
  package var more = "and %1 more"

  // Who can be reached.
  package var presence: [Presence: String] = [
    .atWork: "at work", .awake: "awake", .asleep: "asleep", .holiday: "holiday",
  ]
  /// A mark a presence, told apart by its shape.
  package var presenceMarks: [Presence: String] = [
    .atWork: "☀", .awake: "◐", .asleep: "☾", .holiday: "⚑",
  ]
  package var holidays = "Holidays"
  package var holidaysHint = "as 25 dec Christmas; 31 dec - 2 jan"
  package var noHoliday = "“%1” is no holiday: try 25 dec Christmas, with ; between several."
}
