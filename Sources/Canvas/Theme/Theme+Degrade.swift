extension Theme {
  /// The theme in the colours that a terminal has.
  ///
  /// What its colours told before must still be told: where a background can no longer be seen it
  /// becomes reverse video, and without any colours the roles get the attributes of `monochrome`.
  package func degraded(to depth: ColorDepth) -> Theme {
    switch depth {
    case .trueColor: return self
    case .none:
      var theme = self
      theme.styles = Theme.monochrome.styles
      return theme
    case .ansi16, .indexed256: break
    }
    var theme = self
    for role in Role.allCases {
      theme.styles[role.ordinal] = degraded(role, to: depth)
    }
    return theme
  }

  private func degraded(_ role: Role, to depth: ColorDepth) -> Style {
    let written = styles[role.ordinal]
    let ground = style(.background).background
    var result = written.degraded(to: depth)
    if !written.background.isDefault, written.background != ground,
      result.background == ground.degraded(to: depth)
    {
      // Reverse video shows the ground as the letters' colour, so the pair stays as readable as it was.
      result.background = .terminalDefault
      result.attributes.insert(role.isSurface ? [] : .reverse)
    }
    let seen = result.background.isDefault ? ground.degraded(to: depth) : result.background
    if !result.foreground.isDefault, result.foreground == seen {
      result.foreground = isDarkColor(seen) ? .ansi(7) : .ansi(0)
    }
    return result
  }

  private func isDarkColor(_ color: Color) -> Bool {
    color.luminance.map { $0 < 0.18 } ?? isDark
  }
}

extension Style {
  /// The style in the colours that a terminal has.
  package func degraded(to depth: ColorDepth) -> Style {
    Style(
      foreground: foreground.degraded(to: depth), background: background.degraded(to: depth),
      attributes: attributes)
  }
}

extension Role {
  /// Whether the role is a ground that other roles are drawn on, and may look like the screen's.
  var isSurface: Bool {
    switch self {
    case .background, .awayGround, .offGround, .popup, .popupBorder, .input, .inputHint: true
    default: false
    }
  }
}
