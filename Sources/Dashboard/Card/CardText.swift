import Canvas
import Civil
import Desk

/// What an open card says, section by section, as rows of a width.
struct CardText {
  private typealias Piece = CardRow.Piece

  /// Where a field's value begins, after its key and its name.
  private static let valueColumn = 15

  private let card: Card
  private let painter: Painter
  private let words: CardWords
  private let world: World

  init(_ card: Card, _ painter: Painter) {
    self.card = card
    self.painter = painter
    words = painter.words.card
    world = painter.world
  }

  func title(_ width: Int) -> [CardRow] {
    let lines = TextWidth.wrap((card.doneAt == nil ? "" : "✓ ") + card.title, to: width)
    return lines.prefix(4).map { CardRow([Piece($0, card.doneAt == nil ? .heading : .done)]) } + [.blank]
  }

  // Fields.

  private struct Field {
    var command: String?
    var name: String
    var value: [Piece]
  }

  /// Fields in aligned rows: two side by side where there is room, long ones alone.
  func fields(_ width: Int) -> [CardRow] {
    let pairs = [
      (columnField, quadrantField), (spentField, estimateField), (assigneeField, waitingField),
      (createdField, doneField),
    ]
    var rows = [row(dueField), row(labelsField)]
    let half = width / 2
    if width >= 70 {
      rows += pairs.flatMap { left, right in
        fits(left, half - 2) && fits(right, width - half)
          ? [CardRow(cells(left, at: 0, width: half - 2) + cells(right, at: half, width: width - half))]
          : [row(left), row(right)]
      }
    } else {
      rows += pairs.flatMap { [row($0), row($1)] }
    }
    return rows
  }

  private func fits(_ field: Field, _ width: Int) -> Bool {
    CardText.valueColumn + field.value.reduce(0) { $0 + TextWidth.of($1.text) } <= width
  }

  private func row(_ field: Field) -> CardRow { CardRow(cells(field, at: 0, width: Int.max)) }

  private func cells(_ field: Field, at x: Int, width: Int) -> [Piece] {
    let key = field.command.flatMap { world.keymap.glyph(of: $0) } ?? ""
    var pieces = [Piece(TextWidth.pad(key, to: 2), .key, x: x), Piece(field.name, .muted, x: x + 3)]
    var left = width == Int.max ? Int.max : width - CardText.valueColumn
    for (index, piece) in field.value.enumerated() {
      var piece = piece
      if left != Int.max { piece.text = TextWidth.cut(piece.text, to: max(0, left)) }
      if index == 0 { piece.x = x + CardText.valueColumn }
      if left != Int.max { left -= TextWidth.of(piece.text) }
      pieces.append(piece)
    }
    return pieces
  }

  private func value(_ text: String?, _ role: Role = .text) -> [Piece] {
    text.map { [Piece($0, role)] } ?? [Piece(words.none, .muted)]
  }

  private var columnField: Field {
    Field(command: "card.toColumn", name: words.column, value: value(world.desk.column(card.column)?.name))
  }

  private var quadrantField: Field {
    let isSet = card.quadrant != .later
    let text =
      isSet ? "!\(card.quadrant.rawValue) \(painter.words.matrix.names[card.quadrant.rawValue - 1])" : nil
    return Field(
      command: "card.quadrant", name: words.quadrant, value: value(text, card.urgent ? .warning : .accent))
  }

  private var dueField: Field {
    guard let due = card.due else { return Field(command: "card.due", name: words.due, value: value(nil)) }
    let late = world.now.seconds(since: world.desk.instant(of: due))
    let isOverdue = card.doneAt == nil && late > 0
    var pieces = value(DueText.there(due, world), isOverdue ? .overdue : card.doneAt == nil ? .due : .text)
    if let own = DueText.client(due, card.client, world) { pieces.append(Piece(" · " + own, .text)) }
    if let home = DueText.home(due, world) { pieces.append(Piece(" · " + home, .muted)) }
    if isOverdue {
      let age = AgeText.text(late, painter.words.today)
      pieces.append(Piece("  " + Words.fill(words.overdue, age), .overdue))
    }
    return Field(command: "card.due", name: words.due, value: pieces)
  }

  private var estimateField: Field {
    Field(
      command: "card.estimate", name: words.estimate,
      value: value(card.estimate.map { DurationText.short($0) }))
  }

  private var spentField: Field {
    let seconds = world.desk.secondsSpent(on: card.id, now: world.now)
    let isRunning = world.desk.running?.card == card.id
    var pieces = value(
      seconds == 0 && !isRunning ? nil : DurationText.hours(seconds), isRunning ? .running : .text)
    if isRunning { pieces.insert(Piece("● ", .running), at: 0) }
    if let estimate = card.estimate, estimate > 0, seconds > 0 {
      let isOver = seconds > estimate
      let fifths = min(5, seconds * 5 / estimate)
      pieces.append(
        Piece(
          " " + String(repeating: "▓", count: fifths) + String(repeating: "░", count: 5 - fifths)
            + " \(seconds * 100 / estimate)%", isOver ? .warning : .muted))
    }
    return Field(command: "timer.toggle", name: words.spent, value: pieces)
  }

  private var labelsField: Field {
    let text = card.labels.map { "#" + $0 }.joined(separator: " ")
    return Field(command: "card.labels", name: words.labels, value: value(text.isEmpty ? nil : text, .accent))
  }

  private var assigneeField: Field {
    Field(command: "card.assignee", name: words.assignee, value: value(card.assignee))
  }

  private var waitingField: Field {
    var pieces = value(card.waitingOn, .waiting)
    if let since = card.waitingSince {
      let age = AgeText.text(world.now.seconds(since: since), painter.words.today)
      let text = Words.fill(painter.words.today.forDays, age)
      pieces = card.waitingOn == nil ? [Piece(text, .waiting)] : pieces + [Piece(" " + text, .muted)]
    }
    return Field(command: "card.waiting", name: words.waiting, value: pieces)
  }

  private var createdField: Field { Field(name: words.created, value: value(placed(card.createdAt))) }

  private var doneField: Field {
    Field(command: "card.done", name: words.doneAt, value: value(card.doneAt.map(placed), .success))
  }

  /// `Mon 23 Nov 09:42` on the home clock.
  private func moment(_ instant: Instant) -> String {
    let wall = world.desk.homeZone.wall(at: instant)
    return "\(DateText.long(wall.date, today: world.today, painter.words.dates)) \(DateText.clock(wall))"
  }

  /// The same with whose clock that is.
  private func placed(_ instant: Instant) -> String { moment(instant) + " " + city(at: instant) }

  /// Where home is, or was.
  private func city(at instant: Instant) -> String { DateText.city(world.desk.homeZone(at: instant).name) }

  /// A heading of times by the clock of home.
  private func timed(_ title: String) -> String { Words.fill(title, city(at: world.now)) }

  // Sections.

  private func heading(_ text: String, _ detail: String = "") -> [CardRow] {
    var pieces = [Piece(text, .heading)]
    if !detail.isEmpty { pieces.append(Piece("  " + detail, .muted)) }
    return [.blank, CardRow(pieces, isHeading: true)]
  }

  private func hint(_ sentence: String, _ command: String) -> CardRow {
    CardRow([Piece(Words.fill(sentence, world.keymap.glyph(of: command) ?? ""), .hint, x: 2)])
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role) -> [CardRow] {
    TextWidth.wrap(text, to: max(1, width - 2)).map { CardRow([Piece($0, role, x: 2)]) }
  }

  func checklist(_ width: Int) -> [CardRow] {
    guard !card.checklist.isEmpty else {
      return heading(words.checklist) + [hint(words.noChecklist, "check.add")]
    }
    var rows = heading(words.checklist, CardLines.progress(card))
    for (index, item) in card.checklist.enumerated() {
      let lines = TextWidth.wrap(item.text, to: max(1, width - 4))
      for (row, line) in (lines.isEmpty ? [""] : lines).enumerated() {
        let box = row == 0 ? (item.done ? "☑" : "☐") : " "
        rows.append(
          CardRow(
            [Piece(box, item.done ? .success : .text, x: 1), Piece(line, item.done ? .done : .text, x: 3)],
            line: index))
      }
    }
    return rows
  }

  func notes(_ width: Int) -> [CardRow] {
    guard !card.notes.isEmpty else { return heading(words.notes) + [hint(words.noNotes, "card.notes")] }
    return heading(words.notes) + wrapped(card.notes, width, .text)
  }

  /// What was said, timed and done: newest first.
  func past(_ width: Int) -> [CardRow] { comments(width) + time(width) + history(width) }

  private func comments(_ width: Int) -> [CardRow] {
    guard !card.comments.isEmpty else { return [] }
    var rows = heading(timed(words.comments), "\(card.comments.count)")
    for comment in card.comments.sorted(by: { $1.at < $0.at }).prefix(40) {
      rows.append(CardRow([Piece(moment(comment.at), .muted, x: 2), Piece("  " + comment.writer, .accent)]))
      rows += wrapped(comment.text, width, .text)
    }
    return rows
  }

  private func time(_ width: Int) -> [CardRow] {
    let entries = world.desk.entries(of: card.id, limit: 6)
    guard !entries.isEmpty else { return [] }
    let zone = world.desk.homeZone
    var rows = heading(timed(words.time))
    for entry in entries {
      let end = entry.end.map { DateText.clock(zone.wall(at: $0)) } ?? "…"
      let note = entry.note == card.title ? "" : "  " + entry.note
      rows.append(
        CardRow([
          Piece("\(moment(entry.start))–\(end)", .muted, x: 2),
          Piece("  " + DurationText.hours(entry.seconds(at: world.now)), entry.isRunning ? .running : .text),
          Piece(TextWidth.cut(note, to: max(0, width - 32)), .muted),
        ]))
    }
    return rows
  }

  private func history(_ width: Int) -> [CardRow] {
    let done = world.desk.history.latest(about: .card(card.id), limit: 12)
    guard !done.isEmpty else { return [] }
    return heading(timed(words.history))
      + done.map { transaction in
        let when = moment(transaction.at)
        let sentence = painter.words.history.sentence(of: transaction, world.desk)
        let room = width - 4 - TextWidth.of(when)
        return CardRow([
          Piece(when, .muted, x: 2), Piece("  " + TextWidth.cut(sentence, to: max(0, room)), .text),
        ])
      }
  }
}
