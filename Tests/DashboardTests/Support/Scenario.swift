import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// The dashboard being used: send it something, then state all that came of it.
///
/// Commits and undos are performed on the scenario's own desk as the main loop does it; every other effect is
/// kept for `expect`. What `expect` is not told must not have happened: changes of the desk, effects, and
/// changes of the screen's state (apart from which rows and columns are scrolled into sight).
struct Scenario {
  private(set) var state: ViewState
  private(set) var sample: PinnedDesk
  var keymap = Keymap.standard
  var readOnly: String?
  var damagedBoards: [ClientID: String] = [:]
  /// Whether the journal takes no change.
  var isDiskFull = false
  var frames: [WeekFrame] = []
  var theme = Theme.standard
  var themes = ThemeLibrary()
  var reminders = ReminderRule.none
  /// What rang since the beginning.
  private(set) var rung: [ReminderNotice] = []

  private var changes: [String] = []
  private(set) var effects: [Effect] = []
  private var before: ViewState

  /// Opens a desk; the sample one unless another is given, on Coach Lin's board with “Newsletter 48” selected.
  init(_ desk: PinnedDesk? = nil, width: Int = 80, height: Int = 24) throws {
    sample = try desk ?? PinnedDesk()
    let world = World(desk: sample.desk, now: sample.now, ids: sample.ids)
    state = Dashboard.start(size: Size(width: width, height: height), world: world)
    before = state
    guard desk == nil else { return }
    state.client = self.desk.client(slug: "coach-lin")?.id
    if let card = card("Newsletter 48") { state.show(card.id, world) }
    send(.tick)
    before = state
  }

  var desk: Desk { sample.desk }
  var now: Instant { sample.now }
  var world: World {
    World(
      desk: desk, now: now, ids: sample.ids, keymap: keymap, themes: themes, frames: frames,
      readOnly: readOnly,
      damagedBoards: damagedBoards, reminders: reminders)
  }

  // Doing something.

  mutating func send(_ input: Input) {
    for effect in Dashboard.update(&state, input, world) { perform(effect) }
  }

  mutating func send(_ press: KeyPress) { send(.terminal(.key(press))) }

  /// Presses keys as the configuration writes them: `ctrl+r`, `g t`, `esc`.
  mutating func keys(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let chords = KeyChord.sequence(text) else {
      Issue.record("no such keys: \(text)", sourceLocation: sourceLocation)
      return
    }
    for chord in chords { send(chord.press) }
  }

  /// Presses the key of a command; fails where that key does something else here.
  mutating func press(_ command: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for keys in keymap.keys(of: command) {
      guard let chords = KeyChord.sequence(keys),
        case .command(let reached) = keymap.match(chords, in: state.scope), reached.id == command
      else { continue }
      self.keys(keys, sourceLocation: sourceLocation)
      return
    }
    Issue.record("no key reaches \(command) in \(state.scope)", sourceLocation: sourceLocation)
  }

  /// Types text, key by key.
  mutating func type(_ text: String) {
    for character in text { send(KeyPress(character)) }
  }

  mutating func wait(seconds: Int) {
    sample.now = sample.now.adding(seconds)
    send(.tick)
  }

  /// Lets time go by while the program is not running.
  mutating func pass(seconds: Int) { sample.now = sample.now.adding(seconds) }

  /// Changes the desk behind the dashboard's back, as another terminal does.
  mutating func elsewhere(_ change: (PinnedDesk) throws -> Transaction?) throws {
    try sample.make(try change(sample))
    send(.deskChanged)
  }

  /// Takes whatever happened so far as given.
  mutating func settled() {
    before = state
    changes = []
    effects = []
  }

  /// Does something that no key does yet, as `update` would.
  mutating func perform(_ change: (inout ViewState, World) -> [Effect]) {
    for effect in change(&state, world) { perform(effect) }
    send(.deskChanged)
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .commit(let transaction): commit(transaction)
    case .undo: commit(desk.undo(at: now))
    case .redo: commit(desk.redo(at: now))
    case .remind(let notice): rung.append(notice)
    default: effects.append(effect)
    }
  }

  private mutating func commit(_ transaction: Transaction?) {
    guard var transaction else { return }
    if isDiskFull { return send(.refused("the disk is full")) }
    do throws(DeskError) {
      try desk.check(transaction)
    } catch {
      send(.refused("\(error)"))
      return
    }
    changes += transaction.changes.map { ChangeText.describe($0, desk) }
    transaction.sequence = desk.sequence + 1
    sample.apply(transaction)
    send(.committed(transaction))
  }

  // Stating what came of it.

  /// States everything that happened since the last time: changes of the desk as `ChangeText` puts them,
  /// other effects, and what became of the state.
  ///
  /// - Parameter edit: turns the state as it was into the state as it should be.
  mutating func expect(
    changes: [String] = [], effects: [Effect] = [], sourceLocation: SourceLocation = #_sourceLocation,
    _ edit: (inout ViewState) -> Void = { _ in }
  ) {
    #expect(self.changes == changes, sourceLocation: sourceLocation)
    #expect(self.effects == effects, sourceLocation: sourceLocation)
    var expected = before
    edit(&expected)
    let (wanted, found) = (Scenario.comparable(expected), Scenario.comparable(state))
    if wanted != found {
      Issue.record("\(StateText.difference(wanted, found))", sourceLocation: sourceLocation)
    }
    settled()
  }

  /// The state without what merely follows from it.
  private static func comparable(_ state: ViewState) -> ViewState {
    var state = state
    for (client, var board) in state.boards {
      board.tops = [:]
      board.places = [:]
      board.left = 0
      board.cards = board.cards.filter { $0.key == board.column }
      state.boards[client] = board
    }
    state.calendar.shown = 0..<0
    state.calendar.top = nil
    state.time.place = 0
    state.time.top = 0
    state.today.place = 0
    state.today.tops = []
    state.history.place = 0
    state.history.top = 0
    state.message?.until = nil
    state.boards = state.boards.filter { $0.key == state.client }
    return state
  }

  // Looking.

  /// The card of a title.
  func card(_ title: String) -> Card? { desk.allCards.first { $0.title == title } }

  func client(_ slug: String) -> Client? { desk.client(slug: slug) }

  func column(_ name: String, of slug: String = "coach-lin") -> Column? {
    client(slug).flatMap { client in desk.columns(of: client.id).first { $0.name == name } }
  }

  /// The titles of a column, top to bottom.
  func titles(_ column: String, of slug: String = "coach-lin") -> [String] {
    self.column(column, of: slug).map { desk.cards(in: $0.id).map(\.title) } ?? []
  }

  /// The title of the card that is selected on the board.
  var selected: String? { state.board.card.flatMap { desk.card($0)?.title } }

  var frame: Frame { Dashboard.view(state, world, theme: theme) }

  /// The rows of the screen without trailing blanks.
  var screen: String {
    let frame = frame
    return (0..<frame.height).map { row in
      let text = frame.text(row: row)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  func shows(_ text: String) -> Bool { screen.contains(text) }
}

extension ViewState {
  /// The message at the bottom.
  mutating func says(_ text: String, _ kind: Message.Kind = .done) {
    message = Message(kind, text)
  }
}
