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
    let isWithinDay = next.contains { $0.date == start.wall.date } || next.first?.date == next.last?.date
    let dates = next.map { wall in
      DateText.long(wall.date, today: world.today, words.dates)
        + (isWithinDay && next.count > 1 ? " " + DateText.clock(wall) : "")
    }
    let text = RepeatText.text(rule, except: except, today: world.today, zone: zone, words.dates)
    return ["↻ " + text]
      + (dates.isEmpty ? [] : [Words.fill(words.calendar.nextDates, dates.joined(separator: ", "))])
  }

  /// What is odd about a rule, and about the days that are left out of it.
  static func notes(
    on except: [CivilDate], of rule: RecurrenceRule, from start: ZonedTime, _ world: World
  ) -> [String] {
    let words = world.words.calendar
    let oddity: String? =
      switch world.desk.problem(of: rule, from: start) {
      case .neverOccurs: words.neverOccurs
      case .tooDense: Words.fill(words.tooDense, "\(Series.limit)")
      default: nil
      }
    return [oddity, note(on: except, of: rule, from: start, world)].compactMap { $0 }
  }

  /// What is to be said of days that are left out on which there is nothing anyway.
  private static func note(
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
    var rule: RecurrenceRule?
    /// When it takes place, where a time was typed with the rule.
    var time: BlockEdit.Time?
    var also: [WallTime] = []
    var except: [CivilDate] = []
  }

  /// Why nothing can be done with what was typed, as a sentence.
  private struct Problem: Error {
    let sentence: String
  }

  private static func typed(
    _ text: String, _ occurrence: Occurrence, _ world: World
  ) throws(Problem) -> Typed {
    let words = world.words
    let noRule = Problem(sentence: Words.fill(words.calendar.noRule, text))
    var context = world.desk.grammarContext(now: world.now)
    context.zone = world.desk.zone(occurrence.block.start.zone)
    let (rule, days) = Grammar.splitAlso(text)
    var typed = Typed()
    if !rule.isEmpty {
      let read: PlanRepeat?
      do throws(RecurrenceError) {
        read = try Grammar.parseRepeat(rule, context)
      } catch {
        throw Problem(sentence: Words.fill(words.errors.badRule, rule, "\(error)"))
      }
      guard let read else { throw noRule }
      typed.rule = read.rule
      typed.except = read.except
      typed.time = try time(read.time, occurrence, world)
    }
    if let days {
      // Its dates are by the clock of the series, wherever one of it was moved.
      guard let times = Grammar.parseAlsoOn(days, context) else { throw noRule }
      let block = world.desk.block(occurrence.id.block) ?? occurrence.block
      typed.also = world.desk.alsoOn(times, of: typed.time?.start ?? block.start, allDay: block.allDay)
    }
    return typed
  }

  /// When a block takes place by the time that was typed with its rule; nil where none was.
  private static func time(
    _ typed: PlanTime, _ occurrence: Occurrence, _ world: World
  ) throws(Problem) -> BlockEdit.Time? {
    guard !typed.isEmpty else { return nil }
    let block = occurrence.block
    guard !block.allDay || typed.time == nil && typed.duration == nil else {
      throw Problem(sentence: world.words.calendar.wholeDaysWithTime)
    }
    // The rule is the series', also where one of it was moved by itself.
    let series = world.desk.block(occurrence.id.block) ?? block
    var place = series.start
    place.wall = occurrence.id.start ?? place.wall
    let start = world.desk.moved(place, to: typed)
    let length = typed.length(on: start.wall.date, in: world.desk.zone(start.zone))
    return BlockEdit.Time(start: start, duration: length ?? series.duration)
  }

  /// Which starts are left out by what was typed, and which are no longer.
  private static func except(
    _ typed: Typed, _ occurrence: Occurrence, _ series: Block?, _ world: World
  ) -> BlockEdit.Exceptions {
    guard let rule = typed.rule else { return .none }
    var start = typed.time?.start ?? (series ?? occurrence.block).start
    start.wall = rule.firstStart(from: typed.time?.start.wall ?? occurrence.id.start ?? start.wall)
    let new = world.desk.starts(on: typed.except, from: start, rule: rule).found
    let told = series.map { world.desk.daysLeftOut(of: $0, from: world.today) } ?? []
    // At another time the days that stay left out are so by the new starts.
    let back = (series?.exceptOn ?? []).filter {
      told.contains($0.date) && (typed.time != nil || !typed.except.contains($0.date))
    }
    return BlockEdit.Exceptions(new: new, back: back)
  }

  static func read(_ text: String, _ id: OccurrenceID, _ reading: inout Reading, _ world: World) {
    guard let occurrence = world.desk.occurrence(id) else { return }
    guard !isNever(text, world) else {
      let words = world.words.calendar
      if text.isEmpty {
        reading.hint = [words.onceOnly, words.repeatHint].joined(separator: " · ")
      } else {
        reading.understood = [words.onceOnly]
      }
      return
    }
    do throws(Problem) {
      let typed = try typed(text, occurrence, world)
      reading.ranges = [0..<text.count]
      if let rule = typed.rule { tell(rule, typed, occurrence, &reading, world) }
      let dates = typed.also.map { wall in
        "\(DateText.long(wall.date, today: world.today, world.words.dates)) \(DateText.clock(wall))"
      }
      if !dates.isEmpty {
        reading.understood.append(Words.fill(world.words.calendar.alsoOn, dates.joined(separator: ", ")))
      }
    } catch {
      reading.problem = error.sentence
    }
  }

  /// Says from when on a rule is, at which time where one was typed, and what is odd about it.
  private static func tell(
    _ rule: RecurrenceRule, _ typed: Typed, _ occurrence: Occurrence, _ reading: inout Reading,
    _ world: World
  ) {
    var plan = BlockPlan(occurrence)
    if let time = typed.time { (plan.start, plan.duration) = (time.start, time.duration) }
    plan.start.wall = rule.firstStart(from: plan.start.wall)
    let first = DateText.long(plan.start.wall.date, today: world.today, world.words.dates)
    reading.understood =
      (typed.time == nil ? [Words.fill(world.words.calendar.fromDate, first)] : plan.hours(world))
      + parts(of: rule, except: typed.except, from: plan.start, world)
    reading.warnings = notes(on: typed.except, of: rule, from: plan.start, world)
    if typed.time != nil, let note = PlanNote.clock(plan.start, world.desk, world.words) {
      reading.warnings.append(note)
    }
  }

  static func answer(
    _ text: String, _ id: OccurrenceID, _ state: inout ViewState, _ world: World
  ) -> Answer {
    guard let occurrence = world.desk.occurrence(id) else { return .refused(world.words.calendar.noBlock) }
    let series = world.desk.block(occurrence.id.block)
    let known = series?.alsoOn ?? []
    if isNever(text, world) {
      let edit = BlockEdit.rule(nil, at: nil, adding: [], removing: known, except: .none)
      return .effects(occurrence.isRecurring ? edit.make(id, &state, world) : [])
    }
    do throws(Problem) {
      let typed = try typed(text, occurrence, world)
      let gone = series.map(isAllTold) == true ? known.filter { !typed.also.contains($0) } : []
      let start = typed.time?.start ?? occurrence.block.start
      let edit = BlockEdit.rule(
        typed.rule?.text, at: typed.time,
        adding: typed.also.filter { !known.contains($0) && $0 != start.wall },
        removing: gone, except: except(typed, occurrence, series, world))
      return .effects(edit.make(id, &state, world))
    } catch {
      return .refused(error.sentence)
    }
  }
}
