/// The answer to the question for the background colour, as `rgb:1c1c/1c1c/1c1c`.
enum BackgroundAnswer {
  /// Whether the colour is dark; nil when the answer is not understood.
  static func isDark(_ answer: some StringProtocol) -> Bool? {
    let parts = answer.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == "rgb" || parts[0] == "rgba" else { return nil }
    let shares = parts[1].split(separator: "/").prefix(3).compactMap { digits -> Double? in
      guard (1...4).contains(digits.utf8.count), let value = Int(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
    guard shares.count == 3 else { return nil }
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2] < 0.5
  }
}
