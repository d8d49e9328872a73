extension Theme {
  /// The theme for terminals without colours, the same as `themes/mono.json`: attributes tell the roles apart.
  package static let monochrome = Theme(
    name: "mono", title: "Mono", isDark: true,
    stating: [
      .background: .plain, .text: .plain, .muted: .only(.dim), .heading: .only(.bold),
      .accent: .only(.bold), .border: .only(.dim), .borderFocused: .only(.bold),
      .selection: .only([.reverse, .bold]), .selectionUnfocused: .only(.reverse),
      .marked: .only([.reverse, .italic]), .now: .only([.bold, .underline, .italic]), .due: .only(.underline),
      .overdue: .only([.bold, .underline]), .warning: .only([.underline, .italic]),
      .error: .only([.bold, .reverse, .underline]), .success: .only(.bold),
      .running: .only([.bold, .italic]),
      .working: .plain, .offHours: .only(.dim), .weekend: .only([.dim, .italic]),
      .awayGround: .plain, .offGround: .plain, .key: .only(.bold),
      .hint: .only(.dim), .input: .only(.underline), .inputHint: .only([.dim, .underline]),
      .understood: .only(.italic), .popup: .plain, .popupBorder: .only(.bold),
      .done: .only([.dim, .strikethrough]), .waiting: .only(.italic),
      .client1: .only(.bold), .client2: .only(.bold), .client3: .only(.bold), .client4: .only(.bold),
      .client5: .only(.bold), .client6: .only(.bold), .client7: .only(.bold), .client8: .only(.bold),
      .client9: .only(.bold), .client10: .only(.bold), .client11: .only(.bold), .client12: .only(.bold),
    ])
}

extension Style {
  /// The terminal's own colours with attributes.
  static func only(_ attributes: Attributes) -> Style {
    Style(attributes: attributes)
  }
}
