/// The inner loops of reading and writing: what they look at is every byte of every file.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first quote, backslash or control character (below 0x20) from a place on, or the end.
  ///
  /// `isASCII` is false when a byte above 0x7f may lie before it. Eight bytes a step: a byte test is turned into
  /// a borrow in its top bit, and the lowest set bit is always a true hit.
  @inline(__always)
  static func stringStop(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (place: Int, isASCII: Bool)
  {
    var place = start
    var seen: UInt64 = 0
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      while place + 8 <= bytes.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let quotes = word ^ (0x22 &* ones)
        let slashes = word ^ (0x5C &* ones)
        let hits =
          (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- (0x20 &* ones)) & ~word))
          & highs
        if hits != 0 {
          let bytesBefore = hits.trailingZeroBitCount / 8
          seen |= word & ((1 << UInt64(bytesBefore * 8)) &- 1)
          return (place + bytesBefore, seen & highs == 0)
        }
        seen |= word
        place += 8
      }
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      seen |= UInt64(byte)
      place += 1
    }
    return (place, seen & highs == 0)
  }

  /// The first byte that is not part of well-formed UTF-8 (Unicode table 3-7), or nil.
  static func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var place = start
    while place < end {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return place
      }
      guard place + length <= end, second.contains(bytes[place + 1]) else { return place }
      for next in stride(from: place + 2, to: place + length, by: 1) where bytes[next] & 0xC0 != 0x80 {
        return place
      }
      place += length
    }
    return nil
  }
}
