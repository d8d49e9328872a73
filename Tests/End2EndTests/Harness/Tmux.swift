import Glibc
import PseudoTerminal

/// A terminal that a person could be looking at: one pane of a tmux of its own.
///
/// Keys go in, the screen comes out as text. Whatever is waited for has a limit, and what is said past it
/// is the whole screen.
final class Tmux {
  private let world: World
  private let socket: String

  /// How long anything is waited for, in milliseconds: far longer than it takes on a busy machine.
  static let patience = 15_000

  /// Opens a terminal and runs a command in it.
  init(_ world: World, columns: Int = 140, rows: Int = 40, command: [String]) throws {
    self.world = world
    socket = world.folder.at("tmux-\(FileBytes.names(in: world.folder.path).count)")
    let settings = """
      set -g status off
      set -g remain-on-exit on
      set -gq remain-on-exit-format ""
      set -g escape-time 0
      set -g default-terminal tmux-256color
      set -g history-limit 2000
      set -g set-titles off
      set -g allow-rename on
      """
    try world.folder.write(settings, to: "tmux.conf")
    try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--"] + command)
  }

  /// Opens a terminal with the dashboard in it, the clock held still unless it is said to run.
  static func dashboard(
    _ world: World, columns: Int = 140, rows: Int = 40, freeze: Bool = true, _ arguments: [String] = []
  ) throws -> Tmux {
    try Tmux(world, columns: columns, rows: rows, command: Tmux.command(freeze: freeze, arguments))
  }

  /// The words that open the dashboard.
  static func command(freeze: Bool = true, _ arguments: [String] = []) -> [String] {
    [Checkout.binary] + arguments + ["--now", World.now] + (freeze ? ["--freeze"] : [])
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// Presses keys by tmux's names for them: `Enter`, `Escape`, `C-r`, `j`.
  func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// A key by tmux's name for it, or words as they are.
  enum Stroke {
    case key(String)
    case words(String)
  }

  /// Begins to press keys one after the other, without waiting until they are pressed.
  func strike(_ strokes: [Stroke]) throws -> Program {
    let commands = strokes.map { stroke in
      switch stroke {
      case .key(let name): ["send-keys", name]
      case .words(let words): ["send-keys", "-l", "--", words]
      }
    }
    return try Program(invocation(Array(commands.joined(separator: [";"]))))
  }

  /// Types words as they are.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Pastes, as a terminal does when bracketed paste was asked for.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  /// What is on the screen, a string a line, without the space at the end of each.
  func screen() throws -> [String] {
    try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
  }

  /// What is on the screen with the escape sequences of its looks.
  func styledScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e"])
  }

  /// The title that the program gave the terminal.
  func title() throws -> String {
    try ask("pane_title")
  }

  /// Whether the alternate screen is on and whether the cursor is there: `0 1` is how a shell has it.
  func flags() throws -> String {
    String(try tmux(["display-message", "-p", "#{alternate_on} #{cursor_flag}"]).filter { $0 != "\n" })
  }

  /// The process in the pane.
  func pid() throws -> pid_t {
    let text = try ask("pane_pid")
    guard let pid = pid_t(text) else { throw Unseen(what: "a process id in \(text)", screen: try screen()) }
    return pid
  }

  /// Whether the process in the pane has ended.
  func isOver() throws -> Bool {
    try ask("pane_dead") == "1"
  }

  /// The exit code of what ran in the pane, once it has ended; `nil` when a signal ended it.
  func waitForEnd() throws -> Int? {
    var status = ""
    var signal = ""
    // The terminal is seen to be closed before the process is seen to be gone.
    try wait(for: "the program to end") { _ in
      guard try self.isOver() else { return false }
      status = try self.ask("pane_dead_status")
      signal = try self.ask("pane_dead_signal")
      guard status.isEmpty, signal.isEmpty else { return true }
      // tmux now and then misses that its child ended, and collects it when it is told once more.
      if let server = pid_t(try self.ask("pid")) { kill(server, SIGCHLD) }
      return false
    }
    return Int(status)
  }

  /// Ends the process in the pane at once, with no chance to tidy up.
  func kill9() throws {
    kill(try pid(), SIGKILL)
    try wait(for: "the process to be gone") { _ in try self.isOver() }
  }

  /// Runs another command in the pane, ending what still runs there.
  func restart(_ command: [String]) throws {
    try tmux(["clear-history"])
    try tmux(["respawn-pane", "-k", "--"] + command)
  }

  /// Makes the terminal another size, and does not wait for anything to be drawn.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until a text is on the screen, and returns the screen.
  @discardableResult
  func wait(forText text: String, limit: Int = Tmux.patience) throws -> [String] {
    try wait(for: text.debugDescription, limit: limit) { $0.contains { $0.contains(text) } }
  }

  /// Waits until a text is no longer on the screen, and returns the screen.
  @discardableResult
  func wait(forNoText text: String, limit: Int = Tmux.patience) throws -> [String] {
    try wait(for: "no " + text.debugDescription, limit: limit) { !$0.contains { $0.contains(text) } }
  }

  /// Waits until a condition holds for the screen, and returns the screen.
  @discardableResult
  func wait(
    for what: String, limit: Int = Tmux.patience, _ condition: ([String]) throws -> Bool
  ) throws -> [String] {
    let watch = Stopwatch()
    while true {
      let seen = try screen()
      if try condition(seen) { return seen }
      guard watch.milliseconds < limit else { throw Unseen(what: what, screen: seen) }
      poll(nil, 0, 4)
    }
  }

  private func ask(_ variable: String) throws -> String {
    String(try tmux(["display-message", "-p", "#{\(variable)}"]).filter { $0 != "\n" })
  }

  private func invocation(_ arguments: [String]) -> Invocation {
    Invocation(
      "tmux", ["-u", "-S", socket, "-f", world.folder.at("tmux.conf")] + arguments,
      environment: world.environment, folder: world.folder.path)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(invocation(arguments))
    guard outcome.ending == .exit(0) else {
      throw TmuxFailed(arguments: arguments, said: outcome.complaint)
    }
    return outcome.text
  }
}

/// Something was not seen in time.
struct Unseen: Error, CustomStringConvertible {
  let what: String
  let screen: [String]

  var description: String {
    let width = screen.map(\.count).max() ?? 0
    let rule = String(repeating: "-", count: width)
    return "waited for \(what); the screen was\n\(rule)\n\(screen.joined(separator: "\n"))\n\(rule)"
  }
}

/// tmux itself refused.
struct TmuxFailed: Error, CustomStringConvertible {
  let arguments: [String]
  let said: String
  var description: String { "tmux \(arguments.joined(separator: " ")): \(said)" }
}
