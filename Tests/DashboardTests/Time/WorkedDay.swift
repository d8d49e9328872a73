import Civil
import Dashboard
import Desk
import Testing

/// A day of work on the pinned desk, at 15:10 in Pune: a call past midnight, titles in several scripts, an overlap,
/// two gaps and a running timer.
enum WorkedDay {
  static let now = at("15:10")

  /// An instant of that Monday by the clock in Pune; `-` before it means the evening before.
  static func at(_ clock: String) -> Instant {
    let date = clock.hasPrefix("-") ? "2026-11-22" : "2026-11-23"
    let time = clock.hasPrefix("-") ? String(clock.dropFirst()) : clock
    return Instant(text: "\(date)T\(time):00+05:30") ?? PinnedDesk.now
  }

  static func desk() throws -> PinnedDesk {
    var sample = try PinnedDesk()
    sample.now = at("15:10")
    try sample.spend("Night call", of: "harbor-goods", from: "-23:30", to: "00:20")
    try sample.spend("दिवाळी अंकाची मुद्रितशोधने", of: "prakashan", from: "09:30", to: "10:10")
    try sample.spend("新年のカタログを翻訳する", of: "prakashan", from: "10:05", to: "11:00", labels: ["翻訳"])
    try sample.spend(
      "Family 👨‍👩‍👧‍👦 portrait for 🇮🇳 page", of: "prakashan", from: "11:35", to: "13:00", billable: false)
    try sample.spend("Podcast notes", of: "coach-lin", from: "14:00", to: nil, labels: ["audio"])
    return sample
  }

  static func scenario(width: Int = 80, height: Int = 24) throws -> Scenario {
    var scenario = try Scenario(try desk(), width: width, height: height)
    scenario.keys("2")
    scenario.press("view.time")
    scenario.settled()
    return scenario
  }
}

extension PinnedDesk {
  /// Books time on the card of a title, or on the words where there is none.
  mutating func spend(
    _ title: String, of slug: String, from start: String, to end: String?, labels: [String] = [],
    billable: Bool = true
  ) throws {
    let client = desk.client(slug: slug)?.id
    let card = desk.allCards.first { $0.title == title && $0.client == client }
    var subject = card.map { desk.subject(of: $0) } ?? TimerSubject(client: client, note: title)
    subject.labels += labels
    subject.billable = billable
    if let end {
      try make(desk.addEntry(subject, start: WorkedDay.at(start), end: WorkedDay.at(end), context: context))
    } else {
      let then = ChangeContext(now: WorkedDay.at(start), ids: ids)
      try make(desk.startTimer(subject, context: then))
    }
  }
}

extension Scenario {
  /// The entry of a note on the sheet, as it is now.
  func entry(_ note: String) -> Entry? { desk.allEntries.first { $0.note == note } }

  /// Selects the line of an entry on the day's sheet.
  mutating func select(_ note: String) {
    press("time.first")
    for _ in 0..<20 {
      if case .entry(let id)? = state.time.selected, desk.entry(id)?.note == note { return settled() }
      press("time.down")
    }
  }

  /// Presses a command and answers what it asks.
  mutating func reply(_ command: String, _ text: String) {
    press(command)
    type(text)
    keys("enter")
  }
}
