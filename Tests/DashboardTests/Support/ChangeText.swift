import Civil
import Desk

/// Changes of records as short sentences: `card Newsletter 48: column Doing → Review`.
enum ChangeText {
  /// What a change did to a desk that still has not made it; places in a column (`rank`) are
  /// named only, and since when a card waits follows from what it waits for.
  static func describe(_ change: RecordChange, _ desk: Desk) -> String {
    guard let after = change.after else { return "\(name(change.before)): removed" }
    guard let before = change.before else { return "\(name(after)): added" }
    let (old, new) = (fields(before), fields(after))
    let parts = zip(old, new).compactMap { old, new -> String? in
      guard old.value != new.value else { return nil }
      if old.name == "rank" { return "rank" }
      if old.name == "waitingSince" { return nil }
      return "\(old.name) \(shown(old.value, desk)) → \(shown(new.value, desk))"
    }
    return "\(name(before)): \(parts.joined(separator: ", "))"
  }

  private static func name(_ record: Record?) -> String {
    switch record {
    case .settings: "settings"
    case .client(let client): "client \(client.name)"
    case .column(let column): "column \(column.name)"
    case .card(let card): "card \(card.title)"
    case .block(let block): "block \(block.title)"
    case .entry(let entry): "entry \(entry.note)"
    case nil: "nothing"
    }
  }

  private static func fields(_ record: Record) -> [(name: String, value: String)] {
    let subject: Any =
      switch record {
      case .settings(let value): value
      case .client(let value): value
      case .column(let value): value
      case .card(let value): value
      case .block(let value): value
      case .entry(let value): value
      }
    return Mirror(reflecting: subject).children.map { ($0.label ?? "", text($0.value)) }
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let time as ZonedTime: return "\(time.wall.text) \(time.zone)"
    case let instant as Instant: return instant.text
    case let column as ColumnID: return column.raw
    case let client as ClientID: return client.raw
    case let card as CardID: return card.raw
    case let item as ChecklistItem: return (item.done ? "✓" : "○") + item.text
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text($0.value) } ?? "none"
    case .collection: return "[" + mirror.children.map { text($0.value) }.joined(separator: ", ") + "]"
    default: return "\(value)"
    }
  }

  /// Identifiers are told by the names of what they name.
  private static func shown(_ value: String, _ desk: Desk) -> String {
    if let column = desk.column(ColumnID(value)) { return column.name }
    if let client = desk.client(ClientID(value)) { return client.name }
    return desk.card(CardID(value))?.title ?? value
  }
}

/// How two states differ, for reading when a test fails.
enum StateText {
  static func difference(_ wanted: Any, _ found: Any) -> String {
    var lines: [String] = []
    compare(wanted, found, path: "state", into: &lines)
    return lines.joined(separator: "\n")
  }

  private static func compare(_ wanted: Any, _ found: Any, path: String, into lines: inout [String]) {
    let (a, b) = (Mirror(reflecting: wanted), Mirror(reflecting: found))
    let isRecord =
      a.displayStyle == .struct && b.displayStyle == .struct && a.children.count == b.children.count
    guard isRecord, !a.children.isEmpty else {
      let (left, right) = (String(reflecting: wanted), String(reflecting: found))
      if left != right { lines.append("\(path): expected \(left), found \(right)") }
      return
    }
    for (left, right) in zip(a.children, b.children) {
      compare(left.value, right.value, path: "\(path).\(left.label ?? "?")", into: &lines)
    }
  }
}
