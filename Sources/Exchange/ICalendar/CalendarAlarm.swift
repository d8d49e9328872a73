import Civil
import Desk

/// One VALARM of an event (RFC 5545, 3.6.6): when it rings and how.
struct CalendarAlarm: Hashable, Sendable {
  enum Trigger: Hashable, Sendable {
    case fromStart(CalendarDuration)
    case fromEnd(CalendarDuration)
    case at(Instant)
  }

  /// What of it a block has a place for.
  enum Meaning: Equatable {
    /// So many minutes before the start, below zero after it.
    case minutes(Int)
    /// That nothing is to ring: Apple's way to say so.
    case silence
    /// Nothing, and why.
    case other(CalendarReason)
  }

  /// The line of its BEGIN.
  var line: Int
  /// Nil where there is none that can be read.
  var trigger: Trigger?
  /// In capitals; empty where it is not said.
  var action = ""
  /// Whether it rings again and again.
  var repeats = false

  init(line: Int) { self.line = line }

  /// - Parameters:
  ///   - start: of the event, of a series the first; likewise `end`.
  ///   - isSeries: whether it is one: an alarm at an instant is of its first occurrence alone.
  func meaning(start: Instant, end: Instant, isSeries: Bool) -> Meaning {
    switch action {
    case "NONE": return .silence
    case "", "DISPLAY", "AUDIO": break
    default: return .other(.alarmAction)
    }
    let before: Int
    switch trigger {
    case .fromStart(let length): before = -length.total
    case .fromEnd(let length): before = -end.seconds(since: start) - length.total
    case .at(let instant):
      guard !isSeries else { return .other(.alarmOnce) }
      before = start.seconds(since: instant)
    case nil: return .other(.alarmUnreadable)
    }
    // Whole minutes, rather too early than too late.
    let minutes = before < 0 ? -(-before / 60) : (before + 59) / 60
    if minutes < -ReminderRule.earliest { return .other(.alarmLate) }
    return minutes <= ReminderRule.earliest ? .minutes(minutes) : .other(.alarmEarly)
  }
}

extension CalendarDuration {
  /// Seconds, days taken for 24 hours.
  fileprivate var total: Int { days * CivilDate.secondsADay + seconds }
}

/// The lines of an event that were kept, the alarms among them taken apart from the rest.
struct KeptAlarms {
  private(set) var rest: [String] = []
  /// Each with what it means for the block as it is now.
  private(set) var alarms: [(lines: [String], meaning: CalendarAlarm.Meaning)] = []

  /// - Parameter meaning: what an alarm says.
  init(_ lines: [String], meaning: (CalendarAlarm) -> CalendarAlarm.Meaning) {
    var open: [String]?
    for line in lines {
      if open == nil, line.uppercased() == "BEGIN:VALARM" { open = [] }
      guard let kept = open else {
        rest.append(line)
        continue
      }
      open = kept + [line]
      if line.uppercased() == "END:VALARM" {
        alarms.append((kept + [line], Self.read(kept + [line]).map(meaning) ?? .other(.alarmUnreadable)))
        open = nil
      }
    }
    rest += open ?? []
  }

  /// The lines of the alarms that can be read.
  var readable: [String] {
    alarms.filter { $0.meaning != .other(.alarmUnreadable) }.flatMap(\.lines)
  }

  private static func read(_ lines: [String]) -> CalendarAlarm? {
    let text = (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\n")
    return (try? CalendarReader.read(Array(text.utf8)))?.events.first?.alarms.first
  }

  /// What they tell a block; nil where they say nothing that it has a place for.
  var reminders: [Int]? { Self.reminders(alarms.map(\.meaning)) }

  /// What alarms tell a block: nil where none of them says anything that it has a place for.
  static func reminders(_ meanings: [CalendarAlarm.Meaning]) -> [Int]? {
    var (minutes, isTold) = ([Int](), false)
    for meaning in meanings {
      switch meaning {
      case .minutes(let lead):
        minutes.append(lead)
        isTold = true
      case .silence: isTold = true
      case .other: break
      }
    }
    return isTold ? ReminderRule.sorted(minutes) : nil
  }
}
