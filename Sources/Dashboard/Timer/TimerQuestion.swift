import Civil
import Desk

/// Which timer is started by typing.
package enum TimerQuestion: Equatable, Sendable {
  case start
  case interrupt
}

extension TimerQuestion {
  func prompt(_ world: World) -> Prompt {
    let words = world.words.time
    return Prompt(
      .time(.timer(self)), title: self == .start ? words.startTitle : words.interruptTitle)
  }

  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    let matches = SubjectMatches(text, client: state.client, state, world)
    var reading = Reading()
    reading.completions = matches.items.map { Completion(text: $0.text, detail: $0.detail) }
    guard let typed = matches.typed else {
      reading.understood = [hint(state, world)]
      return reading
    }
    reading.ranges = matches.reading.parts.map(\.range)
    reading.understood = SubjectText.understood(typed, state, world)
    return reading
  }

  /// What Enter does with an empty line.
  private func hint(_ state: ViewState, _ world: World) -> String {
    let words = world.words.time
    switch self {
    case .interrupt: return Words.fill(words.interruptHint, words.interruption)
    case .start:
      guard let last = world.desk.previousSubject(), !(state.isPrivate && last.client != state.client) else {
        return words.typeHint
      }
      let title = SubjectText.title(last, world)
      return Words.fill(words.startHint, title.isEmpty ? SubjectText.client(last.client, world) : title)
    }
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let matches = SubjectMatches(text, client: state.client, state, world)
    let chosen = completion.flatMap { matches.items.indices.contains($0) ? matches.items[$0].subject : nil }
    guard let subject = chosen ?? matches.typed ?? otherwise(state, world) else {
      return .refused(world.words.time.nothingBefore)
    }
    let change =
      self == .start
      ? world.desk.startTimer(subject, context: world.context)
      : world.desk.interruptTimer(subject, context: world.context)
    return .effects([.commit(change)])
  }

  /// What an empty line starts.
  private func otherwise(_ state: ViewState, _ world: World) -> TimerSubject? {
    switch self {
    case .start: world.desk.previousSubject()
    case .interrupt:
      TimerSubject(
        client: state.client, note: world.words.time.interruption, billable: state.client != nil)
    }
  }
}
