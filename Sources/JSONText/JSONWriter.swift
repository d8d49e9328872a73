/// Writes a JSON text: the same calls always give the same bytes.
///
/// Control characters (C0, DEL and C1) and the line separators U+2028 and U+2029 are written as escapes, so that a
/// text shown or pasted somewhere cannot drive a terminal and one value is always one line when compact.
package struct JSONWriter {
  /// The text so far, in UTF-8; without a line end after the last bracket.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// A pretty text has one field or element a line, two spaces a level; `{}` and `[]` stay on one line.
  package init(pretty: Bool) {
    isPretty = pretty
  }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `body` writes its keys and values.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes the name of a field; its value must follow.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
    followsKey = true
  }

  package mutating func string(_ value: String) {
    startValue()
    quote(value)
  }

  package mutating func int(_ value: Int) {
    startValue()
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func bool(_ value: Bool) {
    startValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value whole; the text of a number is written as it is.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let text):
      startValue()
      bytes.append(contentsOf: text.utf8)
    case .string(let text): string(text)
    case .array(let elements):
      array { writer in
        for element in elements { writer.value(element) }
      }
    case .object(let object):
      self.object { writer in
        for field in object.fields { writer.field(field.key, field.value) }
      }
    }
  }
}

// MARK: - Fields

extension JSONWriter {
  package mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a field whose value may be missing; nil is written as null.
  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a field whose value may be missing; nil is written as null.
  package mutating func field(_ name: String, _ value: Int?) {
    key(name)
    if let value { int(value) } else { null() }
  }

  package mutating func field(_ name: String, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  /// Writes a field whose value is a list of strings.
  package mutating func strings(_ name: String, _ values: [String]) {
    key(name)
    array { writer in
      for value in values { writer.string(value) }
    }
  }

  /// Writes a field whose value is an object.
  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a field whose value is an array.
  package mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }
}

// MARK: - Bytes

extension JSONWriter {
  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    startValue()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if isPretty, !isFirst { startLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func startValue() {
    if followsKey {
      followsKey = false
    } else if depth > 0 {
      separate()
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if isPretty { startLine() }
  }

  private mutating func startLine() {
    bytes.append(0x0A)
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var written = 0
      var place = 0
      while place < utf8.count {
        guard let escaped = Self.escapedScalar(in: utf8, at: place) else {
          place += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<place]))
        appendEscape(escaped.code)
        place += escaped.length
        written = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The character at a place and its length in bytes if it must be written as an escape.
  @inline(__always)
  private static func escapedScalar(
    in utf8: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (code: UInt16, length: Int)? {
    let byte = utf8[place]
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt16(byte), 1)
    case 0xC2 where utf8[place + 1] < 0xA0: return (UInt16(utf8[place + 1]), 2)
    case 0xE2 where utf8[place + 1] == 0x80 && utf8[place + 2] & 0xFE == 0xA8:
      return (0x2000 | UInt16(utf8[place + 2] & 0x3F), 3)
    default: return nil
    }
  }

  private mutating func appendEscape(_ code: UInt16) {
    bytes.append(UInt8(ascii: "\\"))
    switch code {
    case 0x22: bytes.append(0x22)
    case 0x5C: bytes.append(0x5C)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8((code >> UInt16(shift)) & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
