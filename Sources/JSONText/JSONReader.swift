/// Reads a JSON text (RFC 8259) value by value, as the caller asks for it, without building a tree.
///
/// A copy of a reader is a bookmark: reading goes on from it as if nothing had been read since. After an error only
/// such a copy may be used further.
package struct JSONReader {
  /// How deep arrays and objects may lie in each other; more is refused rather than run out of stack.
  package static let deepest = 512

  let bytes: [UInt8]
  var position = 0
  private var depth = 0
  private let isRelaxed: Bool

  /// Reads from the start of a text in UTF-8; a byte order mark is passed over.
  ///
  /// A relaxed reader also takes comments (`//` and `/* */`) and a comma before a closing bracket, as
  /// configuration files written by hand have them.
  package init(_ bytes: [UInt8], relaxed: Bool = false) {
    self.bytes = bytes
    isRelaxed = relaxed
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// How many bytes have been read; before a value of an object or array, the place where it starts.
  package var offset: Int { position }

  /// Reads an object; `field` is called with each name and must read or skip the value.
  package mutating func readObject(
    _ field: (inout JSONReader, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(.object)
    var goesOn = try !closes(with: UInt8(ascii: "}"))
    while goesOn {
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a field name in quotes") }
      let name = try quotedString()
      try skipBlank()
      guard byte == UInt8(ascii: ":") else { throw unexpected("a colon after the field name") }
      position += 1
      try skipBlank()
      try field(&self, name)
      goesOn = try continues(before: UInt8(ascii: "}"))
    }
    depth -= 1
  }

  /// Reads an array; `element` is called before each element and must read or skip it.
  package mutating func readArray(
    _ element: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(.array)
    var goesOn = try !closes(with: UInt8(ascii: "]"))
    while goesOn {
      try element(&self)
      goesOn = try continues(before: UInt8(ascii: "]"))
    }
    depth -= 1
  }

  /// Reads a string; half a surrogate pair in it becomes U+FFFD.
  package mutating func readString() throws(JSONError) -> String {
    try skipBlank()
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a string") }
    return try quotedString()
  }

  /// Reads a whole number.
  package mutating func readInt() throws(JSONError) -> Int {
    try skipBlank()
    let start = position
    let number = try scanNumber()
    guard number.isWhole else { throw failure("a whole number is expected", at: start) }
    var value = 0
    var fits = true
    bytes.withUnsafeBufferPointer { bytes in
      let isNegative = bytes[start] == UInt8(ascii: "-")
      for place in (isNegative ? start + 1 : start)..<number.end {
        let digit = Int(bytes[place] &- UInt8(ascii: "0"))
        let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflows) =
          isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        value = sum
        if tooBig || overflows { fits = false }
      }
    }
    guard fits else { throw failure("the number is too large", at: start) }
    return value
  }

  /// Reads a number.
  package mutating func readDouble() throws(JSONError) -> Double {
    try skipBlank()
    let start = position
    let number = try scanNumber()
    guard let value = Double(text(start, number.end)), value.isFinite else {
      throw failure("the number is too large", at: start)
    }
    return value
  }

  /// Reads `true` or `false`.
  package mutating func readBool() throws(JSONError) -> Bool {
    try skipBlank()
    if take("true") { return true }
    if take("false") { return false }
    throw unexpected("true or false")
  }

  /// Reads a null if one is next, and says whether it was.
  package mutating func readNull() -> Bool {
    let start = position
    guard (try? skipBlank()) != nil, take("null") else {
      position = start
      return false
    }
    return true
  }

  /// The kind of the next value, judged by its first character.
  package mutating func peek() throws(JSONError) -> JSONKind {
    try skipBlank()
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw unexpected("a value")
    }
  }

  /// Reads any value whole; of equal keys in an object the last wins.
  package mutating func readValue() throws(JSONError) -> JSONValue {
    switch try peek() {
    case .null:
      guard take("null") else { throw unexpected("a value") }
      return .null
    case .bool: return .bool(try readBool())
    case .string: return .string(try quotedString())
    case .number:
      let start = position
      let number = try scanNumber()
      return .number(text(start, number.end))
    case .array:
      var elements: [JSONValue] = []
      try readArray { reader throws(JSONError) in elements.append(try reader.readValue()) }
      return .array(elements)
    case .object:
      var builder = JSONObject.Builder()
      try readObject { reader, key throws(JSONError) in builder.add(key, try reader.readValue()) }
      return .object(builder.object)
    }
  }

  /// Passes over any value, checking it as strictly as if it were read.
  package mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case .null: guard take("null") else { throw unexpected("a value") }
    case .bool: _ = try readBool()
    case .string: try skipString()
    case .number: _ = try scanNumber()
    case .array: try readArray { reader throws(JSONError) in try reader.skipValue() }
    case .object: try skipObject()
    }
  }

  /// Makes sure that only white space is left.
  package mutating func finish() throws(JSONError) {
    try skipBlank()
    guard position == bytes.count else { throw unexpected("nothing more") }
  }
}

// MARK: - What stands between the values

extension JSONReader {
  /// The next byte; zero, which no JSON text may contain outside a string, at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Passes over an object without making strings of its names.
  private mutating func skipObject() throws(JSONError) {
    try open(.object)
    var goesOn = try !closes(with: UInt8(ascii: "}"))
    while goesOn {
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a field name in quotes") }
      try skipString()
      try skipBlank()
      guard byte == UInt8(ascii: ":") else { throw unexpected("a colon after the field name") }
      position += 1
      try skipValue()
      goesOn = try continues(before: UInt8(ascii: "}"))
    }
    depth -= 1
  }

  private mutating func open(_ kind: JSONKind) throws(JSONError) {
    try skipBlank()
    let isObject = kind == .object
    guard byte == (isObject ? UInt8(ascii: "{") : UInt8(ascii: "[")) else {
      throw unexpected(isObject ? "an object in { }" : "a list in [ ]")
    }
    guard depth < Self.deepest else { throw failure("more than \(Self.deepest) levels of nesting") }
    depth += 1
    position += 1
  }

  /// Whether the closing bracket comes right after the opening one; takes it if so.
  private mutating func closes(with bracket: UInt8) throws(JSONError) -> Bool {
    try skipBlank()
    guard byte == bracket else { return false }
    position += 1
    return true
  }

  /// Takes the comma or closing bracket after an element, and says whether there is another element.
  private mutating func continues(before bracket: UInt8) throws(JSONError) -> Bool {
    try skipBlank()
    if byte == UInt8(ascii: ",") {
      position += 1
      try skipBlank()
      guard byte == bracket else { return true }
      guard isRelaxed else { throw failure("a comma stands before the closing bracket") }
    }
    guard byte == bracket else {
      throw unexpected(bracket == UInt8(ascii: "}") ? "a comma or }" : "a comma or ]")
    }
    position += 1
    return false
  }

  /// Passes over white space, and comments where they are taken.
  @inline(__always)
  mutating func skipBlank() throws(JSONError) {
    // Most calls find no white space; a slash may start a comment.
    if byte <= 0x20 || byte == UInt8(ascii: "/") { try skipLongBlank() }
  }

  private mutating func skipLongBlank() throws(JSONError) {
    let start = position
    position = bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        let byte = bytes[place]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
        place += 1
      }
      return place
    }
    if isRelaxed, byte == UInt8(ascii: "/") { try skipComment() }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = position
    let kind = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch kind {
    case UInt8(ascii: "/"):
      position = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    case UInt8(ascii: "*"):
      position += 2
      while position + 1 < bytes.count,
        bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
      {
        position += 1
      }
      guard position + 1 < bytes.count else { throw failure("the comment is not closed by */", at: start) }
      position += 2
    default: return
    }
    try skipBlank()
  }

  /// Takes a literal name if it is next.
  private mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for place in 0..<count where bytes[position + place] != literal.utf8Start[place] { return false }
    position += count
    return true
  }
}

// MARK: - Saying what is wrong

extension JSONReader {
  /// The error of what is wrong at the current place.
  package func failure(_ problem: String) -> JSONError { failure(problem, at: position) }

  /// The error of what is wrong at an earlier place, an `offset` that was noted there.
  package func failure(_ problem: String, at offset: Int) -> JSONError {
    var line = 1
    var column = 1
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    for byte in bytes[(hasMark ? 3 : 0)..<max(hasMark ? 3 : 0, min(offset, bytes.count))] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(line: line, column: column, problem: problem)
  }

  /// The error of finding something else than was expected at the current place.
  func unexpected(_ expected: String) -> JSONError {
    guard position < bytes.count else { return failure("the text ends where \(expected) is expected") }
    return failure("\(expected) is expected")
  }
}
