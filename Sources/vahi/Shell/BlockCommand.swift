import ArgumentParser
import Civil
import Desk
import Exchange
import JSONText

/// `vahi block`: planned time.
struct BlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Planned time on the calendar.",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Remove.self])

  /// The flags of `add` and `edit`.
  struct Plan: ParsableArguments {
    @Option(help: "Id of the card it is for.") var card: String?
    @Option(help: "work, meeting, buffer, break, deadline or personal.") var kind: String?
    @Option(parsing: .unconditional, help: "When it starts, as in “2026-12-03 16:00” or “thu 4pm london”.")
    var start: String?
    @Option(help: "Zone or city whose clock the start is on; else the client's, or home.") var zone: String?
    @Option(name: .customLong("for"), help: "How long it takes, as in 45m; half an hour if not said.")
    var length: String?
    @Option(name: .customLong("repeat"), help: ArgumentHelp("How it repeats (not yet).", visibility: .hidden))
    var rule: String?

    func check() throws(ShellFailure) {
      if let rule {
        throw .usage("--repeat \(rule): blocks that repeat are not there yet, plan each one by itself")
      }
    }

    func kindAsked() throws(ShellFailure) -> Block.Kind? {
      guard let kind else { return nil }
      guard let known = Block.Kind(rawValue: kind.lowercased()) else {
        let all = Block.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage("--kind \(kind): no such kind, there are \(all)")
      }
      return known
    }

    /// Where the start is meant: in the zone that is named, or the client's.
    func context(_ session: ShellSession, _ client: Client?) throws(ShellFailure) -> GrammarContext {
      var context = session.grammar(client)
      if let zone { context.zone = try session.zone(zone) }
      return context
    }

    func startAsked(_ session: ShellSession, _ client: Client?) throws(ShellFailure) -> ZonedTime? {
      guard let start else { return nil }
      let context = try context(session, client)
      return try session.when(start, "--start", context).start(opening: context.hours)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Plan a block.")
    @Argument(help: "The title; several words are joined. @client and ~45m are understood.") var title:
      [String]
    @OptionGroup var client: ClientOption
    @OptionGroup var plan: Plan
    @OptionGroup var options: GlobalOptions

    func run() throws {
      try plan.check()
      let session = try ShellSession(options, whole: plan.card != nil)
      let card = try plan.card.map { text throws(ShellFailure) in try session.card(text) }
      let asked = try session.client(client) ?? card.flatMap { session.desk.client($0.client) }
      let reading = Grammar.parseTitle(Printable.typed(title.joined(separator: " ")), session.grammar(asked))
      let owner = asked ?? reading.client.flatMap { session.desk.client($0) }
      guard !reading.title.isEmpty else {
        throw ShellFailure.usage("block add: the title is empty, give one")
      }
      guard let start = try plan.startAsked(session, owner) ?? reading.due else {
        throw ShellFailure.usage("--start: say when it starts, as in --start \"2026-12-03 16:00\"")
      }
      let kind = try plan.kindAsked() ?? .work
      let usual = kind == .deadline ? 0 : 1800
      let length = try plan.length.map { text throws(ShellFailure) in try session.duration(text, "--for") }
      var draft = BlockDraft(
        title: reading.title, start: start, duration: length ?? reading.estimate ?? usual)
      draft.client = owner?.id
      draft.card = card?.id
      draft.kind = kind
      let transaction = session.desk.addBlock(draft, context: session.context)
      try session.commit(transaction)
      guard case .block(let block)? = transaction.changes.first?.after else { return }
      session.answerNew(block.id.raw) { JSONExport(session.desk, now: session.now).write(block, to: &$0) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List blocks by start.",
      discussion: "With --from or --to the single occurrences in that time, days being days in the home zone."
    )
    @OptionGroup var list: ListOptions

    func run() throws {
      let session = try ShellSession(list.options)
      let desk = session.desk
      let owner = try session.client(list.client)
      let span = try session.range(list.range)
      let found = span.map { desk.occurrences(in: $0) } ?? desk.everyBlock
      let blocks = list.range.archived ? [] : found.filter { owner == nil || $0.block.client == owner?.id }
      guard !session.wantsJSON else {
        let export = JSONExport(desk, now: session.now)
        return session.answer { writer in
          writer.array { writer in
            for item in blocks {
              export.write(item.block, occurring: span == nil ? nil : item.span, to: &writer)
            }
          }
        }
      }
      let today = session.home.date(at: session.now)
      var table = TextTable([
        ("id", .left), ("starts here", .left), ("there", .left), ("for", .right), ("client", .left),
        ("kind", .left),
        ("title", .left),
      ])
      for item in blocks {
        let here = session.home.wall(at: item.span.start)
        let isElsewhere = item.block.start.zone != session.home.name
        table.add([
          item.block.id.raw, DateText.relative(here, today: today, session.words),
          isElsewhere
            ? "\(DateText.clock(item.block.start.wall)) \(DateText.city(item.block.start.zone))" : "",
          DurationText.short(item.block.duration), item.block.client.flatMap { desk.client($0)?.slug } ?? "",
          item.block.kind.rawValue, item.block.title,
        ])
      }
      session.say(table.text(heading: session.heading))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one block.")
    @Argument(help: "Id.") var block: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let block = try session.block(block)
      guard !session.wantsJSON else {
        return session.answer { JSONExport(session.desk, now: session.now).write(block, to: &$0) }
      }
      let today = session.home.date(at: session.now)
      let here = session.home.wall(at: session.desk.instant(of: block.start))
      session.say(
        FieldList.text([
          ("id", block.id.raw), ("title", block.title), ("kind", block.kind.rawValue),
          ("client", block.client.flatMap { session.desk.client($0)?.name } ?? ""),
          ("card", block.card?.raw ?? ""),
          ("starts", "\(block.start.wall.text) \(block.start.zone)"),
          ("here", DateText.relative(here, today: today, session.words)),
          ("for", DurationText.short(block.duration)), ("location", block.location ?? ""),
          ("notes", block.notes),
        ]))
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a block.")
    @Argument(help: "Id.") var block: String
    @Option(help: "A new title, taken as it is.") var title: String?
    @OptionGroup var client: ClientOption
    @OptionGroup var plan: Plan
    @OptionGroup var options: GlobalOptions

    func run() throws {
      try plan.check()
      let session = try ShellSession(options)
      let block = try session.block(block)
      let card = try plan.card.map { text throws(ShellFailure) in try session.card(text) }
      let asked = try session.client(client) ?? card.flatMap { session.desk.client($0.client) }
      let owner = asked ?? block.client.flatMap { session.desk.client($0) }
      let title = title.map(Printable.typed)
      if title == "" { throw ShellFailure.usage("--title: the title is empty, give one") }
      let kind = try plan.kindAsked()
      let start = try plan.startAsked(session, owner)
      let zone = try plan.zone.map { text throws(ShellFailure) in try session.zone(text).name }
      let length = try plan.length.map { text throws(ShellFailure) in try session.duration(text, "--for") }
      try session.change { desk throws(DeskError) in
        try desk.editBlock(block.id, context: session.context) { edited in
          if let title { edited.title = title }
          if let asked { edited.client = asked.id }
          if let card { edited.card = card.id }
          if let kind { edited.kind = kind }
          if let zone { edited.start.zone = zone }
          if let start { edited.start = start }
          if let length { edited.duration = length }
        }
      }
      guard session.wantsJSON, let after = session.desk.block(block.id) else { return }
      session.answer { JSONExport(session.desk, now: session.now).write(after, to: &$0) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove blocks; undo brings them back.")
    @Argument(help: "Ids.") var blocks: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let ids = try blocks.map { try session.block($0).id }
      let context = session.context
      try session.commit(
        session.compose(
          "block.remove", ids.map { id in { desk in try desk.removeBlock(id, context: context) } }))
    }
  }
}

extension Desk {
  /// Every block by its start, a series once.
  fileprivate var everyBlock: [Occurrence] {
    allBlocks.map { Occurrence(id: OccurrenceID(block: $0.id), span: span(of: $0), block: $0) }
      .sorted { ($0.start, $0.blockID) < ($1.start, $1.blockID) }
  }
}

extension TimeSpan {
  /// Longer than any plan.
  static let always = TimeSpan(start: Instant(seconds: .min / 4), end: Instant(seconds: .max / 4))
}
