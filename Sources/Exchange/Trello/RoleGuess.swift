import Desk

/// Guesses from a list's name what the list is for.
///
/// A wrong guess costs something (cards in a done column count as done), so words are compared whole, `unfinished`
/// is not `finished`, and words that mean much beside a board's usual `Sent` or `Next` count only as the whole name.
enum RoleGuess {
  /// What speaks of one role.
  private struct Vocabulary {
    let role: Column.Role
    /// Words, or words in a row, anywhere in the name.
    var phrases: [String] = []
    /// Whole names.
    var names: [String] = []
    /// Parts of the name, for Japanese, which writes no spaces.
    var parts: [String] = []
  }

  /// The role that a name speaks of; nil when it speaks of none.
  static func role(of name: String) -> Column.Role? {
    let lowered = name.lowercased()
    let words = lowered.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    let padded = Array(" \(words) ".utf8)
    let letters = Array(lowered.utf8)
    return vocabularies.first { vocabulary in
      vocabulary.names.contains(words)
        || vocabulary.phrases.contains { has(" \($0) ", in: padded) }
        || vocabulary.parts.contains { has($0, in: letters) }
    }?.role
  }

  /// Whether a text is part of another; the library's own search would link all of regular expressions.
  private static func has(_ part: String, in text: [UInt8]) -> Bool {
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// In the order in which they are tried: "to be done" is not done, "waiting for review" no review.
  private static let vocabularies = [
    Vocabulary(
      role: .ready,
      phrases: [
        "to do", "todo", "to dos", "to be done", "not done", "not started", "ready to start", "up next",
        "zu tun",
        "zu erledigen", "por hacer", "pendiente", "pendientes", "lista de tareas", "à faire", "a faire",
        "a fazer",
        "para fazer", "pendente", "pendentes", "करना है", "करने के लिए", "करायचे", "करायचं",
      ],
      names: ["next", "this week", "open", "offen", "aufgaben", "tareas", "tarefas", "tasks", "ready", "बाकी"],
      parts: ["未着手", "未完了", "未対応", "やること", "todoリスト"]),
    Vocabulary(
      role: .waiting,
      phrases: [
        "waiting", "blocked", "on hold", "pending", "paused", "stuck", "wartet", "warten", "wartend",
        "blockiert",
        "pausiert", "en espera", "esperando", "bloqueado", "bloqueada", "en attente", "bloqué", "em espera",
        "aguardando",
        "प्रतीक्षा", "प्रलंबित",
      ],
      names: ["hold", "रुका", "थांबलेले"],
      parts: ["待ち", "保留"]),
    Vocabulary(
      role: .review,
      phrases: [
        "review", "reviewing", "for approval", "proofreading", "prüfung", "überprüfung", "freigabe",
        "korrektur",
        "en revisión", "em revisão", "à valider", "relecture", "समीक्षा", "तपासणी", "पुनरावलोकन",
      ],
      names: [
        "testing", "test", "qa", "approval", "verify", "feedback", "prüfen", "revisión", "revisar",
        "révision",
        "validation", "revisão", "जाँच",
      ],
      parts: ["レビュー", "確認中", "検証", "校正"]),
    Vocabulary(
      role: .doing,
      phrases: [
        "doing", "in progress", "wip", "working on", "in work", "ongoing", "in arbeit", "in bearbeitung",
        "en proceso",
        "en progreso", "en curso", "haciendo", "en cours", "fazendo", "em andamento", "em progresso",
        "em curso",
        "प्रगति में", "प्रगति पर", "प्रगतीत",
      ],
      names: ["progress", "working", "current", "started", "active", "läuft", "चालू", "जारी", "सुरू"],
      parts: ["進行中", "作業中", "対応中", "実施中"]),
    Vocabulary(
      role: .done,
      phrases: [
        "done", "completed", "finished", "shipped", "delivered", "erledigt", "abgeschlossen", "hecho",
        "hecha",
        "terminado", "completado", "finalizado", "terminé", "feito", "concluído", "concluido", "हो गया", "संपले",
      ],
      names: [
        "complete", "closed", "published", "released", "sent", "paid", "resolved", "fertig", "listo",
        "termine", "fini",
        "fait", "pronto", "पूर्ण", "समाप्त", "झाले", "झालं",
      ],
      parts: ["完了", "終了", "済み"]),
    Vocabulary(
      role: .backlog,
      phrases: ["backlog", "someday", "icebox", "wishlist", "parking lot", "un jour", "algún día"],
      names: [
        "ideas", "idea", "inbox", "later", "incoming", "requests", "ideen", "später", "vorrat", "idées",
        "idees", "ideias",
        "विचार", "बाद में", "कल्पना", "नंतर",
      ],
      parts: ["バックログ", "アイデア", "いつか"]),
  ]
}
