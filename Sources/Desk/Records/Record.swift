import JSONText

/// What names a record of any kind.
package enum RecordKey: Hashable, Sendable {
  case settings
  case client(ClientID)
  case column(ColumnID)
  case card(CardID)
  case block(BlockID)
  case entry(EntryID)

  /// The kind's word in the journal.
  package var kind: String {
    switch self {
    case .settings: "settings"
    case .client: "client"
    case .column: "column"
    case .card: "card"
    case .block: "block"
    case .entry: "entry"
    }
  }
}

/// A record of any kind.
///
/// Indirect: the lists that a desk is read into are moved about, and a card alone is half a kilobyte.
package indirect enum Record: Hashable, Sendable {
  case settings(Settings)
  case client(Client)
  case column(Column)
  case card(Card)
  case block(Block)
  case entry(Entry)

  package var key: RecordKey {
    switch self {
    case .settings: .settings
    case .client(let client): .client(client.id)
    case .column(let column): .column(column.id)
    case .card(let card): .card(card.id)
    case .block(let block): .block(block.id)
    case .entry(let entry): .entry(entry.id)
    }
  }

  /// Whose it is; nil for what is the person's own.
  package var client: ClientID? {
    switch self {
    case .settings: nil
    case .client(let client): client.id
    case .column(let column): column.client
    case .card(let card): card.client
    case .block(let block): block.client
    case .entry(let entry): entry.client
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .settings(let settings): settings.write(to: &writer)
    case .client(let client): client.write(to: &writer)
    case .column(let column): column.write(to: &writer)
    case .card(let card): card.write(to: &writer)
    case .block(let block): block.write(to: &writer)
    case .entry(let entry): entry.write(to: &writer)
    }
  }

  /// Reads a record of the kind a journal line names.
  package init(kind: String, from reader: inout JSONReader) throws(JSONError) {
    switch kind {
    case "settings": self = .settings(try Settings(from: &reader))
    case "client": self = .client(try Client(from: &reader))
    case "column": self = .column(try Column(from: &reader))
    case "card": self = .card(try Card(from: &reader))
    case "block": self = .block(try Block(from: &reader))
    case "entry": self = .entry(try Entry(from: &reader))
    default: throw reader.failure("a record of a kind that this version does not know: \(kind)")
    }
  }
}
