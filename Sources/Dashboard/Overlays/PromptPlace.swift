import Canvas

/// Where the pieces of a prompt stand; the same for drawing and for the mouse.
struct PromptPlace {
  /// A piece of what is said about the line.
  struct Piece: Equatable {
    var text: String
    var role: Role
  }

  /// More completions are not shown at once.
  private static let most = 8

  let rect: Rect
  let inside: Rect
  /// Below the line: what is understood or wrong, else what can be typed.
  let notes: [[Piece]]
  let completions: [Completion]
  /// At the bottom.
  let warnings: [[Piece]]

  init(_ prompt: Prompt, _ reading: Reading, _ layout: Layout, _ painter: Painter) {
    let leavesCalendar = painter.state.screen == .desk
    // As wide as it will be: how high it must be follows from that.
    let width = Popup.bottom(layout, height: 4, leavesCalendar: leavesCalendar).inset(2, 1).width
    notes = PromptPlace.notes(prompt, reading, width, painter)
    completions = Array(reading.completions.prefix(PromptPlace.most))
    warnings = PromptPlace.rows(
      reading.warnings.enumerated().map { Piece(text: ($0 == 0 ? "⚠ " : "") + $1, role: .warning) }, width)
    rect = Popup.bottom(
      layout, height: 3 + notes.count + completions.count + warnings.count, leavesCalendar: leavesCalendar)
    inside = rect.inset(2, 1)
  }

  var line: Rect { inside.row(y: 0) }

  func note(_ index: Int) -> Rect { inside.row(y: 1 + index) }

  func completion(_ index: Int) -> Rect { inside.row(y: 1 + notes.count + index) }

  func warning(_ index: Int) -> Rect { inside.row(y: 1 + notes.count + completions.count + index) }

  private static func notes(
    _ prompt: Prompt, _ reading: Reading, _ width: Int, _ painter: Painter
  ) -> [[Piece]] {
    if let problem = prompt.problem ?? reading.problem {
      return TextWidth.wrap(problem, to: width).prefix(most).map { [Piece(text: $0, role: .error)] }
    }
    var pieces = reading.understood.map { Piece(text: $0, role: .understood) }
    if let text = plain(reading.plainMarks, painter.words.card) {
      pieces.append(Piece(text: text, role: .warning))
      if let remedy = reading.remedy { pieces.append(Piece(text: remedy, role: .hint)) }
    }
    if pieces.isEmpty {
      let general = painter.words.general
      let hint = reading.hint.map { $0.split(separator: PromptPlace.dot).map(String.init) }
      pieces = (hint ?? [general.accept, general.cancel]).map { Piece(text: $0, role: .hint) }
    }
    return rows(pieces, width)
  }

  /// That some words are no marks, although they look so.
  private static func plain(_ marks: [String], _ words: CardWords) -> String? {
    guard let last = marks.last else { return nil }
    guard marks.count > 1 else { return Words.fill(words.staysText, last) }
    return Words.fill(words.stayText, marks.dropLast().joined(separator: ", "), last)
  }

  private static let dot = " · "

  /// Pieces with dots between them, in as many rows as they need.
  private static func rows(_ pieces: [Piece], _ width: Int) -> [[Piece]] {
    var rows: [[Piece]] = []
    var used = 0
    for piece in pieces {
      let text = TextWidth.cut(piece.text, to: width)
      let own = TextWidth.of(text)
      if let row = rows.indices.last, used + 3 + own <= width {
        rows[row].append(Piece(text: dot + text, role: piece.role))
        used += 3 + own
      } else {
        rows.append([Piece(text: text, role: piece.role)])
        used = own
      }
    }
    return rows
  }
}
