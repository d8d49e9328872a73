/// A short digest of texts, for telling whether they are what they were (FNV-1a, folded to 24 bits).
///
/// Not for keeping anybody out: a change goes unseen once in sixteen million.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest of some texts; which text ends where counts.
  static func of(_ texts: [String]) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.text
  }

  /// A digest of 64 bits, for naming what has no name of its own.
  static func long(of texts: [String]) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    let digits = String(fingerprint.hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A digest of 64 bits of a file.
  static func long(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    for byte in bytes { fingerprint.add(byte) }
    return String(fingerprint.hash, radix: 16)
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // Never a byte of UTF-8, so that "ab","c" is not "a","bc".
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private var text: String {
    let folded = (hash ^ (hash >> 24) ^ (hash >> 48)) & 0xFF_FFFF
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
