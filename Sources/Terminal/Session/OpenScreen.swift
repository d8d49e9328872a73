import CNcurses
import Canvas
import Glibc

/// A screen that ncurses has opened.
struct OpenScreen {
  let screen: OpaquePointer
  let window: UnsafeMutablePointer<WINDOW>
  let depth: ColorDepth
  /// Whether colour numbers are RGB values.
  let isDirect: Bool

  /// Opens the terminal; nil when its type is not known to the system.
  init?(
    type: String, input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>,
    options: TerminalOptions
  ) {
    let wantsDirect = ["truecolor", "24bit"].contains(options.colorTerm) && !options.noColor
    let direct = wantsDirect ? newterm(OpenScreen.directType(type), output, input) : nil
    guard let screen = direct ?? newterm(type, output, input) else { return nil }
    OpenScreen.leaveInitialState(fileno(output))
    guard let window = vahi_standard_window() else { return nil }
    self.screen = screen
    self.window = window
    raw()
    noecho()
    nonl()
    typeahead(-1)
    intrflush(window, false)
    // Lines and cells are not inserted; rows are scrolled all the same, see `Painter.tellOfDirect`.
    idlok(window, false)
    idcok(window, false)
    leaveok(window, false)
    let isColored = !options.noColor && start_color() != ERR
    if isColored { use_default_colors() }
    isDirect = isColored && vahi_colors() > 256
    depth = isColored ? OpenScreen.depth(colors: Int(vahi_colors())) : .none
  }

  /// Closes a screen that turned out to be of no use.
  func abandon() {
    endwin()
    delscreen(screen)
  }

  /// Makes ncurses write each update at once.
  ///
  /// Until it has been suspended for the first time it takes itself for a low-level program and writes at every
  /// movement of the cursor. So it is suspended here, with its words about that going nowhere, and resumed by an
  /// empty update; before it knows of colours, because on resuming it would reset the person's palette too.
  private static func leaveInitialState(_ descriptor: Int32) {
    _ = Silence.on(descriptor) { endwin() }
    doupdate()
  }

  /// The description that says every colour by its RGB value, where the system has one: `xterm-direct` and the like.
  private static func directType(_ type: String) -> String {
    let suffix = "-256color"
    return (type.hasSuffix(suffix) ? String(type.dropLast(suffix.count)) : type) + "-direct"
  }

  private static func depth(colors: Int) -> ColorDepth {
    switch colors {
    case ..<8: .none
    case ..<256: .ansi16
    case 256: .indexed256
    default: .trueColor
    }
  }
}
