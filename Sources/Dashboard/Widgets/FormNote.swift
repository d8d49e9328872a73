import Canvas
import Civil
import Desk

extension FormField {
  /// What is said beside a field: what is understood of it, or that nothing is.
  ///
  /// - Parameter isTyped: whether it has the keys, so that it may be only begun.
  func note(_ world: World, isTyped: Bool) -> (text: String, role: Role) {
    if let understood = understood(world) { return (understood, .understood) }
    if text.isEmpty || isTyped && isBegun(world) { return (hint, .understood) }
    return (world.words.clients.notUnderstood, .error)
  }

  /// Nil where it cannot be read.
  private func understood(_ world: World) -> String? {
    switch kind {
    case .text, .path: return problem(world) == nil ? hint : ""
    case .zone:
      guard let zone = try? world.desk.zones.zone(named: text) else { return nil }
      let offset = zone.offset(at: world.now)
      return "\(DateText.clock(zone.wall(at: world.now))) \(offset.abbreviation)"
    case .hours: return WorkingHours(text: text).map { hours($0, world.words.clients) }
    case .week: return WeekdaySet(text: text).map { days($0, world.words.clients) }
    case .currency, .rate, .hotkey, .buffer, .holidays: return problem(world) == nil ? hint : nil
    }
  }

  /// Whether what cannot be read yet could be by typing on.
  private func isBegun(_ world: World) -> Bool {
    let endings: [String]
    switch kind {
    case .text, .path, .hotkey, .buffer: endings = []
    case .zone: return !world.desk.zones.search(text, limit: 1).isEmpty
    case .hours: endings = ["-17:30", "17:30", "00-17:30", "0-17:30", "00", "0", "m", "m-5pm"]
    case .week: endings = ["on", "ue", "ed", "ri", "at", "fri"]
    case .currency: return text.count < 3 && text.allSatisfy(\.isLetter)
    case .rate: endings = ["0"]
    case .holidays:
      // Names and dates may still come to the last; those before it are there.
      let whole = text.split(separator: ";").dropLast().map(String.init).joined(separator: ";")
      return FormField("", .holidays, text: whole).problem(world) == nil
    }
    return endings.contains { FormField("", kind, text: text + $0).problem(world) == nil }
  }

  /// How long the hours are: `9-5` is a night's work, and should not be taken for a day's.
  private func hours(_ hours: WorkingHours, _ words: ClientWords) -> String {
    let isNight = hours.endMinute <= hours.startMinute
    let minutes = hours.endMinute - hours.startMinute + (isNight ? 24 * 60 : 0)
    let length = DurationText.short(minutes * 60)
    return Words.fill(isNight ? words.hoursPastMidnight : words.hoursADay, length)
  }

  private func days(_ week: WeekdaySet, _ words: ClientWords) -> String {
    let count = Weekday.allCases.count(where: week.contains)
    return count == 1 ? words.oneDayAWeek : Words.fill(words.daysAWeek, "\(count)")
  }
}
