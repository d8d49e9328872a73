import Civil
import Desk

/// What a file says about one card, in the terms of the desk.
struct TrelloContent {
  var title: String
  var notes: String
  var due: ZonedTime?
  var labels: [String]
  var checklist: [ChecklistItem]
  var assignee: String?
  var isComplete: Bool
  /// When it was done, if it was.
  var completedAt: Instant
  /// When it came to its list, or else when something last happened to it.
  var stoodSince: Instant
  var archived: Bool
  var createdAt: Instant
  /// Oldest first.
  var comments: [Comment]
  var fingerprint: CardFingerprint
}

/// Turns cards of a file into what the desk says.
struct TrelloTranslator {
  let lookup: TrelloLookup
  let zone: Zone
  let words: ImportWords
  let now: Instant
  /// The lists that have a column.
  let listsWithColumn: Set<String>

  func content(of card: TrelloCard, _ report: inout ImportReport) -> TrelloContent {
    let list = lookup.lists[card.list]
    if list == nil { report.note(.cardsOfMissingLists) }
    let due = instant(card.due, &report)
    let createdAt = Instant(trelloID: card.id, now: now) ?? instant(card.lastActivity, &report) ?? now
    return TrelloContent(
      title: title(of: card, &report), notes: notes(of: card, list, &report),
      due: due.map { ZonedTime(wall: zone.wall(at: $0), zone: zone.name) }, labels: labels(of: card, &report),
      checklist: checklist(of: card, &report), assignee: assignee(of: card, &report),
      isComplete: card.isDueComplete,
      completedAt: completedAt(card, due, &report) ?? createdAt,
      stoodSince: stoodSince(card) ?? createdAt,
      archived: card.isClosed || list?.isClosed ?? true, createdAt: createdAt,
      comments: comments(of: card, createdAt, &report), fingerprint: fingerprint(of: card, list))
  }

  /// A digest a field of what the file says; what it is turned into does not matter here.
  private func fingerprint(of card: TrelloCard, _ list: TrelloList?) -> CardFingerprint {
    CardFingerprint { field in
      switch field {
      case .column: [card.list, "\(list?.isClosed ?? true)"]
      case .place: ["\(card.position)"]
      case .title: [card.name]
      case .notes:
        [card.description] + card.attachments.flatMap { [$0.name, $0.url] }
          + card.fieldValues.flatMap { [$0.field, $0.value ?? "", $0.option ?? ""] }
      case .due: [card.due ?? ""]
      case .labels: labelsOf(card).flatMap { [$0.name, $0.color] }
      case .checklist:
        (lookup.checklists[card.id] ?? []).flatMap { list in
          [list.name] + itemsOf(list).flatMap { [$0.name, "\($0.isComplete)"] }
        }
      case .assignee: card.members.map { lookup.members[$0] ?? "" }
      case .done: [card.list, "\(card.isDueComplete)", card.completedAt ?? ""]
      case .archived: ["\(card.isClosed || list?.isClosed ?? true)"]
      case .comments: (lookup.comments[card.id] ?? []).flatMap { [$0.id, $0.text] }
      }
    }
  }

  private func title(of card: TrelloCard, _ report: inout ImportReport) -> String {
    let title = ImportedText.line(card.name)
    guard title.isEmpty else { return title }
    report.note(.emptyTitles)
    return words.untitled
  }

  /// The description, and below it a line for each custom field, attachment and archived list.
  private func notes(of card: TrelloCard, _ list: TrelloList?, _ report: inout ImportReport) -> String {
    var lines: [String] = []
    for value in card.fieldValues {
      if let (name, text) = lookup.text(of: value) {
        lines.append("\(ImportedText.line(name)): \(ImportedText.line(text))")
      } else if lookup.customFields[value.field] == nil {
        report.note(.unknownCustomFields)
      }
    }
    for attachment in card.attachments where !attachment.url.isEmpty {
      let (name, url) = (ImportedText.line(attachment.name), ImportedText.line(attachment.url))
      lines.append(name.isEmpty || name == url ? url : "\(name): \(url)")
    }
    report.note(.attachmentsNotFetched, card.attachments.count)
    if card.hasEmail { report.note(.emailAddresses) }
    if card.hasStart { report.note(.startDates) }
    if let list, list.isClosed, !listsWithColumn.contains(list.id) {
      lines.append("\(words.list): \(ImportedText.line(list.name))")
    }
    let description = ImportedText.lines(card.description)
    guard !lines.isEmpty else { return description }
    return (description.isEmpty ? [] : [description, ""]).joined(separator: "\n")
      + (description.isEmpty ? "" : "\n") + lines.joined(separator: "\n")
  }

  private func labelsOf(_ card: TrelloCard) -> [TrelloLabel] {
    card.labels.isEmpty ? card.labelIDs.compactMap { lookup.labels[$0] } : card.labels
  }

  private func labels(of card: TrelloCard, _ report: inout ImportReport) -> [String] {
    let labels = labelsOf(card)
    var names: [String] = []
    for label in labels {
      let name = ImportedText.line(lookup.name(of: label))
      if name.isEmpty { report.note(.unknownLabels) } else if !names.contains(name) { names.append(name) }
    }
    report.note(.unknownLabels, card.labelIDs.count - labels.count)
    return names
  }

  private func itemsOf(_ list: TrelloChecklist) -> [TrelloCheckItem] {
    list.items.sorted { $0.position < $1.position }
  }

  private func checklist(of card: TrelloCard, _ report: inout ImportReport) -> [ChecklistItem] {
    let lists = (lookup.checklists[card.id] ?? []).filter { !$0.items.isEmpty }
    if lists.count > 1 { report.note(.joinedChecklists) }
    return lists.flatMap { list in
      itemsOf(list).map { item in
        if item.hasDetails { report.note(.checklistDetails) }
        let text = ImportedText.line(item.name)
        let name = lists.count > 1 ? ImportedText.line(list.name) : ""
        return ChecklistItem(text: name.isEmpty ? text : "\(name): \(text)", done: item.isComplete)
      }
    }
  }

  private func assignee(of card: TrelloCard, _ report: inout ImportReport) -> String? {
    let names = card.members.compactMap { lookup.members[$0] }.map(ImportedText.line).filter { !$0.isEmpty }
    report.note(.unknownMembers, card.members.count - names.count)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// When a card was done, if it was: what the file says, or else the due time, but not after the last activity.
  private func completedAt(_ card: TrelloCard, _ due: Instant?, _ report: inout ImportReport) -> Instant? {
    if let completed = instant(card.completedAt, &report) { return completed }
    let last = instant(card.lastActivity, &report)
    guard card.isDueComplete, let due else { return last ?? due }
    return last.map { min($0, due) } ?? due
  }

  private func stoodSince(_ card: TrelloCard) -> Instant? {
    if let move = lookup.moves[card.id], move.list == card.list, let date = Instant(text: move.date) {
      return date
    }
    return card.lastActivity.flatMap { Instant(text: $0) }
  }

  private func comments(
    of card: TrelloCard, _ createdAt: Instant, _ report: inout ImportReport
  ) -> [Comment] {
    (lookup.comments[card.id] ?? []).map { comment in
      let id = comment.id.isEmpty ? "\(card.id)@\(comment.date)" : comment.id
      let writer = comment.writer ?? comment.writerID.flatMap { lookup.members[$0] }
      if writer == nil { report.note(.unknownMembers) }
      let at = instant(comment.date, &report) ?? Instant(trelloID: comment.id, now: now) ?? createdAt
      return Comment(
        at: at, writer: ImportedText.line(writer ?? ""), text: ImportedText.lines(comment.text),
        source: TrelloImport.source(id))
    }
  }

  private func instant(_ text: String?, _ report: inout ImportReport) -> Instant? {
    guard let text, !text.isEmpty else { return nil }
    guard let instant = Instant(text: text) else {
      report.note(.unreadableDates)
      return nil
    }
    return instant
  }
}
