import Desk

/// When a block is told of, in words and from words.
enum ReminderWording {
  /// `30m, 5m`, `none`; what the configuration says where the block says nothing.
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

  static func list(_ minutes: [Int], _ world: World) -> String {
    minutes.isEmpty
      ? world.words.calendar.remindNone
      : minutes.map { minutes in
        let text = DurationText.short(abs(minutes) * 60)
        return minutes < 0 ? Words.fill(world.words.calendar.remindAfter, text) : text
      }.joined(separator: ", ")
  }

  static func read(_ text: String, _ reading: inout Reading, _ world: World) {
    let words = world.words.calendar
    guard !Grammar.trimmed(text).isEmpty else {
      reading.understood = [Words.fill(words.remindAsSet, list(world.reminders.minutes, world))]
      reading.hint = words.remindHint
      return
    }
    guard let minutes = Grammar.parseReminders(text) else {
      reading.problem = Words.fill(words.noReminders, text)
      return
    }
    reading.ranges = [0..<text.count]
    reading.understood = [
      minutes.isEmpty
        ? words.remindNever
        : Words.fill((minutes.last ?? 0) < 0 ? words.remindAt : words.remindBefore, list(minutes, world))
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
