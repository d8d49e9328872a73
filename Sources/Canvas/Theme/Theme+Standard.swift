extension Theme {
  /// The dark theme that needs no file, the same as `themes/vahi-dark.json`.
  ///
  /// Every colour is one of the 256-colour palette, so that it looks the same where there are no more.
  package static let standard = Theme(
    name: "vahi-dark", title: "Vahi dark", isDark: true,
    stating: [
      .background: Style(0xD0D0D0, on: 0x1C1C1C), .text: Style(0xD0D0D0), .muted: Style(0x949494),
      .heading: Style(0xEEEEEE, .bold), .accent: Style(0x87AFD7, .bold), .border: Style(0x6C6C6C),
      .borderFocused: Style(0x87AFD7, .bold), .selection: Style(0xFFFFFF, on: 0x005F87, .bold),
      .selectionUnfocused: Style(0xEEEEEE, on: 0x3A3A3A), .marked: Style(0xFFD787, [.bold, .italic]),
      .now: Style(0xFF875F, .bold), .due: Style(0xFFAF5F), .overdue: Style(0xFF8787, [.bold, .underline]),
      .warning: Style(0xFFD75F), .error: Style(0xFF5F5F, .bold), .success: Style(0x87D787),
      .running: Style(0x87D787, .bold), .working: Style(0xAFD787), .offHours: Style(0x767676),
      .weekend: Style(0x8787AF), .awayGround: Style(0xD0D0D0, on: 0x121212),
      .offGround: Style(0xD0D0D0, on: 0x080808), .key: Style(0x87AFD7, .bold), .hint: Style(0x8A8A8A),
      .input: Style(0xEEEEEE, on: 0x303030), .inputHint: Style(0x949494, on: 0x303030),
      .understood: Style(0x87D7AF, .italic), .popup: Style(0xD0D0D0, on: 0x262626),
      .popupBorder: Style(0x87AFD7, on: 0x262626), .done: Style(0x8A8A8A), .waiting: Style(0xAFAFD7, .italic),
      .client1: Style(0x87AFD7), .client2: Style(0xD7AF87), .client3: Style(0x87D7AF),
      .client4: Style(0xD787AF), .client5: Style(0xD7D787), .client6: Style(0xAF87D7),
      .client7: Style(0x87D7D7), .client8: Style(0xD7875F), .client9: Style(0xAFD75F),
      .client10: Style(0xD7AFD7), .client11: Style(0x5FAFAF), .client12: Style(0xAFAFAF),
    ])

  /// The light theme that needs no file, the same as `themes/vahi-light.json`.
  package static let standardLight = Theme(
    name: "vahi-light", title: "Vahi light", isDark: false,
    stating: [
      .background: Style(0x303030, on: 0xEEEEEE), .text: Style(0x303030), .muted: Style(0x626262),
      .heading: Style(0x121212, .bold), .accent: Style(0x005F87, .bold), .border: Style(0x808080),
      .borderFocused: Style(0x005F87, .bold), .selection: Style(0xFFFFFF, on: 0x005F87, .bold),
      .selectionUnfocused: Style(0x121212, on: 0xC6C6C6), .marked: Style(0x5F00AF, [.bold, .italic]),
      .now: Style(0xD70000, .bold), .due: Style(0x875F00), .overdue: Style(0xAF0000, [.bold, .underline]),
      .warning: Style(0x875F00), .error: Style(0xAF0000, .bold), .success: Style(0x005F00),
      .running: Style(0x005F00, .bold), .working: Style(0x005F5F), .offHours: Style(0x767676),
      .weekend: Style(0x5F5F87), .awayGround: Style(0x303030, on: 0xE4E4E4),
      .offGround: Style(0x303030, on: 0xDADADA), .key: Style(0x005F87, .bold), .hint: Style(0x6C6C6C),
      .input: Style(0x121212, on: 0xFFFFFF), .inputHint: Style(0x6C6C6C, on: 0xFFFFFF),
      .understood: Style(0x005F5F, .italic), .popup: Style(0x303030, on: 0xFFFFFF),
      .popupBorder: Style(0x005F87, on: 0xFFFFFF), .done: Style(0x626262), .waiting: Style(0x5F5F87, .italic),
      .client1: Style(0x005FAF), .client2: Style(0x875F00), .client3: Style(0x005F5F),
      .client4: Style(0xAF005F), .client5: Style(0x5F5F00), .client6: Style(0x5F00AF),
      .client7: Style(0x005F87), .client8: Style(0x870000), .client9: Style(0x005F00),
      .client10: Style(0x5F5FAF), .client11: Style(0x875F5F), .client12: Style(0x5F5F5F),
    ])
}

extension Style {
  /// A style from colours written as 0xRRGGBB.
  fileprivate init(_ foreground: UInt32, on background: UInt32? = nil, _ attributes: Attributes = []) {
    self.init(
      foreground: Color(hex: foreground),
      background: background.map { Color(hex: $0) } ?? .terminalDefault, attributes: attributes)
  }
}

extension Color {
  /// A colour written as 0xRRGGBB.
  init(hex: UInt32) {
    self.init(bits: 2 << 24 | hex & 0xFFFFFF)
  }
}
