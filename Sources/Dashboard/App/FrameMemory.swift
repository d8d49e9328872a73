import Canvas
import Civil
import Desk

/// What was worked out for earlier frames and still holds, so that a key costs what it changes.
///
/// A cache and nothing else: a view with an empty one comes out the same. Whatever is kept here carries all that
/// it was made from and is dropped when any of it is different.
package final class FrameMemory {
  /// What most of a picture depends on, besides its own place and selection.
  struct Moment: Equatable {
    let revision: Int
    /// Since 1970; clocks, due times and the like change with the minute.
    let minute: Int64

    init(_ world: World) {
      revision = world.desk.revision
      minute = world.now.seconds / 60
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
  var calendar: CalendarPicture?

  package init() {}

  /// A card's lines, worked out anew only when the desk or the minute is another.
  ///
  /// The running card's change with
  /// every second and are not kept.
  func lines(of card: Card, width: Int, _ painter: Painter) -> CardLines {
    if painter.desk.running?.card == card.id { return CardLines(card, width: width, painter) }
    let now = Moment(painter.world)
    if moment != now {
      moment = now
      lines.removeAll(keepingCapacity: true)
    }
    let state = painter.state
    let key = LinesKey(
      card: card.id, width: width, isHigh: CardLines.isHigh(state),
      isMixed: CardLines.isMixed(state))
    if let known = lines[key] { return known }
    let made = CardLines(card, width: width, painter)
    lines[key] = made
    return made
  }
}

/// The calendar as it was last drawn, and all that it was drawn from.
struct CalendarPicture {
  struct Key: Equatable {
    let moment: FrameMemory.Moment
    let calendar: CalendarState
    let client: ClientID?
    let pane: ViewState.Pane
    let isPrivate: Bool
    let theme: Theme
    let rect: Rect
    let size: Size
  }

  let key: Key
  let frame: Frame
}

extension CalendarPane {
  /// Draws the calendar, or puts back the picture of it where nothing about it has changed.
  static func show(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    let state = painter.state
    // A prompt or a dragging mouse shows in the calendar what would come of it.
    guard state.overlays.isEmpty, state.drag == nil else { return draw(&frame, rect, painter) }
    let key = CalendarPicture.Key(
      moment: FrameMemory.Moment(painter.world), calendar: state.calendar, client: state.client,
      pane: state.pane,
      isPrivate: state.isPrivate, theme: painter.theme, rect: rect, size: state.size)
    let memory = painter.world.memory
    if let known = memory.calendar, known.key == key { return frame.paste(known.frame, x: rect.x, y: rect.y) }
    draw(&frame, rect, painter)
    memory.calendar = CalendarPicture(key: key, frame: frame.picture(of: rect))
  }
}
