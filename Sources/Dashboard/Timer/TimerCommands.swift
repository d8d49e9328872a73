import Desk

/// The timer, from wherever one is.
enum TimerCommands {
  static let table: [Command] = [
    Command(
      "timer.toggle", .timer, keys: ["t"], title: { $0.time.toggle }, hint: { $0.time.toggleHint }
    ) { state, world in
      let card = state.selectedCards(world).first.flatMap { world.desk.card($0) }
      if let running = world.desk.running, card == nil || running.card == card?.id {
        return world.desk.stopTimer(context: world.context).map { [.commit($0)] } ?? []
      }
      guard let card else {
        state.message = Message(.warning, world.words.board.noWork)
        return []
      }
      return [.commit(world.desk.startTimer(world.desk.subject(of: card), context: world.context))]
    }
  ]
}
