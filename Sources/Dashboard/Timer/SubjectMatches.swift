import Civil
import Desk

/// What a line that says what one works on means, and what else it could mean.
struct SubjectMatches {
  struct Item {
    let subject: TimerSubject
    let text: String
    let detail: String
  }

  /// More are not looked at while typing.
  private static let most = 8

  /// What the line means as it stands; nil when it is empty.
  let typed: TimerSubject?
  let reading: TitleReading
  /// What it could be completed to, best first.
  let items: [Item]

  /// - Parameter client: whose work it is when the line does not say.
  init(_ text: String, client: ClientID?, _ state: ViewState, _ world: World) {
    let desk = world.desk
    let mark = "@" + world.words.time.nobodyMark
    let words = text.split(whereSeparator: \.isWhitespace)
    let isNobodys = words.contains { $0 == mark }
    let line = isNobodys ? words.filter { $0 != mark }.joined(separator: " ") : text
    let reading = Grammar.parseEntryText(line, desk.grammarContext(now: world.now, client: client))
    self.reading = reading
    let named = reading.client
    let owner = isNobodys ? nil : named ?? client
    let title = reading.title
    let note = TimerSubject(client: owner, note: title, labels: reading.labels, billable: owner != nil)
    let isEmpty = title.isEmpty && named == nil && reading.labels.isEmpty && !isNobodys
    if isEmpty {
      typed = nil
      items = SubjectMatches.recent(FuzzyPattern(""), nil, state, world)
      return
    }
    let card = isNobodys ? nil : SubjectMatches.card(title, of: owner, world)
    let meant: TimerSubject
    var others: [Item] = []
    if let card {
      meant = desk.subject(of: card).adding(reading.labels)
      others.append(Item(subject: note, text: title, detail: world.words.time.asNote))
    } else {
      meant = note
    }
    if !title.isEmpty, !isNobodys {
      let pattern = FuzzyPattern(title)
      let recent = SubjectMatches.recent(pattern, named, state, world)
      let cards = SubjectMatches.cards(pattern, named, prefers: client, state, world)
      let rest = cards.filter { card in !recent.contains { $0.subject.card == card.subject.card } }
      // The words as a note come last: that is wanted least often.
      let found = (recent + rest).filter { $0.subject != meant }
      others = found.prefix(SubjectMatches.most - others.count) + others
    }
    typed = meant
    items = others
  }

  /// The only open card of a client whose title has every typed word at the start of a word.
  private static func card(_ title: String, of client: ClientID?, _ world: World) -> Card? {
    guard let client, title.count > 1 else { return nil }
    let wanted = TextFold.text(title).split(separator: " ")
    var found: Card?
    for column in world.desk.columns(of: client) where column.role != .done {
      for card in world.desk.cards(in: column.id) where card.doneAt == nil {
        let words = TextFold.text(card.title).split(separator: " ")
        guard wanted.allSatisfy({ part in words.contains { $0.hasPrefix(part) } }) else { continue }
        if words == wanted { return card }
        if found != nil { return nil }
        found = card
      }
    }
    return found
  }

  /// Work of late that a pattern finds; while the screen is shared, the shown client's alone.
  private static func recent(
    _ pattern: FuzzyPattern, _ client: ClientID?, _ state: ViewState, _ world: World
  ) -> [Item] {
    let running = world.desk.running.map { TimerSubject(of: $0) }
    return world.desk.recentSubjects(limit: 60).lazy.filter { subject in
      subject != running && (client == nil || subject.client == client)
        && !(state.isPrivate && subject.client != state.client)
    }
    .compactMap { subject -> Item? in
      let text = SubjectText.title(subject, world)
      guard pattern.match(text) != nil else { return nil }
      return Item(
        subject: subject, text: text,
        detail: [SubjectText.client(subject.client, world), world.words.time.recent].joined(separator: " · "))
    }
    .prefix(pattern.isEmpty ? most : 4).map { $0 }
  }

  /// Open cards that a pattern finds, those of the client at hand first.
  private static func cards(
    _ pattern: FuzzyPattern, _ named: ClientID?, prefers current: ClientID?, _ state: ViewState,
    _ world: World
  ) -> [Item] {
    let clients = world.desk.activeClients.filter { client in
      (named == nil || client.id == named) && !(state.isPrivate && client.id != state.client)
    }
    var found: [(card: Card, client: Client, score: Int)] = []
    for client in clients {
      for column in world.desk.columns(of: client.id) where column.role != .done {
        for card in world.desk.cards(in: column.id) where card.doneAt == nil {
          guard let match = pattern.match(card.title) else { continue }
          found.append((card, client, match.score + (client.id == current ? 25 : 0)))
        }
      }
    }
    found.sort { ($1.score, $0.card.title) < ($0.score, $1.card.title) }
    return found.prefix(most).map { card, client, _ in
      let column = world.desk.column(card.column)?.name ?? ""
      return Item(
        subject: world.desk.subject(of: card), text: card.title, detail: "\(client.name) · \(column)")
    }
  }
}

extension TimerSubject {
  /// The same with more labels.
  func adding(_ more: [String]) -> TimerSubject {
    var subject = self
    subject.labels += more.filter { !labels.contains($0) }
    return subject
  }
}

/// What time is spent on, in words.
enum SubjectText {
  /// The card's title as it is now, or the note.
  static func title(_ subject: TimerSubject, _ world: World) -> String {
    let title = subject.card.flatMap { world.desk.card($0)?.title }
    guard let title, subject.note != title, !subject.note.isEmpty else { return title ?? subject.note }
    return subject.note
  }

  static func client(_ id: ClientID?, _ world: World) -> String {
    id.flatMap { world.desk.client($0)?.name } ?? world.words.time.noClient
  }

  /// What was understood, in parts: whose it is, which card or words, the labels.
  static func understood(_ subject: TimerSubject, _ state: ViewState, _ world: World) -> [String] {
    let isHidden = state.isPrivate && subject.client != state.client
    var parts = [isHidden ? world.words.general.privateClient : client(subject.client, world)]
    if let card = subject.card.flatMap({ world.desk.card($0) }) {
      parts.append(
        Words.fill(world.words.time.card, isHidden ? world.words.general.privateClient : card.title))
    } else if !subject.note.isEmpty {
      parts.append(subject.note)
    }
    return parts + subject.labels.map { "#" + $0 }
  }
}
