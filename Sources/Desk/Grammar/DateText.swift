import Civil

/// The words that dates are written with, from the catalogue of the language in use.
package struct DateWords: Hashable, Sendable {
  /// Monday first.
  package var weekdays: [String]
  /// January first.
  package var months: [String]
  package var today: String
  package var tomorrow: String
  package var yesterday: String
  package var due: String
  package var new: String
  /// How something comes again.
  package var repeats: RepeatWords

  package init(
    weekdays: [String], months: [String], today: String, tomorrow: String, yesterday: String, due: String,
    new: String, repeats: RepeatWords = .english
  ) {
    self.weekdays = weekdays
    self.months = months
    self.today = today
    self.tomorrow = tomorrow
    self.yesterday = yesterday
    self.due = due
    self.new = new
    self.repeats = repeats
  }

  package static let english = DateWords(
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    today: "today", tomorrow: "tomorrow", yesterday: "yesterday", due: "due", new: "new")

  func weekday(_ day: Weekday) -> String {
    let index = day.rawValue - 1
    return weekdays.indices.contains(index) ? weekdays[index] : ""
  }

  func month(_ number: Int) -> String { months.indices.contains(number - 1) ? months[number - 1] : "" }
}

/// Dates and times as people read them.
package enum DateText {
  /// `Thu 26` within six days of today, else `Thu 10 Dec`, and with the year when it is another one.
  package static func short(_ date: CivilDate, today: CivilDate, _ words: DateWords) -> String {
    let days = date.days(since: today)
    guard (-6...6).contains(days) else { return long(date, today: today, words) }
    return "\(words.weekday(date.weekday)) \(date.day)"
  }

  /// `Thu 26 Nov`, and with the year when it is another one.
  package static func long(_ date: CivilDate, today: CivilDate, _ words: DateWords) -> String {
    let text = "\(words.weekday(date.weekday)) \(date.day) \(words.month(date.month))"
    return date.year == today.year ? text : "\(text) \(date.year)"
  }

  /// `today`, `tomorrow` or `yesterday`, else as `short`.
  package static func relative(_ date: CivilDate, today: CivilDate, _ words: DateWords) -> String {
    switch date.days(since: today) {
    case 0: words.today
    case 1: words.tomorrow
    case -1: words.yesterday
    default: short(date, today: today, words)
    }
  }

  /// `tomorrow 16:00`, `Thu 26 16:00`.
  package static func relative(_ wall: WallTime, today: CivilDate, _ words: DateWords) -> String {
    "\(relative(wall.date, today: today, words)) \(clock(wall))"
  }

  /// `16:00`.
  package static func clock(_ wall: WallTime) -> String {
    "\(DurationText.two(wall.hour)):\(DurationText.two(wall.minute))"
  }

  /// The city of a zone: `New York` for `America/New_York`, `São Paulo` for `America/Sao_Paulo`.
  package static func city(_ zone: String) -> String {
    let name = zone.utf8
    let first = name.lastIndex(of: UInt8(ascii: "/")).map(name.index(after:)) ?? name.startIndex
    // Not `replacing`, which makes a regular expression's types at its first use: on the way to the first picture.
    let city = String(
      decoding: name[first...].map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    // As the search for places has them; zones are named in ASCII.
    return switch city {
    case "Sao Paulo": "São Paulo"
    case "Bogota": "Bogotá"
    default: city
    }
  }
}
