import Canvas
import Glibc
import Testing

@testable import Terminal

/// What a real terminal shows of the frames that it is given; in turn, because ncurses has one terminal at a time.
@Suite(.serialized) struct PresentTests {
  /// A frame with a border at its right edge, which moves at once if any width is wrong.
  private func frame(_ rows: [String], width: Int = 40, style: Style = .plain) -> Frame {
    var frame = Frame(width: width, height: 8, style: style)
    frame.box(frame.bounds, style: style, title: "प्रकाशन")
    for (index, row) in rows.enumerated() {
      frame.put(row, x: 2, y: index + 1, style: style, clip: frame.bounds.inset(1, 1))
      frame.put("│", x: 30, y: index + 1, style: style)
    }
    return frame
  }

  /// Presents frames one after another and checks after each that the screen shows it.
  private func check(
    _ frames: [Frame], policy: WidthPolicy, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let first = try #require(frames.first, sourceLocation: sourceLocation)
    let line = try #require(PseudoTerminal(width: first.width, height: first.height))
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    defer { terminal.close() }
    var screen = ScreenModel(width: first.width, height: first.height, policy: policy)
    for (number, frame) in frames.enumerated() {
      terminal.present(frame)
      screen.feed(line.output())
      #expect(screen.unknown == [], sourceLocation: sourceLocation)
      for y in 0..<frame.height {
        let difference = difference(in: y, of: screen, from: frame, isExact: policy == .clusters)
        let shown = Comment(rawValue: "frame \(number), row \(y): \(screen.row(y))")
        #expect(difference == nil, shown, sourceLocation: sourceLocation)
      }
    }
  }

  /// The first column that shows something else than the frame says.
  ///
  /// Where a terminal disagrees about a cluster, the cluster itself may look like anything; its neighbours may not.
  private func difference(in y: Int, of screen: ScreenModel, from frame: Frame, isExact: Bool) -> Int? {
    var ownEnd = 0
    return (0..<frame.width).first { x in
      let cell = frame.cell(x: x, y: y)
      if Foreign.isForeign(cell, in: frame), cell.width > 0 { ownEnd = x + Int(cell.width) }
      if !isExact, x < ownEnd { return false }
      return screen.cells[y][x] != frame.text(of: cell) || !isStyled(screen.pens[y][x], as: cell)
    }
  }

  /// Whether a cell is in its style; of a blank only what is seen of it.
  private func isStyled(_ pen: Pen, as cell: Cell) -> Bool {
    // The second half of a wide cluster is drawn with its first.
    if cell.width == 0 { return true }
    let (foreground, background) = (cell.style.foreground, cell.style.background)
    guard pen.background == background.degraded(to: .indexed256).paletteIndex else { return false }
    let seen: Attributes =
      cell.scalar == 0x20 ? [.underline, .reverse] : [.bold, .dim, .italic, .underline, .reverse]
    return pen.attributes.intersection(seen) == cell.style.attributes.intersection(seen)
      && (cell.scalar == 0x20 || pen.foreground == foreground.degraded(to: .indexed256).paletteIndex)
  }

  /// Frames of every kind of neighbouring styles, changed at random: whatever was left out as needless, each cell is
  /// seen in its own style.
  @Test func everyCellIsSeenInItsStyle() throws {
    var random = SeededGenerator(state: 2026)
    let colors: [Color] = [.terminalDefault, .indexed(1), .indexed(114), .indexed(234)]
    let attributes: [Attributes] = [[], [], .bold, .dim, .underline, .reverse, [.bold, .underline], .italic]
    var frames: [Frame] = []
    for step in 0..<80 {
      var next = step % 20 == 0 ? Frame(width: 40, height: 8) : frames[step - 1]
      for _ in 0..<(step % 20 == 0 ? 120 : step % 7 + 1) {
        let style = Style(
          foreground: colors[Int.random(in: 0..<4, using: &random)],
          background: colors[Int.random(in: 0..<4, using: &random)],
          attributes: attributes[Int.random(in: 0..<8, using: &random)])
        let text = ["word", "    ", "a b", "│", "漢"][Int.random(in: 0..<5, using: &random)]
        next.put(
          text, x: Int.random(in: 0..<38, using: &random), y: Int.random(in: 0..<8, using: &random),
          style: style)
      }
      frames.append(next)
    }
    try check(frames, policy: .clusters)
  }

  private static let rows = [
    "plain text, Straße, café, cafe\u{301}", "漢字 and 한국어 ｆｕｌｌ", "क्ष की प्रकाशन स्त्री", "👨‍👩‍👧 family",
    "🇮🇳 flag 🇧🇷", "☀️ 1️⃣ ❤️ ☀ ✔", "👍🏽 skin กำ",
  ]

  @Test(arguments: WidthPolicy.allCases)
  func everyKindOfClusterStandsInItsPlace(_ policy: WidthPolicy) throws {
    try check([frame(Self.rows)], policy: policy)
  }

  @Test(arguments: WidthPolicy.allCases)
  func noGhostStaysWhenClustersGo(_ policy: WidthPolicy) throws {
    let style = Style(foreground: .rgb(200, 200, 200), background: .indexed(234))
    try check(
      [
        frame(Self.rows, style: style), frame([], style: style), frame(Self.rows, style: style),
        frame(Self.rows.map { _ in "x" }, style: style), frame(Self.rows.reversed(), style: style),
        frame(["👍🏽👍🏽👍🏽", "a👨‍👩‍👧b"], style: style), frame(["👨‍👩‍👧👍🏽", "ab👨‍👩‍👧"], style: style),
      ], policy: policy)
  }

  @Test(arguments: WidthPolicy.allCases)
  func aClusterAtTheEdgeDoesNotReachTheNextRow(_ policy: WidthPolicy) throws {
    var edge = Frame(width: 20, height: 4)
    for y in 0..<4 { edge.put("👨‍👩‍👧", x: 18, y: y, style: .plain) }
    edge.put("row", x: 0, y: 1, style: .plain)
    var next = edge
    next.put("other", x: 0, y: 2, style: .plain)
    next.fill(Rect(x: 10, y: 3, width: 10, height: 1), style: .plain)
    try check([edge, next], policy: policy)
  }

  @Test(arguments: WidthPolicy.allCases)
  func partialChangesBesideClustersKeepThem(_ policy: WidthPolicy) throws {
    var frames = [frame(Self.rows)]
    for step in 0..<40 {
      guard var next = frames.last else { return }
      let y = 1 + step % 6
      switch step % 4 {
      case 0: next.put("tick \(step)", x: 24, y: y, style: .plain)
      case 1: next.fill(Rect(x: 1, y: y, width: 3 + step % 5, height: 1), style: .plain)
      case 2:
        next.put(
          Self.rows[step % 7], x: 3 + step % 4, y: y, style: .plain,
          clip: Rect(x: 1, y: y, width: 28, height: 1))
      default: next.restyle(Rect(x: 5, y: y, width: 20, height: 1), Style(attributes: .reverse))
      }
      frames.append(next)
    }
    try check(frames, policy: policy)
  }

  @Test func aSmallChangeIsAFewBytesInOneWrite() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    defer { terminal.close() }
    let style = Style(foreground: .indexed(114), background: .indexed(234), attributes: .bold)
    var timer = Frame(width: 40, height: 8, style: style)
    timer.put("● 00:42:13", x: 1, y: 7, style: style)
    terminal.present(timer)
    _ = line.output()
    terminal.present(timer)
    #expect(line.output().isEmpty)
    timer.put("● 00:42:14", x: 1, y: 7, style: style)
    terminal.present(timer)
    _ = line.output()
    timer.put("● 00:42:15", x: 1, y: 7, style: style)
    terminal.present(timer)
    let bytes = line.output()
    #expect(bytes.count <= 9, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  @Test(arguments: WidthPolicy.allCases)
  func tinyChangesAndLargeOnesGoTogether(_ policy: WidthPolicy) throws {
    var frames = [frame(Self.rows)]
    for step in 0..<60 {
      guard var next = frames.last else { return }
      // A clock that goes back and forth, now by itself, now with a row of foreign clusters, now with a cursor, which
      // takes it through ncurses.
      next.put("12:0\(step % 3)", x: 22, y: 7, style: Style(attributes: step % 5 == 0 ? .bold : []))
      if step % 4 == 3 {
        next.put(Self.rows[step % 7], x: 2, y: 4, style: .plain, clip: Rect(x: 2, y: 4, width: 20, height: 1))
      }
      if step % 7 == 6 { next.put("漢", x: 21, y: 7, style: .plain) }
      if step % 9 == 8 { next.cursor = next.cursor == nil ? Point(x: 3, y: 3) : nil }
      frames.append(next)
    }
    try check(frames, policy: policy)
  }

  /// However much changes, foreign clusters beside it: without a cursor none of it goes through ncurses, which would
  /// say how the letters are drawn that it leaves.
  @Test func aWholeScreenThatChangesIsWrittenAtOnce() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    defer { terminal.close() }
    let style = Style(foreground: .indexed(114), background: .indexed(234), attributes: .bold)
    terminal.present(frame(Self.rows))
    _ = line.output()
    for rows in [Self.rows.reversed(), Self.rows] {
      terminal.present(frame(rows, style: style))
      #expect(!String(decoding: line.output(), as: UTF8.self).contains("\u{1B}(B"))
    }
  }

  /// A list whose rows move up together after some of them were changed past ncurses for a while: when a cursor comes
  /// with that, ncurses has the terminal scroll them, and what it does not know of would go along.
  @Test(arguments: WidthPolicy.allCases)
  func rowsThatMoveTogetherLeaveNothingBehind(_ policy: WidthPolicy) throws {
    var frames: [Frame] = []
    var rows = (0..<40).map { number in
      "entry \(number) of the day \(number % 6 == 5 ? Self.rows[number % 7] : String(number % 4)) end"
    }
    for step in 0..<12 {
      if step % 3 == 2 { rows.remove(at: 4) }
      var next = Frame(width: 80, height: 40)
      for (y, row) in rows.enumerated() { next.put(row, x: 0, y: y, style: .plain) }
      if step % 3 == 1 { next.put("overlaps", x: 60, y: 7 + step, style: .plain) }
      if step % 3 == 2 { next.cursor = Point(x: 1, y: 1) }
      frames.append(next)
    }
    try check(frames, policy: policy)
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    let before = line.localModes
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    #expect(line.localModes & UInt32(ICANON | ECHO | ISIG) == 0)
    var screen = ScreenModel(width: 40, height: 8, policy: .clusters)
    terminal.setTitle("Coach\u{7}\u{1B}[31m Lin")
    terminal.present(frame(Self.rows))
    screen.feed(line.output())
    #expect(screen.modes.isSuperset(of: ["?1049", "?1002", "?1006", "?2004", "?1004"]))
    #expect(screen.strings.contains("2;Coach[31m Lin"))
    #expect(screen.strings.contains("11;?"))
    terminal.suspend()
    screen.feed(line.output())
    #expect(screen.modes.isDisjoint(with: ["?1049", "?1002", "?1006", "?2004", "?1004"]))
    #expect(line.localModes == before)
    terminal.resume()
    terminal.present(frame(Self.rows))
    screen.feed(line.output())
    #expect(screen.modes.contains("?1049"))
    #expect(screen.row(2).hasPrefix("│ 漢字"))
    terminal.close()
    terminal.close()
    screen.feed(line.output())
    #expect(screen.modes.isDisjoint(with: ["?1049", "?1002", "?1006", "?2004", "?1004"]))
    #expect(!screen.strings.contains { $0.hasPrefix("104") })
    #expect(line.localModes == before)
  }

  @Test func aResizeGivesTheNewSizeAndAWholePicture() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    defer { terminal.close() }
    terminal.present(frame(Self.rows))
    _ = line.output()
    line.resize(width: 50, height: 8)
    kill(getpid(), SIGWINCH)
    #expect(terminal.wait(milliseconds: 5000).inputs == [.resize(width: 50, height: 8)])
    let wider = frame(Self.rows, width: 50)
    terminal.present(wider)
    var screen = ScreenModel(width: 50, height: 8, policy: .clusters)
    screen.feed(line.output())
    for y in 0..<8 { #expect(screen.row(y) == wider.text(row: y)) }
  }

  @Test func inputsComeFromTheLine() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    let terminal = try Terminal.open(
      TerminalOptions(type: "xterm-256color", input: line.program, output: line.program))
    defer { terminal.close() }
    line.type("j\u{1B}[A")
    #expect(terminal.wait(milliseconds: 5000).inputs == [.key(KeyPress("j")), .key(KeyPress(.up))])
    line.type("\u{1B}")
    #expect(terminal.wait(milliseconds: 5000).inputs == [.key(KeyPress(.escape))])
    #expect(terminal.wait(milliseconds: 0).inputs == [])
    kill(getpid(), SIGTERM)
    #expect(terminal.wait(milliseconds: 5000).inputs == [.endOfInput])
  }

  @Test func aFileIsNoTerminal() {
    let file = Glibc.open("/dev/null", O_RDWR)
    defer { Glibc.close(file) }
    #expect(throws: TerminalError.notATerminal) {
      try Terminal.open(TerminalOptions(type: "xterm", input: file, output: file))
    }
  }

  @Test func uselessTypesAreRefused() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    for (type, error) in [
      (nil, TerminalError.typeMissing), ("dumb", .tooSimple("dumb")),
      ("no-such-type", .typeUnknown("no-such-type")),
    ] as [(String?, TerminalError)] {
      #expect(throws: error) {
        try Terminal.open(TerminalOptions(type: type, input: line.program, output: line.program))
      }
    }
  }

  @Test func coloursFollowTheTerminalAndNoColor() throws {
    let line = try #require(PseudoTerminal(width: 40, height: 8))
    for (type, noColor, depth) in [
      ("xterm-256color", false, ColorDepth.indexed256), ("xterm", false, .ansi16), ("vt100", false, .none),
      ("xterm-256color", true, .none),
    ] {
      let terminal = try Terminal.open(
        TerminalOptions(type: type, noColor: noColor, input: line.program, output: line.program))
      #expect(terminal.depth == depth)
      terminal.present(frame(Self.rows, style: Style(foreground: .rgb(1, 200, 3), background: .indexed(234))))
      terminal.close()
      let output = String(decoding: line.output(), as: UTF8.self)
      #expect(output.contains("\u{1B}[38;5;") == (depth == .indexed256))
      #expect(output.contains("\u{1B}[32;40m") == (depth == .ansi16))
    }
  }
}
