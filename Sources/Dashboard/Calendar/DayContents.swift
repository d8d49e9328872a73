import Civil
import Desk

/// The days in sight and what is in them, which neither the cursor nor scrolling changes.
///
/// Kept from key to key, since a full week holds hundreds of blocks and a key moves one mark among them.
final class DayContents {
  /// All that the days are made from.
  struct Source: Equatable {
    let moment: FrameMemory.Moment
    let dates: [CivilDate]
    let step: Int
    /// Seconds after the days in which cards are due whose last safe start is told.
    let lookAhead: Int
    /// While the screen is shared, the one client of whom it is told until when work can wait.
    private let isPrivate: Bool
    private let client: ClientID?

    init(_ state: ViewState, _ world: World) {
      moment = FrameMemory.Moment(world)
      let view = state.calendarView
      dates = view.isManyDays ? state.calendar.dates(view, world) : [state.calendar.day(world)]
      step = state.calendar.rowMinutes * 60
      lookAhead = CalendarLayout.lookAhead(state)
      isPrivate = state.isPrivate
      client = state.isPrivate ? state.client : nil
    }

    /// Until when work can wait on what the lane tells of; nothing of who is blanked.
    fileprivate func starts(of span: TimeSpan, _ world: World) -> [CardID: SafeStart] {
      let wide = TimeSpan(start: span.start, end: span.end.adding(lookAhead))
      let all = world.memory.safeStarts(dueIn: wide, world)
      return isPrivate ? all.filter { world.desk.card($0.key)?.client == client } : all
    }
  }

  struct Day {
    let rows: DayRows
    let content: DayContent
    let blocks: [DayBlock]
    /// Seconds of planned work.
    let planned: Int
    /// Seconds that the working hours leave for work; nil on a day off.
    let capacity: Int?
    /// How many pairs of blocks want the same time.
    let conflicts: Int

    fileprivate init(_ rows: DayRows, _ content: DayContent, _ desk: Desk) {
      self.rows = rows
      self.content = content
      blocks = DayBlock.all(of: rows, content.occurrences)
      planned = content.counted.reduce(0) {
        $0 + ($1.block.isPlannedWork ? $1.span.overlap(rows.span) : 0)
      }
      capacity = desk.capacity(on: rows.date, among: content.counted, of: rows.span)
      conflicts = Day.conflicts(content.counted.filter { $0.takesTime && !$0.block.allDay }.map(\.span))
    }

    /// - Parameter spans: by their start.
    static func conflicts(_ spans: [TimeSpan]) -> Int {
      var count = 0
      for (index, span) in spans.enumerated() {
        for other in spans[(index + 1)...] {
          if other.start >= span.end { break }
          count += 1
          if count == 99 { return count }
        }
      }
      return count
    }
  }

  let source: Source
  let days: [Day]
  /// The blocks of a day side by side, with nothing selected and as they were last asked for with something.
  private var lanes: [Lanes?]

  private struct Lanes {
    let width: Int
    let plain: LaneLayout<DayBlock>
    var selected: (id: OccurrenceID, found: LaneLayout<DayBlock>)?
  }

  /// - Parameter preview: a proposal that is drawn in.
  init(_ source: Source, _ world: World, _ preview: PlanPreview? = nil) {
    self.source = source
    let (dates, step) = (source.dates, source.step)
    let rows =
      dates.count > 1
      ? DayContents.rows(dates, GridAxis(dates, step: step, world.desk.homeZone), world)
      : dates.map { DayRows($0, world, step: step) }
    let whole = TimeSpan(start: rows[0].span.start, end: rows[rows.count - 1].span.end)
    let known = world.memory.occurrences(in: whole, world)
    let occurrences = preview?.adding(to: known, in: whole) ?? known
    let starts = source.starts(of: whole, world)
    days = rows.map { Day($0, DayContent($0, occurrences, starts, world, preview), world.desk) }
    lanes = days.map { _ in nil }
  }

  private static func rows(_ dates: [CivilDate], _ axis: GridAxis, _ world: World) -> [DayRows] {
    dates.map { DayRows($0, axis, world) }
  }

  /// The day of a date in sight.
  func day(_ date: CivilDate) -> Day? { days.first { $0.rows.date == date } }

  /// The blocks of a day side by side; what is selected is never left out for want of room.
  func lanes(of index: Int, width: Int, selected: OccurrenceID?) -> LaneLayout<DayBlock> {
    let items = days[index].blocks
    var known =
      lanes[index].flatMap { $0.width == width ? $0 : nil }
      ?? Lanes(width: width, plain: DayContents.lanes(items, width: width, selected: nil))
    defer { lanes[index] = known }
    // What is selected only matters where it was left out.
    guard let selected, !known.plain.overflow.isEmpty, items.contains(where: { $0.id == selected }),
      !known.plain.placed.contains(where: { $0.item.id == selected })
    else { return known.plain }
    if let kept = known.selected, kept.id == selected { return kept.found }
    let found = DayContents.lanes(items, width: width, selected: selected)
    known.selected = (selected, found)
    return found
  }

  private static func lanes(
    _ items: [DayBlock], width: Int, selected: OccurrenceID?
  ) -> LaneLayout<DayBlock> {
    let rows = items.map { (item: $0, rows: $0.rows) }
    let narrowest = DayColumn.narrowest
    let all = LaneLayout(rows, most: max(1, width / narrowest)) { $0.id == selected }
    guard !all.overflow.isEmpty else { return all }
    return LaneLayout(rows, most: max(1, (width - 3) / narrowest)) { $0.id == selected }
  }
}

extension FrameMemory {
  /// The days in sight, made anew only when the desk, the minute or the days are others; those before are kept too, since
  /// one leafs back and forth.
  func days(_ source: DayContents.Source, _ world: World) -> DayContents {
    shownDays.kept(most: 3, where: { $0.source == source }, else: { DayContents(source, world) })
  }

  /// Pictures of the calendar without its cursor.
  func pictures(_ source: CalendarPictures.Source) -> CalendarPictures {
    calendarPictures.kept(
      most: 3, where: { $0.source == source }, else: { CalendarPictures(source) })
  }

  /// The cursor, which several parts of an update and a view ask for.
  func cursor(_ state: ViewState, _ world: World, make: () -> CalendarCursor) -> CalendarCursor {
    let moment = Moment(world)
    if let shownCursor, shownCursor.moment == moment, shownCursor.view == state.calendarView,
      shownCursor.calendar == state.calendar
    {
      return shownCursor.found
    }
    let found = make()
    shownCursor = (moment, state.calendarView, state.calendar, found)
    return found
  }
}

extension Array {
  /// The element that answers to something, or a new one, put first; those used longest ago are dropped.
  fileprivate mutating func kept(most: Int, where isMeant: (Element) -> Bool, else make: () -> Element)
    -> Element
  {
    let found: Element
    if let index = firstIndex(where: isMeant) {
      if index == 0 { return self[0] }
      found = remove(at: index)
    } else {
      found = make()
      if count >= most { removeLast() }
    }
    insert(found, at: 0)
    return found
  }
}
