/// Going from screen to screen.
enum ViewCommands {
  static let table: [Command] = [
    Command(
      "view.nextPane", .views, keys: ["tab"], title: { $0.general.nextPane }, hint: { $0.general.paneHint }
    ) { state, _ in togglePane(&state) },
    Command("view.previousPane", .views, keys: ["shift+tab"], title: { $0.general.previousPane }) {
      state, _ in
      togglePane(&state)
    },
    Command("view.today", .views, keys: ["0"], title: { $0.general.openToday }) { state, _ in
      show(.today, &state)
    },
    Command("view.desk", .views, keys: ["g d"], title: { $0.general.openDesk }) { state, _ in
      show(.desk, &state)
    },
    Command("view.time", .views, keys: ["g t"], title: { $0.general.openTime }) { state, world in
      // Whatever day was looked at last, the key is for today's entries.
      if state.time.date != nil { state.time.go(to: world.today, world) }
      return show(.time, &state)
    },
    Command("view.history", .views, keys: ["g h"], title: { $0.general.openHistory }) { state, _ in
      show(.history, &state) + [.loadEverything]
    },
    Command(
      "view.palette", .views, keys: [":", "ctrl+p"], title: { $0.general.openPalette },
      hint: { $0.general.paletteHint }, listed: false
    ) { state, _ in
      state.overlays.append(.palette(PaletteState()))
      return []
    },
    Command("view.themes", .views, keys: ["g y"], title: { $0.themes.choose }) { state, world in
      state.overlays.append(.themes(ThemesState(state, world)))
      return []
    },
    Command(
      "view.help", .views, keys: ["?", "f1"], title: { $0.general.openHelp }, hint: { $0.general.helpHint }
    ) {
      state, _ in
      state.overlays.append(.help(HelpState()))
      return []
    },
  ]

  private static func show(_ screen: ViewState.Screen, _ state: inout ViewState) -> [Effect] {
    state.overlays = []
    state.screen = screen
    return []
  }

  private static func togglePane(_ state: inout ViewState) -> [Effect] {
    if state.screen == .desk {
      state.pane = state.pane == .board ? .calendar : .board
    } else {
      state.screen = .desk
    }
    return []
  }
}
