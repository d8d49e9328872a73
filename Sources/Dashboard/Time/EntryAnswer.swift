import Civil
import Desk

/// What is typed about an entry: what is understood of it, and what comes of it.
struct EntryAnswer {
  private let entry: Entry
  private let state: ViewState
  private let world: World

  init(_ entry: Entry, _ state: ViewState, _ world: World) {
    self.entry = entry
    self.state = state
    self.world = world
  }

  private var words: TimeWords { world.words.time }
  private var times: EntryTimes { EntryTimes(start: entry.start, end: entry.end) }
  private var context: GrammarContext { world.desk.grammarContext(now: world.now) }

  func read(_ question: TimeQuestion, _ text: String) -> Reading {
    switch question {
    case .edge(_, let edge): readEdge(text, edge)
    case .split: readCut(text)
    case .note: readNote(text)
    case .client: readNames(clients(text).map { ($0.name, DateText.city($0.zone)) }, text, words.noClient)
    case .card: readNames(cards(text).map { ($0.title, place(of: $0)) }, text, words.noCard)
    case .timer, .add: Reading()
    }
  }

  func answer(
    _ question: TimeQuestion, _ text: String, _ completion: Int?, _ state: inout ViewState
  ) -> Answer {
    switch question {
    case .edge(_, let edge): answerEdge(text, edge)
    case .split: answerCut(text, &state)
    case .note: answerNote(text)
    case .client: answerClient(text, completion)
    case .card: answerCard(text, completion)
    case .timer, .add: .effects([])
    }
  }

  // Start and end.

  private func readEdge(_ text: String, _ edge: EntryTimes.Edge) -> Reading {
    var reading = Reading()
    guard !text.trimmed.isEmpty else {
      reading.understood = [words.edgeHint]
      return reading
    }
    do throws(EntryTimes.Problem) {
      let times = try times.typing(text, at: edge, context)
      reading.understood = understood(times)
      reading.warnings = EntryTimes.clocks(in: text, context).flatMap { time in
        [Optional(times.start), times.end].compactMap { $0.flatMap { clockNote(time, $0) } }.prefix(1)
      }
    } catch {
      reading.problem = problem(error)
    }
    return reading
  }

  private func clockNote(_ time: Int, _ instant: Instant) -> String? {
    PlanNote.clock(typed: time, takenAs: instant, in: world.desk.homeZone, world.desk, world.words)
  }

  private func understood(_ times: EntryTimes) -> [String] {
    let end = times.end ?? world.now
    var parts = [
      EntryText.span(times.start, times.end, world), DurationText.hours(end.seconds(since: times.start)),
    ]
    let span = TimeSpan(start: times.start, end: end)
    if let other = world.desk.entry(overlapping: span, except: entry.id, now: world.now) {
      parts.append(Words.fill(words.overlapsWith, EntryText.name(other, state, world)))
    }
    return parts
  }

  private func answerEdge(_ text: String, _ edge: EntryTimes.Edge) -> Answer {
    guard !text.trimmed.isEmpty else { return .effects([]) }
    do throws(EntryTimes.Problem) {
      let times = try times.typing(text, at: edge, context)
      return .effects(
        EntryCommands.edit(entry, world) {
          $0.start = times.start
          $0.end = times.end
        })
    } catch {
      return .refused(problem(error))
    }
  }

  private func problem(_ problem: EntryTimes.Problem) -> String {
    switch problem {
    case .notUnderstood: words.badTime
    case .endsBeforeStart: words.badOrder
    case .notYet: words.notYet
    }
  }

  // Splitting.

  private func readCut(_ text: String) -> Reading {
    var reading = Reading()
    do throws(EntryTimes.Problem) {
      let cut = try times.cut(text, context)
      let end = entry.end ?? world.now
      let parts = [
        EntryText.span(entry.start, cut, world), DurationText.hours(cut.seconds(since: entry.start)),
        EntryText.span(cut, entry.end, world), DurationText.hours(end.seconds(since: cut)),
      ]
      reading.understood = ["\(parts[0]) (\(parts[1]))", "\(parts[2]) (\(parts[3]))"]
      reading.warnings = EntryTimes.clocks(in: text, context).compactMap { clockNote($0, cut) }
    } catch {
      let how = text.trimmed.isEmpty ? words.splitHow : words.badCutTime
      reading.problem = error == .notUnderstood ? how : words.badCut
    }
    return reading
  }

  private func answerCut(_ text: String, _ state: inout ViewState) -> Answer {
    do throws(EntryTimes.Problem) {
      let cut = try times.cut(text, context)
      guard let change = try? world.desk.splitEntry(entry.id, at: cut, context: world.context) else {
        return .refused(words.badCut)
      }
      return .effects([.commit(change)])
    } catch {
      return .refused(error == .notUnderstood ? words.badCutTime : words.badCut)
    }
  }

  // The note.

  private func noteReading(_ text: String) -> TitleReading {
    Grammar.parseEntryText(text, world.desk.grammarContext(now: world.now, client: entry.client))
  }

  private func readNote(_ text: String) -> Reading {
    let read = noteReading(text)
    var reading = Reading()
    reading.ranges = read.parts.map(\.range)
    reading.understood = read.parts.map { $0.understood(world.words.dates, today: world.today) }
    return reading
  }

  private func answerNote(_ text: String) -> Answer {
    let read = noteReading(text)
    let kept = entry.labels.filter { !EntryText.isTypeable($0) }
    return .effects(
      EntryCommands.edit(entry, world) {
        $0.note = read.title
        $0.labels = kept + read.labels
        if let client = read.client { $0.put(downTo: client, world) }
      })
  }

  // The client and the card.

  private func readNames(_ names: [(String, String)], _ text: String, _ none: String) -> Reading {
    var reading = Reading()
    reading.completions = names.map { Completion(text: $0.0, detail: $0.1) } + [Completion(text: none)]
    return reading
  }

  private func clients(_ text: String) -> [Client] {
    let pattern = FuzzyPattern(text)
    return world.desk.activeClients.filter { !(state.isPrivate && $0.id != state.client) }
      .compactMap { client in
        (pattern.match(client.name) ?? pattern.match(client.slug)).map { (client, $0.score) }
      }
      .sorted { $0.1 > $1.1 }.prefix(7).map(\.0)
  }

  private func answerClient(_ text: String, _ completion: Int?) -> Answer {
    let found = clients(text)
    guard let index = completion ?? (text.trimmed.isEmpty ? nil : 0) else { return .effects([]) }
    if completion == nil, found.isEmpty { return .refused(world.words.clients.nobody) }
    let client = found.indices.contains(index) ? found[index].id : nil
    return .effects(EntryCommands.edit(entry, world) { $0.put(downTo: client, world) })
  }

  private func cards(_ text: String) -> [Card] {
    let pattern = FuzzyPattern(text)
    let clients = world.desk.activeClients.filter { client in
      (entry.client == nil || client.id == entry.client) && !(state.isPrivate && client.id != state.client)
    }
    var found: [(card: Card, score: Int)] = []
    for client in clients {
      for column in world.desk.columns(of: client.id) {
        for card in world.desk.cards(in: column.id) {
          guard let match = pattern.match(card.title) else { continue }
          found.append((card, match.score - (card.doneAt == nil ? 0 : 30)))
        }
      }
    }
    return found.sorted { ($1.score, $0.card.title) < ($0.score, $1.card.title) }.prefix(7).map(\.card)
  }

  private func place(of card: Card) -> String {
    [SubjectText.client(card.client, world), world.desk.column(card.column)?.name ?? ""]
      .joined(separator: " · ")
  }

  private func answerCard(_ text: String, _ completion: Int?) -> Answer {
    let found = cards(text)
    guard let index = completion ?? (text.trimmed.isEmpty ? nil : 0) else { return .effects([]) }
    if completion == nil, found.isEmpty { return .refused(words.noSuchCard) }
    let card = found.indices.contains(index) ? found[index] : nil
    return .effects(EntryCommands.edit(entry, world) { $0.put(downTo: card, world) })
  }
}

extension Entry {
  /// Makes it a client's time, or nobody's; a card of another client's is let go, its title stays as the note.
  mutating func put(downTo client: ClientID?, _ world: World) {
    self.client = client
    if let card, world.desk.card(card)?.client != client { self.card = nil }
  }

  /// Makes it time on a card, or on none; a note that was only the old card's title follows.
  mutating func put(downTo card: Card?, _ world: World) {
    let old = self.card.flatMap { world.desk.card($0)?.title }
    if let card, note.isEmpty || note == old { note = card.title }
    self.card = card?.id
    if let card { client = card.client }
  }
}
