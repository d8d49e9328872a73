import Testing

@testable import Canvas

@Test(arguments: [
  ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("ｱ", 1), ("Ａ", 2), ("…", 1),
  ("│", 1),
  ("\u{1112}\u{1161}\u{11AB}", 2), ("ß", 1), ("\u{AD}", 1), ("\u{200B}", 0), ("\u{301}", 0), ("\u{FEFF}", 0),
  ("क", 1), ("क्ष", 2), ("की", 2), ("कि", 2), ("स्त्री", 4), ("प्रकाशन", 6), ("กำ", 2), ("กี่", 1), ("العربية", 7),
  ("שָׁלוֹם", 4),
  ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("❤️‍🔥", 2), ("🇮🇳", 2), ("🇮", 1), ("1️⃣", 2), ("☀", 1), ("☀️", 2), ("❤", 1),
  ("❤️", 2),
  ("✓", 1), ("✔️", 2), ("⌚", 2), ("©", 1), ("©️", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🏳️‍🌈", 2), ("\u{1F3FB}", 2), ("☝🏽", 2),
  ("\t", 1), ("\n", 1), ("\r\n", 1), ("\u{1B}[31m", 5), ("\u{202E}", 1), ("\u{7F}", 1), ("\u{9B}", 1),
  ("𠀀", 2), ("\u{E000}", 1), ("\u{378}", 1), ("\u{10FFFF}", 1),
])
func widths(_ text: String, _ columns: Int) {
  #expect(TextWidth.of(text) == columns)
}

/// Texts of all kinds, to be put together by chance.
private let samples = [
  "a", " ", "word", "é", "e\u{301}", "漢", "क्ष", "की", "👨‍👩‍👧", "🇮🇳", "🇧", "☀️", "1️⃣", "\u{200D}", "\u{301}", "\u{1B}",
  "\t", "\r\n",
  "ক্ত", "த்", "న్న", "ക്ഷ", "ක්ෂ", "\u{94D}", "\u{9CD}", "ष", "त", "\u{93C}", "ी", "\u{BBE}", "\u{D4E}", "\u{20E3}",
  "5", "🏿", "❤", "\u{200B}",
  "한", "\u{1112}", "\u{1161}", "👍", "🏽", "กำ", "\u{202E}", "│", "…", "\u{600}", "\u{FE0F}",
]

/// A small generator with a seed, so that a failure can be had again.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private func sample(_ seed: Int) -> String {
  var random = SeededGenerator(state: UInt64(seed) &* 7919 &+ 1)
  return (0..<Int.random(in: 1...12, using: &random)).map { _ in samples.randomElement(using: &random) ?? "" }
    .joined()
}

@Test(arguments: 0..<300)
func theWidthOfATextIsThatOfItsCharacters(_ seed: Int) {
  let text = sample(seed)
  #expect(TextWidth.of(text) == text.reduce(0) { $0 + TextWidth.of($1) }, "\(text.debugDescription)")
}

@Test(arguments: 0..<2000)
func clustersAreTheStandardLibrarysCharacters(_ seed: Int) {
  let text = sample(seed)
  var drawn: [String] = []
  ClusterReader.read(text) { reader in
    while let cluster = reader.next() {
      if cluster.bytes.count > 1, cluster.width > 0 { drawn.append(reader.text(of: cluster)) }
    }
  }
  // Joiners that join nothing are left out.
  let characters = Array(text).map { character in
    character.unicodeScalars.reversed().drop { $0.value == 0x200D }.reversed().reduce(into: "") {
      $0.unicodeScalars.append($1)
    }
  }
  #expect(
    drawn == characters.filter { $0.utf8.count > 1 && TextWidth.of($0) > 0 }, "\(text.debugDescription)")
}

@Test(arguments: 0..<300)
func cuttingAndPaddingKeepTheirPromise(_ seed: Int) {
  let text = sample(seed)
  for columns in 0...14 {
    let cut = TextWidth.cut(text, to: columns)
    #expect(TextWidth.of(cut) <= columns)
    if TextWidth.of(text) <= columns, columns > 0 { #expect(cut == text) }
    #expect(TextWidth.of(TextWidth.pad(text, to: columns)) == columns)
    let prefix = TextWidth.prefix(text, columns: columns)
    // Joiners that join nothing are left out.
    let (whole, start) = (text.unicodeScalars, prefix.unicodeScalars)
    #expect(whole.filter { $0.value != 0x200D }.starts(with: start.filter { $0.value != 0x200D }))
    // Only a single cluster may be wider than a line.
    for line in TextWidth.wrap(text, to: max(columns, 1)) {
      #expect(TextWidth.of(line) <= max(columns, 1) || line.count == 1)
    }
  }
}

@Test(arguments: 0..<300)
func aFrameHoldsWhatItsWidthsSay(_ seed: Int) {
  let text = sample(seed)
  var frame = Frame(width: 12, height: 1)
  for x in -3...6 {
    let end = frame.put(text, x: x, y: 0, style: .plain, clip: Rect(x: 1, y: 0, width: 9, height: 1))
    #expect(end == x + TextWidth.of(text))
    var column = 0
    while column < 12 {
      let cell = frame.cell(x: column, y: 0)
      #expect(cell.width > 0, "half a cluster at \(column)")
      column += max(Int(cell.width), 1)
    }
    #expect(
      !frame.text(row: 0).unicodeScalars.contains { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) })
  }
}

@Test func aTextIsCutWithAnEllipsisBetweenClusters() {
  #expect(TextWidth.cut("Newsletter", to: 6) == "Newsl…")
  #expect(TextWidth.cut("漢字漢字", to: 6) == "漢字…")
  #expect(TextWidth.cut("漢字漢字", to: 5) == "漢字…")
  #expect(TextWidth.cut("प्रकाशन", to: 4) == "प्र…")
  #expect(TextWidth.cut("👨‍👩‍👧👨‍👩‍👧", to: 3) == "👨‍👩‍👧…")
  #expect(TextWidth.cut("abc", to: 0) == "")
  #expect(TextWidth.pad("ab", to: 4, alignRight: true) == "  ab")
}

@Test func linesBreakBetweenWords() {
  #expect(TextWidth.wrap("one two three", to: 7) == ["one two", "three"])
  #expect(TextWidth.wrap("a verylongword b", to: 6) == ["a", "verylo", "ngword", "b"])
  #expect(TextWidth.wrap("first\n\nthird", to: 20) == ["first", "", "third"])
  #expect(TextWidth.wrap("漢字漢字漢字", to: 5) == ["漢字", "漢字", "漢字"])
  #expect(TextWidth.wrap("", to: 5) == [""])
}

@Test func aHeapOfMarksIsBounded() {
  let heap = "a" + String(repeating: "\u{301}", count: 1000)
  var frame = Frame(width: 3, height: 1)
  frame.put(heap, x: 0, y: 0, style: .plain)
  #expect(frame.text(row: 0).unicodeScalars.count <= 26)
  #expect(TextWidth.of(heap) == 1)
}

@Test(arguments: [
  ("a", false), ("漢", false), ("e\u{301}", false), ("│", false), ("●", false), ("✓", false), ("한", false),
  ("שָׁ", false),
  ("☀", true), ("☀️", true), ("😀", true), ("🇮🇳", true), ("क्ष", true), ("की", true), ("กำ", true), ("1️⃣", true),
])
func riskyIsWhatTerminalsDisagreeAbout(_ text: String, _ isRisky: Bool) {
  var frame = Frame(width: 4, height: 1)
  frame.put(text, x: 0, y: 0, style: .plain)
  #expect(frame.cell(x: 0, y: 0).isRisky == isRisky)
}

@Test func linesAreJoined() {
  let lines = ["", "one", "दो", "three"]
  #expect(TextWidth.joined(lines[1...], by: " · ") == "one · दो · three")
  #expect(TextWidth.joined(lines[...1], by: "-") == "-one")
  #expect(TextWidth.joined(lines[2..<2], by: "-") == "")
}
