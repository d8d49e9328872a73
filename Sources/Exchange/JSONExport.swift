import Civil
import Desk
import JSONText

/// Writes records as JSON for other programs, with the names that scripts rely on.
///
/// Instants are UTC (`2026-11-23T09:12:07Z`), plans are wall time beside their zone, durations are seconds, an
/// unknown value is null. A client is given by its slug and a column by its name, as the shell's flags take them;
/// a card by its id. Every field is always there, in the same order.
package struct JSONExport {
  /// How much of a record is written.
  package enum Extent: Sendable {
    /// The documented fields, as lists show them.
    case listed
    /// All there is, for a file to keep: the documented fields first.
    case whole
  }

  private let desk: Desk
  private let now: Instant
  private let extent: Extent

  /// - Parameter now: the instant up to which a running entry counts.
  package init(_ desk: Desk, now: Instant, extent: Extent = .listed) {
    self.desk = desk
    self.now = now
    self.extent = extent
  }

  /// Writes `id slug name zone currency rate hotkey status`; the rate is an hour's, in minor units.
  package func write(_ client: Client, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", client.id.raw)
      writer.field("slug", client.slug)
      writer.field("name", client.name)
      writer.field("zone", client.zone)
      writer.field("currency", client.currency)
      writer.field("rate", client.rate)
      writer.field("hotkey", client.hotkey)
      writer.field("status", client.status.rawValue)
      guard extent == .whole else { return }
      writer.field("hours", client.hours.text)
      writer.field("week", client.hours.week.text)
      writer.key("holidays")
      writer.array { writer in
        for holiday in client.holidays {
          writer.object { writer in
            writer.field("date", holiday.date.text)
            writer.field("name", holiday.name)
            writer.field("until", holiday.until?.text)
          }
        }
      }
      writer.field("createdAt", client.createdAt.text)
      writer.field("source", client.source)
    }
  }

  /// Writes `id client name role wipLimit`.
  package func write(_ column: Column, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", column.id.raw)
      writer.field("client", slug(column.client))
      writer.field("name", column.name)
      writer.field("role", column.role.rawValue)
      writer.field("wipLimit", column.wipLimit)
      if extent == .whole { writer.field("source", column.source) }
    }
  }

  /// Writes a card.
  ///
  /// Its fields are `id client column role title notes due dueZone labels checklist estimate assignee urgent important
  /// archived createdAt doneAt`, the checklist a list of `text done`.
  package func write(_ card: Card, to writer: inout JSONWriter) {
    let column = desk.column(card.column)
    writer.object { writer in
      writer.field("id", card.id.raw)
      writer.field("client", slug(card.client))
      writer.field("column", column?.name)
      writer.field("role", column?.role.rawValue)
      writer.field("title", card.title)
      writer.field("notes", card.notes)
      writer.field("due", card.due?.wall.text)
      writer.field("dueZone", card.due?.zone)
      writer.strings("labels", card.labels)
      writer.array("checklist") { writer in
        for item in card.checklist {
          writer.object { writer in
            writer.field("text", item.text)
            writer.field("done", item.done)
          }
        }
      }
      writer.field("estimate", card.estimate)
      writer.field("assignee", card.assignee)
      writer.field("urgent", card.urgent)
      writer.field("important", card.important)
      writer.field("archived", card.archived)
      writer.field("createdAt", card.createdAt.text)
      writer.field("doneAt", card.doneAt?.text)
      if extent == .whole { writeRest(of: card, to: &writer) }
    }
  }

  private func writeRest(of card: Card, to writer: inout JSONWriter) {
    writer.field("waitingOn", card.waitingOn)
    writer.array("comments") { writer in
      for comment in card.comments {
        writer.object { writer in
          writer.field("at", comment.at.text)
          writer.field("writer", comment.writer)
          writer.field("text", comment.text)
          writer.field("source", comment.source)
        }
      }
    }
    writer.field("source", card.source)
  }

  /// Writes `id client card kind title start zone duration repeat`, for an occurrence `startsAt endsAt`, and `allDay`.
  package func write(_ block: Block, occurring span: TimeSpan? = nil, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", block.id.raw)
      writer.field("client", slug(block.client))
      writer.field("card", block.card?.raw)
      writer.field("kind", block.kind.rawValue)
      writer.field("title", block.title)
      writer.field("start", block.start.wall.text)
      writer.field("zone", block.start.zone)
      writer.field("duration", block.duration)
      writer.field("repeat", block.repeat)
      if let span {
        writer.field("startsAt", span.start.text)
        writer.field("endsAt", span.end.text)
      }
      writer.field("allDay", block.allDay)
      guard extent == .whole else { return }
      writeRest(of: block, to: &writer)
    }
  }

  private func writeRest(of block: Block, to writer: inout JSONWriter) {
    writer.strings("alsoOn", block.alsoOn.map(\.text))
    writer.strings("exceptOn", block.exceptOn.map(\.text))
    writer.field("series", block.series?.raw)
    writer.field("occurrence", block.occurrence?.text)
    writer.field("location", block.location)
    writer.field("link", block.link)
    writer.field("notes", block.notes)
    writer.key("reminders")
    if let reminders = block.reminders {
      writer.array { writer in for minutes in reminders { writer.int(minutes) } }
    } else {
      writer.null()
    }
    writer.field("uid", block.uid)
    writer.field("source", block.source)
  }

  /// Writes `id client card note labels start end seconds billable invoice`; a running entry ends in null.
  package func write(_ entry: Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", entry.id.raw)
      writer.field("client", slug(entry.client))
      writer.field("card", entry.card?.raw)
      writer.field("note", entry.note)
      writer.strings("labels", entry.labels)
      writer.field("start", entry.start.text)
      writer.field("end", entry.end?.text)
      writer.field("seconds", entry.seconds(at: now))
      writer.field("billable", entry.billable)
      writer.field("invoice", entry.invoice)
      if extent == .whole { writer.field("source", entry.source) }
    }
  }

  private func slug(_ client: ClientID?) -> String? { client.flatMap { desk.client($0)?.slug } }
}
