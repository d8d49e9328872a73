import Canvas
import Civil
import Desk

/// What the screen shows, apart from the desk: places, selections, what is open.
package struct ViewState: Equatable, Sendable {
  package enum Screen: String, Equatable, Sendable { case desk, today, time, matrix, history }
  package enum Pane: String, Equatable, Sendable { case board, calendar }

  package var size: Size
  package var screen: Screen = .desk
  package var pane: Pane = .board
  /// Whose board is shown.
  package var client: ClientID?
  /// A client to be shown as soon as the journal has it.
  package var awaitedClient: ClientID?
  package var boards: [ClientID: BoardState] = [:]
  package var calendar = CalendarState()
  package var today = TodayState()
  package var time = TimeState()
  package var matrix = MatrixState()
  package var history = HistoryState()
  /// What lies over the screen; the last one gets the keys.
  package var overlays: [Overlay] = []
  /// What was closed, or emptied for the next line, by a change that is not in the journal yet.
  var closed: Overlay?
  package var message: Message?
  /// Keys of a sequence typed so far.
  package var pending: [KeyChord] = []
  /// Whether every client but the current one is blanked, for sharing the screen.
  package var isPrivate = false
  /// Another client that was asked for while the screen is shared; asked for again, it is shown.
  package var revealing: ClientID?
  /// Whether the terminal said that its background is dark; nil when it did not say.
  package var darkBackground: Bool?
  /// A theme tried on in the list, before it is chosen.
  package var previewTheme: String?
  package var drag: Drag?
  package var reminders = ReminderState()

  package init(width: Int, height: Int) { size = Size(width: width, height: height) }
}

/// A size in cells.
package struct Size: Equatable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// What the mouse carries from where it was pressed.
package enum Drag: Equatable, Sendable {
  /// A card, over the place that it would be dropped at; nil over nothing that takes it.
  ///
  /// `wasSelected`: let go where it was pressed, it opens.
  case card(CardID, over: DropPlace?, wasSelected: Bool)
  /// A block, with how far from its start it was taken, in seconds, and where it would start.
  case block(OccurrenceID, grip: Int, to: Instant)
  /// A span that is being selected, from the row that it began in.
  case span(from: Instant)
  /// The end of a block, and when it would end.
  case blockEnd(OccurrenceID, to: Instant)
}

/// A place in a column that a card is dropped at.
package struct DropPlace: Equatable, Sendable {
  package var column: ColumnID
  /// The card that will be below it; nil at the end of the column.
  package var before: CardID?

  package init(column: ColumnID, before: CardID? = nil) {
    self.column = column
    self.before = before
  }
}

/// What a verb acts on.
package enum Selection: Equatable, Sendable {
  case none
  case cards([CardID])
  case block(OccurrenceID)
  case entry(EntryID)
}

extension ViewState {
  /// The state of the current client's board.
  package var board: BoardState {
    get { client.flatMap { boards[$0] } ?? BoardState() }
    set { if let client { boards[client] = newValue } }
  }

  package var overlay: Overlay? { overlays.last }

  /// What the keys mean now.
  package var scope: Scope {
    switch overlays.last {
    case .card?: return .card
    case nil: break
    default: return .overlay
    }
    switch screen {
    case .desk: return pane == .board ? .board : .calendar
    case .today: return .today
    case .time: return .time
    case .matrix: return .matrix
    case .history: return .history
    }
  }
}
