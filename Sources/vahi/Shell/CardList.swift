import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi card list`.
struct CardList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List cards, board by board.",
    discussion: """
      Without words, all cards that are not archived. Words narrow the list as / does on the screen: invoice \
      #ops =lin !1 due:week due:overdue is:waiting is:done. --from and --to take the cards that are due then.
      """)
  @Argument(help: "What to narrow the list to.") var filter: [String] = []
  @OptionGroup var list: ListOptions
  @Option(help: "Name or role of a column; needs --client.") var column: String?

  func run() throws {
    let session = try ShellSession(list.options, whole: list.range.archived)
    let cards = try self.cards(session)
    guard !session.wantsJSON else {
      let export = JSONExport(session.desk, now: session.now)
      return session.answer { writer in
        writer.array { writer in for card in cards { export.write(card, to: &writer) } }
      }
    }
    let today = session.home.date(at: session.now)
    var table = TextTable([
      ("id", .left), ("client", .left), ("column", .left), ("title", .left), ("due", .left),
      ("estimate", .right),
      ("labels", .left),
    ])
    for card in cards {
      let isOverdue = card.doneAt == nil && (session.desk.dueInstant(card).map { $0 < session.now } ?? false)
      let due = card.due.map { DateText.relative($0.wall, today: today, session.words) } ?? ""
      table.add([
        card.id.raw, session.desk.client(card.client)?.slug ?? "",
        session.desk.column(card.column)?.name ?? "",
        (card.doneAt == nil ? "" : "✓ ") + card.title, isOverdue ? "! \(due)" : due,
        card.estimate.map(DurationText.short) ?? "", card.labels.map { "#\($0)" }.joined(separator: " "),
      ])
    }
    session.say(table.text(heading: session.heading))
  }

  /// By client and column in their order; archived ones newest first.
  private func cards(_ session: ShellSession) throws -> [Card] {
    let desk = session.desk
    let asked = try session.client(list.client)
    let span = try session.range(list.range, of: .planned)
    let narrowed = CardFilter(filter.joined(separator: " "), session.grammar(asked))
    if column != nil, asked == nil {
      throw ShellFailure.usage("--column: say of whose board with --client")
    }
    let columnID = try column.map { text throws in
      try session.column(text, of: asked ?? session.soleClient(nil)).id
    }
    var cards: [Card] = []
    for client in desk.clients where asked == nil || client.id == asked?.id {
      let live = desk.columns(of: client.id).flatMap { desk.cards(in: $0.id) }
      if client.status == .active || asked != nil {
        cards += list.range.archived ? sorted(desk.archivedCards(of: client.id)) : live
      } else if list.range.archived {
        cards += live + sorted(desk.archivedCards(of: client.id))
      }
    }
    return cards.filter { card in
      if let columnID, card.column != columnID { return false }
      if let span {
        guard let due = desk.dueInstant(card), span.contains(due) else { return false }
      }
      return narrowed.matches(card, in: desk, now: session.now)
    }
  }

  private func sorted(_ cards: [Card]) -> [Card] {
    cards.sorted { ($1.doneAt ?? $1.createdAt, $1.id) < ($0.doneAt ?? $0.createdAt, $0.id) }
  }
}

/// `vahi card show`.
struct CardShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one card.")
  @Argument(help: "Id.") var card: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options)
    let card = try session.card(card)
    guard !session.wantsJSON else {
      return session.answer { JSONExport(session.desk, now: session.now).write(card, to: &$0) }
    }
    let today = session.home.date(at: session.now)
    let column = session.desk.column(card.column)
    let spent = session.desk.secondsSpent(on: card.id, now: session.now)
    session.say(
      FieldList.text([
        ("id", card.id.raw), ("title", card.title), ("client", session.desk.client(card.client)?.name ?? ""),
        ("column", column?.name ?? ""),
        ("due", card.due.map { dueText($0, today, session) } ?? ""),
        ("estimate", card.estimate.map(DurationText.short) ?? ""),
        ("spent", spent > 0 ? DurationText.short(spent) : ""),
        ("labels", card.labels.map { "#\($0)" }.joined(separator: " ")), ("assignee", card.assignee ?? ""),
        ("waiting on", card.waitingOn ?? ""), ("quadrant", "!\(card.quadrant.rawValue)"),
        ("archived", card.archived ? "yes" : ""), ("created", card.createdAt.text),
        ("done", card.doneAt?.text ?? ""),
        ("notes", card.notes),
        ("checklist", card.checklist.map { ($0.done ? "[x] " : "[ ] ") + $0.text }.joined(separator: "\n")),
        ("comments", card.comments.map { "\($0.at.text) \($0.writer): \($0.text)" }.joined(separator: "\n")),
      ]))
  }

  private func dueText(_ due: ZonedTime, _ today: CivilDate, _ session: ShellSession) -> String {
    let here = session.home.wall(at: session.desk.instant(of: due))
    let there = "\(DateText.long(due.wall.date, today: today, session.words)) \(DateText.clock(due.wall))"
    let city = DateText.city(due.zone)
    if here == due.wall { return "\(there) \(city)" }
    return "\(there) \(city), here \(DateText.relative(here, today: today, session.words))"
  }
}
