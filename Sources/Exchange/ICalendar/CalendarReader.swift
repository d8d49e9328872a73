import Civil

/// Reads a calendar file: lines to events and zones, whatever is wrong with it noted by line.
///
/// Components nest on a stack, so that no depth of nesting does harm. An END that closes an outer component closes
/// the inner ones with it; a VEVENT within a VEVENT means that the END of the first is missing.
struct CalendarReader {
  private enum Component: Equatable {
    case calendar
    case event
    case zone
    case observance
    /// Kept as lines with the event around it: an alarm.
    case kept(String)
    /// Passed over with all that is in it.
    case ignored(String)
  }

  private let lines: ContentLines
  private var text: CalendarText
  private var file = CalendarFile()
  private var stack: [Component] = []
  private var event: CalendarEvent?
  private var zone: CalendarZone?

  /// Longer lines that nothing on the desk stands for, such as attached files, are not kept; bytes.
  private static let longestKept = 65_536

  /// Reads a whole file.
  ///
  /// - Parameter progress: called now and then, and once at the end, with the lines done and all lines.
  static func read(
    _ bytes: [UInt8], progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ExchangeError) -> CalendarFile {
    let bytes = CalendarBytes.utf8(bytes)
    try FileLikeness.mustBeginLikeCalendar(bytes)
    var reader = CalendarReader(ContentLines(bytes))
    for (done, line) in reader.lines.lines.enumerated() {
      if done & 0x7FFF == 0x7FFF { progress(done, reader.lines.lines.count) }
      reader.take(line)
    }
    progress(reader.lines.lines.count, reader.lines.lines.count)
    return reader.finish()
  }

  private init(_ lines: ContentLines) {
    self.lines = lines
    text = CalendarText(lines.bytes)
  }

  private mutating func take(_ line: ContentLines.Line) {
    guard let content = ContentLine(line, in: lines.bytes) else {
      if stack.last.map(Self.isIgnored) != true, !isBlank(line.range) {
        file.remarks.note(.noContentLine, line: line.number)
      }
      return
    }
    switch content.name {
    case "BEGIN": begin(name(content), content)
    case "END": end(name(content), content)
    default:
      switch stack.last {
      case .calendar: takeForCalendar(content)
      case .event: takeForEvent(content)
      case .zone: takeForZone(content)
      case .observance: takeForObservance(content)
      case .kept(let component):
        keep(content)
        if component == "VALARM" { takeForAlarm(content) }
      case .ignored, nil: break
      }
    }
  }

  private mutating func name(_ line: ContentLine) -> String {
    ImportedText.line(text.raw(line.value, line: line.number)).uppercased()
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    lines.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0 || $0 == 0x1A }
  }

  private static func isIgnored(_ component: Component) -> Bool {
    if case .ignored = component { true } else { false }
  }
}

// Components.
extension CalendarReader {
  private mutating func begin(_ name: String, _ line: ContentLine) {
    if case .ignored = stack.last, name != "VEVENT" {
      stack.append(.ignored(name))
      return
    }
    switch name {
    case "VCALENDAR":
      if let open = stack.last { close(through: open, of: stack.count, line) }
      file.calendars.append(CalendarFile.Properties(line: line.number))
      stack = [.calendar]
    case "VEVENT":
      closeInner(line)
      event = CalendarEvent(line: line.number, calendar: calendarNumber())
      stack.append(.event)
    case "VTIMEZONE" where stack.last == .calendar || stack.isEmpty:
      zone = CalendarZone(line: line.number, calendar: calendarNumber())
      stack.append(.zone)
    case "STANDARD" where stack.last == .zone, "DAYLIGHT" where stack.last == .zone:
      zone?.observances.append(CalendarZone.Observance())
      stack.append(.observance)
    default:
      switch stack.last {
      case .event, .kept:
        stack.append(.kept(name))
        keep(line)
        if name == "VALARM" { event?.alarms.append(CalendarAlarm(line: line.number)) }
      default:
        note(leftOut: name, line)
        stack.append(.ignored(name))
      }
    }
  }

  /// Where a calendar has no BEGIN:VCALENDAR, as with pieces of files, it gets one of its own.
  private mutating func calendarNumber() -> Int {
    if file.calendars.isEmpty { file.calendars.append(CalendarFile.Properties()) }
    if stack.isEmpty { stack.append(.calendar) }
    return file.calendars.count - 1
  }

  private mutating func note(leftOut name: String, _ line: ContentLine) {
    switch name {
    case "VTODO": file.remarks.note(.tasks, line: line.number)
    case "VJOURNAL": file.remarks.note(.journals, line: line.number)
    case "VFREEBUSY": file.remarks.note(.freeBusy, line: line.number)
    default: file.remarks.note(.otherComponents, name, line: line.number)
    }
  }

  /// An event begins where something else is open: what is open lacks its END.
  private mutating func closeInner(_ line: ContentLine) {
    guard let depth = stack.firstIndex(where: { $0 != .calendar }) else { return }
    file.remarks.note(.missingEnd, line: line.number)
    pop(to: depth)
  }

  private mutating func close(through component: Component, of depth: Int, _ line: ContentLine) {
    guard component != .calendar || depth > 1 else { return }
    file.remarks.note(.missingEnd, line: line.number)
    pop(to: 0)
  }

  private mutating func end(_ name: String, _ line: ContentLine) {
    guard let depth = stack.lastIndex(where: { matches($0, name) }) else {
      file.remarks.note(.strayEnd, name, line: line.number)
      return
    }
    if depth < stack.count - 1 { file.remarks.note(.missingEnd, line: line.number) }
    while stack.count > depth + 1 { popOne() }
    if case .kept = stack[depth] { keep(line) }
    popOne()
  }

  private func matches(_ component: Component, _ name: String) -> Bool {
    switch component {
    case .calendar: name == "VCALENDAR"
    case .event: name == "VEVENT"
    case .zone: name == "VTIMEZONE"
    case .observance: name == "STANDARD" || name == "DAYLIGHT"
    case .kept(let own), .ignored(let own): name == own
    }
  }

  private mutating func pop(to depth: Int) { while stack.count > depth { popOne() } }

  private mutating func popOne() {
    switch stack.popLast() {
    case .event:
      if let event { file.events.append(event) }
      event = nil
    case .zone:
      if let zone { file.zones.append(zone) }
      zone = nil
    case .kept(let name) where !(event?.kept.last?.uppercased().hasPrefix("END:\(name)") ?? true):
      // Closed from outside: what goes out again must be whole.
      event?.kept.append("END:\(name)")
    default: break
    }
  }

  /// The end of the file: what is still open was cut off, and half an event is not taken for a whole one.
  private mutating func finish() -> CalendarFile {
    if let event {
      file.remarks.note(.truncated, line: event.line)
    } else if !stack.isEmpty, let line = file.calendars.last?.line {
      file.remarks.note(.unfinished, line: line)
    }
    for line in text.otherLines { file.remarks.note(.notUTF8, line: line) }
    if let line = text.firstJapaneseLine, text.japaneseLines * 2 > text.otherLines.count {
      file.remarks.note(.looksJapanese, line: line)
    }
    return file
  }
}

// Properties.
extension CalendarReader {
  private mutating func takeForCalendar(_ line: ContentLine) {
    guard !file.calendars.isEmpty else { return }
    let last = file.calendars.count - 1
    switch line.name {
    case "X-WR-CALNAME", "NAME": file.calendars[last].name = text.value(line.value, line: line.number)
    case "X-WR-TIMEZONE": file.calendars[last].zone = text.value(line.value, line: line.number)
    case "X-WR-RELCALID": file.calendars[last].id = text.value(line.value, line: line.number)
    case "METHOD": file.calendars[last].method = name(line)
    default: break
    }
  }

  private mutating func takeForEvent(_ line: ContentLine) {
    guard var event = event.take() else { return }
    defer { self.event = event }
    switch line.name {
    case "UID": event.uid = text.value(line.value, line: line.number)
    case "DTSTART": event.start = moment(line, .badStart) ?? event.start
    case "DTEND": event.end = moment(line, .badEnd) ?? event.end
    case "DURATION":
      if let length = CalendarDuration(lines.bytes[line.value]) {
        event.length = CalendarEvent.Placed(value: length, line: line.number)
      } else {
        note(.badLength, line)
      }
    case "RRULE":
      event.rules.append(rule(line))
    case "EXRULE": event.exceptionRules.append(rule(line))
    case "RDATE": takeAdditions(line, for: &event)
    case "EXDATE":
      for time in times(line) {
        event.exceptions.append(CalendarEvent.Placed(value: time, line: line.number))
      }
    case "RECURRENCE-ID":
      event.occurrence = moment(line, .badOccurrence) ?? event.occurrence
      let range = line.parameter("RANGE").map { text.parameter($0, line: line.number).uppercased() }
      event.takesFollowing = range == "THISANDFUTURE"
    case "SEQUENCE": event.sequence = Int(name(line)) ?? event.sequence
    case "DTSTAMP": event.stamp = max(event.stamp, name(line))
    case "STATUS": takeStatus(line, for: &event)
    case "SUMMARY": event.title = text.value(line.value, line: line.number)
    case "LOCATION": event.location = text.value(line.value, line: line.number)
    case "URL": event.link = text.raw(line.value, line: line.number)
    case "DESCRIPTION": event.notes = text.value(line.value, line: line.number)
    case "X-VAHI-REMINDERS": event.isSilent = name(line) == "NONE"
    case "X-VAHI-KIND": event.kind = text.raw(line.value, line: line.number)
    default: keep(line, in: &event)
    }
    if line.name == "SEQUENCE" || line.name == "STATUS" { keep(line, in: &event) }
  }

  private mutating func rule(_ line: ContentLine) -> CalendarEvent.Placed<String> {
    CalendarEvent.Placed(
      value: ImportedText.line(text.raw(line.value, line: line.number)), line: line.number)
  }

  private mutating func takeStatus(_ line: ContentLine, for event: inout CalendarEvent) {
    switch name(line) {
    case "CANCELLED": event.status = .cancelled
    case "TENTATIVE": event.status = .tentative
    case "CONFIRMED": event.status = .confirmed
    default: break
    }
  }

  private mutating func takeAdditions(_ line: ContentLine, for event: inout CalendarEvent) {
    let isPeriod =
      line.parameter("VALUE").map { text.parameter($0, line: line.number).uppercased() } == "PERIOD"
    guard isPeriod else {
      for time in times(line) {
        event.additions.append(CalendarEvent.Addition(start: time, line: line.number))
      }
      return
    }
    let zone = zone(line)
    for period in lines.bytes[line.value].split(separator: UInt8(ascii: ",")) {
      let halves = period.split(separator: UInt8(ascii: "/"), maxSplits: 1)
      guard halves.count == 2, let start = CalendarTime(halves[0], zone: zone, isDay: false) else {
        file.remarks.note(.badDate, String(decoding: period, as: UTF8.self), line: line.number)
        continue
      }
      var addition = CalendarEvent.Addition(start: start, line: line.number)
      addition.end = CalendarTime(halves[1], zone: zone, isDay: false)
      addition.length = CalendarDuration(halves[1])
      event.additions.append(addition)
    }
  }

  private mutating func takeForAlarm(_ line: ContentLine) {
    guard var alarm = event?.alarms.popLast() else { return }
    switch line.name {
    case "ACTION": alarm.action = name(line)
    case "REPEAT": alarm.repeats = (Int(name(line)) ?? 0) > 0
    case "TRIGGER":
      let bytes = lines.bytes[line.value]
      if let length = CalendarDuration(bytes) {
        let related = line.parameter("RELATED").map { text.parameter($0, line: line.number).uppercased() }
        alarm.trigger = related == "END" ? .fromEnd(length) : .fromStart(length)
      } else if let time = CalendarTime(bytes, zone: nil, isDay: false), time.form == .utc {
        alarm.trigger = .at(Zone.utc.instant(of: time.wall))
      }
    default: break
    }
    event?.alarms.append(alarm)
  }

  private mutating func takeForZone(_ line: ContentLine) {
    switch line.name {
    case "TZID" where zone?.name.isEmpty == true:
      zone?.name = ImportedText.line(text.value(line.value, line: line.number))
    case "X-LIC-LOCATION": zone?.hint = text.value(line.value, line: line.number)
    default: break
    }
  }

  private mutating func takeForObservance(_ line: ContentLine) {
    guard var observance = zone?.observances.popLast() else { return }
    switch line.name {
    case "DTSTART": observance.start = moment(line, .badDate)?.value
    case "TZOFFSETFROM": observance.before = ZoneOffsetText.seconds(lines.bytes[line.value])
    case "TZOFFSETTO": observance.after = ZoneOffsetText.seconds(lines.bytes[line.value])
    case "RRULE": observance.rule = text.raw(line.value, line: line.number)
    case "RDATE": observance.additions += times(line)
    default: break
    }
    zone?.observances.append(observance)
  }

  private mutating func keep(_ line: ContentLine) {
    guard var event = event.take() else { return }
    keep(line, in: &event)
    self.event = event
  }

  private mutating func keep(_ line: ContentLine, in event: inout CalendarEvent) {
    guard line.whole.count <= Self.longestKept else {
      file.remarks.note(.overlongLine, line.name, line: line.number)
      return
    }
    event.kept.append(ImportedText.line(text.raw(line.whole, line: line.number)))
  }

  private mutating func note(_ reason: CalendarReason, _ line: ContentLine) {
    file.remarks.note(
      reason, String(decoding: lines.bytes[line.value].prefix(60), as: UTF8.self), line: line.number)
  }
}

// Times.
extension CalendarReader {
  private mutating func zone(_ line: ContentLine) -> String? {
    line.parameter("TZID").map { ImportedText.line(text.parameter($0, line: line.number)) }
  }

  private mutating func isDay(_ line: ContentLine) -> Bool {
    line.parameter("VALUE").map { text.parameter($0, line: line.number).uppercased() == "DATE" } ?? false
  }

  private mutating func moment(
    _ line: ContentLine, _ reason: CalendarReason
  ) -> CalendarEvent.Placed<CalendarTime>? {
    let (zone, isDay) = (zone(line), isDay(line))
    let bytes = lines.bytes[line.value]
    if let time = CalendarTime(bytes, zone: zone, isDay: isDay) {
      return CalendarEvent.Placed(value: time, line: line.number)
    }
    // A zone's name with a colon that nobody quoted: the time is what is behind the last one.
    if let zone, let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let time = CalendarTime(
        bytes[(colon + 1)...],
        zone: zone + ":" + ImportedText.line(text.parameter(bytes.startIndex..<colon, line: line.number)),
        isDay: isDay)
    {
      return CalendarEvent.Placed(value: time, line: line.number)
    }
    note(reason, line)
    return nil
  }

  /// The times of a comma-separated list; those that cannot be read are noted.
  private mutating func times(_ line: ContentLine) -> [CalendarTime] {
    let (zone, isDay) = (zone(line), isDay(line))
    var times: [CalendarTime] = []
    for piece in lines.bytes[line.value].split(separator: UInt8(ascii: ",")) {
      if let time = CalendarTime(piece, zone: zone, isDay: isDay) {
        times.append(time)
      } else {
        file.remarks.note(.badDate, String(decoding: piece.prefix(60), as: UTF8.self), line: line.number)
      }
    }
    return times
  }
}
