import Civil
import Desk

/// A line that enters time by hand: when, then what.
struct EntryByHand {
  private let span: TimeSpan?
  /// What stands before the words that say what it was.
  private let typedSpan: String
  private let matches: SubjectMatches
  private let state: ViewState
  private let world: World
  /// The letters of the line that say when, with the space after them.
  private let spanRange: Range<Int>

  init(_ text: String, _ date: CivilDate, _ gap: TimeSpan?, _ state: ViewState, _ world: World) {
    let found = EntryByHand.find(in: text, date, gap, world)
    span = found?.span ?? gap
    typedSpan = found?.text ?? ""
    spanRange = found?.range ?? 0..<0
    self.state = state
    self.world = world
    let rest = text.prefix(spanRange.lowerBound) + text.dropFirst(spanRange.upperBound)
    matches = SubjectMatches(String(rest), client: state.client, state, world)
  }

  /// What says when: the first words, or else a single word further on that can be nothing else.
  private static func find(in text: String, _ date: CivilDate, _ gap: TimeSpan?, _ world: World)
    -> (span: TimeSpan, text: String, range: Range<Int>)?
  {
    let words = text.split(separator: " ")
    let place = { (index: Int) in
      words.indices.contains(index)
        ? text.distance(from: text.startIndex, to: words[index].startIndex) : text.count
    }
    // `9:10 - 9:50` is three words.
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let head = words.prefix(length).joined(separator: " ")
      if let span = span(head, date, gap, world) { return (span, head, place(0)..<place(length)) }
    }
    for (index, word) in words.enumerated().dropFirst() where word.contains(":") {
      guard let span = Grammar.parseSpan(String(word))?.on(date, in: world.desk.homeZone) else { continue }
      return (span, String(word), place(index)..<place(index + 1))
    }
    return nil
  }

  private static func span(_ text: String, _ date: CivilDate, _ gap: TimeSpan?, _ world: World) -> TimeSpan? {
    if let span = Grammar.parseSpan(text) { return span.on(date, in: world.desk.homeZone) }
    guard text.contains(where: \.isLetter) || text.contains(":"),
      text.first?.isNumber == true, let seconds = Grammar.parseDuration(text), seconds > 0
    else { return nil }
    if let gap { return TimeSpan(start: gap.start, seconds: seconds) }
    guard date == world.today else { return nil }
    return TimeSpan(start: world.now.adding(-seconds), end: world.now)
  }

  var reading: Reading {
    let words = world.words.time
    var reading = Reading()
    guard let span else {
      if typedSpan.isEmpty, matches.typed == nil {
        reading.hint = words.entryHint
      } else {
        reading.problem = words.badSpan
      }
      return reading
    }
    let prefix = typedSpan.isEmpty ? "" : typedSpan + " "
    reading.completions = matches.items.map { Completion(text: prefix + $0.text, detail: $0.detail) }
    let placed = { (letter: Int) in letter < spanRange.lowerBound ? letter : letter + spanRange.count }
    reading.ranges = matches.reading.parts.map { placed($0.range.lowerBound)..<placed($0.range.upperBound) }
    if !typedSpan.isEmpty {
      reading.ranges.append(spanRange.lowerBound..<spanRange.lowerBound + typedSpan.count)
      reading.ranges.sort { $0.lowerBound < $1.lowerBound }
    }
    reading.understood = [
      EntryText.span(span.start, span.end, world), DurationText.hours(span.duration),
    ]
    reading.warnings = EntryTimes.clocks(in: typedSpan, world.desk.grammarContext(now: world.now)).compactMap
    {
      [clockNote($0, span.start), clockNote($0, span.end)].compactMap { $0 }.first
    }
    reading.understood += SubjectText.understood(matches.typed ?? plain, state, world)
    if let other = world.desk.entry(overlapping: span, except: nil, now: world.now) {
      reading.understood.append(Words.fill(words.overlapsWith, EntryText.name(other, state, world)))
    }
    return reading
  }

  private func clockNote(_ time: Int, _ instant: Instant) -> String? {
    PlanNote.clock(typed: time, takenAs: instant, in: world.desk.homeZone, world.desk, world.words)
  }

  /// Time of the client at hand, without a word about what it was.
  private var plain: TimerSubject { TimerSubject(client: state.client, billable: state.client != nil) }

  func answer(_ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    guard let span else { return .refused(world.words.time.badSpan) }
    let chosen = completion.flatMap { matches.items.indices.contains($0) ? matches.items[$0].subject : nil }
    let change = world.desk.addEntry(
      chosen ?? matches.typed ?? plain, start: span.start, end: span.end, context: world.context)
    if case .entry(let id)? = change.changes.first?.key { state.time.awaited = id }
    return .effects([.commit(change)])
  }
}
