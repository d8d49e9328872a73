/// Offsets from UTC as calendar files write them.
enum ZoneOffsetText {
  /// Reads `+0100`, `-0330`, `+05:30` or `+005328`, in seconds east of UTC; nil for what no clock shows.
  static func seconds(_ bytes: some Collection<UInt8>) -> Int? {
    var sign: Int?
    var digits: [Int] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "+") where sign == nil: sign = 1
      case UInt8(ascii: "-") where sign == nil: sign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits.count < 6: digits.append(Int(byte) - 0x30)
      case UInt8(ascii: ":"), 0x20: continue
      default: return nil
      }
    }
    guard let sign, digits.count == 2 || digits.count == 4 || digits.count == 6 else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    let seconds = pairs[0] * 3600 + (pairs.count > 1 ? pairs[1] * 60 : 0) + (pairs.count > 2 ? pairs[2] : 0)
    return pairs.dropFirst().allSatisfy { $0 < 60 } && seconds < 26 * 3600 ? sign * seconds : nil
  }

  /// Reads names such as `UTC+01`, `GMT-0330`, `UTC+05:30` and `(UTC-03:00) Brasília`.
  static func seconds(inName name: String) -> Int? {
    var bytes = Array(name.uppercased().utf8)[...]
    if bytes.first == UInt8(ascii: "(") {
      guard let close = bytes.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      bytes = bytes[1..<close]
    }
    if bytes.starts(with: Array("UTC".utf8)) || bytes.starts(with: Array("GMT".utf8)) {
      bytes = bytes.dropFirst(3)
      if bytes.isEmpty { return 0 }
    }
    if let seconds = seconds(bytes) { return seconds }
    // `UTC+1`.
    guard bytes.count == 2, let sign = bytes.first, let digit = bytes.last else { return nil }
    return seconds([sign, UInt8(ascii: "0"), digit])
  }
}
