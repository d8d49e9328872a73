import JSONText
import Testing

/// Whatever is done to a text, reading it ends in a value or an error, skipping agrees with reading, and what was
/// read can be written and read again.
@Test func mutatedTextsNeverTrap() throws {
  var generator = Generator(seed: 7)
  let pieces = [
    "\"", "\\u", "\\ud800", "{", "[", "}", "]", ",", ":", "null", "-", "1e", "/*", "//", "\u{0}", "é",
  ]
  var accepted = 0
  for round in 0..<3_000 {
    var bytes = Array(write(generator.value(depth: 3), pretty: round.isMultiple(of: 2)).utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: place)
      case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
      }
    }
    for isRelaxed in [false, true] {
      let value = Result { try parse(bytes, relaxed: isRelaxed) }
      var reader = JSONReader(bytes, relaxed: isRelaxed)
      let skipped = Result {
        try reader.skipValue()
        try reader.finish()
      }
      switch (value, skipped) {
      case (.success(let value), .success):
        accepted += 1
        #expect(try parse(write(value)) == value)
      case (.failure(let first), .failure(let second)):
        #expect(first as? JSONError == second as? JSONError)
      default: Issue.record("skipping and reading disagree on \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
  #expect(accepted > 100)
}

@Test func everyTruncationIsAnError() throws {
  let text = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9y\ud83d\ude00é"],"b":{"c":false}}"#.utf8)
  #expect(throws: Never.self) { try parse(text) }
  for count in 0..<text.count {
    #expect(throws: JSONError.self) { try parse(Array(text[..<count])) }
  }
}
