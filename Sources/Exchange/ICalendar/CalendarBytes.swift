/// Makes one of the forms that a calendar file comes in of the others: UTF-8.
enum CalendarBytes {
  /// A file in UTF-16, with a mark of its byte order or seen to be so by its first letters, as UTF-8; any other as it is.
  ///
  /// Files must be UTF-8 (RFC 5545, 3.1.4); what Windows saves as "Unicode" is not. Lines stay the lines they are.
  static func utf8(_ file: [UInt8]) -> [UInt8] {
    guard let isLittle = isLittleEndian(file) else { return file }
    let hasMark = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    var place = hasMark ? 2 : 0
    while place + 1 < file.count {
      let (first, second) = (UInt16(file[place]), UInt16(file[place + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Nil where it is not UTF-16.
  private static func isLittleEndian(_ file: [UInt8]) -> Bool? {
    guard file.count >= 4 else { return nil }
    switch (file[0], file[1], file[2], file[3]) {
    case (0xFF, 0xFE, _, _): return true
    case (0xFE, 0xFF, _, _): return false
    case (1..., 0, 1..., 0): return true
    case (0, 1..., 0, 1...): return false
    default: return nil
    }
  }
}
