/// The keys as a document lists them: the README's tables are made from this.
package enum KeyList {
  /// One table a group, in Markdown; keys that only move the selection are named once.
  package static func markdown(_ keymap: Keymap, _ words: Words) -> String {
    var text = ""
    for group in CommandGroup.allCases {
      let commands = keymap.commands.filter { $0.group == group && !keymap.keys(of: $0.id).isEmpty }
      let rows = rows(commands, keymap, words)
      guard !rows.isEmpty else { continue }
      text +=
        "\n**\(words.general.groups[group] ?? group.rawValue)**\n\n| key | where | does |\n| --- | --- | --- |\n"
      for row in rows { text += "| \(row.keys) | \(row.places) | \(row.title) |\n" }
    }
    return text
  }

  private struct Row: Hashable {
    var keys: String
    var places: String
    var title: String
  }

  private static func rows(_ commands: [Command], _ keymap: Keymap, _ words: Words) -> [Row] {
    commands.filter { !isNumbered($0.id) || $0.id.hasSuffix(".1") }.map { command in
      let keys = keymap.keys(of: command.id).map { "`\(escaped($0))`" }.joined(separator: " ")
      let places =
        command.scopes.contains(.everywhere)
        ? "" : Scope.allCases.filter(command.scopes.contains).map(\.rawValue).joined(separator: ", ")
      return isNumbered(command.id)
        ? Row(keys: "`1`–`9`", places: places, title: Words.fill(words.clients.openNumber, "1–9"))
        : Row(keys: keys, places: places, title: command.title(words))
    }
  }

  /// The nine commands that open a client by a digit are one line.
  private static func isNumbered(_ id: String) -> Bool {
    guard let last = id.split(separator: ".").last else { return false }
    return id.hasPrefix("client.") && Int(last) != nil
  }

  private static func escaped(_ keys: String) -> String { keys == "|" ? "\\|" : keys }
}
