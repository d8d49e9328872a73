import Civil

/// Lengths of time as people read them.
///
/// Seconds in, text out; a negative length has a minus sign.
package enum DurationText {
  /// `42m`, `1h30`, `2h`, `0m`: minutes rounded down.
  package static func short(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude / 60)
    let sign = seconds < 0 && minutes > 0 ? "-" : ""
    guard minutes >= 60 else { return "\(sign)\(minutes)m" }
    let rest = minutes % 60
    return rest == 0 ? "\(sign)\(minutes / 60)h" : "\(sign)\(minutes / 60)h\(two(rest))"
  }

  /// `45m`, `23h30`, and from a day on in days of 24 hours: `2d`, `3d 4h`, `1d 1h30`.
  ///
  /// For what is planned; a day of work is not 24 hours.
  package static func planned(_ seconds: Int) -> String {
    let (days, rest) = (seconds / CivilDate.secondsADay, seconds % CivilDate.secondsADay)
    guard days > 0 else { return short(seconds) }
    return rest < 60 ? "\(days)d" : "\(days)d \(short(rest))"
  }

  /// `3:12`: hours and minutes, rounded down.
  package static func hours(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude / 60)
    return "\(seconds < 0 && minutes > 0 ? "-" : "")\(minutes / 60):\(two(minutes % 60))"
  }

  /// `00:42:13`: a clock that runs.
  package static func clock(_ seconds: Int) -> String {
    let whole = Int(seconds.magnitude / 60)
    let sign = seconds < 0 ? "-" : ""
    return "\(sign)\(two(whole / 60)):\(two(whole % 60)):\(two(Int(seconds.magnitude % 60)))"
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
