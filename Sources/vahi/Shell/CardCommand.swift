import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi card`: the work on the boards.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "The work on the boards.",
    subcommands: [Add.self, CardList.self, CardShow.self, CardEdit.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a card.",
      discussion: """
        The title may have marks: @client #label ~45m !1 to !4 (urgent and important, important, urgent, neither) \
        >fri 4pm (due) =name (who does it). A flag wins over a mark; \\# is a plain #.
        """)
    @Argument(help: "The title; several words are joined.") var title: [String]
    @OptionGroup var client: ClientOption
    @Option(help: "Name or role of the column; else the first.") var column: String?
    @Option(parsing: .unconditional, help: "When it is due on the client's clock, as in “fri 4pm”.") var due:
      String?
    @Option(help: "How long it takes, as in 1h30.") var estimate: String?
    @Option(help: "A label; may be given several times.") var label: [String] = []
    @Flag(help: "It is urgent.") var urgent = false
    @Flag(help: "It is important.") var important = false
    @Option(help: "Notes.") var notes: String?
    @Option(help: "Who does it.") var assignee: String?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let asked = try session.client(client)
      let reading = Grammar.parseTitle(Printable.typed(title.joined(separator: " ")), session.grammar(asked))
      let owner = try asked ?? session.soleClient(reading.client)
      var draft = reading.draft
      guard !draft.title.isEmpty else { throw ShellFailure.usage("card add: the title is empty, give one") }
      if let due { draft.due = try session.due(due, owner) }
      if let estimate { draft.estimate = try session.duration(estimate, "--estimate") }
      for name in label.map(Printable.typed) where !name.isEmpty && !draft.labels.contains(name) {
        draft.labels.append(name)
      }
      draft.urgent = draft.urgent || urgent
      draft.important = draft.important || important
      if let notes { draft.notes = notes }
      if let assignee { draft.assignee = Printable.typed(assignee) }
      let goal = try column.map { text throws(ShellFailure) in try session.column(text, of: owner) }
      guard let column = goal ?? session.desk.columns(of: owner.id).first else {
        throw session.noColumn(of: owner)
      }
      let transaction = try session.change { desk throws(DeskError) in
        try desk.addCard(draft, to: column.id, context: session.context)
      }
      guard case .card(let card)? = transaction.changes.first?.after else { return }
      if let due = card.due { session.tellClock(of: due, "card \(card.id.raw)") }
      session.answerNew(card.id.raw) { JSONExport(session.desk, now: session.now).write(card, to: &$0) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm",
      abstract: "Remove cards; what was timed and planned for them stays. Undo brings them back.")
    @Argument(help: "Ids.") var cards: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let ids = try cards.map { try session.card($0).id }
      try session.change { desk throws(DeskError) in try desk.removeCards(ids, context: session.context) }
    }
  }
}

extension ShellSession {
  /// The client that a mark names, or the only one there is.
  func soleClient(_ marked: ClientID?) throws(ShellFailure) -> Client {
    if let client = marked.flatMap({ desk.client($0) }) { return client }
    let clients = desk.activeClients
    if clients.count == 1 { return clients[0] }
    if clients.isEmpty {
      throw .usage("--client: there is no client yet, make one with `vahi client add NAME`")
    }
    throw .usage("--client: say whose it is, there are \(list(clients.map(\.slug)))")
  }
}
