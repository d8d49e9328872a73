import Desk

/// Words of planning a day or a week; `%1` and so on are times, lengths, titles and names.
package struct PlanWords: Sendable {
  package var dayTitle = "Plan my day"
  package var weekTitle = "Plan my week"
  package var week = "%1 to %2"
  /// Seconds planned, and what is free.
  package var fills = "%1 of %2 free time"
  package var leavesOut = "%1 cards (%2) do not fit"
  package var leavesOutOne = "1 card (%2) does not fit"
  package var noFreeTime = "no free time"
  package var nothing = "There is nothing to plan: whatever is ready has its time, or no time is left."
  package var noTime = "No time is left for what is ready."
  package var changed = "The desk was changed meanwhile, so this is planned anew; look at it again."
  package var noneChosen = "Every line is left out; Esc drops the plan."
  /// The keys that move blocks later, earlier, to the next day and to the day before.
  package var footer = "space leaves out · %1 %2 later, earlier · %4 %3 other day · + - length · a all"
  package var footerShort = "space leaves out · %1 %2 %4 %3 move it"
  package var keys = "? keys"
  package var keysSelect = "↑ ↓ select · v what is late, and back"
  package var turnFooter = "Tab day or week · ← → other days"
  package var turnShort = "Tab day/week"
  package var beforeNow = "Nothing is planned before now."
  package var accept = "Enter plans %1"
  package var drop = "Esc drops it"
  /// Of a card that will be late: when it is due and when it would be done.
  package var late = "due %1, done %2"
  package var lateKept = "due %1, planned until %2"
  package var lateLeftOut = "due %1, left out"
  package var lateOpen = "due %1, not done within four weeks"
  package var lateHeading = "Late %1"
  /// Seconds that do not fit, of how many cards.
  package var leftHeading = "Does not fit %1 (%2)"
  package var left = "%1 does not fit · %2"
  package var leftOut = "%1 left out · %2"
  package var leftOutOnly = "%1 left out"
  package var leftOnly = "%1 does not fit"
  /// Above the keys: what of these cards is not to be forgotten, and the key that shows them.
  package var lateCount = "%1 late"
  package var leftCount = "%1 do not fit"
  /// The same when the person left some of it out.
  package var openHeading = "Not planned %1 (%2)"
  package var openCount = "%1 not planned"
  /// A block that makes room for nothing any more, by its title.
  package var idle = "“%1” stays where it is: what it made room for is left out."
  package var leftCountOne = "%1 does not fit"
  package var shows = "v shows which"
  package var showsLines = "v shows the plan"
  /// In the shell: title and client, and the rest.
  package var shellLate = "Late: %1 (%2), %3"
  package var shellLeft = "Does not fit: %1 (%2), %3"
  package var strangeFrame = "No client is meant by the frame “%1”."
  /// The label and the frame.
  package var strangeLabel = "No card has the label #%1 of the frame “%2”."

  // Reasons.
  package var overdue = "overdue since %1"
  package var due = "due %1"
  package var column = "in %1"
  package var frame = "frame %1"
  package var sameClient = "with other work for %1"
  package var sameLabel = "with other #%1"
  package var part = "part %1 of %2"
  package var guess = "no estimate, %1 taken"
  package var usedUp = "estimate used up"
  package var missed = "missed %1"
  package var overlap = "was %1, on top of “%2”"
  package var tooLate = "was %1, too late"
  package var byHand = "proposed for %1, moved by you"
  package var room = "was %1, makes room for “%2” due %3"
  package var ahead = "first, to be in time"
  package var gaveWay = "late anyway, after what can be in time"
  package var quadrants: [Quadrant: String] = [
    .first: "urgent and important", .plan: "important", .delegate: "urgent",
  ]

  // What speaks against a line that was adjusted.
  package var lies = "overlaps “%1” %2"
  package var afterDue = "after it is due, %1"

  // Last safe start.
  package var startBy = "start by %1"
  package var startNow = "start now"
  package var tooLateBy = "%1 short"

  // Commands.
  package var planDay = "Plan my day: fill its free hours from the boards"
  package var planWeek = "Plan my week: fill its free hours from the boards"

  // The configuration.
  package var frameDays = "“%1” names no days; expected such as mon-thu 9-11 @client #label"
  package var frameHours = "“%1” is no time of day; expected such as mon-thu 9-11 @client #label"
  package var frameWord = "“%1” is neither @client nor #label; expected such as mon-thu 9-11 @client #label"
  package var frameSubject = "the frame is for nothing; expected such as mon-thu 9-11 @client #label"

  // The shell.
  package var shellDay = "Plan for %1"
  package var shellPassedOver = "%1 has no working time left; this is what comes next."
  package var shellHint = "Nothing is changed yet: vahi plan --accept makes it the plan."

  /// Why a line of the configuration is no frame.
  func mistake(_ mistake: FrameMistake) -> String {
    switch mistake {
    case .noDays(let word): Words.fill(frameDays, word)
    case .noHours(let word): Words.fill(frameHours, word)
    case .strangeWord(let word): Words.fill(frameWord, word)
    case .noSubject: frameSubject
    }
  }
}
