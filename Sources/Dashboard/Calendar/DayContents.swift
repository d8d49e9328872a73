import Canvas
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
    /// The holidays of the client whose board is open.
    let notes: [DayNote]
    /// While the screen is shared, the one client of whom it is told until when work can wait.
    private let isPrivate: Bool
    private let client: ClientID?

    init(_ state: ViewState, _ world: World) {
      moment = FrameMemory.Moment(world)
      let view = state.calendarView
      dates = view.isManyDays ? state.calendar.dates(view, world) : [state.calendar.day(world)]
      step = state.calendar.rowMinutes * 60
      lookAhead = CalendarLayout.lookAhead(state)
      notes = DayNote.holidays(from: dates[0], to: dates[dates.count - 1], state, world)
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

  final class Day {
    let rows: DayRows
    let content: DayContent
    let blocks: [DayBlock]
    /// Seconds of planned work.
    let planned: Int
    /// Seconds that the working hours leave for work; nil where the week has a day off.
    let capacity: Int?
    /// How many pairs of blocks want the same time.
    let conflicts: Int
    /// Where in `blocks` each is.
    fileprivate private(set) lazy var places = Dictionary(
      blocks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })

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
  private var columns: [Columns?]
  private var stops: [DayStops?]

  /// A day where it was drawn last, with nothing selected and as it was last asked for with something that had been
  /// left out.
  private final class Columns {
    let rect: Rect
    let top: Int
    let lanes: DayLanes
    let plain: DayColumn
    var selected: (id: OccurrenceID, found: DayColumn)?

    init(_ rect: Rect, top: Int, _ lanes: DayLanes, _ plain: DayColumn) {
      self.rect = rect
      self.top = top
      self.lanes = lanes
      self.plain = plain
    }
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
    days = rows.map { Day($0, DayContent($0, occurrences, starts, source.notes, world, preview), world.desk) }
    columns = days.map { _ in nil }
    stops = days.map { _ in nil }
  }

  private static func rows(_ dates: [CivilDate], _ axis: GridAxis, _ world: World) -> [DayRows] {
    dates.map { DayRows($0, axis, world) }
  }

  /// The day of a date in sight.
  func day(_ date: CivilDate) -> Day? { days.first { $0.rows.date == date } }

  /// What the cursor can go to on a date in sight.
  func stops(on date: CivilDate) -> DayStops {
    guard let index = days.firstIndex(where: { $0.rows.date == date }) else { return .none }
    if let known = stops[index] { return known }
    let found = DayStops(days[index])
    stops[index] = found
    return found
  }

  /// A day in its place on the screen; what is selected is never left out for want of room.
  func column(
    _ index: Int, _ rect: Rect, top: Int, selected: OccurrenceID?, _ state: ViewState, _ world: World
  ) -> DayColumn {
    let day = days[index]
    let known: Columns
    // What is spent goes on with the second.
    if let kept = columns[index], kept.rect == rect, kept.top == top, !state.calendar.showsSpent {
      known = kept
    } else {
      let lanes = DayLanes(day.blocks, width: DayColumn.plan(rect, state).width)
      known = Columns(rect, top: top, lanes, DayColumn(day, lanes, rect, top: top, state, world))
      if !state.calendar.showsSpent { columns[index] = known }
    }
    guard let selected, !known.lanes.layout.overflow.isEmpty else { return known.plain }
    if let kept = known.selected, kept.id == selected { return kept.found }
    guard let place = day.places[selected],
      let lanes = known.lanes.keeping(place)
    else { return known.plain }
    let found = DayColumn(day, lanes, rect, top: top, state, world)
    known.selected = (selected, found)
    return found
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
    if let known = shownCursor, known.moment == moment, known.view == state.calendarView,
      known.calendar == state.calendar
    {
      return known.found
    }
    let found = make()
    shownCursor = ShownCursor(moment, state.calendarView, state.calendar, found)
    return found
  }
}

/// Where the cursor was found, and of what.
final class ShownCursor {
  let moment: FrameMemory.Moment
  fileprivate let view: CalendarView
  fileprivate let calendar: CalendarState
  let found: CalendarCursor

  fileprivate init(
    _ moment: FrameMemory.Moment, _ view: CalendarView, _ calendar: CalendarState, _ found: CalendarCursor
  ) {
    self.moment = moment
    self.view = view
    self.calendar = calendar
    self.found = found
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
