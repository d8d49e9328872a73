import Canvas
import Civil
import Desk

/// What was worked out for earlier frames and still holds, so that a key costs what it changes.
///
/// A cache and nothing else: a view with an empty one comes out the same. Whatever is kept here carries all that
/// it was made from and is dropped when any of it is different.
package final class FrameMemory {
  /// What nearly everything depends on besides its own place and selection.
  struct Moment: Equatable {
    let revision: Int
    /// Since 1970; clocks, due times and the like change with the minute.
    let minute: Int64

    init(_ world: World) {
      revision = world.desk.revision
      minute = world.now.seconds / 60
    }
  }

  /// A piece of the screen that is kept as a picture.
  enum Piece: Int, CaseIterable { case strip, timer, calendar }

  /// All that such a piece is drawn from.
  struct Source: Equatable {
    let moment: Moment
    /// Only where a running clock is shown.
    let second: Int64?
    let calendar: CalendarState?
    let client: ClientID?
    let screen: ViewState.Screen
    let pane: ViewState.Pane
    let isPrivate: Bool
    let theme: Theme
    let rect: Rect
    let size: Size

    /// - Parameter calendar: what the piece depends on of the calendar's state.
    init(_ piece: Piece, _ rect: Rect, _ painter: Painter, calendar: CalendarState? = nil) {
      let state = painter.state
      moment = Moment(painter.world)
      second = piece == .timer ? painter.world.now.seconds : nil
      self.calendar = piece == .calendar ? calendar ?? state.calendar : nil
      client = state.client
      screen = state.screen
      pane = state.pane
      isPrivate = state.isPrivate
      theme = painter.theme
      self.rect = rect
      size = state.size
    }
  }

  /// A piece as it was drawn, and from what.
  private final class Picture {
    let source: Source
    let frame: Frame

    init(source: Source, frame: Frame) {
      self.source = source
      self.frame = frame
    }
  }

  private struct LinesKey: Hashable {
    let card: CardID
    let width: Int
    let isHigh: Bool
    let isMixed: Bool
  }

  private var moment: Moment?
  private var lines: [LinesKey: CardLines] = [:]
  /// By the pieces' numbers: a dictionary's type takes longer to make at the start than all pieces to draw.
  private var pictures: [Picture?] = Piece.allCases.map { _ in nil }
  /// What a pane was when it was last found to be in order; boxed, so that to look at it copies nothing.
  private final class Settled<State> {
    let moment: Moment
    let state: State
    let client: ClientID?
    let size: Size
    let pane: ViewState.Pane

    init(_ state: State, of view: ViewState, _ world: World) {
      moment = Moment(world)
      self.state = state
      (client, size, pane) = (view.client, view.size, view.pane)
    }

    func holds(_ view: ViewState, _ world: World) -> Bool {
      client == view.client && size == view.size && pane == view.pane && moment == Moment(world)
    }
  }

  private var settled: Settled<CalendarState>?
  private var settledBoard: Settled<BoardState>?
  private var columns: (client: ClientID, revision: Int, found: [Column])?
  private var starts: (moment: Moment, span: TimeSpan, found: [CardID: SafeStart])?
  private var planned: (revision: Int, spans: [TimeSpan], found: (today: Int, week: Int))?
  var shownDays: [DayContents] = []
  var calendarPictures: [CalendarPictures] = []
  var shownCursor: ShownCursor?
  private var occurrence: (revision: Int, id: OccurrenceID, found: Occurrence?)?
  private var hints: [Scope: [Keymap.Hint]] = [:]
  var watched: Watched?

  package init() {}

  /// What the hint line may tell of in a scope; neither the keys nor the words change while the program runs.
  func hints(in scope: Scope, _ keymap: Keymap, _ words: Words) -> [Keymap.Hint] {
    if let known = hints[scope] { return known }
    let made = keymap.hints(in: scope, words)
    hints[scope] = made
    return made
  }

  /// A board's columns, which several parts of an update and a view ask for.
  func columns(of client: ClientID, _ desk: Desk) -> [Column] {
    if let columns, columns.client == client, columns.revision == desk.revision { return columns.found }
    let found = desk.columns(of: client)
    columns = (client, desk.revision, found)
    return found
  }

  /// Seconds that are planned in two stretches of time, the day within the week, looked up anew only when the desk or
  /// the stretches are others.
  func planned(today: TimeSpan, week: TimeSpan, _ world: World) -> (today: Int, week: Int) {
    if let planned, planned.revision == world.desk.revision, planned.spans == [today, week] {
      return planned.found
    }
    let found = (world.desk.secondsPlanned(in: today), world.desk.secondsPlanned(in: week))
    planned = (world.desk.revision, [today, week], found)
    return found
  }

  /// What takes place in a stretch of time.
  ///
  /// Of this week, the whole is looked up at once: the timer line asks for it too.
  func occurrences(in span: TimeSpan, _ world: World) -> [Occurrence] {
    let week = world.week(of: world.today)
    if week.start <= span.start, span.end <= week.end { _ = world.desk.occurrences(in: week) }
    return world.desk.occurrences(in: span)
  }

  /// One occurrence, which many commands ask for in turn: the one that is selected.
  func occurrence(_ id: OccurrenceID, _ world: World) -> Occurrence? {
    if let occurrence, occurrence.revision == world.desk.revision, occurrence.id == id {
      return occurrence.found
    }
    if let shown = shownCursor, shown.moment == Moment(world), let block = shown.found.block, block.id == id {
      return block.occurrence
    }
    let found = world.desk.occurrence(id)
    occurrence = (world.desk.revision, id, found)
    return found
  }

  /// Until when work can wait on cards that are due in a stretch of time; several parts of an update and a view ask.
  func safeStarts(dueIn span: TimeSpan, _ world: World) -> [CardID: SafeStart] {
    let moment = Moment(world)
    if let starts, starts.span == span, starts.moment == moment { return starts.found }
    let found = world.desk.safeStarts(dueIn: span, now: world.now)
    starts = (moment, span, found)
    return found
  }

  /// A card's lines, worked out anew only when the desk or the minute is another.
  ///
  /// The running card's change with every second and are not kept.
  func lines(of card: Card, width: Int, _ painter: Painter) -> CardLines {
    if painter.desk.running?.card == card.id { return CardLines(card, width: width, painter) }
    let now = Moment(painter.world)
    if moment != now {
      moment = now
      lines.removeAll(keepingCapacity: true)
    }
    let key = LinesKey(
      card: card.id, width: width, isHigh: CardLines.isHigh(painter.state),
      isMixed: CardLines.isMixed(painter.state))
    if let known = lines[key] { return known }
    let made = CardLines(card, width: width, painter)
    lines[key] = made
    return made
  }

  /// Draws a piece of the screen, or puts back the picture of it where nothing about it has changed.
  func show(
    _ piece: Piece, _ frame: inout Frame, _ rect: Rect, _ painter: Painter,
    draw: (inout Frame, Rect, Painter) -> Void
  ) {
    let source = Source(piece, rect, painter)
    if let known = pictures[piece.rawValue], known.source == source {
      return frame.paste(known.frame, x: rect.x, y: rect.y)
    }
    draw(&frame, rect, painter)
    pictures[piece.rawValue] = Picture(source: source, frame: frame.picture(of: rect))
  }

  /// Whether the board is as it was when it was last put in order, so that nothing need be looked at.
  func isBoardSettled(_ state: ViewState, _ world: World) -> Bool {
    guard let settledBoard, settledBoard.holds(state, world) else { return false }
    return settledBoard.state == state.board
  }

  func noteBoardSettled(_ state: ViewState, _ world: World) {
    settledBoard = Settled(state.board, of: state, world)
  }

  /// Whether the calendar is as it was when it was last put in order, so that nothing need be looked at.
  func isSettled(_ state: ViewState, _ world: World) -> Bool {
    guard let settled, settled.holds(state, world) else { return false }
    return settled.state == state.calendar
  }

  func noteSettled(_ state: ViewState, _ world: World) {
    settled = Settled(state.calendar, of: state, world)
  }
}
