import Civil
import Desk

/// Turns events of a file into what the desk says.
struct CalendarTranslator {
  /// A time of the file in its zone.
  struct Moment {
    var wall: WallTime
    var zone: Zone
    var instant: Instant
  }

  private(set) var zones: CalendarZones
  var remarks: CalendarRemarks
  let words: ImportWords

  /// How many characters a title has at most; all of a longer one is in the notes.
  private static let longestTitle = 300

  init(zones: CalendarZones, remarks: CalendarRemarks, words: ImportWords) {
    self.zones = zones
    self.remarks = remarks
    self.words = words
  }

  mutating func moment(_ time: CalendarTime, in calendar: Int, line: Int) -> Moment {
    switch zones.finding(for: time.form, in: calendar, line: line, &remarks) {
    case .zone(let zone): return Moment(wall: time.wall, zone: zone, instant: zone.instant(of: time.wall))
    case .rules(let rules):
      let instant = rules.instant(of: time.wall)
      return Moment(wall: WallTime(utc: instant), zone: .utc, instant: instant)
    }
  }

  /// What an event says; nil, and noted, where it does not say when.
  ///
  /// - Parameter series: what it is an occurrence of, which has its title where it has none itself.
  mutating func content(
    of event: CalendarEvent, uid: String, in series: CalendarContent? = nil
  ) -> CalendarContent? {
    guard let time = event.start ?? event.occurrence else {
      remarks.note(.noStart, line: event.line)
      return nil
    }
    let start = moment(time.value, in: event.calendar, line: time.line)
    let isDay = time.value.isDay
    var content = CalendarContent(
      line: event.line, uid: uid, title: "", start: ZonedTime(wall: start.wall, zone: start.zone.name),
      duration: isDay
        ? days(of: event, from: start.wall.date) * CivilDate.secondsADay : seconds(of: event, from: start),
      allDay: isDay, notes: ImportedText.lines(event.notes), ical: event.kept)
    content.location = line(event.location)
    content.link = line(event.link)
    content.kind = Block.Kind(rawValue: event.kind.lowercased())
    takeTitle(of: event, series?.title, into: &content)
    takeRules(of: event, start, into: &content)
    for addition in event.additions {
      content.alsoOn.append(seriesWall(addition.start, of: content, event.calendar, line: addition.line))
    }
    content.alsoOn = distinct(content.alsoOn.filter { $0 != content.start.wall })
    for exception in event.exceptions {
      content.exceptOn += exceptions(exception.value, of: content, event.calendar, line: exception.line)
    }
    content.exceptOn = distinct(content.exceptOn)
    content.reminders = reminders(of: event, content, start)
    return content
  }

  /// A time of the file by the clock of a series: for a start that was added, left out or replaced.
  mutating func seriesWall(
    _ time: CalendarTime, of series: CalendarContent, _ calendar: Int, line: Int
  ) -> WallTime {
    if series.allDay { return WallTime(date: time.wall.date, secondOfDay: 0) }
    if time.isDay { return WallTime(date: time.wall.date, secondOfDay: series.start.wall.secondOfDay) }
    if time.form == .floating { return time.wall }
    let moment = moment(time, in: calendar, line: line)
    if moment.zone.name == series.start.zone { return moment.wall }
    return zones.zone(series.start.zone).wall(at: moment.instant)
  }

  /// What an EXDATE leaves out: one start, or with a mere day all starts of that day.
  private mutating func exceptions(
    _ time: CalendarTime, of series: CalendarContent, _ calendar: Int, line: Int
  ) -> [WallTime] {
    let wall = seriesWall(time, of: series, calendar, line: line)
    guard time.isDay, !series.allDay else { return [wall] }
    let day = WallTime(date: wall.date, secondOfDay: 0)
    let set = RecurrenceSet(
      start: series.start.wall, zone: zones.zone(series.start.zone), rule: series.rule, alsoOn: series.alsoOn)
    let starts = set.starts(from: day, before: day.adding(seconds: CivilDate.secondsADay), limit: 1_440)
    return starts.isEmpty ? [wall] : starts
  }

  private func distinct(_ walls: [WallTime]) -> [WallTime] {
    var last: WallTime?
    return walls.sorted().filter { wall in
      defer { last = wall }
      return wall != last
    }
  }

  private func line(_ text: String) -> String? {
    let text = ImportedText.line(text)
    return text.isEmpty ? nil : text
  }
}

// Lengths.
extension CalendarTranslator {
  /// How many days an event of whole days lasts; its end is the first day it does not (RFC 5545, 3.6.1).
  private mutating func days(of event: CalendarEvent, from first: CivilDate) -> Int {
    if let end = event.end {
      let days = end.value.wall.date.days(since: first)
      if days < 0 { remarks.note(.endBeforeStart, line: end.line) }
      // Many programs write a single day as one that ends on the day that it begins.
      return max(1, days)
    }
    guard let length = event.length else { return 1 }
    let days = length.value.days + (length.value.seconds + CivilDate.secondsADay - 1) / CivilDate.secondsADay
    if days < 0 { remarks.note(.endBeforeStart, line: length.line) }
    return max(1, days)
  }

  /// How many seconds an event lasts; none where it has no end.
  private mutating func seconds(of event: CalendarEvent, from start: Moment) -> Int {
    let (seconds, line) = self.length(of: event.end, event.length, from: start, event.calendar)
    if seconds < 0 { remarks.note(.endBeforeStart, line: line) }
    return max(0, seconds)
  }

  private mutating func length(
    of end: CalendarEvent.Placed<CalendarTime>?, _ length: CalendarEvent.Placed<CalendarDuration>?,
    from start: Moment, _ calendar: Int
  ) -> (seconds: Int, line: Int) {
    if let end {
      var instant: Instant
      switch end.value.form {
      // The zone of the start goes for an end that names none.
      case .day, .floating: instant = start.zone.instant(of: end.value.wall)
      case .utc, .zoned: instant = moment(end.value, in: calendar, line: end.line).instant
      }
      return (instant.seconds(since: start.instant), end.line)
    }
    guard let length else { return (0, 0) }
    // Days are days of the calendar, hours are hours of the clock (RFC 5545, 3.3.6).
    let day = start.wall.adding(seconds: length.value.days * CivilDate.secondsADay)
    let end = start.zone.instant(of: day).adding(length.value.seconds)
    return (end.seconds(since: start.instant), length.line)
  }

  /// How long one of the further starts lasts where it says so itself.
  mutating func length(of addition: CalendarEvent.Addition, in calendar: Int) -> Int? {
    guard addition.end != nil || addition.length != nil else { return nil }
    let start = moment(addition.start, in: calendar, line: addition.line)
    let end = addition.end.map { CalendarEvent.Placed(value: $0, line: addition.line) }
    let length = addition.length.map { CalendarEvent.Placed(value: $0, line: addition.line) }
    return max(0, self.length(of: end, length, from: start, calendar).seconds)
  }
}

// Alarms.
extension CalendarTranslator {
  /// When it is to be told of; what a block has no place for is noted, and goes out again as it came.
  private mutating func reminders(
    of event: CalendarEvent, _ content: CalendarContent, _ start: Moment
  ) -> [Int]? {
    let isSeries = content.rule != nil || !content.alsoOn.isEmpty
    var meanings: [CalendarAlarm.Meaning] = event.isSilent ? [.silence] : []
    for alarm in event.alarms {
      let meaning = alarm.meaning(
        start: start.instant, end: start.instant.adding(content.duration), isSeries: isSeries)
      if case .other(let reason) = meaning {
        remarks.note(reason, line: alarm.line)
      } else if alarm.repeats {
        remarks.note(.alarmRepeats, line: alarm.line)
      }
      meanings.append(meaning)
    }
    if meanings.count > ReminderRule.most { remarks.note(.alarmsMany, line: event.line) }
    return KeptAlarms.reminders(meanings)
  }
}

// Texts and rules.
extension CalendarTranslator {
  private mutating func takeTitle(
    of event: CalendarEvent, _ other: String?, into content: inout CalendarContent
  ) {
    let title = ImportedText.line(event.title)
    guard !title.isEmpty else {
      if let other { return content.title = other }
      remarks.note(.noTitle, line: event.line)
      return content.title = words.untitled
    }
    guard title.utf8.count > Self.longestTitle else { return content.title = title }
    content.title = ImportedText.line(String(title.prefix(Self.longestTitle)))
    guard content.title != title else { return }
    remarks.note(.longTitle, line: event.line)
    content.notes = content.notes.isEmpty ? title : title + "\n\n" + content.notes
  }
}
