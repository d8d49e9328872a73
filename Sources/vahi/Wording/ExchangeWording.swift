import Dashboard
import Desk
import Exchange

extension ExchangeError {
  /// Why a file cannot be brought in and what to do, in the person's words.
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .empty: words.emptyFile
    case .notJSON(let likeness):
      Words.fill(words.notJSON, words.likenesses[likeness.rawValue] ?? likeness.rawValue)
    case .truncated(let error): Words.fill(words.truncated, error.text(words))
    case .malformed(let error): Words.fill(words.malformed, error.text(words))
    case .notATrelloBoard(let kind): words.otherJSON[kind.rawValue] ?? kind.rawValue
    case .unexpectedValue(let error): Words.fill(words.unexpectedValue, error.text(words))
    case .noSuchClient: Words.fill(words.noSuchClient, "")
    }
  }
}

extension ImportReport {
  /// The report as lines for people.
  func lines(_ words: ReportWords, isEmpty: Bool) -> [String] {
    var lines = [Words.fill(isNewClient ? words.newClient : words.board, board, clientName)]
    if isEmpty { lines.append(words.nothingNew) }
    lines.append(
      Words.fill(words.columns, "\(columns.added)", "\(columns.updated)", "\(columns.unchanged)"))
    lines.append(
      Words.fill(
        words.cards, "\(cards.added)", "\(cards.updated)", "\(cards.unchanged)", "\(archivedCards)"))
    lines.append(
      Words.fill(words.comments, "\(comments.added)", "\(comments.updated)", "\(comments.unchanged)"))
    if !roles.isEmpty {
      let list = roles.map { "\($0.name) = \($0.role.rawValue)\($0.isNamed ? "" : "?")" }
      lines.append(Words.fill(words.roles, list.joined(separator: ", ")))
    }
    let left = Remark.allCases.compactMap { remark in
      remarks[remark].map {
        Words.fill(words.remark, "\($0)", words.remarks[remark.rawValue] ?? remark.rawValue)
      }
    }
    return left.isEmpty ? lines : lines + ["", words.leftOut] + left
  }
}
