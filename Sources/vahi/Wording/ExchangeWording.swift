import Dashboard
import Desk
import Exchange
import JSONText

extension ExchangeError {
  /// Why a file cannot be brought in and what to do, in the person's words.
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .empty: words.emptyFile
    case .notJSON(let likeness):
      Words.fill(words.notJSON, words.likenesses[likeness.rawValue] ?? likeness.rawValue)
    case .notACalendar(let likeness):
      Words.fill(words.notACalendar, words.likenesses[likeness.rawValue] ?? likeness.rawValue)
    case .truncated(let error): Words.fill(words.truncated, error.text(words))
    case .malformed(let error): Words.fill(words.malformed, error.text(words))
    case .notATrelloBoard(let kind): words.otherJSON[kind.rawValue] ?? kind.rawValue
    case .unexpectedValue(let error): Words.fill(words.unexpectedValue, error.text(words))
    case .noSuchClient: Words.fill(words.noSuchClient, "")
    }
  }
}

extension ImportWords {
  /// With the columns that boards are made with.
  init(_ words: Words) {
    self.init()
    standardColumns = ClientForm.standardColumns(words)
  }
}

extension ImportReport {
  /// The report as lines for people.
  func lines(_ words: ReportWords, isEmpty: Bool) -> [String] {
    let whose = clientName.isEmpty ? words.nobody : isNewClient ? words.newClient : words.board
    var lines = [Words.fill(whose, board, clientName)]
    if !unmadeClient.isEmpty {
      lines.append(
        Words.fill(clientName.isEmpty ? words.madeNone : words.wentElsewhere, unmadeClient, clientName))
    }
    if isEmpty { lines.append(words.nothingNew) }
    lines += columns.text(words.columns, removed: removedColumns, words)
    lines += cards.text(words.cards, archived: archivedCards, words)
    lines += details.text(words)
    lines += comments.text(words.comments, words)
    lines += rolesText(words)
    lines += conflicts.map { $0.line(words.conflict, words.fields) }
    let left = Remark.allCases.compactMap { remark in
      remarks[remark].map {
        let text = words.remarks[remark.rawValue] ?? remark.rawValue
        return Words.fill(
          words.remark, "\($0)", Words.fill(text, otherClients.sorted().joined(separator: ", ")))
      }
    }
    return left.isEmpty ? lines : lines + ["", words.leftOut] + left
  }

  /// The columns by what they were taken to be, in a sentence, and what to do about a guess.
  private func rolesText(_ words: ReportWords) -> [String] {
    let groups = Column.Role.allCases.compactMap { role -> String? in
      let names = roles.filter { $0.role == role }.map {
        $0.isNamed ? $0.name : Words.fill(words.guessed, $0.name)
      }
      return names.isEmpty ? nil : Words.fill(words.role, role.rawValue, names.joined(separator: ", "))
    }
    guard !groups.isEmpty else { return [] }
    let sentence = Words.fill(words.roles, groups.joined(separator: "; "))
    return [roles.allSatisfy(\.isNamed) ? sentence : "\(sentence) \(words.guesses)"]
  }
}

extension ImportReport.Details {
  /// `Of the new cards: 31 with a checklist, 4 with a due date`; nothing where they have nothing.
  fileprivate func text(_ words: ReportWords) -> [String] {
    let counts = [
      (words.checklists, checklists), (words.labels, labels), (words.dueDates, dueDates),
      (words.assignees, assignees),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { Words.fill($0.0, "\($0.1)") }
    return parts.isEmpty ? [] : [Words.fill(words.details, parts.joined(separator: ", "))]
  }
}

extension ImportConflict {
  /// What both sides changed of what, as a line for people.
  func line(_ sentence: String, _ words: [String: String]) -> String {
    Words.fill(sentence, title, fields.map { words[$0] ?? $0 }.joined(separator: ", "))
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("title", title)
      writer.strings("fields", fields)
    }
  }
}

extension ImportReport.Tally {
  /// `Cards: 122 new, 78 of them archived`: what there is of it; nothing when there is none at all.
  fileprivate func text(_ sentence: String, archived: Int = 0, removed: Int = 0, _ words: ReportWords)
    -> [String]
  {
    let counts = [
      (words.added, added), (words.archived, archived), (words.updated, updated),
      (words.unchanged, unchanged), (words.removed, removed),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { Words.fill($0.0, "\($0.1)") }
    return parts.isEmpty ? [] : [Words.fill(sentence, parts.joined(separator: ", "))]
  }
}
