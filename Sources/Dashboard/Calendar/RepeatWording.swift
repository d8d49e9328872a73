import Civil
import Desk

/// How a block repeats, in words and from words.
enum RepeatWording {
  /// How the series of an occurrence repeats, and on which dates beside that; empty where it does not.
  static func text(of occurrence: Occurrence, _ world: World) -> String {
    guard let series = world.desk.block(occurrence.id.block) else { return "" }
    var parts: [String] = []
    if let text = series.repeat {
      let rule = try? RecurrenceRule(text: text)
      let zone = world.desk.zone(series.start.zone)
      parts.append(
        rule.map {
          RepeatText.text(
            $0, except: world.desk.daysLeftOut(of: series, from: world.today), today: world.today, zone: zone,
            world.words.dates)
        } ?? text)
    }
    if !series.alsoOn.isEmpty, isAllTold(series) {
      let dates = series.alsoOn.map {
        world.desk.alsoText($0, of: series.start, today: world.today, world.words.dates)
      }
      parts.append(Words.fill(world.words.calendar.alsoOn, dates.joined(separator: ", ")))
    }
    return parts.joined(separator: ", ")
  }

  /// Whether the dates beside the rule are few enough to be typed over; of more the ones that are typed are added.
  private static func isAllTold(_ series: Block) -> Bool { series.alsoOn.count <= 6 }

  /// `every second Tuesday`, `next Tue 8 Dec, Tue 22 Dec`.
  static func parts(
    of rule: RecurrenceRule, except: [CivilDate], from start: ZonedTime, _ world: World
  ) -> [String] {
    let zone = world.desk.zone(start.zone)
    let words = world.words
    let left = world.desk.starts(on: except, from: start, rule: rule).found
    let set = RecurrenceSet(start: start.wall, zone: zone, rule: rule, exceptOn: left)
    let end = WallTime(date: start.wall.date.adding(days: 3660), secondOfDay: 0)
    let next = set.starts(from: start.wall.adding(seconds: 1), before: end, limit: 2)
    let dates = next.map { DateText.long($0.date, today: world.today, words.dates) }
    let text = RepeatText.text(rule, except: except, today: world.today, zone: zone, words.dates)
    return ["↻ " + text]
      + (dates.isEmpty ? [] : [Words.fill(words.calendar.nextDates, dates.joined(separator: ", "))])
  }

  /// What is to be said of days that are left out on which there is nothing anyway.
  static func note(
    on except: [CivilDate], of rule: RecurrenceRule, from start: ZonedTime, _ world: World
  ) -> String? {
    guard !except.isEmpty else { return nil }
    let none = world.desk.starts(on: except, from: start, rule: rule).none
    guard !none.isEmpty else { return nil }
    let days = none.map { DateText.long($0, today: world.today, world.words.dates) }
    return Words.fill(world.words.calendar.notOneOfIts, days.joined(separator: ", "))
  }

  private static func isNever(_ text: String, _ world: World) -> Bool {
    let typed = Grammar.trimmed(text).lowercased()
    return typed.isEmpty || world.words.calendar.neverWords.contains(typed)
  }

  /// What was typed: a rule, dates beside it, or both.
  private struct Typed {
    var rule: String?
    var also: [WallTime] = []
    var except: [CivilDate] = []
  }

  /// Nil where it is not understood; a start typed with a rule is not taken, the block has one.
  private static func typed(_ text: String, _ occurrence: Occurrence, _ world: World) -> Typed? {
    var context = world.desk.grammarContext(now: world.now)
    context.zone = world.desk.zone(occurrence.block.start.zone)
    let (rule, days) = Grammar.splitAlso(text)
    var typed = Typed()
    if let days {
      // Its dates are by the clock of the series, wherever one of it was moved.
      guard let times = Grammar.parseAlsoOn(days, context) else { return nil }
      let block = world.desk.block(occurrence.id.block) ?? occurrence.block
      typed.also = world.desk.alsoOn(times, of: block.start, allDay: block.allDay)
      if rule.isEmpty { return typed }
    }
    guard let read = Grammar.parseRepeat(rule, context) else { return nil }
    typed.rule = read.rule.text
    typed.except = read.except
    return typed
  }

  /// Which starts are left out by what was typed, and which are no longer.
  private static func except(
    _ typed: Typed, _ occurrence: Occurrence, _ series: Block?, _ world: World
  ) -> BlockEdit.Exceptions {
    guard let rule = typed.rule.flatMap({ try? RecurrenceRule(text: $0) }) else { return .none }
    var start = (series ?? occurrence.block).start
    start.wall = rule.firstStart(from: occurrence.id.start ?? start.wall)
    let new = world.desk.starts(on: typed.except, from: start, rule: rule).found
    let told = series.map { world.desk.daysLeftOut(of: $0, from: world.today) } ?? []
    let back = (series?.exceptOn ?? []).filter { told.contains($0.date) && !typed.except.contains($0.date) }
    return BlockEdit.Exceptions(new: new, back: back)
  }

  static func read(_ text: String, _ id: OccurrenceID, _ reading: inout Reading, _ world: World) {
    guard let occurrence = world.desk.occurrence(id) else { return }
    if isNever(text, world) {
      let words = world.words.calendar
      if text.isEmpty {
        reading.hint = [words.onceOnly, words.repeatHint].joined(separator: " · ")
      } else {
        reading.understood = [words.onceOnly]
      }
    } else if let typed = typed(text, occurrence, world) {
      reading.ranges = [0..<text.count]
      if let rule = typed.rule.flatMap({ try? RecurrenceRule(text: $0) }) {
        var start = occurrence.block.start
        start.wall = rule.firstStart(from: start.wall)
        let first = DateText.long(start.wall.date, today: world.today, world.words.dates)
        reading.understood =
          [Words.fill(world.words.calendar.fromDate, first)]
          + parts(of: rule, except: typed.except, from: start, world)
        reading.warnings = [note(on: typed.except, of: rule, from: start, world)].compactMap { $0 }
      }
      let dates = typed.also.map { wall in
        "\(DateText.long(wall.date, today: world.today, world.words.dates)) \(DateText.clock(wall))"
      }
      if !dates.isEmpty {
        reading.understood.append(Words.fill(world.words.calendar.alsoOn, dates.joined(separator: ", ")))
      }
    } else {
      reading.problem = Words.fill(world.words.calendar.noRule, text)
    }
  }

  static func answer(
    _ text: String, _ id: OccurrenceID, _ state: inout ViewState, _ world: World
  ) -> Answer {
    guard let occurrence = world.desk.occurrence(id) else { return .refused(world.words.calendar.noBlock) }
    let series = world.desk.block(occurrence.id.block)
    let known = series?.alsoOn ?? []
    if isNever(text, world) {
      let edit = BlockEdit.rule(nil, adding: [], removing: known, except: .none)
      return .effects(occurrence.isRecurring ? edit.make(id, &state, world) : [])
    }
    guard let typed = typed(text, occurrence, world) else {
      return .refused(Words.fill(world.words.calendar.noRule, text))
    }
    let gone = series.map(isAllTold) == true ? known.filter { !typed.also.contains($0) } : []
    let edit = BlockEdit.rule(
      typed.rule, adding: typed.also.filter { !known.contains($0) && $0 != occurrence.block.start.wall },
      removing: gone, except: except(typed, occurrence, series, world))
    return .effects(edit.make(id, &state, world))
  }
}
