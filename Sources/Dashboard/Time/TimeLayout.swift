import Canvas
import Desk

/// Where the lists and sums of a day's sheet are, and how wide its columns.
struct TimeLayout {
  /// `‹09:00 – 09:30›`.
  static let timeWidth = 15
  /// `10:05`.
  static let lengthWidth = 5
  private static let sideWidth = 38

  let box: Rect
  let list: Rect
  let totals: Rect
  /// The clients and the week, where the screen is wide.
  let side: Rect?
  let clientWidth: Int

  init(_ rect: Rect, _ sheet: DaySheet, _ painter: Painter) {
    let isWide = rect.width >= Layout.wide
    side =
      isWide
      ? Rect(x: rect.maxX - TimeLayout.sideWidth, y: rect.y, width: TimeLayout.sideWidth, height: rect.height)
      : nil
    box = Rect(
      x: rect.x, y: rect.y, width: rect.width - (isWide ? TimeLayout.sideWidth : 0), height: rect.height)
    let inside = box.inset(2, 1)
    // A rule, the sum, and where there is no panel for them the clients in a line.
    let totalsHeight = isWide || sheet.totals.isEmpty ? 2 : 3
    list = inside.row(y: 0, height: inside.height - totalsHeight)
    totals = inside.row(y: inside.height - totalsHeight, height: totalsHeight)
    let names = sheet.totals.map { total in
      TextWidth.of(painter.shown(SubjectText.client(total.client, painter.world), of: total.client))
    }
    clientWidth = min(names.max() ?? 0, max(9, inside.width / 5))
  }

  /// Where the columns begin, from the left of a line.
  var lengthX: Int { TimeLayout.timeWidth + 1 }
  var markX: Int { lengthX + TimeLayout.lengthWidth + 1 }
  var clientX: Int { markX + 2 }
  var titleX: Int { clientX + 1 + clientWidth + 2 }
}
