/// An amount of money as typed.
package struct Money: Hashable, Sendable {
  /// In the currency's minor unit: cents, or yen, or fils.
  package var minorUnits: Int
  /// ISO 4217 code.
  package var currency: String
  /// Whether it was typed as a price of an hour.
  package var isPerHour: Bool

  package init(minorUnits: Int, currency: String, isPerHour: Bool = false) {
    self.minorUnits = minorUnits
    self.currency = currency
    self.isPerHour = isPerHour
  }
}

extension Grammar {
  /// Signs that stand for one currency; `$` is the US dollar unless a letter before it says otherwise.
  private static let signs: [(sign: String, code: String)] = [
    ("us$", "USD"), ("a$", "AUD"), ("au$", "AUD"), ("c$", "CAD"), ("ca$", "CAD"), ("nz$", "NZD"),
    ("r$", "BRL"), ("s$", "SGD"), ("hk$", "HKD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"),
    ("₹", "INR"), ("₩", "KRW"),
  ]

  /// Reads an amount: `40 usd/h`, `$40`, `1,250.50 eur`, `EUR 12,50`, `40/h` in the currency given.
  ///
  /// Exact, in minor units: more decimals than the currency has are not understood. A point always comes before
  /// decimals; a comma does only when one or two digits follow it and no point does, else it groups digits.
  package static func parseMoney(_ text: String, currency: String? = nil) -> Money? {
    var rest = Substring(trimmed(text.lowercased()))
    var isPerHour = false
    for ending in ["per hour", "an hour", "/hour", "/hr", "/h"] where rest.hasSuffix(ending) {
      rest = Substring(trimmed(rest.dropLast(ending.count)))
      isPerHour = true
      break
    }
    let isAmount = { (character: Character) in
      character.isASCII && character.isNumber || character == "." || character == "," || character == "'"
    }
    guard let first = rest.firstIndex(where: isAmount), let last = rest.lastIndex(where: isAmount) else {
      return nil
    }
    let before = trimmed(rest[..<first])
    let after = trimmed(rest[rest.index(after: last)...])
    guard before.isEmpty || after.isEmpty else { return nil }
    let name = before + after
    guard let code = name.isEmpty ? currency : code(of: name), let exponent = Currency.exponent(code),
      let units = minorUnits(rest[first...last], exponent: exponent)
    else { return nil }
    return Money(minorUnits: units, currency: code, isPerHour: isPerHour)
  }

  private static func code(of name: String) -> String? {
    if let sign = signs.first(where: { $0.sign == name }) { return sign.code }
    let code = name.uppercased()
    return Currency.exponent(code) == nil ? nil : code
  }

  private static func minorUnits(_ text: Substring, exponent: Int) -> Int? {
    var whole = text
    var decimals: Substring = ""
    if let point = text.firstIndex(of: ".") {
      whole = text[..<point]
      decimals = text[text.index(after: point)...]
      guard !decimals.isEmpty else { return nil }
    } else if let comma = text.lastIndex(of: ","), (1...2).contains(text[text.index(after: comma)...].count) {
      whole = text[..<comma]
      decimals = text[text.index(after: comma)...]
    }
    guard decimals.count <= exponent, decimals.allSatisfy(isDigit), let units = ungrouped(whole) else {
      return nil
    }
    let padded = units + decimals + String(repeating: "0", count: exponent - decimals.count)
    // Fifteen digits are more than any rate or invoice and far from overflowing.
    guard !units.isEmpty, padded.count <= 15 else { return nil }
    return Int(padded)
  }

  /// Digits without their separators, which must stand before three digits (or, as in India, two).
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "'" }
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.count), groups.last?.count == 3,
        groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 || $0.count == 3 })
      else { return nil }
    }
    return groups.joined()
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
