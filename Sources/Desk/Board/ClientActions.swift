import Civil

/// What is known of a client to be.
package struct ClientDraft: Hashable, Sendable {
  package var name: String
  package var slug: String?
  package var zone: String
  package var hours = WorkingHours()
  package var currency: String?
  package var rate: Int?
  package var hotkey: Int?
  package var holidays: [Holiday] = []
  package var source: String?

  package init(name: String, zone: String) {
    self.name = name
    self.zone = zone
  }
}

/// The name and role of a column to be.
package struct ColumnDraft: Hashable, Sendable {
  package var name: String
  package var role: Column.Role
  package var wipLimit: Int?

  package init(name: String, role: Column.Role, wipLimit: Int? = nil) {
    self.name = name
    self.role = role
    self.wipLimit = wipLimit
  }
}

extension Desk {
  /// Adds a client with a board of the given columns.
  package func addClient(
    _ draft: ClientDraft, columns: [ColumnDraft], context: ChangeContext
  ) -> Transaction {
    let used = Set(activeClients.compactMap(\.hotkey))
    var client = Client(
      id: context.newID(), slug: draft.slug ?? freeSlug(for: draft.name), name: draft.name, zone: draft.zone,
      hours: draft.hours, currency: draft.currency, rate: draft.rate,
      hotkey: draft.hotkey ?? (1...9).first { !used.contains($0) },
      colour: clientTable.count, createdAt: context.now, source: draft.source)
    client.holidays = draft.holidays
    var changes = [RecordChange(before: nil, after: .client(client))]
    for (column, rank) in zip(columns, Rank.sequence(columns.count)) {
      changes.append(
        RecordChange(
          before: nil,
          after: .column(
            Column(
              id: context.newID(), client: client.id, name: column.name, role: column.role,
              wipLimit: column.wipLimit, rank: rank))))
    }
    return Transaction(at: context.now, action: "client.add", arguments: [client.name], changes: changes)
  }

  /// Changes fields of a client.
  package func editClient(
    _ id: ClientID, context: ChangeContext, action: String = "client.edit", _ edit: (inout Client) -> Void
  ) throws(DeskError) -> Transaction {
    guard let before = client(id) else { throw .noSuchClient(id.raw) }
    var after = before
    edit(&after)
    return Transaction(
      at: context.now, action: action, arguments: [after.name],
      changes: [RecordChange(before: .client(before), after: .client(after))])
  }

  /// Removes a client for good, with the board and all that was planned and timed for them.
  package func removeClient(_ id: ClientID, context: ChangeContext) throws(DeskError) -> Transaction {
    guard let client = client(id) else { throw .noSuchClient(id.raw) }
    var changes: [RecordChange] = []
    for entry in allEntries where entry.client == id { changes.append(RecordChange(removing: .entry(entry))) }
    for block in allBlocks where block.client == id { changes.append(RecordChange(removing: .block(block))) }
    for card in allCards where card.client == id { changes.append(RecordChange(removing: .card(card))) }
    for column in columns(of: id) { changes.append(RecordChange(removing: .column(column))) }
    changes.append(RecordChange(removing: .client(client)))
    return Transaction(at: context.now, action: "client.remove", arguments: [client.name], changes: changes)
  }

  /// Changes the person's own settings.
  package func editSettings(context: ChangeContext, _ edit: (inout Settings) -> Void) -> Transaction {
    var after = settings
    edit(&after)
    return Transaction(
      at: context.now, action: "settings.edit",
      changes: [RecordChange(before: .settings(settings), after: .settings(after))])
  }

  /// A slug made from a name that no other client has: lower-case ASCII letters, digits and dashes.
  package func freeSlug(for name: String) -> String {
    let base = Desk.slug(from: name)
    let taken = Set(clientTable.values.map(\.slug))
    guard taken.contains(base) else { return base }
    var number = 2
    while taken.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }

  /// A name as a slug: a name without any ASCII letter or digit becomes `client`.
  package static func slug(from name: String) -> String {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "à"..."å": slug += "a"
      case "è"..."ë": slug += "e"
      case "ì"..."ï": slug += "i"
      case "ò"..."ö", "ø": slug += "o"
      case "ù"..."ü": slug += "u"
      case "ç": slug += "c"
      case "ñ": slug += "n"
      case "ß": slug += "ss"
      case "'", "’": continue
      default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "client" : String(slug.prefix(40))
  }
}
