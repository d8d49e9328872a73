import Civil
import Desk

/// What a file says about one block, in the terms of the desk.
struct CalendarContent {
  /// Where its event begins in the file.
  var line: Int
  var uid: String
  /// The start of the series' occurrence that it stands for, by the clock of the series' zone.
  var occurrence: WallTime?
  var title: String
  var start: ZonedTime
  /// Seconds.
  var duration: Int
  var allDay: Bool
  var rule: RecurrenceRule?
  var alsoOn: [WallTime] = []
  var exceptOn: [WallTime] = []
  var location: String?
  var link: String?
  var notes: String
  /// Nil where the file does not say: an event is a meeting then, or what it was on the desk.
  var kind: Block.Kind?
  /// Minutes before the start at which it is told of; nil where the file does not say.
  var reminders: [Int]?
  /// Lines that nothing on the desk stands for.
  var ical: [String]

  /// Writes the fields that are asked for into a block.
  func write(_ fields: Set<EventFingerprint.Field>, to block: inout Block) {
    if fields.contains(.time) {
      block.start = start
      block.duration = duration
      block.allDay = allDay
      block.repeat = rule?.text
      block.alsoOn = alsoOn
      block.exceptOn = exceptOn
      block.occurrence = occurrence
    }
    if fields.contains(.title) { block.title = title }
    if fields.contains(.place) {
      block.location = location
      block.link = link
    }
    if fields.contains(.notes) { block.notes = notes }
    if fields.contains(.kind), let kind { block.kind = kind }
    if fields.contains(.rest) { block.ical = ical }
    if fields.contains(.reminders) { block.reminders = reminders }
  }

  var fingerprint: EventFingerprint {
    EventFingerprint { field in
      switch field {
      case .time:
        [start.wall.text, start.zone, "\(duration)", "\(allDay)", rule?.text ?? "", occurrence?.text ?? ""]
          + alsoOn.map(\.text) + ["/"] + exceptOn.map(\.text)
      case .title: [title]
      case .place: [location ?? "", link ?? ""]
      case .notes: [notes]
      case .kind: [kind?.rawValue ?? ""]
      case .rest: ical
      case .reminders: reminders.map { $0.map(String.init) + ["/"] } ?? []
      }
    }
  }
}

extension CalendarContent {
  /// The fields that the desk, this, and a file both say otherwise than was last said, each in its own way.
  func conflicts(
    with theirs: CalendarContent, since kept: EventFingerprint
  ) -> Set<EventFingerprint.Field> {
    let (here, there) = (fingerprint, theirs.fingerprint)
    // Of lines that nothing on the desk stands for, nobody changes any here.
    var ours: Set<EventFingerprint.Field> = [.rest]
    if theirs.kind == nil { ours.insert(.kind) }
    return here.changed(since: kept).intersection(there.changed(since: kept))
      .intersection(here.changed(since: there)).subtracting(ours)
  }
}

/// Digests of what a file says about an event, a field each, kept with the block as `imported`.
///
/// As with cards: a field that the file changed since it was last imported is taken from the file, one that it did
/// not change keeps what the desk says.
struct EventFingerprint: Hashable, Sendable {
  enum Field: Int, CaseIterable, Sendable {
    case time, title, place, notes, kind, rest, reminders

    /// The stable word for it.
    var word: String { "\(self)" }
  }

  private var digests: [String]

  init(_ texts: (Field) -> [String]) {
    digests = Field.allCases.map { Fingerprint.of(texts($0)) }
  }

  /// Reads what was kept; nothing kept means that every field counts as changed.
  init(kept: String?) {
    digests = (kept ?? "").split(separator: ".").map(String.init)
  }

  /// What to keep with the block.
  var text: String { digests.joined(separator: ".") }

  /// The fields that are not what they were when the other fingerprint was taken.
  func changed(since other: EventFingerprint) -> Set<Field> {
    Set(
      Field.allCases.filter { field in
        !other.digests.indices.contains(field.rawValue)
          || other.digests[field.rawValue] != digests[field.rawValue]
      })
  }
}
