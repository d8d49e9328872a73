import Civil
import Desk

/// Writes blocks as an iCalendar file (RFC 5545) that other programs open.
///
/// Times are written in their zones, each zone with its rules; a block in UTC is written in UTC. What an import kept
/// and a desk has no place for goes out again as it came.
package struct CalendarExport {
  private let desk: Desk
  private let now: Instant
  /// What is written here is not for every program, but none may stumble over it.
  static let product = "-//Vahi//Vahi//EN"
  private let untitled: String

  /// - Parameter now: when the file is written.
  package init(_ desk: Desk, now: Instant, words: ImportWords = ImportWords()) {
    self.desk = desk
    self.now = now
    untitled = words.untitled
  }

  /// The blocks of a client, or of all and the person's own, in the order of their starts.
  ///
  /// - Parameter span: only what takes place in this time; a series that does so once is written whole.
  package func blocks(of client: ClientID? = nil, in span: TimeSpan? = nil) -> [Block] {
    let blocks = desk.allBlocks.filter { block in
      (client == nil || block.client == client) && span.map { occurs(block, in: $0) } ?? true
    }
    return blocks.map { (desk.instant(of: $0.start), $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// A digest of all that is written of some blocks, whenever it is written.
  func digest(of blocks: [Block]) -> String {
    var writer = CalendarWriter()
    let timeless = CalendarExport(desk, now: Instant(seconds: 0))
    let series = Self.series(blocks)
    for block in blocks.sorted(by: { ($0.occurrence?.text ?? "") < ($1.occurrence?.text ?? "") }) {
      timeless.write(block, of: series, to: &writer)
    }
    return Fingerprint.long(of: writer.bytes)
  }

  /// The series among some blocks, which need not be on the desk yet.
  private static func series(_ blocks: [Block]) -> [BlockID: Block] {
    Dictionary(
      blocks.filter { $0.occurrence == nil }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func occurs(_ block: Block, in span: TimeSpan) -> Bool {
    let zone = desk.zone(block.start.zone)
    let start = zone.instant(of: block.start.wall)
    guard block.isSeries else {
      return start < span.end && (start.adding(block.duration) > span.start || start >= span.start)
    }
    let set = RecurrenceSet(
      start: block.start.wall, zone: zone, rule: block.repeat.flatMap { try? RecurrenceRule(text: $0) },
      alsoOn: block.alsoOn, exceptOn: block.exceptOn)
    let from = zone.wall(at: span.start).adding(seconds: -block.duration)
    return !set.starts(from: from, before: zone.wall(at: span.end), limit: 1).isEmpty
  }

  /// One file with some blocks.
  ///
  /// - Parameter name: what the calendar is called.
  package func document(_ blocks: [Block], name: String? = nil) -> [UInt8] {
    var writer = CalendarWriter()
    writer.line("BEGIN:VCALENDAR")
    writer.line("VERSION:2.0")
    writer.line("PRODID:\(Self.product)")
    writer.line("CALSCALE:GREGORIAN")
    writer.text("X-WR-CALNAME", name)
    for (zone, years) in zones(of: blocks) {
      ZoneWriter(zone, first: years.lowerBound, last: years.upperBound).write(to: &writer)
    }
    let series = Self.series(blocks)
    for block in blocks { write(block, of: series, to: &writer) }
    writer.line("END:VCALENDAR")
    return writer.bytes
  }

  /// The zones that blocks name, with the years that they are used in; sorted by name.
  private func zones(of blocks: [Block]) -> [(Zone, ClosedRange<Int>)] {
    var years: [String: ClosedRange<Int>] = [:]
    func use(_ name: String, _ first: CivilDate, _ last: CivilDate) {
      let known = years[name] ?? first.year...first.year
      years[name] = min(known.lowerBound, first.year)...max(known.upperBound, last.year)
    }
    for block in blocks where !block.allDay && block.start.zone != Zone.utc.name {
      let end = block.start.wall.adding(seconds: block.duration)
      use(block.start.zone, block.start.wall.date, max(end.date, block.alsoOn.last?.date ?? end.date))
    }
    for block in blocks {
      guard let occurrence = block.occurrence, let series = block.series.flatMap({ desk.block($0) }),
        !series.allDay, series.start.zone != Zone.utc.name
      else { continue }
      use(series.start.zone, occurrence.date, occurrence.date)
    }
    return years.sorted { $0.key < $1.key }.compactMap { name, years in
      (try? desk.zones.zone(named: name)).map { ($0, years) }
    }
  }
}

// Events.
extension CalendarExport {
  private func write(_ block: Block, of known: [BlockID: Block], to writer: inout CalendarWriter) {
    let series = block.series.flatMap { known[$0] ?? desk.block($0) }
    writer.line("BEGIN:VEVENT")
    writer.line(
      "UID:\(CalendarWriter.escaped(series.map(CalendarImport.uid) ?? CalendarImport.uid(of: block)))")
    writer.line("DTSTAMP:\(CalendarWriter.compact(now))")
    writer.line(times("DTSTART", [block.start.wall], block))
    if let end = end(of: block) { writer.line(end) }
    if let rule = block.repeat { writer.line("RRULE:\(text(of: rule, in: block))") }
    if !block.alsoOn.isEmpty { writer.line(times("RDATE", block.alsoOn, block)) }
    if !block.exceptOn.isEmpty { writer.line(times("EXDATE", block.exceptOn, block)) }
    if let occurrence = block.occurrence {
      writer.line(times("RECURRENCE-ID", [occurrence], series ?? block))
    }
    // A title that no file gave is no title there either.
    if block.imported == nil || block.title != untitled { writer.text("SUMMARY", block.title) }
    writer.text("LOCATION", block.location)
    if let link = block.link, !link.isEmpty { writer.line("URL:\(ImportedText.line(link))") }
    writer.text("DESCRIPTION", block.notes)
    if block.kind != .meeting { writer.line("X-VAHI-KIND:\(block.kind.rawValue)") }
    writeKept(of: block, to: &writer)
    writer.line("END:VEVENT")
  }

  /// What an import kept, and alarms: those that it kept where they say what the block says, else new ones.
  ///
  /// An alarm that cannot be read stays out: there are programs that refuse the whole file for one.
  private func writeKept(of block: Block, to writer: inout CalendarWriter) {
    let start = desk.instant(of: block.start)
    let kept = KeptAlarms(block.ical) { alarm in
      alarm.meaning(start: start, end: start.adding(block.duration), isSeries: block.isSeries)
    }
    guard let reminders = block.reminders, kept.reminders != reminders else {
      let isReadable = kept.alarms.allSatisfy { $0.meaning != .other(.alarmUnreadable) }
      for line in isReadable ? block.ical : kept.rest + kept.readable { writer.kept(line) }
      return
    }
    if reminders.isEmpty { writer.line("X-VAHI-REMINDERS:NONE") }
    for line in kept.rest { writer.kept(line) }
    for alarm in kept.alarms {
      guard case .other(let reason) = alarm.meaning, reason != .alarmUnreadable else { continue }
      for line in alarm.lines { writer.kept(line) }
    }
    for minutes in reminders {
      writer.line("BEGIN:VALARM")
      writer.line("ACTION:DISPLAY")
      writer.line("TRIGGER:\(minutes > 0 ? "-PT\(minutes)M" : minutes < 0 ? "PT\(-minutes)M" : "PT0S")")
      writer.text("DESCRIPTION", block.title)
      writer.line("END:VALARM")
    }
  }

  /// A property with wall times of a block's zone.
  private func times(_ name: String, _ walls: [WallTime], _ block: Block) -> String {
    if block.allDay {
      return "\(name);VALUE=DATE:" + walls.map { CalendarWriter.compact($0.date) }.joined(separator: ",")
    }
    let times = walls.map(CalendarWriter.compact)
    guard block.start.zone != Zone.utc.name else {
      return "\(name):" + times.map { $0 + "Z" }.joined(separator: ",")
    }
    return "\(name);TZID=\(block.start.zone):" + times.joined(separator: ",")
  }

  /// When a block ends; nil where it takes no time.
  private func end(of block: Block) -> String? {
    guard block.duration > 0 else { return nil }
    if block.allDay {
      let days = (block.duration + CivilDate.secondsADay - 1) / CivilDate.secondsADay
      return "DTEND;VALUE=DATE:\(CalendarWriter.compact(block.start.wall.date.adding(days: days)))"
    }
    let zone = desk.zone(block.start.zone)
    let end = zone.instant(of: block.start.wall).adding(block.duration)
    let wall = zone.wall(at: end)
    // An hour that comes twice cannot be told by the clock alone.
    guard zone.instant(of: wall) == end, wall.date.year < 9999 else { return "DURATION:PT\(block.duration)S" }
    return times("DTEND", [wall], block)
  }

  /// A rule as other programs want it: with a zone, the end is given in UTC (RFC 5545, 3.3.10).
  private func text(of text: String, in block: Block) -> String {
    guard var rule = try? RecurrenceRule(text: text) else { return ImportedText.line(text) }
    let zone = desk.zone(block.start.zone)
    switch rule.end {
    case .at(let wall) where block.allDay: rule.end = .onDate(wall.date)
    case .until(let instant) where block.allDay: rule.end = .onDate(zone.wall(at: instant).date)
    case .at(let wall): rule.end = .until(zone.instant(of: wall))
    case .onDate(let date) where !block.allDay:
      rule.end = .until(zone.instant(of: WallTime(date: date, secondOfDay: CivilDate.secondsADay - 1)))
    default: break
    }
    return rule.text
  }
}
