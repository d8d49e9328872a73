import Desk

/// How long something has been late or waited for, as people say it.
enum AgeText {
  /// `5h`, `3 d`, `4 mo`, `7 y`: no finer than it matters.
  static func text(_ seconds: Int, _ words: TodayWords) -> String {
    let days = seconds / 86_400
    switch days {
    // A clock that was set back is no reason to speak of less than nothing.
    case ..<1: return DurationText.short(max(0, seconds))
    case ..<60: return Words.fill(words.days, "\(days)")
    case ..<730: return Words.fill(words.months, "\(days * 12 / 365)")
    default: return Words.fill(words.years, "\(days * 100 / 36_525)")
    }
  }
}
