import Civil
import Desk

/// Questions about time that are answered by typing.
package enum TimeQuestion: Equatable, Sendable {
  case timer(TimerQuestion)
  case edge(EntryID, EntryTimes.Edge)
  case note(EntryID)
  case client(EntryID)
  case card(EntryID)
  case split(EntryID)
  /// Time entered by hand on a day, or for a stretch of it that nothing was booked on.
  case add(CivilDate, TimeSpan?)
}

extension TimeQuestion {
  private var subject: EntryID? {
    switch self {
    case .timer, .add: nil
    case .edge(let id, _), .note(let id), .client(let id), .card(let id), .split(let id): id
    }
  }

  func prompt(_ state: ViewState, _ world: World) -> Prompt? {
    let words = world.words.time
    let entry = subject.flatMap { world.desk.entry($0) }
    let name = entry.map { EntryText.name($0, state, world) } ?? ""
    switch self {
    case .timer(let question): return question.prompt(world)
    case .edge(_, .start): return Prompt(.time(self), title: Words.fill(words.startOf, name))
    case .edge(_, .end): return Prompt(.time(self), title: Words.fill(words.endOf, name))
    case .note:
      return Prompt(
        .time(self), title: Words.fill(words.noteOf, name), text: entry.map(EntryText.line) ?? "")
    case .client: return Prompt(.time(self), title: Words.fill(words.clientOf, name))
    case .card: return Prompt(.time(self), title: Words.fill(words.cardOf, name))
    case .split: return Prompt(.time(self), title: Words.fill(words.splitOf, name))
    case .add(let date, let gap):
      let day = DateText.relative(date, today: world.today, world.words.dates)
      let title =
        gap.map { Words.fill(words.gapEntry, EntryText.span($0.start, $0.end, world)) }
        ?? Words.fill(words.newEntry, day)
      return Prompt(.time(self), title: title)
    }
  }

  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    switch self {
    case .timer(let question): return question.read(text, state, world)
    case .add(let date, let gap): return EntryByHand(text, date, gap, state, world).reading
    default: break
    }
    guard let entry = subject.flatMap({ world.desk.entry($0) }) else { return Reading() }
    return EntryAnswer(entry, state, world).read(self, text)
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    switch self {
    case .timer(let question): return question.answer(text, completion, &state, world)
    case .add(let date, let gap):
      return EntryByHand(text, date, gap, state, world).answer(completion, &state, world)
    default: break
    }
    // Deleted elsewhere while it was asked about: there is nothing left to answer.
    guard let entry = subject.flatMap({ world.desk.entry($0) }) else { return .effects([]) }
    return EntryAnswer(entry, state, world).answer(self, text, completion, &state)
  }
}
