import Canvas
import Civil
import Desk

/// A row of an open card: pieces of text side by side.
struct CardRow {
  struct Piece {
    var text: String
    var role: Role
    /// The column it begins at; nil follows the piece before.
    var x: Int?

    init(_ text: String, _ role: Role, x: Int? = nil) {
      self.text = text
      self.role = role
      self.x = x
    }
  }

  var pieces: [Piece]
  /// The line of the checklist it belongs to.
  var line: Int?
  /// A heading has a rule after it.
  var isHeading = false

  init(_ pieces: [Piece], line: Int? = nil, isHeading: Bool = false) {
    self.pieces = pieces
    self.line = line
    self.isHeading = isHeading
  }

  static let blank = CardRow([])
}

/// An open card set in rows: one column of them, or two where there is room.
struct CardPage {
  /// From this inner width on, the card's past stands beside it.
  static let twoColumns = 104

  let rect: Rect
  let inside: Rect
  let left: [CardRow]
  let right: [CardRow]
  let leftWidth: Int

  var height: Int { max(left.count, right.count) }

  init(_ card: Card, _ pane: CardPane, _ layout: Layout, _ painter: Painter) {
    // Over the board and as large as it, so that the calendar stays in sight beside it.
    rect = painter.state.screen == .desk ? layout.board : layout.main
    inside = rect.inset(2, 1)
    let innerWidth = inside.width
    let text = CardText(card, painter)
    if innerWidth >= CardPage.twoColumns {
      leftWidth = innerWidth * 11 / 20
      left =
        text.title(leftWidth) + text.fields(leftWidth) + text.checklist(leftWidth) + text.notes(leftWidth)
      right = Array(text.past(innerWidth - leftWidth - 3).drop { $0.pieces.isEmpty })
    } else {
      leftWidth = innerWidth
      left =
        text.title(innerWidth) + text.fields(innerWidth) + text.checklist(innerWidth)
        + text.notes(innerWidth) + text.past(innerWidth)
      right = []
    }
  }

  /// The row that a line of the checklist begins at.
  func row(ofLine line: Int?) -> Int? {
    line.flatMap { line in left.firstIndex { $0.line == line } }
  }
}
