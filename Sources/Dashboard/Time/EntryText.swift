import Civil
import Desk

/// Entries in words.
enum EntryText {
  /// What an entry is called in a question: its title and when it was.
  static func name(_ entry: Entry, _ state: ViewState, _ world: World) -> String {
    let span = span(entry.start, entry.end, world)
    guard !(state.isPrivate && entry.client != state.client) else { return span }
    let title = SubjectText.title(TimerSubject(of: entry), world)
    return title.isEmpty ? span : "\(title) · \(span)"
  }

  /// `09:00 – 09:30`, with the day where it is not today or ends on another one.
  static func span(_ start: Instant, _ end: Instant?, _ world: World) -> String {
    let first = moment(start, world)
    guard let end else { return Words.fill(world.words.time.fromTo, first, world.words.time.now) }
    let zone = world.desk.homeZone
    let isSameDay = zone.wall(at: start).date == zone.wall(at: end).date
    let last = isSameDay ? DateText.clock(zone.wall(at: end)) : moment(end, world)
    return Words.fill(world.words.time.fromTo, first, last)
  }

  /// `09:00`, with the day where it is not today.
  static func moment(_ instant: Instant, _ world: World) -> String {
    let wall = world.desk.homeZone.wall(at: instant)
    guard wall.date != world.today else { return DateText.clock(wall) }
    return DateText.long(wall.date, today: world.today, world.words.dates) + " " + DateText.clock(wall)
  }

  /// The note and labels as they are typed; labels that cannot be typed are left out and kept as they are.
  static func line(_ entry: Entry) -> String {
    let words = entry.note.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.first.map { "@#\\".contains($0) } == true ? "\\" + word : String(word)
    }
    let labels = entry.labels.filter(isTypeable).map { "#" + $0 }
    return ([words.joined(separator: " ")].filter { !$0.isEmpty } + labels).joined(separator: " ")
  }

  static func isTypeable(_ label: String) -> Bool {
    !label.contains(where: \.isWhitespace) && !label.contains("#") && !label.allSatisfy(\.isNumber)
      && label.last.map { !",.;:".contains($0) } ?? false
  }
}
