import Canvas
import Testing

@testable import Terminal

/// Pieces of what terminals send, sound and broken, so that chance meets the interesting cases.
private let pieces: [[UInt8]] =
  [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}_", "[", "A", "~", ";", ":", "<", "$", "?",
    "M",
    "m", "1", "5", "200", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}\\", "\u{7}", "11;rgb:00/00/00", "u", "é", "漢",
    "\r", "\n", "x", " ", "\u{1B}[<0;3;4M", "\u{1B}[1;5A", "\u{1B}[M", "27",
  ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE6, 0xBC], [0x80], [0x00]]

@Test(arguments: 0..<400)
func anySplitOfTheBytesGivesTheSameInputs(_ seed: Int) {
  var random = SeededGenerator(state: UInt64(seed))
  let bytes = (0..<Int.random(in: 1...30, using: &random)).flatMap { _ in
    pieces.randomElement(using: &random) ?? []
  }
  let keys: [(bytes: [UInt8], key: KeyPress)] =
    seed.isMultiple(of: 2) ? [] : [(Array("\u{1B}[25z".utf8), KeyPress(.function(2)))]
  var whole = InputDecoder(ownKeys: keys)
  let expected = whole.feed(bytes) + whole.flush()
  var single = InputDecoder(ownKeys: keys)
  #expect(bytes.flatMap { single.feed([$0]) } + single.flush() == expected, "\(bytes)")
  var pieced = InputDecoder(ownKeys: keys)
  var inputs: [TerminalInput] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = Int.random(in: 1...7, using: &random)
    inputs += pieced.feed(rest.prefix(count))
    rest = rest.dropFirst(count)
  }
  #expect(inputs + pieced.flush() == expected, "\(bytes)")
}

@Test(arguments: 0..<50)
func noBytesAreEverKept(_ seed: Int) {
  var random = SeededGenerator(state: UInt64(seed) + 1000)
  var decoder = InputDecoder(ownKeys: [])
  for _ in 0..<200 {
    let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = decoder.feed(bytes)
  }
  for _ in 0..<3 { _ = decoder.flush() }
  #expect(decoder.patience == nil)
  #expect(decoder.feed([0x71]) == [.key(KeyPress("q"))])
}
