import Civil
import Desk

/// A choice about time from a list.
package enum TimeChoice: Equatable, Sendable {
  /// Whether an entry takes in the one after it.
  case join(EntryID, EntryID)
}

extension TimeChoice {
  /// Asks before entries are joined, where that would book time that nobody worked or put one client's down to another.
  ///
  /// - Returns: the question; nil where nothing is lost by joining them.
  static func join(_ first: Entry, _ second: Entry, _ state: ViewState, _ world: World) -> Choice? {
    let (words, now) = (world.words.time, world.now)
    var losses: [String] = []
    let end = first.end ?? now
    let gap = second.start.seconds(since: end)
    // What is a minute apart was worked in one go.
    if gap > 60 { losses.append(Words.fill(words.joinBooksGap, DurationText.hours(gap))) }
    let taken = DurationText.hours(second.seconds(at: now))
    if first.client != second.client || first.card != second.card || first.note != second.note {
      let owner =
        first.client == second.client ? title(second, world) : SubjectText.client(second.client, world)
      losses.append(Words.fill(words.joinTakes, taken, owner))
    }
    if first.billable != second.billable {
      losses.append(first.billable ? words.joinBills : words.joinUnbills)
    }
    guard !losses.isEmpty else { return nil }
    let last = second.end.map { max($0, end) }
    let length = DurationText.hours((last ?? now).seconds(since: first.start))
    var choice = Choice(
      .time(.join(first.id, second.id)),
      title: Words.fill(
        words.joinTitle, EntryText.span(first.start, last, world), length, title(first, world)),
      items: [
        ChoiceItem(words.joinYes, key: "y"), ChoiceItem(words.joinNo, key: "n"),
      ])
    choice.warnings = losses
    return choice
  }

  private static func title(_ entry: Entry, _ world: World) -> String {
    let title = SubjectText.title(TimerSubject(of: entry), world)
    return title.isEmpty ? SubjectText.client(entry.client, world) : title
  }

  func choose(_ index: Int, _ state: inout ViewState, _ world: World) -> [Effect] {
    switch self {
    case .join(let first, let second):
      guard index == 0, let change = try? world.desk.joinEntries(first, second, context: world.context) else {
        return []
      }
      return [.commit(change)]
    }
  }
}
