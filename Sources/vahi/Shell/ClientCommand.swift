import ArgumentParser
import Civil
import Dashboard
import Desk
import Exchange
import JSONText

/// `vahi client`: who the work is for.
struct ClientCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "Who the work is for.",
    subcommands: [Add.self, List.self, Show.self, Edit.self, Remove.self, HolidayCommand.self])

  /// The flags of `add` and `edit`.
  struct Profile: ParsableArguments {
    @Option(help: "Short name in the shell and of the client's folder.") var slug: String?
    @Option(help: "IANA zone or city the client lives in.") var zone: String?
    @Option(help: "ISO 4217 code of what the client pays in.") var currency: String?
    @Option(help: "Price of an hour, as in 40 or “40 usd/h”.") var rate: String?
    @Option(help: "The digit that opens the board, 1 to 9.") var hotkey: Int?
    @Option(help: "Working hours on the client's clock, as in 9:00-17:30.") var hours: String?
    @Option(help: "Working days, as in mon-fri.") var week: String?

    func hours(_ current: WorkingHours) throws(ShellFailure) -> WorkingHours {
      var result = current
      if let week {
        guard let days = WeekdaySet(text: week) else {
          throw .usage("--week \(week): not understood, write it as mon-fri or mon,wed,fri")
        }
        result.week = days
      }
      if let hours {
        guard let read = WorkingHours(text: hours, week: result.week) else {
          throw .usage("--hours \(hours): not understood, write them as 9:00-17:30")
        }
        result = read
      }
      return result
    }

    /// The currency and rate that are asked for; both have been checked.
    func price(_ current: String?) throws(ShellFailure) -> (currency: String?, rate: Int?) {
      let code = currency?.uppercased()
      if let code, Currency.exponent(code) == nil {
        throw .usage("--currency \(code): no such currency, write its ISO 4217 code, as in EUR")
      }
      guard let rate else { return (code, nil) }
      guard let money = Grammar.parseMoney(rate, currency: code ?? current) else {
        throw .usage("--rate \(rate): not understood, write it as “40 usd/h”, or as 40 with --currency")
      }
      if let code, code != money.currency {
        throw .usage("--rate \(rate): this is in \(money.currency), but --currency says \(code)")
      }
      return (money.currency, money.minorUnits)
    }

    func check(_ session: ShellSession, editing client: Client?) throws(ShellFailure) {
      if let slug {
        let isPlain = slug.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2d }
        guard isPlain, !slug.isEmpty, slug.utf8.count <= 40, slug.first != "-" else {
          throw .usage("--slug \(slug): a slug is made of a-z, 0-9 and dashes, at most 40")
        }
        if let other = session.desk.client(slug: slug), other.id != client?.id {
          throw .usage("--slug \(slug): this is \(other.name), choose another")
        }
      }
      if let hotkey {
        guard (1...9).contains(hotkey) else {
          throw .usage("--hotkey \(hotkey): this is no digit from 1 to 9")
        }
        if let other = session.desk.activeClients.first(where: { $0.hotkey == hotkey && $0.id != client?.id })
        {
          throw .usage("--hotkey \(hotkey): this opens \(other.name), choose another")
        }
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a client with a board.")
    @Argument(help: "The client's name.") var name: String
    @OptionGroup var profile: Profile
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let name = Printable.typed(name)
      guard !name.isEmpty else { throw ShellFailure.usage("client add: the name is empty, give one") }
      let session = try ShellSession(options, whole: false)
      try profile.check(session, editing: nil)
      var draft = ClientDraft(name: name, zone: session.home.name)
      if let zone = profile.zone { draft.zone = try session.zone(zone).name }
      draft.slug = profile.slug
      draft.hours = try profile.hours(WorkingHours())
      (draft.currency, draft.rate) = try profile.price(nil)
      draft.hotkey = profile.hotkey
      let transaction = session.desk.addClient(
        draft, columns: ClientForm.standardColumns(.english), context: session.context)
      try session.commit(transaction)
      guard case .client(let client)? = transaction.changes.first?.after else { return }
      session.answerNew(client.id.raw) { JSONExport(session.desk, now: session.now).write(client, to: &$0) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the clients.")
    @Flag(help: "Only those that are archived.") var archived = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let clients = session.desk.clients.filter { ($0.status == .archived) == archived }
      guard !session.wantsJSON else {
        let export = JSONExport(session.desk, now: session.now)
        return session.answer { writer in
          writer.array { writer in for client in clients { export.write(client, to: &writer) } }
        }
      }
      var table = TextTable([
        ("key", .right), ("slug", .left), ("name", .left), ("local time", .left), ("zone", .left),
        ("rate", .right),
      ])
      for client in clients {
        let wall = session.desk.zone(client.zone).wall(at: session.now)
        let isKnown = session.desk.knows(zone: client.zone)
        let presence =
          isKnown
          ? " " + (session.phrases.watch.presence[client.presence(at: wall)] ?? "")
          : "? its zone cannot be read"
        table.add([
          client.hotkey.map(String.init) ?? "", client.slug, client.name,
          DateText.clock(wall) + presence, client.zone,
          client.rate.map { Currency.text(minorUnits: $0, code: client.currency ?? "") } ?? "",
        ])
      }
      session.say(table.text(heading: session.heading))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one client.")
    @Argument(help: "Slug or id.") var client: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let client = try session.client(client)
      guard !session.wantsJSON else {
        return session.answer { JSONExport(session.desk, now: session.now).write(client, to: &$0) }
      }
      let wall = session.desk.zone(client.zone).wall(at: session.now)
      let columns = session.desk.columns(of: client.id)
      session.say(
        FieldList.text([
          ("id", client.id.raw), ("slug", client.slug), ("name", client.name), ("zone", client.zone),
          ("local time", DateText.relative(wall, today: session.home.date(at: session.now), session.words)),
          ("hours", "\(client.hours.text) \(client.hours.week.text)"),
          ("holidays", client.holidays.map(\.text).joined(separator: "\n")),
          ("currency", client.currency ?? ""),
          ("rate", client.rate.map { Currency.text(minorUnits: $0, code: client.currency ?? "") } ?? ""),
          ("hotkey", client.hotkey.map(String.init) ?? ""), ("status", client.status.rawValue),
          (
            "board",
            columns.map { "\($0.name) \(session.desk.cardCount(in: $0.id))" }.joined(separator: " · ")
          ),
          ("overdue", "\(session.desk.overdueCount(of: client.id, at: session.now))"),
        ]))
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a client.")
    @Argument(help: "Slug or id.") var client: String
    @Option(help: "A new name.") var name: String?
    @OptionGroup var profile: Profile
    @Flag(inversion: .prefixedNo, help: "Put the client out of sight, or back.") var archive: Bool?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options, whole: false)
      let client = try session.client(client)
      try profile.check(session, editing: client)
      let zone = try profile.zone.map { text throws(ShellFailure) in try session.zone(text).name }
      let hours = try profile.hours(client.hours)
      let price = try profile.price(client.currency)
      let name = name.map(Printable.typed)
      if name == "" { throw ShellFailure.usage("--name: the name is empty, give one") }
      try session.change { desk throws(DeskError) in
        try desk.editClient(client.id, context: session.context) { edited in
          if let name { edited.name = name }
          if let slug = profile.slug { edited.slug = slug }
          if let zone { edited.zone = zone }
          edited.hours = hours
          if let currency = price.currency { edited.currency = currency }
          if let rate = price.rate { edited.rate = rate }
          if let hotkey = profile.hotkey { edited.hotkey = hotkey }
          if let archive {
            edited.status = archive ? .archived : .active
            if archive { edited.hotkey = nil }
          }
        }
      }
      guard session.wantsJSON, let after = session.desk.client(client.id) else { return }
      session.answer { JSONExport(session.desk, now: session.now).write(after, to: &$0) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove a client with all that was planned and timed; undo brings it back."
    )
    @Argument(help: "Slug or id.") var client: String
    @Flag(help: "Also when there are cards, blocks or entries.") var force = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let client = try session.client(client)
      let desk = session.desk
      let cards = desk.allCards.count { $0.client == client.id }
      let blocks = desk.allBlocks.count { $0.client == client.id }
      let entries = desk.allEntries.count { $0.client == client.id }
      guard force || cards + blocks + entries == 0 else {
        let (some, more) = (cards == 1 ? "card" : "cards", blocks == 1 ? "block" : "blocks")
        throw ShellFailure.failed(
          "client \(client.slug): has \(cards) \(some), \(blocks) \(more) and \(entries) "
            + "\(entries == 1 ? "entry" : "entries"); --force removes them, "
            + "`vahi client edit \(client.slug) --archive` only puts the client out of sight")
      }
      try session.change { desk throws(DeskError) in
        try desk.removeClient(client.id, context: session.context)
      }
    }
  }
}

/// Names and values below each other; what has no value is left out.
enum FieldList {
  static func text(_ fields: [(String, String)]) -> String {
    let given = fields.filter { !$0.1.isEmpty }
    let width = given.map(\.0.count).max() ?? 0
    return given.map { name, value in
      let indent = String(repeating: " ", count: width + 2)
      let lines = Printable.paragraph(value).split(separator: "\n", omittingEmptySubsequences: false)
      return name + indent.dropFirst(name.count) + lines.joined(separator: "\n" + indent)
    }.joined(separator: "\n")
  }
}
