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
