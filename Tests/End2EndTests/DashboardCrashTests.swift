import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// The main job, interrupted at random moments.
  ///
  /// A real board is imported, worked on by keystroke and timed, and the program is killed. Whatever was on the
  /// screen is there when it is opened again.
  @Suite struct DashboardCrashTests {
    private static let kills = 200

    @Test func whatWasPaintedIsThereAfterEveryKill() throws {
      let world = try World()
      let board = Checkout.realBoards.first { $0.contains("team") } ?? Checkout.fixture("board.json")
      try world.vahi("import", "trello", board, "--new", "Coach Lin", "--zone", "Europe/London")
      let terminal = try Tmux.dashboard(world, freeze: false)
      var generator = SeededGenerator(seed: 1_123)
      var memory = try Memory(of: world, client: "coach-lin")
      let columns =
        try world.json("export", "json")["columns"]?.elements.compactMap { $0["name"]?.text } ?? []
      #expect(memory.cards.count > 5 && columns.count > 1)
      var painted = 0

      for round in 0..<DashboardCrashTests.kills {
        if round > 0 { try terminal.restart(Tmux.command(freeze: false)) }
        try terminal.wait(forText: Words.ready)
        var worker = Worker(columns: columns, memory: memory, round: round)
        try terminal.type(String(repeating: "h", count: columns.count))
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
          let deed = worker.next(&generator)
          _ = try terminal.strike(deed.strokes).finish()
          try terminal.wait(forText: deed.name)
          worker.finish(deed)
        }

        let pid = try terminal.pid()
        let deed = worker.next(&generator)
        let moment = Int.random(in: 0...12_000_000, using: &generator)
        let watch = Stopwatch()
        let keys = try terminal.strike(deed.strokes)
        while watch.nanoseconds < moment {}
        kill(pid, SIGKILL)
        _ = keys.finish()
        try terminal.wait(for: "the process to be gone") { _ in try terminal.isOver() }
        let last = try terminal.screen()
        let isPainted = last.contains { $0.contains(deed.name) }
        if isPainted { painted += 1 }

        let found = try Memory(of: world, client: "coach-lin")
        guard found == deed.after || (!isPainted && found == worker.memory) else {
          throw Lost(
            round: round, deed: deed, before: worker.memory, found: found, wasAcknowledged: isPainted,
            screen: last)
        }
        memory = found
      }
      // Killed always before or always after would show nothing.
      #expect(painted > 0 && painted < DashboardCrashTests.kills, "\(painted) were painted")
    }
  }
}

/// Works on the first client's board by keystroke, as a person would.
private struct Worker {
  let columns: [String]
  var memory: Memory
  let round: Int
  private var made = 0
  /// The card that is selected, once this worker has made one.
  private var selected: String?
  /// What undoing the last deed leads back to.
  private var before: Memory?

  init(columns: [String], memory: Memory, round: Int) {
    self.columns = columns
    self.memory = memory
    self.round = round
  }

  /// Something to do, with what the desk is and what the screen says once it is done.
  mutating func next(_ generator: inout SeededGenerator) -> Deed {
    let choice = Int.random(in: 0..<6, using: &generator)
    if let selected, let column = memory.cards[selected], let place = columns.firstIndex(of: column) {
      switch choice {
      case 0 where place + 1 < columns.count: return move(selected, to: columns[place + 1], by: "L")
      case 1 where place > 0: return move(selected, to: columns[place - 1], by: "H")
      case 2 where memory.running != selected: return time(selected)
      case 3:
        if let before { return undo(to: before) }
      default: break
      }
    }
    return add()
  }

  /// Takes note that a deed was seen to be done.
  mutating func finish(_ deed: Deed) {
    before = deed.name.hasPrefix(Words.takenBack) ? nil : memory
    if deed.after.cards.count < memory.cards.count { selected = nil }
    if let made = deed.after.cards.keys.first(where: { memory.cards[$0] == nil }) { selected = made }
    memory = deed.after
  }

  private mutating func add() -> Deed {
    made += 1
    let title = "Parcel r\(round)n\(made)"
    var after = memory
    let column = selected.flatMap { memory.cards[$0] } ?? columns[0]
    after.cards[title] = column
    return Deed(
      name: "New card “\(title)” in \(column)", after: after,
      strokes: [.key("n"), .words(title), .key("Enter")])
  }

  private func move(_ title: String, to column: String, by key: String) -> Deed {
    var after = memory
    after.cards[title] = column
    return Deed(name: "Moved “\(title)” to \(column)", after: after, strokes: [.key(key)])
  }

  private func time(_ title: String) -> Deed {
    var after = memory
    after.running = title
    after.entries += 1
    let words = memory.running == nil ? "Timer started: " : "Timer switched to "
    return Deed(name: words + title, after: after, strokes: [.key("t")])
  }

  private func undo(to before: Memory) -> Deed {
    return Deed(name: Words.takenBack, after: before, strokes: [.key("u")])
  }
}
