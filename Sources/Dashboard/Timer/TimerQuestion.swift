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
      reading.hint = hint(state, world)
      return reading
    }
    reading.ranges = matches.reading.parts.map(\.range)
    reading.plainMarks = matches.reading.plainMarks
    reading.understood = SubjectText.understood(typed, state, world)
    return reading
  }

  /// What Enter does with an empty line.
  private func hint(_ state: ViewState, _ world: World) -> String {
    let words = world.words.time
    switch self {
    case .interrupt: return Words.fill(words.interruptHint, words.interruption)
    case .start:
      guard let last = last(state, world) else { return words.typeHint }
      let title = SubjectText.title(last, world)
      return Words.fill(words.startHint, title.isEmpty ? SubjectText.client(last.client, world) : title)
    }
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let matches = SubjectMatches(text, client: state.client, state, world)
    let chosen = completion.flatMap { matches.items.indices.contains($0) ? matches.items[$0].subject : nil }
    let named = chosen ?? matches.typed
    guard let subject = named ?? otherwise(state, world) else {
      return .refused(world.words.time.nothingBefore)
    }
    let change =
      self == .start
      ? world.desk.startTimer(subject, context: world.context)
      : world.desk.interruptTimer(subject, isNamed: named != nil, context: world.context)
    return .effects([.commit(change)])
  }

  /// What was worked on before, unless that is not to be seen.
  private func last(_ state: ViewState, _ world: World) -> TimerSubject? {
    world.desk.previousSubject().flatMap { state.isPrivate && $0.client != state.client ? nil : $0 }
  }

  /// What an empty line starts.
  private func otherwise(_ state: ViewState, _ world: World) -> TimerSubject? {
    switch self {
    case .start: last(state, world)
    case .interrupt:
      TimerSubject(
        client: state.client, note: world.words.time.interruption, billable: state.client != nil)
    }
  }
}
