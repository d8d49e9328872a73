/// Currencies of ISO 4217 and how many digits their minor unit has.
package enum Currency {
  /// Digits after the decimal point of a currency's amounts; nil for a code that is none.
  package static func exponent(_ code: String) -> Int? {
    if none.contains(code) { return 0 }
    if three.contains(code) { return 3 }
    return two.contains(code) ? 2 : nil
  }

  /// An amount as people read it: `1,250.50 EUR`.
  package static func text(minorUnits: Int, code: String) -> String {
    let exponent = exponent(code) ?? 2
    var digits = Array(String(minorUnits.magnitude).utf8)
    while digits.count <= exponent { digits.insert(UInt8(ascii: "0"), at: 0) }
    let whole = digits.dropLast(exponent)
    var text = minorUnits < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if exponent > 0 { text += "." + String(decoding: digits.suffix(exponent), as: UTF8.self) }
    return "\(text) \(code)"
  }

  private static let none = codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
  private static let three = codes("BHD IQD JOD KWD LYD OMR TND")
  private static let two = codes(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP \
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS \
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR \
    ZMW ZWG
    """)

  private static func codes(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
