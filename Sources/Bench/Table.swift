/// A limit and what was measured against it.
struct Row {
  let what: String
  let measured: String
  let against: String
  let ratio: String
  let limit: String
  let holds: Bool

  /// A time that may be so many times another one, both in milliseconds.
  static func ratio(_ what: String, _ measured: Double, to other: (String, Double), limit: Double) -> Row {
    let ratio = measured / other.1
    return Row(
      what: what, measured: "\(decimal(measured, 2)) ms", against: "\(other.0) \(decimal(other.1, 2)) ms",
      ratio: "\(decimal(ratio, 2)) ×", limit: "\(decimal(limit, 1)) ×", holds: ratio <= limit)
  }

  /// A figure that may be so much.
  static func most(_ what: String, _ measured: Double, limit: Double, unit: String, places: Int = 1) -> Row {
    Row(
      what: what, measured: "\(decimal(measured, places)) \(unit)", against: "", ratio: "",
      limit: "\(decimal(limit, 0)) \(unit)", holds: rounded(measured, places) <= limit)
  }

  /// Writes a number with so many places, without the system's printf.
  static func decimal(_ number: Double, _ places: Int) -> String {
    guard number.isFinite else { return "?" }
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    guard places > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  private static func rounded(_ number: Double, _ places: Int) -> Double {
    let scale = Double((0..<places).reduce(1) { product, _ in product * 10 })
    return (number * scale).rounded() / scale
  }
}

/// The figures as the README quotes them.
struct Table {
  var rows: [Row] = []

  var holds: Bool { rows.allSatisfy(\.holds) }

  /// The table in Markdown.
  var text: String {
    let head = ["what", "measured", "against", "ratio", "limit", ""]
    let body = rows.map { [$0.what, $0.measured, $0.against, $0.ratio, $0.limit, $0.holds ? "ok" : "OVER"] }
    let rule = head.map { _ in "---" }
    return ([head, rule] + body).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
