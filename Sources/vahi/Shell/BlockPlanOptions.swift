import ArgumentParser
import Civil
import Dashboard
import Desk

/// The flags of `block add` and `block edit`.
struct BlockPlanOptions: ParsableArguments {
  @Option(help: "Id of the card it is for.") var card: String?
  @Option(help: "work, meeting, buffer, break, deadline or personal.") var kind: String?
  @Option(parsing: .unconditional, help: "When it starts, as in “2026-12-03 16:00” or “thu 4pm london”.")
  var start: String?
  @Option(help: "Zone or city whose clock the start is on; else the client's, or home.") var zone: String?
  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: "How long it takes, as in 45m, or 2d for whole days.")
  var length: String?
  @Option(name: .customLong("repeat"), help: "How it repeats: a rule of iCalendar, or words; none for once.")
  var rule: String?
  @Option(
    name: .customLong("also-on"), parsing: .unconditionalSingleValue,
    help: "One more day for it, as in “3 dec” or “3 dec 10:00”; may be said again, none for no such days.")
  var alsoOn: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: "A day on which it is not, as in “30 nov”; may be said again, none for no such days.")
  var except: [String] = []
  @Flag(inversion: .prefixedNo, help: "It lasts whole days.") var allDay: Bool?
  @Option(
    parsing: .unconditional,
    help:
      "When it is told of: minutes before, as in 30,5 or 1d, or 5m after; none; default for the configuration's."
  )
  var remind: String?
  @Option(help: "Where it is.") var location: String?
  @Option(parsing: .unconditional, help: "Where it is held on the network: https://…, mailto: or tel:.")
  var link: String?
  @Option(help: "Notes, as they are.") var notes: String?

  /// The link as it is kept; nil where none is asked for, empty where it is to be none.
  ///
  /// What could never be opened is refused here, as it is on the screen.
  func linkAsked() throws(ShellFailure) -> String? {
    guard let link = link.map(Printable.typed) else { return nil }
    guard link != "none", !link.isEmpty else { return "" }
    guard BlockLink.isOpenable(link) else {
      throw .usage("--link \(link): this is no address, begin it with https://, http://, mailto: or tel:")
    }
    return link
  }

  /// How it is to repeat, as it was typed.
  struct Repetition {
    let reading: PlanRepeat
    /// The rule as it was given, where it was given as a rule and not in words.
    let literal: String?
    /// Days that were said behind `also`.
    var also: [PlanTime] = []

    /// The rule to keep: with words, an end that other calendars understand.
    func text(for start: ZonedTime, allDay: Bool, _ session: ShellSession) -> String {
      literal ?? reading.rule.withPortableEnd(zone: session.desk.zone(start.zone), isAllDay: allDay).text
    }
  }

  func kindAsked() throws(ShellFailure) -> Block.Kind? {
    guard let kind else { return nil }
    guard let known = Block.Kind(rawValue: kind.lowercased()) else {
      let all = Block.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("--kind \(kind): no such kind, there are \(all)")
    }
    return known
  }

  /// Where the start is meant: in the zone that is named, or the client's.
  func context(_ session: ShellSession, _ client: Client?) throws(ShellFailure) -> GrammarContext {
    var context = session.grammar(client)
    if let zone { context.zone = try session.zone(zone) }
    return context
  }

  /// Whether what is said moves a block, or says on which days it is.
  var saysWhen: Bool { start != nil || zone != nil || rule != nil || allDay != nil }

  /// Nil where nothing was said, or `none`.
  func repeatAsked(_ session: ShellSession, _ client: Client?) throws(ShellFailure) -> Repetition? {
    guard let typed = rule, typed != "none" else { return nil }
    let (rule, days) = Grammar.splitAlso(typed)
    let also = try days.map { text throws(ShellFailure) in
      try alsoAsked(text, "--repeat", context(session, client))
    }
    let grammar = try context(session, client)
    do throws(RecurrenceError) {
      if let reading = try Grammar.parseRepeat(rule, grammar) {
        return Repetition(reading: reading, literal: reading.literal, also: also ?? [])
      }
      let read = try RecurrenceRule(text: rule)
      // Scripts find the rule again as they wrote it.
      let plain = rule.filter { !$0.isWhitespace }.uppercased()
      return Repetition(
        reading: PlanRepeat(rule: read),
        literal: plain.hasPrefix("RRULE:") ? String(plain.dropFirst(6)) : plain, also: also ?? [])
    } catch {
      // What looks like a rule is told by the rule's reader what is wrong with it.
      let why = rule.contains("=") || error == .twoEnds ? "\(error), " : "not understood, "
      throw .usage("--repeat \(rule): \(why)write it as FREQ=WEEKLY;BYDAY=TU or as every second tue 16:00")
    }
  }

  /// The days that --except says and those behind the `except` of --repeat.
  func exceptAsked(
    _ session: ShellSession, _ client: Client?, _ repetition: Repetition?
  ) throws(ShellFailure) -> [CivilDate] {
    var dates = repetition?.reading.except ?? []
    for text in except where text != "none" {
      guard let times = Grammar.parseAlsoOn(text, try context(session, client)),
        times.allSatisfy({ $0.time == nil && $0.zone == nil })
      else {
        throw .usage("--except \(text): this is no day, write it as 30 nov or 2026-11-30")
      }
      dates += times.compactMap(\.date)
    }
    return Set(dates).sorted()
  }

  /// The starts of a series on days that are to be left out; days on which it has none are told.
  func starts(
    on dates: [CivilDate], from start: ZonedTime, rule: RecurrenceRule?, also: [WallTime],
    _ session: ShellSession
  ) -> [WallTime] {
    guard !dates.isEmpty else { return [] }
    let (found, none) = session.desk.starts(on: dates, from: start, rule: rule)
    let beside = also.filter { dates.contains($0.date) }
    let missed = none.filter { date in !beside.contains { $0.date == date } }
    if !missed.isEmpty {
      let days = session.list(missed.map(\.text))
      Shell.complain(
        "--\(except.isEmpty ? "repeat" : "except"): there is none on \(days) anyway, so nothing is left out there"
      )
    }
    return Set(found + beside).sorted()
  }

  /// The days that --also-on says, and those behind the `also` of --repeat.
  func alsoAsked(
    _ session: ShellSession, _ client: Client?, _ repetition: Repetition?
  ) throws(ShellFailure) -> [PlanTime] {
    var times = repetition?.also ?? []
    for text in alsoOn where text != "none" {
      times += try alsoAsked(text, "--also-on", context(session, client))
    }
    return times
  }

  private func alsoAsked(
    _ text: String, _ flag: String, _ context: GrammarContext
  ) throws(ShellFailure) -> [PlanTime] {
    guard let times = Grammar.parseAlsoOn(text, context) else {
      throw .usage("\(flag) \(text): this is no day, write it as 3 dec, 3 dec 10:00 or 2026-12-03 10:00")
    }
    return times
  }

  /// When it starts: as said by --start, else by the words of --repeat, else as found in the title.
  ///
  /// With words the start is the first that they mean, with a rule it is as it was typed.
  func start(
    _ session: ShellSession, _ client: Client?, _ repetition: Repetition?, orElse other: ZonedTime?
  ) throws(ShellFailure) -> ZonedTime? {
    let context = try context(session, client)
    let said = repetition?.reading.time ?? PlanTime()
    var start = other
    if let text = self.start {
      var when = try session.when(text, "--start", context)
      if let time = said.time {
        guard when.time == nil else {
          throw .usage("--repeat: the time stands in --start too, say it once")
        }
        when.time = time
        when.zone = said.zone ?? when.zone
      }
      start = when.start(opening: context.hours)
    } else if said.time != nil || said.date != nil || (start == nil && repetition != nil && allDay == true) {
      let zone = said.zone.map { session.desk.planningZone($0) } ?? context.zone
      let wall = zone.wall(at: session.now)
      let time = said.time ?? (allDay == true ? 0 : context.hours.startMinute * 60)
      let isPast = said.date == nil && allDay != true && time <= wall.secondOfDay
      let date = said.date ?? wall.date.adding(days: isPast ? 1 : 0)
      let planned = WallTime(date: date, secondOfDay: time)
      start = ZonedTime(wall: planned, zone: zone.rules(at: planned).name)
      // Nobody said that it begins on that day.
      if let repetition, said.time != nil || said.date != nil {
        start?.wall = repetition.reading.start(from: planned)
      }
    }
    guard var start else { return nil }
    if allDay == true { start.wall = WallTime(date: start.wall.date, secondOfDay: 0) }
    if let repetition, repetition.literal == nil {
      start.wall = repetition.reading.start(from: start.wall)
    }
    return start
  }

  /// Where a block goes that is there already: what is not said of day, time and zone stays as it is.
  ///
  /// Nil where none of them was said, by --start or by the words of --repeat.
  func moved(
    _ session: ShellSession, _ client: Client?, _ repetition: Repetition?, from base: ZonedTime
  ) throws(ShellFailure) -> ZonedTime? {
    var said = repetition?.reading.time ?? PlanTime()
    var context = session.grammar(client)
    context.zone =
      try zone.map { text throws(ShellFailure) in try session.zone(text) }
      ?? session.desk.zone(base.zone)
    if let text = start {
      let when = try session.when(text, "--start", context)
      guard when.time == nil || said.time == nil else {
        throw .usage("--repeat: the time stands in --start too, say it once")
      }
      // A time alone is no other day, although it would be one for something new.
      let isTimeAlone = Grammar.parsePlan(text, context).map { $0.date == nil && $0.time != nil } ?? false
      said.date = isTimeAlone ? said.date : when.date
      said.time = said.time ?? when.time
      said.zone = said.zone ?? (when.namesZone ? when.zone : nil)
    }
    guard said.date != nil || said.time != nil || said.zone != nil else { return nil }
    said.zone = said.zone ?? zone.map { _ in context.zone.name }
    return session.desk.moved(base, to: said)
  }

  /// Seconds; `2d` is two days, `3d 4h` four hours more than three.
  func lengthAsked(_ session: ShellSession) throws(ShellFailure) -> Int? {
    guard let length else { return nil }
    guard let seconds = Grammar.parseLength(length) else { return try session.duration(length, "--for") }
    guard allDay != true || seconds % CivilDate.secondsADay == 0 && seconds > 0 else {
      throw .usage("--for \(length): with --all-day the length is in days, write it as 1d or 2d")
    }
    return seconds
  }

  /// Seconds, as --for or the words of --repeat say; nil where neither does.
  func length(
    _ repetition: Repetition?, from start: ZonedTime, allDay: Bool, _ session: ShellSession
  ) throws(ShellFailure) -> Int? {
    let asked = try lengthAsked(session)
    let zone = session.desk.zone(start.zone)
    guard let said = repetition?.reading.time.length(on: start.wall.date, in: zone) else { return asked }
    guard asked == nil || asked == said else {
      throw .usage("--for \(length ?? ""): --repeat says \(DurationText.short(said)), say it once")
    }
    guard !allDay || said % CivilDate.secondsADay == 0 && said > 0 else {
      throw .usage("--repeat \(rule ?? ""): it lasts whole days, leave the length or --all-day out")
    }
    return said
  }

  /// Minutes before the start at which it is told of; nil where that is left to the configuration.
  func remindersAsked() throws(ShellFailure) -> [Int]? {
    guard let remind, remind.lowercased() != "default" else { return nil }
    guard let minutes = Grammar.parseReminders(remind) else {
      throw .usage(
        "--remind \(remind): not understood, write 30,5 or 1h or 1d, none, or default; four weeks at most")
    }
    return minutes
  }

  /// Seconds that a block takes where nothing was said.
  func usualLength(of kind: Block.Kind) -> Int {
    allDay == true ? CivilDate.secondsADay : kind == .deadline ? 0 : 1800
  }
}
