/// Figures measured again and again, in nanoseconds.
struct Samples {
  private(set) var nanoseconds: [Int] = []

  mutating func add(_ figure: Int) {
    nanoseconds.append(figure)
  }

  var count: Int { nanoseconds.count }

  /// The figure that half of them stay below, in milliseconds.
  var median: Double { percentile(50) }

  /// The figure that so many of a hundred stay below, in milliseconds.
  func percentile(_ share: Int) -> Double {
    guard !nanoseconds.isEmpty else { return .nan }
    let sorted = nanoseconds.sorted()
    let index = min(sorted.count - 1, sorted.count * share / 100)
    return Double(sorted[index]) / 1_000_000
  }
}
