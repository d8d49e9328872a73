import Civil
import JSONText

/// A stretch of planned time on the calendar: once, or as a series that repeats.
///
/// A series has a `repeat` rule or dates in `alsoOn`; a block with `series` and `occurrence` stands for one of a
/// series' occurrences that was moved or edited by itself.
package struct Block: Hashable, Sendable, Identifiable {
  package enum Kind: String, CaseIterable, Sendable {
    case work, meeting, buffer, `break`, deadline, personal
  }

  package var id: BlockID
  /// Nil for the person's own time.
  package var client: ClientID?
  package var card: CardID?
  package var kind: Kind
  package var title: String
  /// Wall time in a zone: a meeting stays at 16:00 London when the clocks change.
  package var start: ZonedTime
  /// Seconds.
  package var duration: Int
  /// Whether it lasts whole days of its zone's calendar; `duration` is then their number times 86,400.
  package var allDay = false
  package var location: String?
  package var notes: String
  package var source: String?
  package var extra: JSONObject?
  /// What few blocks have; see `BlockRarities`.
  private var rarities: RareStorage = .none

  package init(
    id: BlockID, client: ClientID?, card: CardID? = nil, kind: Kind = .work, title: String, start: ZonedTime,
    duration: Int
  ) {
    self.id = id
    self.client = client
    self.card = card
    self.kind = kind
    self.title = title
    self.start = start
    self.duration = duration
    notes = ""
  }
}

/// What few blocks have, kept apart so that the many others are small.
private struct BlockRarities: Hashable, Sendable {
  var rule: String?
  var alsoOn: [WallTime] = []
  var exceptOn: [WallTime] = []
  var series: BlockID?
  var occurrence: WallTime?
  var link: String?
  var uid: String?
  var ical: [String] = []
  var imported: String?
  var reminders: [Int]?

  static let none = BlockRarities()
}

private indirect enum RareStorage: Hashable, Sendable {
  case none
  case some(BlockRarities)
}

extension Block {
  private var rare: BlockRarities {
    get {
      if case .some(let values) = rarities { return values }
      return .none
    }
    set { rarities = newValue == .none ? .none : .some(newValue) }
  }

  /// How it repeats, as an RRULE (RFC 5545, 3.3.10) without its name; nil for a block that does not.
  package var `repeat`: String? {
    get { rare.rule }
    set { rare.rule = newValue == "" ? nil : newValue }
  }
  /// More starts of the series, by the clock of its zone (RDATE).
  package var alsoOn: [WallTime] {
    get { rare.alsoOn }
    set { rare.alsoOn = newValue }
  }
  /// Starts that the series leaves out, by the clock of its zone (EXDATE).
  package var exceptOn: [WallTime] {
    get { rare.exceptOn }
    set { rare.exceptOn = newValue }
  }
  /// The series of which this block replaces one occurrence.
  package var series: BlockID? {
    get { rare.series }
    set { rare.series = newValue }
  }
  /// The start that this block replaces, by the clock of the series' zone (RECURRENCE-ID).
  package var occurrence: WallTime? {
    get { rare.occurrence }
    set { rare.occurrence = newValue }
  }
  /// Where it is held on the network.
  package var link: String? {
    get { rare.link }
    set { rare.link = newValue }
  }
  /// The UID that it has in iCalendar files.
  package var uid: String? {
    get { rare.uid }
    set { rare.uid = newValue }
  }
  /// Content lines of its iCalendar component that nothing here stands for, unfolded.
  package var ical: [String] {
    get { rare.ical }
    set { rare.ical = newValue }
  }
  /// What the file that it came from said of it last, as digests that tell what changes there.
  package var imported: String? {
    get { rare.imported }
    set { rare.imported = newValue }
  }

  /// Minutes before its start at which it is told of, the longest first: none where it is empty, and where it is nil as
  /// the configuration says.
  package var reminders: [Int]? {
    get { rare.reminders }
    set { rare.reminders = newValue.map(ReminderRule.sorted) }
  }

  /// Whether it has occurrences rather than being one.
  package var isSeries: Bool {
    guard case .some(let values) = rarities else { return false }
    return values.series == nil && (values.rule != nil || !values.alsoOn.isEmpty)
  }

  /// Whether another block has the same starts.
  func repeats(as other: Block) -> Bool {
    guard start == other.start else { return false }
    switch (rarities, other.rarities) {
    case (.some(let one), .some(let two)):
      return one.rule == two.rule && one.alsoOn == two.alsoOn && one.exceptOn == two.exceptOn
    default: return !isSeries && !other.isSeries
    }
  }

  /// The occurrence of a series that it replaces; nil for any other block.
  package var replaces: OccurrenceID? {
    guard case .some(let values) = rarities, let series = values.series, let start = values.occurrence else {
      return nil
    }
    return OccurrenceID(block: series, start: start)
  }

  /// Whether working time is taken by it.
  ///
  /// A deadline is a moment. What lasts whole days stands above the day, as a birthday does, unless it is a break or
  /// personal: those are days off.
  package var takesTime: Bool {
    kind != .deadline && duration > 0 && (!allDay || kind == .break || kind == .personal)
  }

  /// Whether it is planned work: what is compared with the time spent.
  package var isPlannedWork: Bool { (kind == .work || kind == .meeting) && !allDay }
}
