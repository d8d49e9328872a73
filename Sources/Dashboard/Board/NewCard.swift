import Civil
import Desk

/// The line that a new card is typed in, as far as it is understood.
struct NewCard {
  private let text: String
  private let column: ColumnID
  private let world: World
  private let title: TitleReading
  private let context: GrammarContext

  init(_ text: String, _ column: ColumnID, _ state: ViewState, _ world: World) {
    self.text = text
    self.column = column
    self.world = world
    var context = world.desk.grammarContext(now: world.now, client: world.desk.column(column)?.client)
    // Other clients are neither named nor understood while the screen is shared.
    if state.isPrivate { context.clients.removeAll { $0.id != state.client } }
    self.context = context
    title = Grammar.parseTitle(text, context)
  }

  var reading: Reading {
    var reading = Reading()
    reading.understood = title.parts.map { $0.understood(world.words.dates, today: world.today) }
    reading.ranges = title.parts.map(\.range)
    reading.plainMarks = title.plainMarks
    reading.warnings = [title.due.flatMap { PlanNote.clock($0, world.desk, world.words) }].compactMap { $0 }
    reading.completions = completions
    reading.hint = "\(world.words.card.titleHint) · \(world.words.card.again)"
    return reading
  }

  /// Completes a label or a client that is being typed.
  private var completions: [Completion] {
    guard let last = text.split(separator: " ", omittingEmptySubsequences: false).last, let mark = last.first,
      mark == "#" || mark == "@"
    else { return [] }
    let head = String(text.dropLast(last.count))
    let typed = String(last.dropFirst())
    if mark == "@" {
      let pattern = FuzzyPattern(typed)
      return context.clients.compactMap { client -> (score: Int, client: Client)? in
        guard client.slug != typed, let match = pattern.match(client.name) ?? pattern.match(client.slug)
        else {
          return nil
        }
        return (match.score, client)
      }.sorted { $0.score > $1.score }
        .map { Completion(text: "\(head)@\($0.client.slug) ", detail: $0.client.name) }
    }
    return context.labels.filter { $0 != typed && !$0.contains(" ") }.matching(typed)
      .map { Completion(text: "\(head)#\($0.text) ", detail: "") }
  }

  func answer(atTop: Bool, _ quadrant: Quadrant?, _ state: inout ViewState) -> Answer {
    guard !text.allSatisfy(\.isWhitespace) else { return .effects([]) }
    guard !title.title.isEmpty else { return .refused(world.words.card.noTitle) }
    guard let goal = goal else { return .refused(world.words.board.noColumn) }
    var draft = title.draft
    if let quadrant, title.quadrant == nil {
      draft.urgent = quadrant.isUrgent
      draft.important = quadrant.isImportant
    }
    let selected = goal.id == column ? state.board.cards[goal.id] : nil
    let below = state.board.sort == .byHand ? selected : nil
    let place: CardPlace = atTop ? .top : below.map { .after($0) } ?? .bottom
    guard let change = try? world.desk.addCard(draft, to: goal.id, at: place, context: world.context) else {
      return .refused(world.words.column.gone)
    }
    if case .card(let id)? = change.changes.first?.key {
      if goal.id == column { state.board.await(id, in: column) }
      if state.screen == .matrix { state.matrix.awaited = id }
    }
    return .effects([.commit(change)])
  }

  /// The column, or its like on the board of the client that the line names.
  private var goal: Column? {
    let own = world.desk.column(column)
    guard let client = title.client, client != own?.client else { return own }
    let columns = world.desk.columns(of: client)
    return columns.first { $0.role == own?.role } ?? columns.first
  }
}
