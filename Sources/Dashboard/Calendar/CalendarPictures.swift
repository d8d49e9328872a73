import Canvas
import Civil
import Desk

/// Days side by side as they look without the cursor, kept from key to key: a step of the cursor draws the day that it
/// is on, not the week.
final class CalendarPictures {
  /// All that the days are drawn from but the cursor, its day and what is selected.
  struct Source: Equatable {
    private let pane: FrameMemory.Source
    private let dates: [CivilDate]
    private let grid: Rect
    /// Whose hours shade the days; on a journey they are others' from day to day.
    private let clocks: [GutterClock]

    init(_ rect: Rect, _ layout: CalendarLayout, _ painter: Painter) {
      var calendar = painter.state.calendar
      (calendar.date, calendar.cursor, calendar.selected, calendar.due) = (nil, nil, nil, nil)
      (calendar.first, calendar.shown, calendar.anchor, calendar.clip) = (nil, 0..<0, nil, nil)
      calendar.top = layout.top
      pane = FrameMemory.Source(.calendar, rect, painter, calendar: calendar)
      dates = layout.columns.map(\.day.date)
      grid = layout.grid
      clocks = layout.clocks
    }
  }

  /// What the edge, the lane above the hours and the clocks beside them show of the cursor.
  struct Surroundings: Equatable {
    fileprivate let day: CivilDate
    fileprivate let selected: OccurrenceID?

    init(_ layout: CalendarLayout, _ state: ViewState) {
      day = layout.day.date
      selected = state.calendar.selected.flatMap { id in
        layout.columns.contains { column in column.lines.contains { $0.occurrence == id } } ? id : nil
      }
    }
  }

  /// The cursor with all that the picture of it goes by; not while a span is selected from it.
  struct Stop: Equatable {
    private let day: CivilDate
    private let row: Instant?
    private let selected: OccurrenceID?
    private let due: CardID?

    init?(_ layout: CalendarLayout, _ state: ViewState) {
      guard state.calendar.anchor == nil else { return nil }
      day = layout.day.date
      (row, selected, due) = (state.calendar.cursor, state.calendar.selected, state.calendar.due)
    }
  }

  let source: Source
  private var columns: [CivilDate: Frame] = [:]
  /// The days without what tells of more that is there, which looks at all that it lies over.
  private var plans: [CivilDate: Frame] = [:]
  private var surroundings: [(of: Surroundings, frame: Frame)] = []

  /// All of it with the cursor where it was lately: one goes back and forth.
  private var stops: [(at: Stop, frame: Frame)] = []
  private static let stopsKept = 12

  init(_ source: Source) { self.source = source }

  /// Draws all of it, or puts back the picture of it with the cursor there.
  func show(_ stop: Stop, _ frame: inout Frame, _ rect: Rect, draw: (inout Frame) -> Void) {
    if let known = stops.first(where: { $0.at == stop }) {
      return frame.paste(known.frame, x: rect.x, y: rect.y)
    }
    draw(&frame)
    if stops.count >= CalendarPictures.stopsKept { stops.removeFirst() }
    stops.append((stop, frame.picture(of: rect)))
  }

  /// Draws a day, or puts back the picture of it; the line to its left is part of it.
  func show(_ column: DayColumn, _ frame: inout Frame, draw: (inout Frame) -> Void) {
    let rect = CalendarPictures.area(of: column)
    if let known = columns[column.day.date] { return frame.paste(known, x: rect.x, y: rect.y) }
    draw(&frame)
    columns[column.day.date] = frame.picture(of: rect)
  }

  /// Draws some lines of a day's plan anew, and of all others puts back the picture.
  ///
  /// - Parameters:
  ///   - plain: draws the plan for that picture.
  ///   - draw: draws it so that those lines are right; what it does to others is lost.
  func show(
    _ column: DayColumn, but lines: Range<Int>, _ frame: inout Frame, plain: (inout Frame) -> Void,
    draw: (inout Frame) -> Void
  ) {
    let rect = CalendarPictures.area(of: column)
    let known: Frame
    if let kept = plans[column.day.date] {
      known = kept
    } else {
      var drawn = frame
      plain(&drawn)
      known = drawn.picture(of: rect)
      plans[column.day.date] = known
    }
    draw(&frame)
    for part in [
      rect.row(y: 0, height: lines.lowerBound - rect.y),
      rect.row(y: lines.upperBound - rect.y, height: rect.maxY - lines.upperBound),
    ] {
      frame.paste(known, x: rect.x, y: rect.y, part: part)
    }
  }

  private static func area(of column: DayColumn) -> Rect {
    Rect(x: column.rect.x - 1, y: column.rect.y, width: column.rect.width + 1, height: column.rect.height)
  }

  /// Draws what is around the days, or puts back the picture of it.
  func show(
    _ wanted: Surroundings, _ frame: inout Frame, _ rect: Rect, draw: (inout Frame) -> Void
  ) {
    if let known = surroundings.first(where: { $0.of == wanted }) {
      return frame.paste(known.frame, x: rect.x, y: rect.y)
    }
    draw(&frame)
    if surroundings.count >= 7 { surroundings.removeFirst() }
    surroundings.append((wanted, frame.picture(of: rect)))
  }
}
