/// One VEVENT as its file has it: times whose zones are not found yet, texts decoded.
///
/// A class, because it has many fields and goes through many hands, and is not changed once it is read.
final class CalendarEvent {
  /// A text and the line of the file it stands in.
  struct Placed<Value> {
    var value: Value
    var line: Int
  }

  /// One of the further starts of a series: a time, and its own end where it has one (RDATE of type PERIOD).
  struct Addition {
    var start: CalendarTime
    var end: CalendarTime?
    var length: CalendarDuration?
    var line: Int
  }

  enum Status { case none, tentative, confirmed, cancelled }

  /// The line of its BEGIN.
  var line: Int
  /// Which of the file's calendars it is in, counted from 0.
  var calendar: Int
  var uid = ""
  var start: Placed<CalendarTime>?
  var end: Placed<CalendarTime>?
  var length: Placed<CalendarDuration>?
  var rules: [Placed<String>] = []
  /// EXRULE of RFC 2445.
  var exceptionRules: [Placed<String>] = []
  var additions: [Addition] = []
  var exceptions: [Placed<CalendarTime>] = []
  /// Which occurrence of the series it stands for.
  var occurrence: Placed<CalendarTime>?
  /// Whether it also stands for all that follow (RANGE=THISANDFUTURE).
  var takesFollowing = false
  var sequence = 0
  /// When it was last changed, as text that sorts.
  var stamp = ""
  var status = Status.none
  var title = ""
  var location = ""
  var link = ""
  var notes = ""
  var kind = ""
  var alarms: [CalendarAlarm] = []
  /// Whether it says that nothing is to be told of it beforehand.
  var isSilent = false
  /// Lines that nothing on the desk stands for, unfolded: properties, and alarms whole.
  var kept: [String] = []

  init(line: Int, calendar: Int) {
    self.line = line
    self.calendar = calendar
  }
}

/// One VTIMEZONE: the names it goes by and its rules.
struct CalendarZone {
  /// A STANDARD or DAYLIGHT part: what is true from each of its onsets on.
  struct Observance {
    var start: CalendarTime?
    /// Seconds east of UTC before and from then on.
    var before: Int?
    var after: Int?
    var rule: String?
    var additions: [CalendarTime] = []
  }

  var line: Int
  var calendar: Int
  var name = ""
  /// The IANA name that some programs write beside their own.
  var hint = ""
  var observances: [Observance] = []
}

/// What a file says, before any of it is given a meaning on the desk.
struct CalendarFile {
  struct Properties {
    /// The line of its BEGIN; nil where there is none.
    var line: Int?
    var name = ""
    /// What tells it from others of the same name; few programs write it.
    var id = ""
    /// Where it is shown: a hint for times that say no zone.
    var zone = ""
    /// CANCEL takes back what it lists.
    var method = ""
  }

  var calendars: [Properties] = []
  var events: [CalendarEvent] = []
  var zones: [CalendarZone] = []
  var remarks = CalendarRemarks()

  /// Whether it was not cut off.
  var isWhole: Bool { remarks.count(.truncated) == 0 && remarks.count(.unfinished) == 0 }
}
