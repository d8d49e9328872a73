import Canvas
import Desk

/// Where the sections of today are: side by side where there is room, else one below the other.
struct TodayLayout {
  enum Row {
    case heading(TodaySection)
    case line(TodayLine, TodaySection.Kind)
    /// What follows a line and is selected with it.
    case more(TodayLine, TodaySection.Kind)
    case empty(TodaySection.Kind)
    case blank
  }

  /// One column of sections in its box.
  struct Column {
    let box: Rect
    let rows: [Row]

    var inside: Rect { box.inset(2, 1) }
    var lines: [TodayLine] {
      rows.compactMap { if case .line(let line, _) = $0 { line } else { nil } }
    }
  }

  let columns: [Column]
  let clientWidth: Int

  init(_ rect: Rect, _ sections: [TodaySection], _ painter: Painter) {
    let isWide = rect.width >= Layout.wide
    // What the day holds is on the left, what clients wait for or owe on the right.
    let split: [[TodaySection.Kind]] =
      isWide
      ? [[.running, .next, .gaps, .clocks, .zones], [.overdue, .due, .waiting]]
      : [[.running, .next, .overdue, .due, .waiting, .gaps, .clocks, .zones]]
    let left = isWide ? rect.width * 12 / 25 : rect.width
    columns = split.enumerated().map { index, kinds in
      let box = Rect(
        x: index == 0 ? rect.x : rect.x + left, y: rect.y, width: index == 0 ? left : rect.width - left,
        height: rect.height)
      let own = kinds.compactMap { kind in sections.first { $0.kind == kind } }
      return Column(box: box, rows: TodayLayout.rows(own))
    }
    let names = sections.flatMap(\.lines).map { TextWidth.of(TodayRow.client($0, painter).name) }
    clientWidth = min(names.max() ?? 0, max(9, min(16, (columns.first?.box.width ?? 0) / 5)))
  }

  private static func rows(_ sections: [TodaySection]) -> [Row] {
    var rows: [Row] = []
    for section in sections {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(section))
      if section.lines.isEmpty { rows.append(.empty(section.kind)) }
      for (index, line) in section.lines.enumerated() {
        rows.append(.line(line, section.kind))
        // The next block is what the eye is to find: it says more.
        if section.kind == .next, index == 0 { rows.append(.more(line, section.kind)) }
      }
    }
    return rows
  }

  /// The line at a place on the screen.
  func line(x: Int, y: Int, _ state: TodayState) -> TodayLine? {
    for (index, column) in columns.enumerated() where column.box.contains(x: x, y: y) {
      let top = state.tops.indices.contains(index) ? state.tops[index] : 0
      let row = top + y - column.inside.y
      guard column.inside.contains(x: x, y: y), column.rows.indices.contains(row) else { return nil }
      switch column.rows[row] {
      case .line(let line, _), .more(let line, _): return line
      case .heading, .empty, .blank: return nil
      }
    }
    return nil
  }
}
