import Civil
import Desk

// How an event repeats: by one rule, which a block has, and by others, which become dates where they are few.
//
// "The "RRULE" property SHOULD NOT occur more than once in a component. The recurrence set generated with multiple
// "RRULE" properties is undefined" (RFC 5545, 3.8.5.3); RFC 2445 had it as the union, and EXRULE as what is left out.
extension CalendarTranslator {
  /// More dates than these are not made of a rule.
  private static let mostDates = 1_000

  mutating func takeRules(of event: CalendarEvent, _ start: Moment, into content: inout CalendarContent) {
    var others: [CalendarEvent.Placed<String>] = []
    for placed in event.rules {
      guard let rule = rule(placed, of: event, start, content) else {
        content.ical.append("RRULE:\(placed.value)")
        continue
      }
      if content.rule == nil {
        content.rule = rule
      } else if content.rule != rule {
        others.append(placed)
      }
    }
    noteWhetherItOccurs(event, content, start.zone)
    for placed in others {
      guard let rule = rule(placed, of: event, start, content),
        let starts = dates(of: rule, content, start.zone)
      else {
        remarks.note(.secondRule, placed.value, line: placed.line)
        content.ical.append("RRULE:\(placed.value)")
        continue
      }
      content.alsoOn += starts
    }
    for placed in event.exceptionRules {
      guard let rule = rule(placed, of: event, start, content),
        let starts = dates(of: rule, content, start.zone)
      else {
        remarks.note(.exceptionRule, placed.value, line: placed.line)
        content.ical.append("EXRULE:\(placed.value)")
        continue
      }
      content.exceptOn += starts
    }
  }

  /// Says of a rule that it gives no day at all, so that the event takes place once, or more than are shown.
  private mutating func noteWhetherItOccurs(
    _ event: CalendarEvent, _ content: CalendarContent, _ zone: Zone
  ) {
    // A file full of such rules must not be looked at for long.
    let known = remarks.count(.emptyRule) + remarks.count(.denseRule)
    guard var rule = content.rule, known < 200, let line = event.rules.first?.line else { return }
    if case .count = rule.end { rule.end = .never }
    let start = content.start.wall
    let set = RecurrenceSet(start: start, zone: zone, rule: rule)
    if !set.ruleHasStarts { return remarks.note(.emptyRule, rule.text, line: line) }
    // Rules of days and more are never as dense as that.
    guard rule.frequency < .daily || !rule.hours.isEmpty else { return }
    let week = start.adding(seconds: 7 * CivilDate.secondsADay)
    if set.starts(from: start, before: week, limit: Series.limit + 1).count > Series.limit {
      remarks.note(.denseRule, rule.text, line: line)
    }
  }

  /// A rule in the terms of the desk; nil, and noted, where it cannot be followed.
  private mutating func rule(
    _ placed: CalendarEvent.Placed<String>, of event: CalendarEvent, _ start: Moment,
    _ content: CalendarContent
  ) -> RecurrenceRule? {
    let text = placed.value.hasSuffix(";") ? String(placed.value.dropLast()) : placed.value
    do throws(RecurrenceError) {
      var rule = try RecurrenceRule(text: text)
      if content.allDay { rule = rule.forWholeDays }
      switch rule.end {
      // Whole days end by a day, whatever the hour written.
      case .until(let instant) where content.allDay: rule.end = .onDate(WallTime(utc: instant).date)
      case .at(let wall) where content.allDay: rule.end = .onDate(wall.date)
      case .at(let wall) where start.zone == .utc:
        let form = event.start?.value.form ?? .utc
        let time = CalendarTime(wall: wall, form: form)
        rule.end = .until(moment(time, in: event.calendar, line: placed.line).instant)
      // In a zone the end is kept by its clock, as the occurrences are.
      case .until(let instant) where start.zone != .utc:
        let wall = start.zone.wall(at: instant)
        rule.end = wall.secondOfDay == CivilDate.secondsADay - 1 ? .onDate(wall.date) : .at(wall)
      default: break
      }
      return rule
    } catch {
      // The event comes in without it; the rule goes out again as it came.
      remarks.note(.badRule, "\(text): \(error.problem)", line: placed.line)
      return nil
    }
  }

  /// The starts of a rule beside the event's own, up to the end of that one where it has none itself; nil where they are
  /// too many.
  private func dates(
    of rule: RecurrenceRule, _ content: CalendarContent, _ zone: Zone
  ) -> [WallTime]? {
    let set = RecurrenceSet(start: content.start.wall, zone: zone, rule: rule)
    let own = RecurrenceSet(start: content.start.wall, zone: zone, rule: content.rule)
    guard !set.isEndless || !own.isEndless, let last = (set.isEndless ? own : set).last else { return nil }
    let starts = set.starts(
      from: content.start.wall, before: last.adding(seconds: 1), limit: Self.mostDates + 1)
    guard starts.count <= Self.mostDates else { return nil }
    // The start is the rule's only where it falls on it.
    let isOnRule = rule.firstStart(from: content.start.wall) == content.start.wall
    return isOnRule ? starts : starts.filter { $0 != content.start.wall }
  }
}
