import Dashboard
import Exchange
import JSONText

extension CalendarReport {
  /// The report as lines for people.
  func lines(_ words: CalendarReportWords, isEmpty: Bool) -> [String] {
    let whose =
      clientName.isEmpty
      ? unmadeClient.isEmpty ? words.own : words.nobody
      : Words.fill(isNewClient ? words.newClient : words.client, clientName)
    var lines = [Words.fill(calendar.isEmpty ? words.unnamed : words.calendar, whose, calendar)]
    if !unmadeClient.isEmpty {
      lines.append(
        Words.fill(clientName.isEmpty ? words.madeNone : words.wentElsewhere, unmadeClient, clientName))
    }
    if isEmpty { lines.append(words.nothingNew) }
    lines.append(
      Words.fill(words.blocks, "\(events.added)", "\(events.updated)", "\(events.unchanged)", told(words)))
    if removed > 0 { lines.append(Words.fill(words.removed, "\(removed)")) }
    lines += conflicts.map { $0.line(words.conflict, words.fields) }
    guard !remarks.isEmpty else { return lines }
    lines += ["", words.leftOut]
    for remark in remarks.all {
      let text = words.reasons[remark.reason.rawValue] ?? remark.reason.rawValue
      let places = remark.lines.map(String.init).joined(separator: ", ")
      lines.append(
        Words.fill(
          remark.count == 1 ? words.remark : words.remarks, "\(remark.count)",
          Words.fill(text, remark.detail),
          remark.count > remark.lines.count ? places + " …" : places))
    }
    return lines
  }

  /// ` (3 events repeat, 1 stands for one occurrence)`, as far as there are any.
  private func told(_ words: CalendarReportWords) -> String {
    var parts: [String] = []
    if series > 0 { parts.append(series == 1 ? words.oneSeries : Words.fill(words.series, "\(series)")) }
    if moved > 0 { parts.append(moved == 1 ? words.oneMoved : Words.fill(words.moved, "\(moved)")) }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  /// Writes what came in and what was left out, for a script.
  func write(to writer: inout JSONWriter, client: String?) {
    writer.object { writer in
      writer.field("calendar", calendar)
      writer.field("client", client)
      writer.field("newClient", isNewClient)
      writer.key("blocks")
      writer.object { writer in
        writer.field("added", events.added)
        writer.field("updated", events.updated)
        writer.field("unchanged", events.unchanged)
      }
      writer.field("series", series)
      writer.field("moved", moved)
      writer.field("removed", removed)
      writer.array("conflicts") { writer in
        for conflict in conflicts { conflict.write(to: &writer) }
      }
      writer.key("remarks")
      writer.array { writer in
        for remark in remarks.all {
          writer.object { writer in
            writer.field("reason", remark.reason.rawValue)
            writer.field("detail", remark.detail)
            writer.field("count", remark.count)
            writer.key("lines")
            writer.array { writer in
              for line in remark.lines { writer.int(line) }
            }
          }
        }
      }
    }
  }
}
