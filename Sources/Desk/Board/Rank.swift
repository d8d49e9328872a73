/// Order by strings that always have room between two of them.
///
/// A rank is a fraction written in base 62 without trailing zeros, compared byte by byte; two people may insert
/// between the same neighbours and both keep their place (equal ranks are told apart by id).
package enum Rank {
  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// A rank after `low` and before `high`; nil stands for the very start and the very end.
  package static func between(_ low: String?, _ high: String?) -> String {
    let lower = values(low)
    // A board edited in two places at once may have neighbours in no order: then anything after `low` will do.
    let upper = high.flatMap { (low ?? "") < $0 ? values($0) : nil } ?? []
    var bounded = !upper.isEmpty
    var result: [Int] = []
    var index = 0
    while true {
      let a = index < lower.count ? lower[index] : 0
      if index >= upper.count { bounded = false }
      let b = bounded ? upper[index] : digits.count
      if b - a > 1 {
        // Appending takes the smallest step, so that a list that grows at its end keeps short ranks.
        result.append(!bounded && index < lower.count ? a + 1 : a + (b - a) / 2)
        return text(result)
      }
      result.append(a)
      if b > a { bounded = false }
      index += 1
    }
  }

  /// Ranks for `count` things in a row after `low`, evenly spread, so that a long import keeps short ranks.
  package static func sequence(_ count: Int, after low: String? = nil) -> [String] {
    var width = 1
    var room = digits.count
    while room < (count + 1) * 2 {
      width += 1
      room *= digits.count
    }
    let step = room / (count + 1)
    return (1...max(1, count)).prefix(count).map { place in
      var rest = place * step
      var places = [Int](repeating: 0, count: width)
      for index in stride(from: width - 1, through: 0, by: -1) {
        places[index] = rest % digits.count
        rest /= digits.count
      }
      while places.last == 0 { places.removeLast() }
      return (low ?? "") + text(places)
    }
  }

  private static func values(_ rank: String?) -> [Int] {
    (rank ?? "").utf8.map { byte in digits.firstIndex(of: byte) ?? 0 }
  }

  private static func text(_ values: [Int]) -> String {
    String(decoding: values.map { digits[$0] }, as: UTF8.self)
  }
}
