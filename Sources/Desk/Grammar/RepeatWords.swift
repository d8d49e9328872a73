import Civil

/// The words that a recurrence is told with, from the catalogue of the language in use.
///
/// `%1`, `%2` stand for what is put there. Lists begin with Monday, January, the first.
package struct RepeatWords: Hashable, Sendable {
  package var weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  package var months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  /// What follows an ordinal number from one to nine, and any other: `1st`, `12th`.
  package var ordinals = ["first", "second", "third", "fourth", "fifth"]
  package var numbered = ["%1st", "%1nd", "%1rd", "%1th"]
  package var last = "last"
  package var toLast = "%1-to-last"
  package var and = "%1 and %2"
  package var comma = "%1, %2"

  /// By frequency, the shortest first: once a period, every second one, every so many.
  package var every = [
    "every second", "every minute", "every hour", "every day", "every week", "every month", "every year",
  ]
  package var everyOther = [
    "every 2 seconds", "every 2 minutes", "every second hour", "every second day", "every second week",
    "every second month", "every second year",
  ]
  package var everyFew = [
    "every %1 seconds", "every %1 minutes", "every %1 hours", "every %1 days", "every %1 weeks",
    "every %1 months",
    "every %1 years",
  ]
  package var everyWeekday = "every weekday"
  package var everyNamed = "every %1"
  package var everyOtherNamed = "every second %1"
  package var periodOn = "%1 on %2"
  package var daysOf = "on the %1 of %2"
  package var day = "%1 day"
  package var weekday = "%1 weekday"
  package var dateOf = "%1 %2"
  package var theOf = "the %1 of %2"
  package var inMonths = "%1 in %2"

  // What has no plain words, part by part.
  package var onlyIn = "only in %1"
  package var onWeekdays = "on %1"
  package var onDaysOfMonth = "on the %1 of the month"
  package var onDaysOfYear = "on the %1 of the year"
  package var inWeeks = "in the %1 of the year"
  package var week = "%1 week"
  package var nthWeekday = "the %1 %2 of the month"
  package var nthWeekdayOfYear = "the %1 %2 of the year"
  package var everyOne = "every %1"
  package var atHours = "in the hours %1"
  package var atMinutes = "at the minutes %1"
  package var atSeconds = "at the seconds %1"
  package var positions = "of these only the %1"
  package var weeksFrom = "weeks from %1"

  package var times = "%1, %2 times"
  package var once = "%1, once"
  package var until = "%1, until %2"
  package var except = "%1, except %2"

  package init() {}

  package static let english = RepeatWords()

  static func fill(_ sentence: String, _ arguments: String...) -> String {
    var text = ""
    var rest = Substring(sentence)
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      rest = rest[rest.index(after: percent)...]
      guard let number = rest.first?.wholeNumberValue, arguments.indices.contains(number - 1) else {
        text += "%"
        continue
      }
      text += arguments[number - 1]
      rest = rest.dropFirst()
    }
    return text + rest
  }
}
