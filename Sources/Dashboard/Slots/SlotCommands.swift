/// Finding a time that suits everybody.
enum SlotCommands {
  static let table: [Command] = [
    Command("slots.find", .calendar, keys: ["g f"], title: { $0.slots.command }) { state, world in
      state.overlays.append(.slots(SlotState(state, world)))
      return []
    }
  ]
}
