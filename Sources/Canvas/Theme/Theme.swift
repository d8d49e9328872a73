/// A look: a style for each role.
package struct Theme: Equatable, Sendable {
  /// The name that a configuration uses, such as `vahi-dark`.
  package var name: String
  /// The name that people see.
  package var title: String
  /// Whether it is made for a dark background.
  package var isDark: Bool
  /// The styles as written, by the role's ordinal; default colours mean those of the background.
  var styles: [Style]

  init(name: String, title: String, isDark: Bool, styles: [Style]) {
    self.name = name
    self.title = title
    self.isDark = isDark
    self.styles = styles
  }

  /// A theme from the roles that somebody stated; the others follow from these.
  init(name: String, title: String, isDark: Bool, stating stated: [Role: Style]) {
    self.init(name: name, title: title, isDark: isDark, styles: [])
    styles = Role.allCases.map { Theme.derived($0, from: stated) }
  }

  /// The role's style on the theme's background.
  package func style(_ role: Role) -> Style {
    styles[role.ordinal].over(styles[Role.background.ordinal].withoutAttributes)
  }

  /// The role's style on another role's background, as of text in a popup or in a selected row.
  package func style(_ role: Role, on ground: Role) -> Style {
    styles[role.ordinal].over(style(ground).withoutAttributes)
  }

  /// What a role that nobody stated looks like: as the nearest one that was.
  private static func derived(_ role: Role, from stated: [Role: Style]) -> Style {
    var nearest: Role? = role
    while let candidate = nearest {
      if let style = stated[candidate] { return style }
      nearest = candidate.nearest
    }
    return .plain
  }
}

extension Style {
  /// Only the colours.
  var withoutAttributes: Style {
    Style(foreground: foreground, background: background)
  }
}

extension Role {
  /// The role whose look this one takes in a theme that does not state it.
  var nearest: Role? {
    switch self {
    case .background: nil
    case .text, .awayGround, .offGround: .background
    case .muted, .heading, .accent, .border, .selection, .now, .warning, .success, .popup, .input: .text
    case .borderFocused, .marked, .key, .popupBorder, .understood: .accent
    case .selectionUnfocused: .selection
    case .due, .error: .warning
    case .overdue: .error
    case .running, .working: .success
    case .offHours, .weekend, .hint, .inputHint, .done, .waiting: .muted
    case .client1, .client2, .client3, .client4, .client5, .client6, .client7, .client8, .client9,
      .client10, .client11, .client12:
      .accent
    }
  }
}
