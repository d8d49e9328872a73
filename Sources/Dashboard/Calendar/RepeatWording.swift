import Civil
import Desk

/// How a block repeats, in words and from words.
enum RepeatWording {
  /// How the series of an occurrence repeats; empty where it does not.
  static func text(of occurrence: Occurrence, _ world: World) -> String {
    guard let series = world.desk.block(occurrence.id.block), let text = series.repeat else { return "" }
    guard let rule = try? RecurrenceRule(text: text) else { return text }
    return RepeatText.text(
      rule, today: world.today, zone: world.desk.zone(series.start.zone), world.words.dates)
  }

  /// `every second Tuesday`, `next Tue 8 Dec, Tue 22 Dec`.
  static func parts(of rule: RecurrenceRule, from start: ZonedTime, _ world: World) -> [String] {
    let zone = world.desk.zone(start.zone)
    let words = world.words
    let set = RecurrenceSet(start: start.wall, zone: zone, rule: rule)
    let end = WallTime(date: start.wall.date.adding(days: 3660), secondOfDay: 0)
    let next = set.starts(from: start.wall.adding(seconds: 1), before: end, limit: 2)
    let dates = next.map { DateText.long($0.date, today: world.today, words.dates) }
    let text = RepeatText.text(rule, today: world.today, zone: zone, words.dates)
    return ["↻ " + text]
      + (dates.isEmpty ? [] : [Words.fill(words.calendar.nextDates, dates.joined(separator: ", "))])
  }

  private static func isNever(_ text: String, _ world: World) -> Bool {
    let typed = Grammar.trimmed(text).lowercased()
    return typed.isEmpty || world.words.calendar.neverWords.contains(typed)
  }

  /// What was typed as a rule; a start typed with it is not taken, the block has one.
  private static func rule(_ text: String, _ occurrence: Occurrence, _ world: World) -> RecurrenceRule? {
    var context = world.desk.grammarContext(now: world.now)
    context.zone = world.desk.zone(occurrence.block.start.zone)
    if let read = Grammar.parseRepeat(text, context) { return read.rule }
    // Who knows iCalendar may type its rules.
    return text.contains("=") ? try? RecurrenceRule(text: Grammar.trimmed(text).uppercased()) : nil
  }

  static func read(_ text: String, _ id: OccurrenceID, _ reading: inout Reading, _ world: World) {
    guard let occurrence = world.desk.occurrence(id) else { return }
    if isNever(text, world) {
      reading.understood = [world.words.calendar.onceOnly]
      reading.hint = world.words.calendar.repeatHint
    } else if let rule = rule(text, occurrence, world) {
      var start = occurrence.block.start
      start.wall = rule.firstStart(from: start.wall)
      let first = DateText.long(start.wall.date, today: world.today, world.words.dates)
      reading.understood =
        [Words.fill(world.words.calendar.fromDate, first)] + parts(of: rule, from: start, world)
      reading.ranges = [0..<text.count]
    } else {
      reading.problem = Words.fill(world.words.calendar.noRule, text)
    }
  }

  static func answer(
    _ text: String, _ id: OccurrenceID, _ state: inout ViewState, _ world: World
  ) -> Answer {
    guard let occurrence = world.desk.occurrence(id) else { return .refused(world.words.calendar.noBlock) }
    if isNever(text, world) {
      return .effects(occurrence.isRecurring ? BlockEdit.rule(nil).make(id, &state, world) : [])
    }
    guard let rule = rule(text, occurrence, world) else {
      return .refused(Words.fill(world.words.calendar.noRule, text))
    }
    return .effects(BlockEdit.rule(rule.text).make(id, &state, world))
  }
}
