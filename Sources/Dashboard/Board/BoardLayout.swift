import Canvas
import Desk

/// Where the columns and cards of a board stand; the same for drawing and for the mouse.
struct BoardLayout {
  struct PlacedColumn {
    let column: Column
    let rect: Rect
    let ids: [CardID]
    let top: Int
    let cards: [PlacedCard]
  }

  struct PlacedCard {
    let id: CardID
    let rect: Rect
    let lines: CardLines
  }

  static let narrowest = 22

  let content: BoardContent
  let columns: [PlacedColumn]
  /// How many columns are out of sight at each side.
  let hiddenLeft: Int
  let hiddenRight: Int

  init(_ rect: Rect, _ painter: Painter) {
    content = BoardContent(painter.state, painter.world)
    let board = painter.state.board
    let all = content.columns
    let inside = rect.inset(1, 1)
    guard !all.isEmpty, inside.width > 0 else {
      columns = []
      hiddenLeft = 0
      hiddenRight = 0
      return
    }
    let count = BoardLayout.visibleCount(all.count, width: inside.width)
    let left = min(max(0, board.left), all.count - count)
    let width = inside.width / count
    let extra = inside.width % count
    var x = inside.x
    let content = content
    let shown = all[left..<left + count].map { content.cards(in: $0.id) }
    let gap = BoardLayout.gap(shown, width: width - 2, height: inside.height - 1, painter)
    columns = (0..<count).map { offset in
      let own = width + (offset < extra ? 1 : 0)
      let place = Rect(x: x, y: inside.y, width: own, height: inside.height)
      x += own
      return BoardLayout.place(all[left + offset], shown[offset], in: place, gap: gap, painter)
    }
    hiddenLeft = left
    hiddenRight = all.count - left - count
  }

  /// How many columns of a board fit side by side.
  static func visibleCount(_ count: Int, width: Int) -> Int { min(count, max(1, width / narrowest)) }

  /// Blank rows between cards where nothing is known of the cards: on a high screen there is room to breathe.
  static func gap(height: Int) -> Int { height >= 24 ? 1 : 0 }

  /// The same, also where all columns in sight have so few cards that there is room on a low screen.
  private static func gap(_ columns: [[CardID]], width: Int, height: Int, _ painter: Painter) -> Int {
    if gap(height: height) > 0 { return 1 }
    let hasRoom = columns.allSatisfy { ids in
      guard ids.count * 2 <= height else { return false }
      let lines = ids.reduce(0) { sum, id in
        sum
          + (painter.desk.card(id).map { painter.world.memory.lines(of: $0, width: width, painter).height }
            ?? 0)
      }
      return lines + ids.count - 1 <= height
    }
    return hasRoom ? 1 : 0
  }

  private static func place(
    _ column: Column, _ ids: [CardID], in rect: Rect, gap: Int, _ painter: Painter
  ) -> PlacedColumn {
    let body = rect.row(y: 1, height: rect.height - 1)
    let top = min(max(0, painter.state.board.tops[column.id] ?? 0), max(0, ids.count - 1))
    var y = body.y
    var cards: [PlacedCard] = []
    for id in ids.dropFirst(top) {
      guard y < body.maxY, let card = painter.desk.card(id) else { break }
      let lines = painter.world.memory.lines(of: card, width: rect.width - 2, painter)
      let height = min(lines.height, body.maxY - y)
      cards.append(
        PlacedCard(id: id, rect: Rect(x: rect.x, y: y, width: rect.width - 1, height: height), lines: lines))
      y += lines.height + gap
    }
    return PlacedColumn(column: column, rect: rect, ids: ids, top: top, cards: cards)
  }
}
