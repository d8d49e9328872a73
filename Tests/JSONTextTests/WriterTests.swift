import JSONText
import Testing

@Test func prettyIsOneFieldALine() {
  var writer = JSONWriter(pretty: true)
  writer.object { writer in
    writer.field("id", "c1")
    writer.field("estimate", 5400)
    writer.field("urgent", true)
    writer.field("due", String?.none)
    writer.field("column", Int?.none)
    writer.strings("labels", ["red", "blue"])
    writer.strings("none", [])
    writer.object("empty") { _ in }
    writer.array("checklist") { writer in
      writer.object { writer in writer.field("text", "Call") }
      writer.int(-1)
    }
  }
  #expect(
    writer.text == """
      {
        "id": "c1",
        "estimate": 5400,
        "urgent": true,
        "due": null,
        "column": null,
        "labels": [
          "red",
          "blue"
        ],
        "none": [],
        "empty": {},
        "checklist": [
          {
            "text": "Call"
          },
          -1
        ]
      }
      """)
}

@Test func compactHasNoSpaces() throws {
  let text = #"{"a":[1,{"b":null},[]],"c":"x y","d":{}}"#
  #expect(try write(parse(text)) == text)
}

@Test func whatDrivesATerminalIsEscaped() {
  #expect(
    write(
      .string("a\"\\\u{8}\t\n\u{C}\r\u{1B}[31m\u{7F}\u{80}\u{9B}\u{A0}é\u{2027}\u{2028}\u{2029}\u{202A}😀"))
      == #""a\"\\\b\t\n\f\r\u001b[31m\u007f\u0080\u009b"# + "\u{A0}é\u{2027}" + #"\u2028\u2029"#
      + "\u{202A}😀\"")
}

@Test func numbersKeepTheirText() throws {
  let text = "[1.50,-0,1E+2,123456789012345678901234567890,0.1]"
  #expect(try write(parse(text)) == text)
}

@Test func whatIsWrittenIsReadBackTheSame() throws {
  var generator = Generator(seed: 1)
  for _ in 0..<500 {
    let value = generator.value()
    let compact = write(value)
    let pretty = write(value, pretty: true)
    #expect(try parse(compact) == value)
    #expect(try write(parse(pretty)) == compact)
    #expect(!compact.utf8.contains { $0 < 0x20 || $0 == 0x7F })
  }
}

@Test func anObjectKeepsItsOrder() {
  var object: JSONObject = ["z": .int(1), "a": .int(2), "m": .int(3)]
  object["a"] = .bool(true)
  object["z"] = nil
  object["new"] = .null
  object["absent"] = nil
  #expect(write(.object(object)) == #"{"a":true,"m":3,"new":null}"#)
  #expect(object["m"] == .int(3) && object["z"] == nil && !object.isEmpty)
}
