/// A week that is full of what repeats, on the large desk.
enum WeekSample {
  static let count = 200
  /// The client of the sample desk who gets the series.
  static let client = "coach-lin"
  /// To the calendar, over the whole screen, as a week.
  static let opening = "1\tfw"
  /// Within the week, across its days, and to the next week and back.
  static let round = "jjjjjkkkkkllhh]["

  /// Series as others' calendars have them, begun years ago and in several zones; each is in every week.
  static let calendar: String = {
    var lines = ["BEGIN:VCALENDAR", "PRODID:-//Bench//EN", "VERSION:2.0"]
    for number in 0..<count {
      let zone = ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney"][number % 4]
      let days = ["MO", "TU", "WE", "TH", "FR"]
      let hour = 8 + number / days.count % 10
      let start = "20\(18 + number % 8)0101T\(hour < 10 ? "0" : "")\(hour)\(number % 2 == 0 ? "00" : "30")00"
      lines += [
        "BEGIN:VEVENT", "UID:\(number)@week", "DTSTAMP:20261101T000000Z", "DTSTART;TZID=\(zone):\(start)",
        "DURATION:PT30M", "SUMMARY:Series \(number)",
        "RRULE:FREQ=WEEKLY;BYDAY=\(days[number % days.count])", "END:VEVENT",
      ]
    }
    return (lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
  }()
}
