import Desk

/// When a block is told of, in words and from words.
enum ReminderWording {
  /// `30m, 5m`, `10m before, 5m after`, `none`; what the configuration says where the block says nothing.
  static func text(of block: Block, _ world: World) -> String {
    guard let own = block.reminders else {
      return Words.fill(world.words.calendar.remindAsSet, list(world.reminders.minutes, world))
    }
    return list(own, world)
  }

  /// What would be typed to have what there is.
  static func typed(_ block: Block, _ world: World) -> String {
    block.reminders.map { list($0, world) } ?? ""
  }

  /// `30m, 5m`; which are before and which after where both are: `10m before, 5m after`.
  static func list(_ minutes: [Int], _ world: World) -> String {
    let words = world.words.calendar
    guard minutes.contains(where: { $0 < 0 }) else {
      return minutes.isEmpty ? words.remindNone : lengths(minutes)
    }
    return sides(minutes, words)
  }

  /// `30m, 5m before`, `10m before, 5m after`: each before and each after the start together, as they can be typed.
  private static func sides(_ minutes: [Int], _ words: CalendarWords) -> String {
    let (before, after) = (minutes.filter { $0 >= 0 }, minutes.filter { $0 < 0 })
    var sides = before.isEmpty ? [] : [Words.fill(words.remindBefore, lengths(before))]
    // “After” is said of each: what stands before it by itself is before the start.
    sides += after.map { Words.fill(words.remindAfter, lengths([$0])) }
    return sides.joined(separator: ", ")
  }

  private static func lengths(_ minutes: [Int]) -> String {
    minutes.map { DurationText.short(abs($0) * 60) }.joined(separator: ", ")
  }

  static func read(_ text: String, _ reading: inout Reading, _ world: World) {
    let words = world.words.calendar
    guard !Grammar.trimmed(text).isEmpty else {
      let set = Words.fill(words.remindAsSet, list(world.reminders.minutes, world))
      reading.hint = [set, words.remindHint].joined(separator: " · ")
      return
    }
    guard let minutes = Grammar.parseReminders(text) else {
      reading.problem = Words.fill(words.noReminders, text)
      return
    }
    reading.ranges = [0..<text.count]
    reading.understood = [
      minutes.isEmpty ? words.remindNever : Words.fill(words.remind, sides(minutes, words))
    ]
  }

  static func answer(
    _ text: String, _ id: OccurrenceID, _ state: inout ViewState, _ world: World
  ) -> Answer {
    guard !Grammar.trimmed(text).isEmpty else {
      return .effects(BlockEdit.reminders(nil).make(id, &state, world))
    }
    guard let minutes = Grammar.parseReminders(text) else {
      return .refused(Words.fill(world.words.calendar.noReminders, text))
    }
    return .effects(BlockEdit.reminders(minutes).make(id, &state, world))
  }
}
