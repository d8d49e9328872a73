import JSONText
import Testing

@Test func readsEveryKindOfValue() throws {
  let text = #" { "a" : [ 1 , -2.50 , true , false , null ] , "b" : { } , "c" : "x\ty" } "#
  let expected: JSONObject = [
    "a": .array([.int(1), .number("-2.50"), .bool(true), .bool(false), .null]),
    "b": .object([:]), "c": .string("x\ty"),
  ]
  #expect(try parse(text) == .object(expected))
}

@Test func readsFieldsAsTheyCome() throws {
  var reader = JSONReader(
    Array(#"{"title":"Invoice","size":42,"x":{"y":[1,2]},"done":true,"due":null,"n":1.5}"#.utf8))
  var (title, size, isDone, hasDue, number) = ("", 0, false, true, 0.0)
  try reader.readObject { reader, key throws(JSONError) in
    switch key {
    case "title": title = try reader.readString()
    case "size": size = try reader.readInt()
    case "done": isDone = try reader.readBool()
    case "due": hasDue = !reader.readNull()
    case "n": number = try reader.readDouble()
    default: try reader.skipValue()
    }
  }
  try reader.finish()
  #expect(title == "Invoice" && size == 42 && isDone && !hasDue && number == 1.5)
}

@Test(arguments: [
  (#""\u00e9\/\b\f\n\r\t\"\\""#, "é/\u{8}\u{C}\n\r\t\"\\"),
  (#""\ud83d\ude00!""#, "😀!"),
  (#""\uD83D""#, "\u{FFFD}"),
  (#""\ude00a""#, "\u{FFFD}a"),
  (#""\ud83d\u0041""#, "\u{FFFD}A"),
  (#""\ud83d\n""#, "\u{FFFD}\n"),
  (#""वही 予定 and more than fifteen bytes""#, "वही 予定 and more than fifteen bytes"),
])
func readsStrings(text: String, expected: String) throws {
  #expect(try parse(text).string.map { Array($0.utf8) } == Array(expected.utf8))
  var reader = JSONReader(Array(text.utf8))
  try reader.skipValue()
  #expect(reader.offset == text.utf8.count)
}

@Test func wholeNumbersFitOrAreRefused() throws {
  for number in [0, 7, -1, Int.max, Int.min] {
    var reader = JSONReader(Array("\(number)".utf8))
    #expect(try reader.readInt() == number)
  }
  for text in ["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "99999999999999999999999"] {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONError.self) { try reader.readInt() }
  }
  var reader = JSONReader(Array("1e999".utf8))
  #expect(throws: JSONError(line: 1, column: 1, problem: "the number is too large")) {
    try reader.readDouble()
  }
}

@Test func aByteOrderMarkIsPassedOver() throws {
  #expect(try parse([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == .array([.int(1)]))
  #expect(throws: JSONError(line: 1, column: 2, problem: "a value is expected")) {
    try parse([0xEF, 0xBB, 0xBF] + Array("[x]".utf8))
  }
}

@Test func theLastOfEqualKeysWins() throws {
  let few = try parse(#"{"a":1,"b":2,"a":3}"#)
  #expect(write(few) == #"{"a":3,"b":2}"#)
  let fields = (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
  let many = try parse("{\(fields),\"k3\":\"new\",\"k39\":\"new\"}")
  #expect(many.object?.fields.count == 40)
  #expect(many.object?["k3"] == .string("new") && many.object?["k39"] == .string("new"))
}

@Test func nestingIsLimitedInsteadOfOverflowingTheStack() throws {
  let deepest = JSONReader.deepest
  let fits = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
  #expect(try write(parse(fits)) == fits)
  for open in ["[", #"{"a":"#] {
    let bytes = Array(String(repeating: open, count: 200_000).utf8)
    #expect(throws: JSONError.self) { try parse(bytes) }
    var reader = JSONReader(bytes)
    #expect(throws: JSONError.self) { try reader.skipValue() }
  }
  // Breadth is not depth.
  #expect(throws: Never.self) { try parse("[" + String(repeating: "[{}],", count: 2_000) + "1]") }
}

@Test(arguments: [
  ("", 1, 1, "the text ends where a value is expected"),
  ("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "a comma or } is expected"),
  ("[1, 2", 1, 6, "the text ends where a comma or ] is expected"),
  ("[1,]", 1, 4, "a comma stands before the closing bracket"),
  ("{\"a\" 1}", 1, 6, "a colon after the field name is expected"),
  ("{a: 1}", 1, 2, "a field name in quotes is expected"),
  ("[tru]", 1, 2, "true or false is expected"),
  ("[nul]", 1, 2, "a value is expected"),
  ("[\"é\", +1]", 1, 7, "a value is expected"),
  ("\"a\nb\"", 1, 3, "a control character in a string must be written as an escape"),
  ("\"abc", 1, 5, "the text ends inside a string"),
  ("\"abc\\", 1, 5, "the text ends inside a string"),
  ("\"\\x\"", 1, 2, "an unknown escape after \\"),
  ("\"\\u12g4\"", 1, 2, "four hexadecimal digits are expected after \\u"),
  ("01", 1, 1, "a number must not start with 0"),
  ("-", 1, 2, "the text ends where a digit is expected"),
  ("1.", 1, 3, "the text ends where a digit is expected"),
  ("1 2", 1, 3, "nothing more is expected"),
  ("// no", 1, 1, "a value is expected"),
])
func saysWhereItIsWrong(text: String, line: Int, column: Int, problem: String) {
  #expect(throws: JSONError(line: line, column: column, problem: problem)) { try parse(text) }
  #expect(throws: JSONError(line: line, column: column, problem: problem)) {
    var reader = JSONReader(Array(text.utf8))
    try reader.skipValue()
    try reader.finish()
  }
}

@Test(
  arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xC3]]
    as [[UInt8]])
func brokenUTF8IsRefusedWithItsPlace(broken: [UInt8]) {
  let bytes = Array("[\n\"é and a longer stretch ".utf8) + broken + Array("\"]".utf8)
  let expected = JSONError(line: 2, column: 25, problem: "a byte that is not UTF-8")
  #expect(throws: expected) { try parse(bytes) }
  #expect(throws: expected) {
    var reader = JSONReader(bytes)
    try reader.skipValue()
  }
}

@Test func relaxedReadsCommentsAndTrailingCommas() throws {
  let text = """
    // how I like it
    { /* keys */ "keys": ["a", "b",], // two
      "theme": "dark", /**/
    } // end
    """
  #expect(try write(parse(text, relaxed: true)) == #"{"keys":["a","b"],"theme":"dark"}"#)
  #expect(throws: JSONError.self) { try parse(text) }
  #expect(throws: JSONError(line: 2, column: 1, problem: "the comment is not closed by */")) {
    try parse("[\n/* oops ]", relaxed: true)
  }
  #expect(throws: JSONError(line: 1, column: 2, problem: "a value is expected")) {
    try parse("[,]", relaxed: true)
  }
}

@Test func failureCanPointToAnEarlierPlace() throws {
  var reader = JSONReader(Array("{\n \"due\": \"someday\"}".utf8))
  #expect(throws: JSONError(line: 2, column: 9, problem: "a date is expected")) {
    try reader.readObject { reader, _ throws(JSONError) in
      let start = reader.offset
      _ = try reader.readString()
      throw reader.failure("a date is expected", at: start)
    }
  }
}

@Test func aCopyIsABookmark() throws {
  var reader = JSONReader(Array("[[1,2],3]".utf8))
  var sums: [Int] = []
  try reader.readArray { reader throws(JSONError) in
    let bookmark = reader
    try reader.skipValue()
    reader = bookmark
    if try reader.peek() == .array {
      var sum = 0
      try reader.readArray { reader throws(JSONError) in sum += try reader.readInt() }
      sums.append(sum)
    } else {
      sums.append(try reader.readInt())
    }
  }
  #expect(sums == [3, 3])
}
