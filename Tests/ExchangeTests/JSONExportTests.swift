import Civil
import Desk
import Exchange
import JSONText
import Testing

@Test func listedRecordsHaveTheDocumentedFieldsInOrder() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  let card = try bench.card("Newsletter 48")
  let client = bench.desk.clients[0]
  let start = try #require(WallTime(text: "2026-12-03T16:00"))
  let block = Block(
    id: "b1", client: client.id, card: card.id, kind: .meeting, title: "Call",
    start: ZonedTime(wall: start, zone: "Europe/London"), duration: 2_700)
  let entry = Entry(id: "e1", client: client.id, note: "Call", start: bench.now.adding(-90))
  let export = JSONExport(bench.desk, now: bench.now)
  let span = bench.desk.span(of: block)
  #expect(
    keys { export.write(client, to: &$0) } == [
      "id", "slug", "name", "zone", "currency", "rate", "hotkey", "status",
    ])
  #expect(
    keys { export.write(card, to: &$0) } == [
      "id", "client", "column", "role", "title", "notes", "due", "dueZone", "labels", "checklist", "estimate",
      "assignee",
      "urgent", "important", "archived", "createdAt", "doneAt",
    ])
  let blockKeys = ["id", "client", "card", "kind", "title", "start", "zone", "duration", "repeat"]
  #expect(keys { export.write(block, to: &$0) } == blockKeys + ["allDay"])
  #expect(
    keys { export.write(block, occurring: span, to: &$0) } == blockKeys + ["startsAt", "endsAt", "allDay"])
  #expect(
    keys { export.write(entry, to: &$0) } == [
      "id", "client", "card", "note", "labels", "start", "end", "seconds", "billable", "invoice",
    ])
  var writer = JSONWriter(pretty: false)
  export.write(entry, to: &writer)
  #expect(
    writer.text
      == #"{"id":"e1","client":"coach-lin","card":null,"note":"Call","labels":[],"start":"2026-11-23T08:58:30Z","#
      + #""end":null,"seconds":90,"billable":true,"invoice":null}"#)
}

@Test func theDocumentIsTheSameEachTime() throws {
  var (first, second) = (try ImportBench(), try ImportBench())
  try first.bring(ImportBench.board())
  try second.bring(ImportBench.board())
  let document = JSONExport.document(first.desk, now: first.now)
  #expect(document == JSONExport.document(second.desk, now: second.now) && document.last == 0x0A)
  var reader = JSONReader(document)
  let value = try reader.readValue()
  try reader.finish()
  #expect(
    value.object?.fields.map(\.key) == [
      "vahi", "exportedAt", "name", "homeZone", "clients", "columns", "cards", "blocks", "entries",
    ])
  let titles = value.object?["cards"]?.array?.compactMap { $0.object?["title"]?.string }
  #expect(
    titles == [
      "Podcast notes", "Invoice pack for [31mNovember", "Newsletter 48", "Spring campaign", "Untitled",
      "Refund mail",
    ])
}

@Test func oneClientsDocumentHoldsNothingOfAnother() throws {
  var bench = try ImportBench()
  try bench.bring(ImportBench.board())
  try bench.make(
    bench.desk.addClient(
      ClientDraft(name: "Other", zone: "UTC"), columns: [ColumnDraft(name: "Here", role: .ready)],
      context: bench.context))
  let other = try #require(bench.desk.client(slug: "other"))
  let document = String(
    decoding: JSONExport.document(bench.desk, of: other.id, now: bench.now), as: UTF8.self)
  #expect(
    document.contains("\"Here\"") && !document.contains("Newsletter") && !document.contains("coach-lin"))
}

private func keys(_ write: (inout JSONWriter) -> Void) -> [String]? {
  var writer = JSONWriter(pretty: false)
  write(&writer)
  var reader = JSONReader(writer.bytes)
  return try? reader.readValue().object?.fields.map(\.key)
}
