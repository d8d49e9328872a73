import JSONText

/// One column of a client's board.
package struct Column: Hashable, Sendable, Identifiable {
  /// What a column means, whatever it is called.
  package enum Role: String, CaseIterable, Sendable { case backlog, ready, doing, waiting, review, done }

  package var id: ColumnID
  package var client: ClientID
  package var name: String
  package var role: Role
  /// How many cards may be in it at once; nil for any number.
  package var wipLimit: Int?
  /// Place on the board; see `Rank`.
  package var rank: String
  package var source: String?
  /// What the import last brought, as a digest: tells a change in the file from a change made here.
  package var imported: String?
  package var extra: JSONObject?

  package init(
    id: ColumnID, client: ClientID, name: String, role: Role, wipLimit: Int? = nil, rank: String,
    source: String? = nil
  ) {
    self.id = id
    self.client = client
    self.name = name
    self.role = role
    self.wipLimit = wipLimit
    self.rank = rank
    self.source = source
  }
}

extension Column: RecordCodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", client: "", name: "", role: .backlog, rank: "")
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": id = try reader.readIdentifier()
      case "client": client = try reader.readIdentifier()
      case "name": name = try reader.readString()
      case "role":
        let word = try reader.readString()
        guard let known = Role(rawValue: word) else {
          throw reader.failure("expected one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        role = known
      case "wipLimit": wipLimit = reader.readNull() ? nil : try reader.readInt()
      case "rank": rank = try reader.readString()
      case "source": source = try reader.readOptionalString()
      case "imported": imported = try reader.readOptionalString()
      default: try reader.keep(key, in: &extra)
      }
    }
    guard !id.raw.isEmpty else { throw reader.failure("a column needs an id") }
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { w in
      w.field("id", id.raw)
      w.field("client", client.raw)
      w.field("name", name)
      w.field("role", role.rawValue)
      w.given("wipLimit", wipLimit)
      w.field("rank", rank)
      w.given("source", source)
      w.given("imported", imported)
      w.extra(extra)
    }
  }
}
