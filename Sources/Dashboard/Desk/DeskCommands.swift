import Civil

/// What concerns the whole desk: undo, sharing the screen, leaving.
enum DeskCommands {
  static let table: [Command] = [
    Command("desk.undo", .desk, keys: ["u"], title: { $0.general.undo }, hint: { $0.general.undoHint }) {
      _, _ in [.undo]
    },
    Command("desk.redo", .desk, keys: ["ctrl+r"], title: { $0.general.redo }) { _, _ in [.redo] },
    Command("desk.share", .desk, keys: ["S"], title: { $0.general.share }) { state, world in
      state.isPrivate.toggle()
      let key = world.keymap.glyph(of: "desk.share") ?? ""
      let words = world.words.general
      state.message = Message(.note, state.isPrivate ? Words.fill(words.privateOn, key) : words.privateOff)
      return []
    },
    Command("desk.settings", .desk, keys: [","], title: { $0.clients.settings }) { state, world in
      state.overlays.append(.settings(SettingsForm(world)))
      return []
    },
    Command("desk.importTrello", .desk, title: { $0.transfer.command }) { state, world in
      state.overlays.append(.transfer(TransferState(state, world)))
      return []
    },
    Command("desk.exportCalendar", .desk, title: { $0.transfer.export }) { state, world in
      let words = world.words.transfer
      let name = Words.fill(words.exportName, world.today.text)
      state.overlays.append(.prompt(Prompt(.transfer(.export), title: words.export, text: name)))
      return []
    },
    Command("desk.sync", .desk, title: { $0.follow.command }) { _, _ in [.followCalendars] },
    Command("desk.redraw", .desk, keys: ["ctrl+l"], title: { $0.general.redraw }) { _, _ in [.redraw] },
    Command(
      "desk.suspend", .desk, keys: ["ctrl+z"], in: [.everywhere, .overlay], title: { $0.general.suspend }
    ) { _, _ in [.suspend] },
    Command("desk.quit", .desk, keys: ["q", "ctrl+c"], title: { $0.general.quit }) { _, _ in [.quit] },
  ]
}
