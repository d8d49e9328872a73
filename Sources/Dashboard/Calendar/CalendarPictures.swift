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

  let source: Source
  private var columns: [CivilDate: Frame] = [:]
  private var surroundings: [(of: Surroundings, frame: Frame)] = []

  init(_ source: Source) { self.source = source }

  /// Draws a day, or puts back the picture of it; the line to its left is part of it.
  func show(_ column: DayColumn, _ frame: inout Frame, draw: (inout Frame) -> Void) {
    let rect = Rect(
      x: column.rect.x - 1, y: column.rect.y, width: column.rect.width + 1, height: column.rect.height)
    if let known = columns[column.day.date] { return frame.paste(known, x: rect.x, y: rect.y) }
    draw(&frame)
    columns[column.day.date] = frame.picture(of: rect)
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
