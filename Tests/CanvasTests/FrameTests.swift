import Testing

@testable import Canvas

@Test func textIsDrawnWhereItWasAskedFor() {
  var frame = Frame(width: 10, height: 2)
  let end = frame.put("Lin", x: 2, y: 1, style: .plain)
  #expect(end == 5)
  #expect(frame.text(row: 1) == "  Lin     ")
  #expect(frame.text(row: 0) == "          ")
}

@Test func aWideClusterIsNeverSplitAtAnEdge() {
  var frame = Frame(width: 4, height: 1)
  frame.fill(frame.bounds, style: .plain, text: ".")
  let end = frame.put("a漢字", x: 0, y: 0, style: .plain, clip: Rect(x: 0, y: 0, width: 4, height: 1))
  #expect(end == 5)
  #expect(frame.text(row: 0) == "a漢 ")
  var other = Frame(width: 4, height: 1)
  other.put("漢字", x: -1, y: 0, style: .plain)
  #expect(other.text(row: 0) == " 字 ")
}

@Test func drawingOverHalfAWideClusterClearsTheOtherHalf() {
  var frame = Frame(width: 6, height: 1)
  frame.put("漢字漢", x: 0, y: 0, style: .plain)
  frame.put("x", x: 1, y: 0, style: .plain)
  frame.put("y", x: 2, y: 0, style: .plain)
  #expect(frame.text(row: 0) == " xy 漢")
}

@Test func controlCharactersNeverSurvive() {
  var frame = Frame(width: 20, height: 1)
  frame.put("a\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2067}\tb\r\nc", x: 0, y: 0, style: .plain)
  #expect(frame.text(row: 0) == "a␛[31m␡\u{FFFD}\u{FFFD}\u{FFFD} b c      ")
}

/// tmux takes what is written after a joiner into the joiner's cell, and the rest of the row moves.
@Test func aJoinerThatJoinsNothingIsNotDrawn() {
  var frame = Frame(width: 16, height: 1)
  frame.put("wid\u{200D}th\u{200D}│\u{1F468}\u{200D}! दर्\u{200D}या", x: 0, y: 0, style: .plain)
  #expect(frame.text(row: 0) == "width│\u{1F468}! दर्\u{200D}या  ")
  #expect(TextWidth.of("h\u{200D}") == 1)
}

@Test func aFrameIsWrittenOutForGoldenFiles() {
  let heading = Style(foreground: .rgb(0xEE, 0xEE, 0xEE), background: .indexed(234), attributes: .bold)
  var frame = Frame(width: 12, height: 3, style: Style(background: .indexed(234)))
  frame.box(
    frame.bounds, style: Style(foreground: .ansi(8), background: .indexed(234)), title: "Lin",
    titleStyle: heading)
  frame.put("漢字 due", x: 1, y: 1, style: heading)
  frame.cursor = Point(x: 9, y: 1)
  #expect(
    frame.dump() == """
      12×3 cursor 9,1
      │╭ Lin ─────╮│
      ││漢字 due  ││
      │╰──────────╯│
      styles
      0: a1 b5 a6
      1: a1 b8 c2 a1
      legend
      a bright-black on 234
      b #eeeeee on 234 bold
      c default on 234

      """)
}

@Test func framesAreEqualWhenTheyShowTheSame() {
  var left = Frame(width: 10, height: 1)
  left.put("क्ष🇮🇳", x: 0, y: 0, style: .plain)
  var right = Frame(width: 10, height: 1)
  right.put("🇮🇳🇮🇳", x: 0, y: 0, style: .plain)
  #expect(left != right)
  right.fill(right.bounds, style: .plain)
  right.put("क्ष🇮🇳", x: 0, y: 0, style: .plain)
  #expect(left == right)
  right.restyle(Rect(x: 9, y: 0, width: 1, height: 1), Style(attributes: .reverse))
  #expect(left != right)
}

@Test func changesAreWholeClustersOfEitherFrame() {
  var old = Frame(width: 10, height: 3)
  old.put("ab漢字cd", x: 0, y: 1, style: .plain)
  var new = old
  #expect(new.changes(since: old) == [])
  new.put("x", x: 3, y: 1, style: .plain)
  #expect(new.changes(since: old) == [RowChange(y: 1, columns: 2..<4)])
  new.put("🇮🇳", x: 8, y: 2, style: .plain)
  #expect(new.changes(since: old) == [RowChange(y: 1, columns: 2..<4), RowChange(y: 2, columns: 8..<10)])
  var other = new
  other.put("🇧🇷", x: 8, y: 2, style: .plain)
  #expect(other.changes(since: new) == [RowChange(y: 2, columns: 8..<10)])
  #expect(new.changes(since: nil).count == 3)
}

@Test func aCellIsSixteenBytes() {
  #expect(MemoryLayout<Cell>.size == 16)
}

@Test func stylesLieOverEachOther() {
  let base = Style(foreground: .ansi(1), background: .ansi(2), attributes: .bold)
  let top = Style(foreground: .ansi(3), attributes: .underline)
  #expect(
    top.over(base) == Style(foreground: .ansi(3), background: .ansi(2), attributes: [.bold, .underline]))
  var frame = Frame(width: 2, height: 1, style: base)
  frame.overlay(Rect(x: 1, y: 0, width: 5, height: 5), top)
  #expect(frame.style(x: 0, y: 0) == base)
  #expect(frame.style(x: 1, y: 0) == top.over(base))
}

@Test func rolesOfClientsRepeatAfterTwelve() {
  #expect(Role.client(0) == .client1)
  #expect(Role.client(11) == .client12)
  #expect(Role.client(12) == .client1)
  #expect(Role.allCases.map(\.ordinal) == Array(0..<Role.allCases.count))
}
