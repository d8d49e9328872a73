import Desk

/// The timer, from wherever one is.
enum TimerCommands {
  static let table: [Command] = [
    Command(
      "timer.toggle", .timer, keys: ["t"], title: { $0.time.toggle }, hint: { $0.time.toggleHint },
      unless: { state, world in
        let able = world.desk.running != nil || subject(state, world) != nil
        let key = world.keymap.glyph(of: "timer.start") ?? ""
        return able ? nil : Words.fill(world.words.time.nothingToStart, key)
      }
    ) { state, world in
      let subject = subject(state, world)
      if let running = world.desk.running {
        let isSame = subject.map { isOn($0, running) || state.selection(world) == .entry(running.id) } ?? true
        if isSame { return world.desk.stopTimer(context: world.context).map { [.commit($0)] } ?? [] }
      }
      guard let subject else { return [] }
      return [.commit(world.desk.startTimer(subject, context: world.context))]
    },
    Command(
      "timer.stop", .timer, keys: ["ctrl+t"], title: { $0.time.stop },
      unless: { _, world in world.desk.running == nil ? world.words.time.notRunning : nil }
    ) { _, world in
      world.desk.stopTimer(context: world.context).map { [.commit($0)] } ?? []
    },
    Command("timer.start", .timer, keys: ["T"], title: { $0.time.startByName }) { state, world in
      state.overlays.append(.prompt(TimerQuestion.start.prompt(world)))
      return []
    },
    Command("timer.interrupt", .timer, keys: ["i"], title: { $0.time.interrupt }) { state, world in
      if let back = world.desk.endInterruption(context: world.context) { return [.commit(back)] }
      state.overlays.append(.prompt(TimerQuestion.interrupt.prompt(world)))
      return []
    },
  ]

  /// What the timer would be started on: the selected card, what the selected block is about, what the selected
  /// entry was about.
  private static func subject(_ state: ViewState, _ world: World) -> TimerSubject? {
    switch state.selection(world) {
    case .none: nil
    case .cards(let ids): ids.lazy.compactMap { world.desk.card($0) }.first.map { world.desk.subject(of: $0) }
    case .block(let id): world.memory.occurrence(id, world).map { subject(of: $0.block, world) }
    case .entry(let id): world.desk.entry(id).map { TimerSubject(of: $0) }
    }
  }

  private static func subject(of block: Block, _ world: World) -> TimerSubject {
    if let card = block.card.flatMap({ world.desk.card($0) }) { return world.desk.subject(of: card) }
    return TimerSubject(client: block.client, note: block.title, billable: block.client != nil)
  }

  /// Whether the timer runs on that already: on the same card, or on the same words where there is none.
  private static func isOn(_ subject: TimerSubject, _ running: Entry) -> Bool {
    if let card = subject.card { return running.card == card }
    return TimerSubject(of: running) == subject
  }
}
