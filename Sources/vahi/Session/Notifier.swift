import Dashboard
import Glibc
import SystemPackage
import Terminal

/// Rings for what begins soon: the bell, and a message outside the window.
///
/// Of several dashboards that have one desk open the first to come to a reminder rings; the others find it noted in a
/// file beside the remembered place and only show their banner.
final class Notifier {
  private let claims: String
  private let terminal: Terminal
  private let surroundings: Surroundings
  private let rings: Bool
  private let isOn: Bool
  /// `notify-send` that have not ended yet, and when they were started.
  private var children: [pid_t] = []
  /// Reminders that are remembered as told.
  private static let kept = 16

  init(
    _ surroundings: Surroundings, desk: String, terminal: Terminal, rings: Bool, isOn: Bool
  ) {
    claims = PlaceFile.path(surroundings, desk: desk, ending: ".rung")
    self.terminal = terminal
    self.surroundings = surroundings
    self.rings = rings
    self.isOn = isOn
  }

  func tell(_ notice: ReminderNotice) {
    reap()
    guard rings || isOn, claim(notice.key) else { return }
    if rings { terminal.bell() }
    guard isOn else { return }
    if !send(notice) {
      let isInTmux = surroundings.value("TMUX") != nil
      // There TERM_PROGRAM is tmux itself.
      let program = surroundings.value(isInTmux ? "LC_TERMINAL" : "TERM_PROGRAM")
      terminal.notify(title: notice.title, body: notice.body, program: program, isInTmux: isInTmux)
    }
  }

  /// Takes a reminder for this dashboard; false when another one has it.
  ///
  /// Where the file cannot be written, everybody rings rather than nobody.
  private func claim(_ key: String) -> Bool {
    PlaceFile.makeFolder(of: claims)
    let descriptor = open(claims, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    // Whoever holds it is telling right now.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
    let told = ((try? RawFile.read(claims)) ?? []).split(separator: 0x0a).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard !told.contains(key) else { return false }
    let lines = (told + [key]).suffix(Self.kept).joined(separator: "\n")
    _ = try? RawFile.write(Array(lines.utf8), to: claims)
    return true
  }

  // notify-send.

  /// Hands the message to the person's own screen by `notify-send`; false where there is none, or it is far away.
  ///
  /// Started without a shell; title and body are arguments that nothing interprets, the body without its mark-up.
  private func send(_ notice: ReminderNotice) -> Bool {
    let hasScreen = ["WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"].contains {
      surroundings.value($0) != nil
    }
    guard hasScreen, surroundings.value("SSH_CONNECTION") == nil else { return false }
    let words = ["notify-send", "--app-name=Vahi", "--", notice.title, Notifier.escaped(notice.body)]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // In a group of its own: Ctrl-C in the terminal is not for it.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawnp(&child, "notify-send", &actions, &attributes, &arguments, environ) == 0 else {
      return false
    }
    children.append(child)
    return true
  }

  /// Takes leave of those that have ended; costs nothing while there are none.
  ///
  /// One that still runs at the next reminder waits for a screen that does not answer and is ended.
  func reap(ending: Bool = false) {
    children.removeAll { child in
      var status: CInt = 0
      if waitpid(child, &status, WNOHANG) != 0 { return true }
      if ending { kill(child, SIGTERM) }
      return false
    }
  }

  /// Text that the screen's mark-up (`<b>` and the like) leaves as it is.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
