import Canvas
import Civil
import Desk

/// The dashboard as a function: (state, input) to (state, effects), and state to frame.
package enum Dashboard {
  /// The state that a person finds when opening a desk.
  package static func start(size: Size, world: World, at place: Place? = nil) -> ViewState {
    var state = ViewState(width: size.width, height: size.height)
    if let place { state.go(to: place) }
    if world.desk.isEmpty {
      state.overlays = [.welcome(WelcomeState(world))]
    } else {
      state.message = RunningSince.message(world)
    }
    settle(&state, world)
    return state
  }

  /// What an input changes in the state, and what is to be done in the world.
  package static func update(_ state: inout ViewState, _ input: Input, _ world: World) -> [Effect] {
    var effects: [Effect] = []
    switch input {
    case .terminal(let input): effects = handle(input, &state, world)
    case .tick: expireMessage(&state, world)
    case .deskChanged:
      if let pane = state.openCard, world.desk.card(pane.card) == nil {
        state.message = Message(.note, world.words.card.gone)
      }
    case .committed(let transaction): noteCommit(transaction, &state, world)
    case .refused(let reason):
      state.awaitedClient = nil
      state.board.awaited = nil
      state.board.awaitedColumn = nil
      state.time.awaited = nil
      state.reopen()
      state.message = Message(.error, Words.fill(world.words.general.saveFailed, reason))
    case .edited(let target, let text): effects = takeEdit(target, text, &state, world)
    case .listed, .importing, .imported: TransferState.note(input, &state, world)
    case .notice(let message): state.message = message
    case .returned(let left):
      Reminders.comeBack(since: left, &state, world)
      showZoneProblems(&state, world)
    }
    effects += Reminders.look(&state, world)
    effects += TransferState.look(&state)
    effects = permitted(effects, &state, world)
    settle(&state, world)
    return effects
  }

  private static func handle(_ input: TerminalInput, _ state: inout ViewState, _ world: World) -> [Effect] {
    // Asked for and not again at once, a client is not to be shown to whom the screen is shared with.
    if input.isDeliberate { Reminders.dismiss(&state, world) }
    let asked = state.revealing
    defer { if input.isDeliberate, state.revealing == asked { state.revealing = nil } }
    switch input {
    case .key(let press): return self.press(press, &state, world)
    case .paste(let text): return paste(text, &state, world)
    case .mouse(let event): return Mouse.handle(event, &state, world)
    case .resize(let width, let height): state.size = Size(width: width, height: height)
    case .background(let isDark): state.darkBackground = isDark
    case .focus: break
    case .endOfInput: return [.quit]
    }
    return []
  }

  /// What a key does: first for what lies over the screen, then by the command table.
  static func press(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> [Effect] {
    state.message = nil
    // What is carried is let go where it was; another key does that too, and means what it means.
    if state.drag != nil {
      state.letGo(world)
      if press.key == .escape, state.overlays.isEmpty { return [] }
    }
    state.closed = nil
    // The rest of a key sequence belongs to the command table, whatever the key means by itself.
    guard state.pending.isEmpty, !state.overlays.isEmpty else { return runKey(press, &state, world) }
    // What no letter that is typed can mean runs whatever has the keys.
    if press.control, case .command(let command) = world.keymap.match([KeyChord(press)], in: .overlay) {
      return run(command, &state, world)
    }
    var isPassed = false
    let effects = withOverlay(&state) { overlay, state in
      let result = overlay.handle(press, &state, world)
      if case .pass = result { isPassed = true }
      return result
    }
    return isPassed ? runKey(press, &state, world) : effects
  }

  /// Has what lies over the screen take something; it is gone afterwards if it closed.
  static func withOverlay(
    _ state: inout ViewState, _ take: (inout Overlay, inout ViewState) -> OverlayResult
  ) -> [Effect] {
    guard var overlay = state.overlays.popLast() else { return [] }
    let depth = state.overlays.count
    let asked = overlay.typedLine
    let result = take(&overlay, &state)
    state.noteClosed(asked ?? overlay, result)
    // What was opened meanwhile lies over what was open.
    let opened = state.overlays.count - depth
    switch result {
    case .close: return []
    case .finish(let effects): return effects
    case .stay, .pass, .effects:
      state.overlays.insert(overlay, at: state.overlays.count - max(0, opened))
      if case .effects(let effects) = result { return effects }
      return []
    }
  }

  private static func runKey(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> [Effect] {
    let typed = state.pending + [KeyChord(press)]
    state.pending = []
    if typed.count > 1, press.key == .escape { return [] }
    let before = state
    let isAble = { (command: Command) in command.obstacle(before, world) == nil }
    switch world.keymap.match(typed, in: state.scope, isAble: isAble) {
    case .command(let command): return run(command, &state, world)
    case .pending: state.pending = typed
    case .nothing:
      if typed.count == 1, press.key == .escape { return leave(&state, world) }
      let keys = typed.map(\.text).joined(separator: " ")
      let help = world.keymap.glyph(of: "view.help") ?? ""
      state.message = Message(.note, Words.fill(world.words.general.unknownKey, keys, help))
    }
    return []
  }

  /// Runs a command, or says why it cannot run now.
  package static func run(_ command: Command, _ state: inout ViewState, _ world: World) -> [Effect] {
    if let obstacle = command.obstacle(state, world) {
      state.message = Message(.warning, obstacle)
      return []
    }
    return command.run(&state, world)
  }

  /// The effects without those that would change a desk that cannot be changed.
  private static func permitted(_ effects: [Effect], _ state: inout ViewState, _ world: World) -> [Effect] {
    guard let readOnly = world.readOnly, effects.contains(where: \.changesDesk) else { return effects }
    state.board.awaited = nil
    state.reopen()
    state.message = Message(.error, Words.fill(world.words.general.readOnly, readOnly))
    return effects.filter { !$0.changesDesk }
  }

  /// Esc where nothing lies over the screen: marks go first, then the filter, then the screen.
  private static func leave(_ state: inout ViewState, _ world: World) -> [Effect] {
    if state.calendar.anchor != nil {
      state.calendar.anchor = nil
    } else if !state.board.marked.isEmpty {
      state.board.marked = []
    } else if !state.board.filter.isEmpty, state.screen == .desk {
      state.board.filter = ""
    } else {
      state.screen = .desk
    }
    return []
  }

  private static func paste(_ text: String, _ state: inout ViewState, _ world: World) -> [Effect] {
    guard let overlay = state.overlays.popLast() else { return [] }
    var open = overlay
    open.paste(text, &state, world)
    state.overlays.append(open)
    return []
  }

  private static func takeEdit(
    _ target: EditTarget, _ text: String, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    let failed = { (reason: String) in
      Message(.error, Words.fill(world.words.general.saveFailed, reason))
    }
    switch target {
    case .cardNotes(let id, let before):
      guard let card = world.desk.card(id) else {
        state.message = failed(world.words.card.gone)
        return []
      }
      // Whatever else of the card was changed meanwhile stays.
      guard card.notes == before || card.notes == text else {
        state.message = failed(world.words.errors.changedElsewhere)
        return []
      }
      let change = try? world.desk.editCards([id], action: "card.notes", context: world.context) {
        $0.notes = text
      }
      return change.map { $0.isEmpty ? [] : [.commit($0)] } ?? []
    }
  }

  /// Says what was done, now that the journal has it.
  private static func noteCommit(_ transaction: Transaction, _ state: inout ViewState, _ world: World) {
    state.closed = nil
    // Nobody waits to hear of it: what is being said stays.
    if transaction.isArrival, !transaction.isNews || state.message.map({ $0.until == nil }) ?? false {
      return
    }
    var sentence = world.words.history.sentence(of: transaction, world.desk)
    var kind = Message.Kind.done
    if transaction.reverses != nil {
      state.goBack(to: transaction, world)
    } else if transaction.removes, let key = world.keymap.glyph(of: "desk.undo") {
      sentence = Words.fill(world.words.general.takesBack, sentence, key)
    }
    if transaction.reverses == nil {
      if let news = BlockNews.message(of: transaction, world) { (kind, sentence) = (news.kind, news.text) }
      if world.desk.interrupted != nil, transaction.action.hasPrefix("timer.interrupt"),
        let key = world.keymap.glyph(of: "timer.interrupt")
      {
        sentence = Words.fill(world.words.time.goesBack, sentence, key)
      }
    }
    if transaction.isHidden(state) {
      kind = .done
      sentence = world.words.history.reversal(of: transaction, world.words.general.privateClient)
    } else if transaction.action == "card.add", transaction.reverses == nil, !state.board.filter.isEmpty,
      case .card(let card)? = transaction.changes.first?.after, card.client == state.client,
      !BoardFilter(state.board.filter, client: state.client, world).matches(card)
    {
      sentence += " · " + world.words.board.filteredOut
    } else if transaction.action == "card.add", let client = transaction.client, client != state.client,
      let name = world.desk.client(client)?.name
    {
      // Made for another client by @name, it is on a board that is not in sight.
      sentence += " · " + name
    }
    state.message = Message(kind, sentence, until: world.now.adding(5))
  }

  private static func expireMessage(_ state: inout ViewState, _ world: World) {
    if let until = state.message?.until, until <= world.now { state.message = nil }
  }

  /// Says which zones cannot be read, unless something is said already.
  private static func showZoneProblems(_ state: inout ViewState, _ world: World) {
    guard !state.isPrivate, state.message == nil || state.message?.kind == .note,
      let text = world.clocks.sentence(world.memory.zoneProblems(world))
    else { return }
    state.message = Message(.warning, text)
  }

  /// Makes the state agree with the desk and the size: selections lead somewhere and are in sight.
  private static func settle(_ state: inout ViewState, _ world: World) {
    if let awaited = state.awaitedClient, world.desk.client(awaited)?.status == .active {
      if !state.isPrivate { state.client = awaited }
      state.awaitedClient = nil
    }
    let active = world.desk.client(state.client ?? "")?.status == .active
    // A client that goes while the screen is shared is not replaced by one that others are not to see.
    if !active { state.client = state.isPrivate ? nil : world.desk.activeClients.first?.id }
    guard Layout.fits(state.size) else { return }
    CardPane.settle(&state, world)
    switch state.screen {
    case .desk:
      if !world.memory.isBoardSettled(state, world) {
        BoardPane.settle(&state, world)
        world.memory.noteBoardSettled(state, world)
      }
      if !world.memory.isSettled(state, world) {
        CalendarPane.settle(&state, world)
        world.memory.noteSettled(state, world)
      }
    case .today: TodayPane.settle(&state, world)
    case .time: TimePane.settle(&state, world)
    case .matrix: MatrixPane.settle(&state, world)
    case .history: HistoryPane.settle(&state, world)
    }
  }
}

extension TerminalInput {
  /// Whether the person did something, as opposed to letting go of a button or turning the window.
  fileprivate var isDeliberate: Bool {
    switch self {
    case .key, .paste: true
    case .mouse(let event): event.kind != .release
    case .resize, .background, .focus, .endOfInput: false
    }
  }
}

extension Transaction {
  /// Whether something came or went that a person can see, as opposed to notes of what a calendar folder says.
  fileprivate var isNews: Bool { action != "calendar.follow.same" }

  /// Whether something is gone from the screen by it.
  fileprivate var removes: Bool { action == "card.archive" || changes.contains { $0.after == nil } }
}

extension Effect {
  var changesDesk: Bool {
    switch self {
    case .commit, .undo, .redo, .importFile, .followCalendars, .openSample: true
    case .loadEverything, .listFolder, .exportCalendar, .copy, .edit, .openLink, .remind, .redraw, .suspend,
      .quit:
      false
    }
  }
}
