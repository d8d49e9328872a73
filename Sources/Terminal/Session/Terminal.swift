import CNcurses
import Canvas
import Glibc

/// The terminal: inputs come from it, frames go to it, and on closing it is as it was before.
///
/// For one thread at a time. It owns the signals that concern a terminal (resize, stop, hang up, end) while open.
package final class Terminal {
  /// How many columns the screen has.
  package private(set) var width: Int
  /// How many rows the screen has.
  package private(set) var height: Int
  /// How many colours it shows; frames of more are shown in the nearest.
  package let depth: ColorDepth

  let options: TerminalOptions
  let signals: Signals
  let capabilities: Capabilities
  var decoder = InputDecoder()
  var hasOwnKeys = false
  var isTitled = false
  private(set) var isOpen = true
  private(set) var isSuspended = false
  private let screen: OpaquePointer
  private let streams: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  var painter: Painter
  /// What is to be written behind the next frame, so that it holds up nothing.
  var afterPaint: [UInt8]

  /// Takes the terminal over: full screen, every key at once, no echo.
  ///
  /// Nothing is shown before the first `present`.
  ///
  /// - Parameter signals: made by the main thread, where another one opens the terminal for it; closed on an error.
  package static func open(
    _ options: TerminalOptions, signals: Signals? = nil
  ) throws(TerminalError) -> Terminal {
    let signals = signals ?? Signals(output: options.output)
    do throws(TerminalError) {
      return try open(options, watching: signals)
    } catch {
      signals.close()
      throw error
    }
  }

  private static func open(
    _ options: TerminalOptions, watching signals: Signals
  ) throws(TerminalError) -> Terminal {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    guard let type = options.type, !type.isEmpty else { throw .typeMissing }
    if type == "dumb" { throw .tooSimple(type) }
    try requireUTF8()
    guard let input = stream(options.input, "r"), let output = stream(options.output, "w") else {
      throw .notATerminal
    }
    guard let opened = OpenScreen(type: type, input: input, output: output, options: options) else {
      throw .typeUnknown(type)
    }
    guard vahi_cursor_address() != nil else {
      opened.abandon()
      throw .tooSimple(type)
    }
    return Terminal(options, opened, signals, type: type, (input, output))
  }

  private init(
    _ options: TerminalOptions, _ opened: OpenScreen, _ signals: Signals, type: String,
    _ streams: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  ) {
    self.options = options
    self.signals = signals
    self.streams = streams
    screen = opened.screen
    width = Int(getmaxx(opened.window))
    height = Int(getmaxy(opened.window))
    capabilities = Capabilities(type: type)
    depth = opened.depth
    let looks = LookCache(depth: opened.depth, isDirect: opened.isDirect)
    painter = Painter(
      window: opened.window, descriptor: fileno(streams.output), capabilities: capabilities, looks: looks)
    afterPaint = Modes.enter(capabilities, mouse: options.mouse) + Modes.askBackground(capabilities)
    signals.setRestore(leaving(isTitled: isTitled))
  }

  deinit {
    close()
  }

  /// Brings a frame to the screen; only what changed since the last one is written.
  package func present(_ frame: Frame) {
    guard isOpen, !isSuspended else { return }
    let rest = painter.paint(frame) { write($0) } + afterPaint
    afterPaint = []
    write(rest)
  }

  /// Gives the terminal back for a while: to an editor, or to the shell after Ctrl-Z.
  package func suspend() {
    guard isOpen, !isSuspended else { return }
    isSuspended = true
    signals.setRestore([])
    // Not endwin, after which ncurses would reset the person's palette on coming back.
    write(leaving(isTitled: false))
    reset_shell_mode()
  }

  /// Takes the terminal again after `suspend`; the next frame is drawn whole.
  package func resume() {
    guard isOpen, isSuspended else { return }
    isSuspended = false
    reset_prog_mode()
    write(capabilities.enterScreen)
    afterPaint = Modes.enter(capabilities, mouse: options.mouse)
    signals.setRestore(leaving(isTitled: isTitled))
    updateSize()
  }

  /// Suspends, stops the process as Ctrl-Z does in the shell, and resumes when it is continued.
  package func stop() -> TerminalInput {
    suspend()
    raise(SIGSTOP)
    resume()
    return .resize(width: width, height: height)
  }

  /// Reads the terminal's size again; the next frame is drawn whole.
  @discardableResult
  package func updateSize() -> TerminalInput {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if vahi_window_size(options.output, &columns, &rows) == 0 {
      if Int(columns) != width || Int(rows) != height { resizeterm(rows, columns) }
      width = Int(columns)
      height = Int(rows)
    }
    painter.invalidate()
    return .resize(width: width, height: height)
  }

  /// Gives the terminal back for good; a second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    if !isSuspended { write(capabilities.plain + Modes.leave(capabilities, isTitled: isTitled)) }
    if !isSuspended { endwin() }
    delscreen(screen)
    signals.close()
    if options.input != 0 { fclose(streams.input) }
    if options.output != 1 { fclose(streams.output) }
  }

  /// Writes past ncurses, waiting where the terminal is slow.
  func write(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(options.output, $0.baseAddress, $0.count) }
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: options.output, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, 1000)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// What gives the screen back when nothing else can be done any more.
  private func leaving(isTitled: Bool) -> [UInt8] {
    Modes.leave(capabilities, isTitled: isTitled) + capabilities.plain + capabilities.showCursor
      + capabilities.leaveScreen
  }

  /// A title was set, so a crash must take it back too.
  func noteTitle() {
    isTitled = true
    signals.setRestore(leaving(isTitled: isTitled))
  }

  private static func requireUTF8() throws(TerminalError) {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return }
    let codeset = String(cString: nl_langinfo(Int32(CODESET)))
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { throw .notUTF8(codeset: codeset) }
  }

  private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    fdopen(dup(descriptor), mode)
  }
}
