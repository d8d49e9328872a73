import Exchange
import JSONText

extension ImportReport {
  /// Writes what came in and what was left out, for a script.
  func write(to writer: inout JSONWriter, client: String?) {
    writer.object { writer in
      writer.field("board", board)
      writer.field("client", client)
      writer.field("newClient", isNewClient)
      for (name, tally) in [("columns", columns), ("cards", cards), ("comments", comments)] {
        writer.key(name)
        writer.object { writer in
          writer.field("added", tally.added)
          writer.field("updated", tally.updated)
          writer.field("unchanged", tally.unchanged)
        }
      }
      writer.field("archivedCards", archivedCards)
      writer.field("removedColumns", removedColumns)
      writer.array("conflicts") { writer in
        for conflict in conflicts { conflict.write(to: &writer) }
      }
      writer.key("remarks")
      writer.object { writer in
        for remark in Remark.allCases {
          if let count = remarks[remark] { writer.field(remark.rawValue, count) }
        }
      }
    }
  }
}
