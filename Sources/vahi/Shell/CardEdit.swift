import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi card edit`.
struct CardEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a card, as one undoable change.",
    discussion: "`none` empties --due, --estimate, --assignee, --waiting and --label.")
  @Argument(help: "Id.") var card: String
  @Option(help: "A new title, taken as it is.") var title: String?
  @OptionGroup var client: ClientOption
  @Option(help: "Move it to this column, by name or role.") var column: String?
  @Option(parsing: .unconditional, help: "When it is due, or none.") var due: String?
  @Option(help: "How long it takes, or none.") var estimate: String?
  @Option(help: "The labels it has from now on, or none; may be given several times.") var label: [String] =
    []
  @Flag(inversion: .prefixedNo, help: "Whether it is urgent.") var urgent: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether it is important.") var important: Bool?
  @Option(help: "Notes.") var notes: String?
  @Option(help: "Who does it, or none.") var assignee: String?
  @Option(help: "Whom it waits for, or none.") var waiting: String?
  @Flag(inversion: .prefixedNo, help: "Whether it is done.") var done: Bool?
  @Flag(inversion: .prefixedNo, help: "Put it out of sight, or back.") var archive: Bool?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options)
    let card = try session.card(card)
    let owner = try session.client(client) ?? session.desk.client(card.client)
    guard let owner else {
      throw ShellFailure.failed("card \(card.id.raw): its client is gone, run `vahi doctor`")
    }
    let edit = try fields(session, owner)
    let goal = try goal(session, card, owner)
    let context = session.context
    var steps: [ShellSession.Step] = []
    steps.append { desk in
      try desk.editCards([card.id], action: "card.edit", context: context, edit)
    }
    if let goal, goal.id != card.column {
      let archived = archive ?? card.archived
      steps.append { desk in try desk.moveCards([card.id], to: goal.id, context: context) }
      // A move brings a card back on the board; that was not asked for.
      steps.append { desk in
        try desk.editCards([card.id], action: "card.edit", context: context) { $0.archived = archived }
      }
    }
    if let done {
      steps.append { desk in
        (desk.card(card.id)?.doneAt != nil) == done
          ? nil : try desk.setDone([card.id], done, context: context)
      }
    }
    var transaction = try session.compose("card.edit", steps)
    transaction.arguments = [session.desk.card(card.id)?.title ?? ""]
    try session.commit(transaction)
    if due != nil, let due = session.desk.card(card.id)?.due {
      session.tellClock(of: due, "card \(card.id.raw)")
    }
    guard session.wantsJSON, let after = session.desk.card(card.id) else { return }
    session.answer { JSONExport(session.desk, now: session.now).write(after, to: &$0) }
  }

  private func given(_ text: String) -> String? { text == "none" ? nil : Printable.typed(text) }

  /// The column it goes to: the one that is named, or the first of another client's board.
  private func goal(_ session: ShellSession, _ card: Card, _ owner: Client) throws(ShellFailure) -> Column? {
    if let column { return try session.column(column, of: owner) }
    guard owner.id != card.client else { return nil }
    guard let first = session.desk.columns(of: owner.id).first else {
      throw session.noColumn(of: owner)
    }
    return first
  }

  private func fields(_ session: ShellSession, _ owner: Client) throws(ShellFailure) -> (inout Card) -> Void {
    let newTitle = title.map(Printable.typed)
    if newTitle == "" { throw .usage("--title: the title is empty, give one") }
    var newDue: ZonedTime?
    if let due, due != "none" { newDue = try session.due(due, owner) }
    var newEstimate: Int?
    if let estimate, estimate != "none" { newEstimate = try session.duration(estimate, "--estimate") }
    let labels = label.compactMap(given).filter { !$0.isEmpty }
    let this = self
    return { card in
      if let newTitle { card.title = newTitle }
      if this.due != nil { card.due = newDue }
      if this.estimate != nil { card.estimate = newEstimate }
      if !this.label.isEmpty { card.labels = labels }
      if let urgent = this.urgent { card.urgent = urgent }
      if let important = this.important { card.important = important }
      if let notes = this.notes { card.notes = notes }
      if let assignee = this.assignee { card.assignee = this.given(assignee) }
      if let waiting = this.waiting { card.waitingOn = this.given(waiting) }
      if let archive = this.archive { card.archived = archive }
    }
  }
}
