import Civil
import Desk
import JSONText

extension JSONExport {
  /// The version of the document's shape, which only grows by fields.
  package static let documentVersion = 1

  /// The whole desk, or one client's part of it, as one pretty document that ends with a line end.
  ///
  /// Its fields are `vahi` (the version of this shape), `exportedAt`, `name`, `homeZone`, `clients`, `columns`,
  /// `cards`, `blocks` and `entries`. Clients go by slug, columns as on the board, cards by client, column and place
  /// with the archived ones last, blocks and entries by start: the same desk at the same time gives the same bytes.
  package static func document(_ desk: Desk, of only: ClientID? = nil, now: Instant) -> [UInt8] {
    let export = JSONExport(desk, now: now, extent: .whole)
    let clients = desk.clients.filter { only == nil || $0.id == only }.sorted { $0.slug < $1.slug }
    let columns = clients.flatMap { desk.columns(of: $0.id) }
    let starts = { (block: Block) in desk.instant(of: block.start) }
    let blocks = desk.allBlocks.filter { only == nil || $0.client == only }
      .map { (at: starts($0), block: $0) }
      .sorted { ($0.at, $0.block.id) < ($1.at, $1.block.id) }
    let entries = desk.allEntries.filter { only == nil || $0.client == only }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }

    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.field("vahi", documentVersion)
      writer.field("exportedAt", now.text)
      writer.field("name", desk.settings.name)
      writer.field("homeZone", desk.settings.homeZone)
      writer.array("clients") { writer in
        for client in clients { export.write(client, to: &writer) }
      }
      writer.array("columns") { writer in
        for column in columns { export.write(column, to: &writer) }
      }
      writer.array("cards") { writer in
        for card in cards(of: clients, columns, desk) { export.write(card, to: &writer) }
      }
      writer.array("blocks") { writer in
        for item in blocks { export.write(item.block, to: &writer) }
      }
      writer.array("entries") { writer in
        for entry in entries { export.write(entry, to: &writer) }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// Cards by client, column and place; each client's archived ones after its live ones.
  private static func cards(of clients: [Client], _ columns: [Column], _ desk: Desk) -> [Card] {
    let byClient = Dictionary(grouping: columns, by: \.client)
    return clients.flatMap { client in
      let columns = byClient[client.id] ?? []
      let place = Dictionary(
        columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      let archived = desk.archivedCards(of: client.id)
      let order = archived.enumerated()
        .map { (column: place[$1.column] ?? .max, rank: $1.rank, id: $1.id, index: $0) }
        .sorted { ($0.column, $0.rank, $0.id) < ($1.column, $1.rank, $1.id) }
      return columns.flatMap { desk.cards(in: $0.id) } + order.map { archived[$0.index] }
    }
  }
}
