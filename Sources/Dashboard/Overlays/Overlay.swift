import Canvas

/// Something that lies over the screen and takes the keys.
package enum Overlay: Equatable, Sendable {
  case prompt(Prompt)
  case choice(Choice)
  case card(CardPane)
  case palette(PaletteState)
  case help(HelpState)
  case themes(ThemesState)
  case welcome(WelcomeState)
  case form(ClientForm)
  case settings(SettingsForm)
  case transfer(TransferState)
  case plan(PlanState)
  case slots(SlotState)
}

/// What an overlay does with a key.
package enum OverlayResult: Equatable, Sendable {
  /// It stays as it is now.
  case stay
  case close
  /// It closes and this is to be done.
  case finish([Effect])
  /// It stays and this is to be done.
  case effects([Effect])
  /// It does not know the key: the command table may.
  case pass
}
