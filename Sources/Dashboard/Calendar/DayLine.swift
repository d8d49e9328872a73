import Civil
import Desk

/// What there is of a day, wherever it is drawn.
struct DayContent {
  let occurrences: [Occurrence]
  /// Those that take time: of a proposal that is looked at, those that would.
  let counted: [Occurrence]
  let lines: [DayLine]

  /// - Parameters:
  ///   - occurrences: what takes place that day, or around it.
  ///   - starts: until when work on cards can wait that are due that day or in some days after it.
  ///   - notes: what is to be said of that day or others, whatever is planned.
  ///   - preview: a proposal that is drawn in.
  init(
    _ day: DayRows, _ occurrences: [Occurrence], _ starts: [CardID: SafeStart], _ notes: [DayNote],
    _ world: World, _ preview: PlanPreview? = nil
  ) {
    let own = occurrences.filter { $0.span.overlaps(day.span) || day.span.contains($0.start) }
    self.occurrences = own
    counted = preview.map { own.filter($0.counts) } ?? own
    lines =
      notes.filter { $0.date == day.date }.map { .note($0) }
      + DayLine.all(of: day, self.occurrences, starts, world)
  }
}

/// What stands above the hours of a day: a client's holiday, what lasts whole days, what is due, and what must be begun.
enum DayLine: Equatable, Sendable {
  case note(DayNote)
  case allDay(Occurrence)
  /// With until when work on it can wait, where that can be told.
  case due(Instant, Card, SafeStart?)
  /// The last safe start of a card that is due on another day.
  case start(Instant, Card, SafeStart)

  /// - Parameters:
  ///   - occurrences: what takes place that day, or around it.
  ///   - starts: as `DayContent` has it.
  static func all(
    of day: DayRows, _ occurrences: [Occurrence], _ starts: [CardID: SafeStart], _ world: World
  ) -> [DayLine] {
    let due = world.desk.deadlines(in: day.span).map { item in
      (at: item.due, line: DayLine.due(item.due, item.card, starts[item.card.id]))
    }
    let begun = starts.compactMap { id, start -> (at: Instant, line: DayLine)? in
      guard let at = start.at, day.span.contains(at), !day.span.contains(start.due),
        let card = world.desk.card(id)
      else { return nil }
      return (at, .start(at, card, start))
    }
    let timed = (due + begun.sorted { ($0.at, $0.line.title) < ($1.at, $1.line.title) })
      .enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return occurrences.filter { $0.block.allDay && $0.span.overlaps(day.span) }.map { .allDay($0) }
      + timed.map(\.element.line)
  }

  var occurrence: OccurrenceID? {
    if case .allDay(let occurrence) = self { occurrence.id } else { nil }
  }

  /// Until when work can wait, where this line tells it and there still is such a time.
  var safeStart: Instant? {
    switch self {
    case .note, .allDay: nil
    case .due(_, _, let start): start?.at
    case .start(let at, _, _): at
    }
  }

  private var title: String {
    switch self {
    case .note(let note): note.text
    case .allDay(let occurrence): occurrence.block.title
    case .due(_, let card, _), .start(_, let card, _): card.title
    }
  }
}
