import JSONText

/// A seeded generator (SplitMix64), so that a failing case can be had again.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Any text: plain, with quotes and controls, or from all over Unicode.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...20, using: &self) {
      switch Int.random(in: 0..<5, using: &self) {
      case 0: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...0x9F, using: &self)))
      case 1: text += ["\"", "\\", "/", "\u{2028}", "\u{2029}", "\n"].randomElement(using: &self) ?? ""
      case 2:
        text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0x80...0x10FFFF, using: &self)) ?? "व")
      default: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &self)))
      }
    }
    return text
  }

  /// Any value, at most so deep.
  mutating func value(depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .int(Int.random(in: Int.min...Int.max, using: &self))
    case 3:
      return .number(["0.10", "-0", "1e5", "-3.25E-7", "123456789012345678901234567890"][Int(next() % 5)])
    case 4: return .string(text())
    case 5:
      return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...20, using: &self) { object[text()] = value(depth: depth - 1) }
      return .object(object)
    }
  }
}

/// Reads a whole text as one value.
func parse(_ text: String, relaxed: Bool = false) throws(JSONError) -> JSONValue {
  try parse(Array(text.utf8), relaxed: relaxed)
}

/// Reads a whole text as one value.
func parse(_ bytes: [UInt8], relaxed: Bool = false) throws(JSONError) -> JSONValue {
  var reader = JSONReader(bytes, relaxed: relaxed)
  let value = try reader.readValue()
  try reader.finish()
  return value
}

/// The text of a value.
func write(_ value: JSONValue, pretty: Bool = false) -> String {
  var writer = JSONWriter(pretty: pretty)
  writer.value(value)
  return writer.text
}
