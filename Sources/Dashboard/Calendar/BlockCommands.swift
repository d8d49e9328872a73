import Canvas
import Civil
import Desk

/// Verbs on blocks: each acts on the block that the cursor is on, without opening it.
enum BlockCommands {
  /// What a clock that is set back is stepped through by, in seconds.
  static let step = 30 * 60
  static let sizeStep = 15 * 60

  static let table: [Command] = [
    Command(
      "block.new", .calendar, keys: ["n"], in: [.calendar], title: { $0.calendar.newBlock },
      hint: { $0.calendar.newHint }
    ) { state, world in
      ask(&state, .newBlock(CalendarCursor(state, world).newSpan(state.selectedSpan(world))), world)
    },
    Command(
      "block.plan", .calendar, keys: ["b"], title: { $0.calendar.planCard }, hint: { $0.calendar.planHint },
      unless: { state, world in
        cardToPlan(state, world) == nil ? world.words.calendar.noCardToPlan : nil
      },
      run: { state, world in
        guard let card = cardToPlan(state, world) else { return [] }
        return ask(&state, .planCard(card, at: freeSlot(state, world)), world)
      }),
    Command(
      "block.open", .calendar, keys: ["enter"], in: [.calendar], title: { $0.calendar.open },
      hint: { $0.calendar.openHint }
    ) { state, world in
      guard let occurrence = selected(state, world) else {
        if state.calendarView == .month { return CalendarViewCommands.show(.day, &state, world) }
        if state.calendarView == .agenda, AgendaList(state, world).index != nil {
          // What is due; nothing where it is blanked while the screen is shared.
          if let card = state.selectedCards(world).first { state.overlays.append(.card(CardPane(card))) }
          return []
        }
        // A block that is blanked while the screen is shared is not opened, and nothing is planned over it.
        if CalendarCursor(state, world).block != nil { return [] }
        return ask(&state, .newBlock(CalendarCursor(state, world).newSpan(state.selectedSpan(world))), world)
      }
      state.overlays.append(.choice(CalendarChoice.actions(of: occurrence, world)))
      return []
    },
    verb("block.later", ["J", "shift+down"], { $0.later }, hint: { $0.laterHint }) { state, world, block in
      move(block, by: step(state), &state, world)
    },
    verb("block.earlier", ["K", "shift+up"], { $0.earlier }) { state, world, block in
      move(block, by: -step(state), &state, world)
    },
    verb("block.nextDay", ["L", ">", "shift+right"], { $0.nextDayMove }) { state, world, block in
      moveDay(block, by: 1, &state, world)
    },
    verb("block.previousDay", ["H", "<", "shift+left"], { $0.previousDayMove }) { state, world, block in
      moveDay(block, by: -1, &state, world)
    },
    verb("block.longer", ["+"], { $0.longer }, hint: { $0.longerHint }) { state, world, block in
      resize(block, by: 1, &state, world)
    },
    verb("block.shorter", ["-"], { $0.shorter }) { state, world, block in
      resize(block, by: -1, &state, world)
    },
    verb("block.start", ["s"], { $0.setStart }, hint: { $0.startHint }) { state, world, block in
      ask(&state, .start(block.id), world)
    },
    verb("block.length", ["="], { $0.setLength }) { state, world, block in
      ask(&state, .length(block.id), world)
    },
    verb("block.title", ["e"], { $0.editTitle }) { state, world, block in
      ask(&state, .title(block.id), world)
    },
    verb("block.duplicate", ["y"], { $0.duplicate }) { state, world, block in
      duplicate(block, &state, world)
    },
    verb("block.remove", ["D", "delete"], { $0.remove }, hint: { $0.removeHint }) { state, world, block in
      BlockEdit.remove.make(block.id, &state, world)
    },
    verb("block.kind", [], { $0.setKind }) { state, world, block in
      state.overlays.append(.choice(CalendarChoice.kinds(of: block, world)))
      return []
    },
    verb("block.client", [], { $0.setClient }) { state, world, block in
      state.overlays.append(.choice(CalendarChoice.clients(of: block, world)))
      return []
    },
    verb("block.place", [], { $0.setPlace }) { state, world, block in
      ask(&state, .place(block.id), world)
    },
    verb("block.remind", [], { $0.setReminders }) { state, world, block in
      ask(&state, .remind(block.id), world)
    },
  ]

  static func verb(
    _ id: String, _ keys: [String], _ title: @escaping @Sendable (CalendarWords) -> String,
    hint: (@Sendable (CalendarWords) -> String)? = nil,
    run: @escaping @Sendable (inout ViewState, World, Occurrence) -> [Effect]
  ) -> Command {
    var shortTitle: (@Sendable (Words) -> String)?
    if let hint { shortTitle = { words in hint(words.calendar) } }
    return Command(
      id, .calendar, keys: keys, in: [.calendar, .today], title: { words in title(words.calendar) },
      hint: shortTitle,
      unless: { state, world in selected(state, world) == nil ? world.words.calendar.noBlock : nil },
      run: { state, world in
        guard let block = selected(state, world) else { return [] }
        return run(&state, world, block)
      })
  }

  /// Seconds that a block is moved by at once: a row, elsewhere than on the calendar half an hour.
  private static func step(_ state: ViewState) -> Int {
    state.scope == .calendar ? state.calendar.rowMinutes * 60 : step
  }

  /// The block that verbs act on.
  static func selected(_ state: ViewState, _ world: World) -> Occurrence? {
    guard case .block(let id) = state.selection(world) else { return nil }
    return world.memory.occurrence(id, world)
  }

  /// The selected card; on a free half hour of the calendar it is the one selected on the board.
  private static func cardToPlan(_ state: ViewState, _ world: World) -> CardID? {
    if let card = state.selectedCards(world).first { return card }
    guard isOnFreeTime(state, world) else { return nil }
    return state.board.card.flatMap { world.desk.card($0)?.id }
  }

  private static func isOnFreeTime(_ state: ViewState, _ world: World) -> Bool {
    state.overlays.isEmpty && state.screen == .desk && state.pane == .calendar
      && CalendarCursor(state, world).block == nil
  }

  /// Where the person put the cursor, if on free time.
  private static func freeSlot(_ state: ViewState, _ world: World) -> Instant? {
    guard state.calendar.cursor != nil, isOnFreeTime(state, world) else { return nil }
    return CalendarCursor(state, world).newSpan(state.selectedSpan(world)).start
  }

  static func ask(_ state: inout ViewState, _ question: CalendarQuestion, _ world: World) -> [Effect] {
    state.overlays.append(.prompt(question.prompt(world)))
    return []
  }

  // What verbs do.

  private static func move(
    _ occurrence: Occurrence, by seconds: Int, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let block = occurrence.block
    // What lasts whole days has no hour to move by.
    guard !block.allDay else { return moveDay(occurrence, by: seconds.signum(), &state, world) }
    let zone = world.desk.planningZone(block.start.zone)
    let start = ZonedTime(occurrence.start.adding(seconds), in: zone, isForward: seconds > 0)
    return BlockEdit.place(start, duration: block.duration).make(occurrence.id, &state, world)
  }

  private static func moveDay(
    _ occurrence: Occurrence, by days: Int, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let (block, wall) = (occurrence.block, occurrence.block.start.wall)
    let moved = WallTime(date: wall.date.adding(days: days), secondOfDay: wall.secondOfDay)
    return BlockEdit.place(ZonedTime(wall: moved, zone: block.start.zone), duration: block.duration)
      .make(occurrence.id, &state, world)
  }

  /// By a quarter of an hour, of whole days by one.
  private static func resize(
    _ occurrence: Occurrence, by steps: Int, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let block = occurrence.block
    let step = block.allDay ? CivilDate.secondsADay : sizeStep
    guard steps > 0 || block.duration > step else {
      let key = world.keymap.glyph(of: "block.length") ?? ""
      state.message = Message(.warning, Words.fill(world.words.calendar.shortest, key))
      return []
    }
    return BlockEdit.length(max(step, block.duration + steps * step)).make(occurrence.id, &state, world)
  }

  /// A copy right after it.
  static func duplicate(_ occurrence: Occurrence, _ state: inout ViewState, _ world: World) -> [Effect] {
    let zone = world.desk.planningZone(occurrence.block.start.zone)
    return copy(
      occurrence.id, to: ZonedTime(occurrence.end, in: zone, isForward: true), &state, world)
  }

  static func copy(
    _ id: OccurrenceID, to start: ZonedTime, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    guard let change = try? world.desk.copyOccurrence(id, to: start, context: world.context) else {
      state.message = Message(.warning, world.words.calendar.noBlock)
      return []
    }
    return follow(change, &state, world)
  }

  static func add(_ draft: BlockDraft, _ state: inout ViewState, _ world: World) -> [Effect] {
    follow(world.desk.addBlock(draft, context: world.context), &state, world)
  }

  /// Goes where something new is.
  private static func follow(
    _ change: Transaction, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    guard case .block(let block)? = change.changes.first?.after else { return [] }
    let id = OccurrenceID(block: block.id, start: block.isSeries ? block.start.wall : nil)
    state.calendar.go(to: world.desk.span(of: block), block: id, state, world)
    return [.commit(change)]
  }
}

extension ZonedTime {
  /// An instant as a wall time.
  ///
  /// The second of two equal wall times cannot be written, since the first is always meant: going forward, the
  /// next half hour that can be written is taken instead, so that stepping gets through such a night.
  init(_ instant: Instant, in zone: Zone, isForward: Bool) {
    var candidate = instant
    var wall = zone.wall(at: candidate)
    var steps = 0
    while isForward, zone.instant(of: wall) != candidate, steps < 6 {
      candidate = candidate.adding(BlockCommands.step)
      wall = zone.wall(at: candidate)
      steps += 1
    }
    self.init(wall: wall, zone: zone.rules(at: wall).name)
  }
}
