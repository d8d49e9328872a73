import Canvas
import Testing

@testable import Terminal

/// Decodes bytes given at once, and then nothing more comes.
private func decoded(_ text: String) -> [TerminalInput] {
  decoded(Array(text.utf8))
}

private func decoded(_ bytes: [UInt8]) -> [TerminalInput] {
  var decoder = InputDecoder(ownKeys: [])
  return decoder.feed(bytes) + decoder.flush()
}

private func key(
  _ key: Key, control: Bool = false, alt: Bool = false, shift: Bool = false
) -> [TerminalInput] {
  [.key(KeyPress(key, control: control, alt: alt, shift: shift))]
}

@Test(arguments: [
  ("a", key(.character("a"))), ("A", key(.character("A"))), ("é", key(.character("é"))),
  ("漢", key(.character("漢"))), ("😀", key(.character("😀"))), ("\r", key(.enter)), ("\t", key(.tab)),
  ("\u{7F}", key(.backspace)), ("\u{8}", key(.backspace)), ("\u{1B}", key(.escape)),
  ("\u{1}", key(.character("a"), control: true)), ("\u{12}", key(.character("r"), control: true)),
  ("\u{0}", key(.character(" "), control: true)), ("\u{1C}", key(.character("\\"), control: true)),
  ("\u{1B}a", key(.character("a"), alt: true)), ("\u{1B}é", key(.character("é"), alt: true)),
  ("\u{1B}\r", key(.enter, alt: true)), ("\u{1B}\u{7F}", key(.backspace, alt: true)),
])
func typedKeys(_ bytes: String, _ expected: [TerminalInput]) {
  #expect(decoded(bytes) == expected)
}

@Test(arguments: [
  ("[A", key(.up)), ("OA", key(.up)), ("[B", key(.down)), ("[C", key(.right)), ("[D", key(.left)),
  ("[H", key(.home)), ("OF", key(.end)), ("[1~", key(.home)), ("[4~", key(.end)), ("[2~", key(.insert)),
  ("[3~", key(.delete)), ("[5~", key(.pageUp)), ("[6~", key(.pageDown)), ("[Z", key(.backTab)),
  ("OP", key(.function(1))), ("[15~", key(.function(5))), ("[24~", key(.function(12))),
  ("[[A", key(.function(1))), ("[[E", key(.function(5))), ("OM", key(.enter)), ("Oj", key(.character("*"))),
  ("[1;5C", key(.right, control: true)), ("[1;2A", key(.up, shift: true)),
  ("[1;3D", key(.left, alt: true)), ("[1;6B", key(.down, control: true, shift: true)),
  ("[1;8H", key(.home, control: true, alt: true, shift: true)), ("[3;5~", key(.delete, control: true)),
  ("[1;2R", key(.function(3), shift: true)), ("O5A", key(.up, control: true)),
  ("[a", key(.up, shift: true)), ("Oa", key(.up, control: true)), ("[3$", key(.delete, shift: true)),
  ("[3^", key(.delete, control: true)), ("[5@", key(.pageUp, control: true, shift: true)),
  ("\u{1B}[A", key(.up, alt: true)), ("\u{1B}OA", key(.up, alt: true)),
])
func keySequences(_ bytes: String, _ expected: [TerminalInput]) {
  #expect(decoded("\u{1B}" + bytes) == expected)
}

@Test(arguments: [
  ("[97;5u", key(.character("a"), control: true)), ("[97;2u", key(.character("A"))),
  ("[97;6u", key(.character("a"), control: true)), ("[13;2u", key(.enter, shift: true)),
  ("[9;2u", key(.backTab)), ("[27u", key(.escape)), ("[127;5u", key(.backspace, control: true)),
  ("[57417;5u", key(.left, control: true)), ("[57399u", key(.character("0"))),
  ("[57376u", key(.function(13))), ("[27;5;13~", key(.enter, control: true)),
  ("[27;5;105~", key(.character("i"), control: true)), ("[97;1:3u", []), ("[57441u", []),
  ("[233;3u", key(.character("é"), alt: true)), ("[1;1:2A", key(.up)),
])
func keysByCodePoint(_ bytes: String, _ expected: [TerminalInput]) {
  #expect(decoded("\u{1B}" + bytes) == expected)
}

@Test(arguments: [
  ("[<0;1;1M", MouseEvent(.press(.left), x: 0, y: 0)),
  ("[<2;140;40M", MouseEvent(.press(.right), x: 139, y: 39)),
  ("[<0;3;4m", MouseEvent(.release, x: 2, y: 3)),
  ("[<32;3;4M", MouseEvent(.drag(.left), x: 2, y: 3)),
  ("[<64;3;4M", MouseEvent(.wheelUp, x: 2, y: 3)), ("[<65;3;4M", MouseEvent(.wheelDown, x: 2, y: 3)),
  ("[<20;3;4M", MouseEvent(.press(.left), x: 2, y: 3, control: true, shift: true)),
])
func mouseEvents(_ bytes: String, _ expected: MouseEvent) {
  #expect(decoded("\u{1B}" + bytes) == [.mouse(expected)])
}

@Test(arguments: [
  "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[?2026;2$y", "\u{1B}]52;c;Zm9v\u{7}", "\u{1B}P1$r0m\u{1B}\\",
  "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[8;40;140t", "\u{1B}]11;cyan\u{7}", "\u{1B}[<35;3;4M", "\u{1B}[<66;3;4M",
  "\u{1B}[M !!", "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1B}O!",
])
func whatMeansNothingIsPassedOver(_ bytes: String) {
  #expect(decoded(bytes + "x") == key(.character("x")))
}

@Test func theBackgroundColourIsUnderstood() {
  #expect(decoded("\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\") == [.background(isDark: true)])
  #expect(decoded("\u{1B}]11;rgb:ff/ff/ee\u{7}") == [.background(isDark: false)])
  #expect(decoded("\u{1B}]11;rgba:0000/2b2b/3636/ffff\u{7}") == [.background(isDark: true)])
}

@Test func theFocusIsReported() {
  #expect(decoded("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
}

@Test func aPasteComesWholeAndHarmless() {
  let pasted = decoded("\u{1B}[200~one\r\ntwo\rthree\u{1B}[31m\u{7}\u{9B}\tक्ष\u{1B}[201~q")
  #expect(pasted == [.paste("one\ntwo\nthree[31m\tक्ष")] + key(.character("q")))
}

@Test func aPasteWithoutEndIsGivenUpWithItsText() {
  var decoder = InputDecoder(ownKeys: [])
  #expect(decoder.feed(Array("\u{1B}[200~half".utf8)) == [])
  #expect(decoder.patience == 2000)
  #expect(decoder.flush() == [.paste("half")])
  #expect(decoder.feed(Array("x".utf8)) == key(.character("x")))
}

@Test func aPasteIsBounded() {
  let long = [UInt8](repeating: 0x61, count: InputDecoder.longestPaste + 5000)
  let pasted = decoded(Array("\u{1B}[200~".utf8) + long + Array("\u{1B}[201~".utf8))
  #expect(pasted == [.paste(String(repeating: "a", count: InputDecoder.longestPaste))])
}

@Test func escapeWaitsOnlyForItsTimeOut() {
  var decoder = InputDecoder(ownKeys: [])
  #expect(decoder.patience == nil)
  #expect(decoder.feed([0x1B]) == [])
  #expect(decoder.patience == 25)
  #expect(decoder.flush() == key(.escape))
  #expect(decoder.patience == nil)
  #expect(decoder.feed([0x1B]) == [])
  #expect(decoder.feed(Array("[A".utf8)) == key(.up))
}

@Test func altWithABracketIsAKeyWhenNothingFollows() {
  #expect(decoded("\u{1B}[") == key(.character("["), alt: true))
  #expect(decoded("\u{1B}]") == key(.character("]"), alt: true))
  #expect(decoded("\u{1B}\u{1B}") == key(.escape) + key(.escape))
  #expect(decoded("\u{1B}[1;5") == [])
}

@Test func invalidBytesAreDropped() {
  #expect(
    decoded([0xFF, 0x61, 0xC3, 0x62, 0xE0, 0x80, 0x80, 0x63, 0xED, 0xA0, 0x80])
      == "abc".flatMap { key(.character($0)) })
}

@Test func sequencesOfTheTerminalsOwnAreKnown() {
  var decoder = InputDecoder(ownKeys: [
    (Array("\u{1B}[25z".utf8), KeyPress(.function(2))), (Array("\u{1B}[A".utf8), KeyPress(.up)),
  ])
  #expect(decoder.feed(Array("\u{1B}[25z\u{1B}[A\u{1B}[26z".utf8)) == key(.function(2)) + key(.up))
  #expect(decoder.feed(Array("\u{1B}[25".utf8)) == [])
  #expect(decoder.feed(Array("z".utf8)) == key(.function(2)))
}
