/// One content line taken apart: `NAME;PARAMETER=value:VALUE` (RFC 5545, 3.1).
struct ContentLine {
  struct Parameter {
    let name: String
    let value: Range<Int>
  }

  /// In capitals.
  let name: String
  let parameters: [Parameter]
  /// Where the value is in the bytes of the file's lines.
  let value: Range<Int>
  /// The whole line.
  let whole: Range<Int>
  /// The line of the file, counted from 1.
  let number: Int

  /// Takes a line apart; nil where it is none, having no name or no value.
  ///
  /// A quote that is never closed, or closed behind the value, is read as if no quotes were there: Outlook has
  /// written `TZID="W. Europe Standard Time:20200609T090000"`.
  init?(_ line: ContentLines.Line, in bytes: [UInt8]) {
    let read = bytes.withUnsafeBufferPointer { bytes in
      Self.read(line.range, in: bytes, withQuotes: true)
        ?? Self.read(line.range, in: bytes, withQuotes: false)
    }
    guard let read else { return nil }
    name = read.name
    parameters = read.parameters
    value = read.value
    whole = line.range
    number = line.number
  }

  private static func read(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, withQuotes: Bool
  ) -> (name: String, parameters: [Parameter], value: Range<Int>)? {
    var place = range.lowerBound
    guard let name = self.name(&place, range.upperBound, in: bytes) else { return nil }
    var parameters: [Parameter] = []
    while place < range.upperBound, bytes[place] == UInt8(ascii: ";") {
      place += 1
      // An empty parameter, as in `DTSTART;:2026…`, says nothing.
      if place < range.upperBound, bytes[place] == UInt8(ascii: ":") { break }
      let start = place
      var equals: Int?
      var isQuoted = false
      scan: while place < range.upperBound {
        switch bytes[place] {
        case UInt8(ascii: "\""): if withQuotes { isQuoted.toggle() }
        case UInt8(ascii: "="): if equals == nil { equals = place }
        case UInt8(ascii: ";"), UInt8(ascii: ":"): if !isQuoted { break scan }
        default: break
        }
        place += 1
      }
      if isQuoted { return nil }
      guard let equals else { continue }
      parameters.append(Parameter(name: capitals(bytes[start..<equals]), value: (equals + 1)..<place))
    }
    guard place < range.upperBound, bytes[place] == UInt8(ascii: ":") else { return nil }
    return (name, parameters, (place + 1)..<range.upperBound)
  }

  /// Takes letters, digits and hyphens; vCalendar's groups and underscores are let pass.
  private static func name(_ place: inout Int, _ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let start = place
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        place += 1
      case UInt8(ascii: ":"), UInt8(ascii: ";"):
        return place > start ? capitals(bytes[start..<place]) : nil
      default: return nil
      }
    }
    return nil
  }

  private static func capitals(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    // Up to fifteen bytes a text needs no memory of its own; longer names are rare.
    String(unsafeUninitializedCapacity: bytes.count) { text in
      var count = 0
      for byte in bytes {
        text[count] =
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte < 0x80 ? byte : 0x3F
        count += 1
      }
      return count
    }
  }

  func parameter(_ name: String) -> Range<Int>? {
    parameters.first { $0.name == name }?.value
  }
}
