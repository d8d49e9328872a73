import Civil
import Desk
import Store

// Finding records by what is typed for them.
extension ShellSession {
  /// Why a client's board has no column that a card could go to.
  func noColumn(of owner: Client) -> ShellFailure {
    if let damage = store.damagedBoards[owner.id] { return ShellFailure(.damagedFile(damage)) }
    return .failed("client \(owner.slug): the board has no column, add one in the dashboard")
  }

  /// The client of a slug or of an id that begins so.
  func client(_ text: String) throws(ShellFailure) -> Client {
    if let client = desk.client(slug: text) { return client }
    let matches = desk.clients.filter { $0.id.raw.hasPrefix(text) }
    if !text.isEmpty, matches.count == 1 { return matches[0] }
    guard matches.count < 2 || text.isEmpty else {
      throw .failed("client \(text): several ids begin so, type more of it")
    }
    let slugs = desk.clients.map(\.slug)
    let known =
      slugs.isEmpty
      ? "the desk has none yet, make one with `vahi client add NAME`" : "there are \(list(slugs))"
    throw .failed("client \(text): no such client, \(known)")
  }

  func client(_ option: ClientOption) throws(ShellFailure) -> Client? {
    guard let text = option.client else { return nil }
    return try client(text)
  }

  func card(_ text: String) throws(ShellFailure) -> Card {
    try one(text, "card", desk.card(CardID(text)), desk.allCards) { $0.id.raw }
  }

  func block(_ text: String) throws(ShellFailure) -> Block {
    try one(text, "block", desk.block(BlockID(text)), desk.allBlocks) { $0.id.raw }
  }

  func entry(_ text: String) throws(ShellFailure) -> Entry {
    try one(text, "entry", desk.entry(EntryID(text)), desk.allEntries) { $0.id.raw }
  }

  private func one<Item>(
    _ text: String, _ kind: String, _ exact: Item?, _ all: some Collection<Item>, id: (Item) -> String
  ) throws(ShellFailure) -> Item {
    if let exact { return exact }
    let matches = text.isEmpty ? [] : all.filter { id($0).hasPrefix(text) }
    if matches.count == 1 { return matches[0] }
    if matches.isEmpty { throw .failed("\(kind) \(text): no such id, `vahi \(kind) list` shows them") }
    throw .failed("\(kind) \(text): \(matches.count) ids begin so, type more of it")
  }

  /// The column of a board by its name, the beginning of it, or its role.
  func column(_ text: String, of client: Client) throws(ShellFailure) -> Column {
    let columns = desk.columns(of: client.id)
    let wanted = TextFold.text(text)
    if let exact = columns.first(where: { TextFold.text($0.name) == wanted }) { return exact }
    let starting = columns.filter { TextFold.text($0.name).hasPrefix(wanted) }
    if !wanted.isEmpty, starting.count == 1 { return starting[0] }
    let inRole = columns.filter { $0.role.rawValue == wanted }
    if inRole.count == 1 { return inRole[0] }
    throw .failed(
      "--column \(text): \(client.name) has no such column, there are \(list(columns.map(\.name)))")
  }

  /// `a, b and c`, cut where it grows long.
  func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map(Printable.line)
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "none" }
    if names.count > shown.count { return shown.joined(separator: ", ") + ", …" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}

// Reading what is typed for dates and lengths.
extension ShellSession {
  func duration(_ text: String, _ flag: String) throws(ShellFailure) -> Int {
    guard let seconds = Grammar.parseDuration(text) else {
      throw .usage("\(flag) \(text): this is no length of time, write it as 45m, 1h30 or 1:30")
    }
    return seconds
  }

  /// When something is planned; a zone that is named wins over the context's.
  func when(_ text: String, _ flag: String, _ context: GrammarContext) throws(ShellFailure) -> When {
    try understood(Grammar.parseWhen(text, context), text, flag)
  }

  private func understood(_ when: When?, _ text: String, _ flag: String) throws(ShellFailure) -> When {
    guard let when else {
      throw .usage("\(flag) \(text): not understood, write it as 2026-12-03 16:00, fri 4pm, 3 dec or +7")
    }
    return when
  }

  func due(_ text: String, _ client: Client) throws(ShellFailure) -> ZonedTime {
    try when(text, "--due", grammar(client)).due(closing: client.hours)
  }

  /// The zone of that name or of the city of that name.
  func zone(_ text: String) throws(ShellFailure) -> Zone {
    if let zone = desk.zones.zone(ofPlace: text) { return zone }
    if let error = desk.zones.problem(withPlace: text) { throw .failed("--zone \(text): \(error.shellText)") }
    var near: [String] = []
    for place in desk.zones.search(text, limit: 12) where !near.contains(place.zone) {
      if desk.knows(zone: place.zone) { near.append(place.zone) }
    }
    let advice = near.isEmpty ? "`vahi zones WORDS` searches them" : "perhaps \(list(Array(near.prefix(4))))"
    throw .usage("--zone \(text): no such zone, \(advice)")
  }

  /// A moment that has been, on the clock of the home zone.
  func past(_ text: String, _ flag: String) throws(ShellFailure) -> Instant {
    if let instant = Instant(text: text) { return instant }
    var context = grammar()
    context.looksBack = true
    let when = try when(text, flag, context)
    guard let time = when.time else {
      throw .usage("\(flag) \(text): a time of day is missing, write it as \(text) 9:10")
    }
    return instant(of: WallTime(date: when.date, secondOfDay: time), in: desk.planningZone(when.zone), flag)
  }

  /// What a typed time is taken for; where the clock does not show it, or shows it twice, that is said.
  func instant(of wall: WallTime, in zone: Zone, _ flag: String) -> Instant {
    tellClock(of: ZonedTime(wall: wall, zone: zone.rules(at: wall).name), flag)
    return zone.instant(of: wall)
  }

  /// What a list is narrowed to: days are days in the home zone, the last one whole; nil without limits.
  func range(_ options: RangeOptions, of direction: ListDirection) throws(ShellFailure) -> TimeSpan? {
    try range(from: options.from, to: options.to, of: direction)
  }

  func range(
    from: String?, to: String?, of direction: ListDirection
  ) throws(ShellFailure) -> TimeSpan? {
    guard from != nil || to != nil else { return nil }
    let start = try from.map { text throws(ShellFailure) in try listStart(text, of: direction) }
    let end = try to.map { text throws(ShellFailure) in try listEnd(text, from: start, of: direction) }
    let span = TimeSpan(start: start ?? Instant(seconds: .min / 4), end: end ?? Instant(seconds: .max / 4))
    if let start, let end, end < start {
      throw .usage("--to \(end.text): this is before --from \(start.text)")
    }
    return span
  }

  /// A day or an instant that a list begins with.
  func listStart(_ text: String, of direction: ListDirection) throws(ShellFailure) -> Instant {
    if let instant = Instant(text: text) { return instant }
    return start(of: try understood(Grammar.parseListStart(text, direction, grammar()), text, "--from"))
  }

  /// When a day or a time begins.
  func start(of when: When) -> Instant {
    let zone = desk.zone(when.zone)
    guard let time = when.time else { return zone.startOfDay(when.date) }
    return zone.instant(of: WallTime(date: when.date, secondOfDay: time))
  }

  /// A day or an instant that a list ends with.
  ///
  /// - Parameter first: what it begins with.
  func listEnd(
    _ text: String, from first: Instant?, of direction: ListDirection
  ) throws(ShellFailure) -> Instant {
    if let instant = Instant(text: text) { return instant }
    let date = first.map { home.date(at: $0) }
    let when = try understood(Grammar.parseListEnd(text, from: date, direction, grammar()), text, "--to")
    guard when.time == nil else { return start(of: when) }
    return desk.zone(when.zone).endOfDay(when.date)
  }
}

extension ZoneDatabase {
  /// The zone of that name or of the place of that name.
  func zone(ofPlace text: String) -> Zone? {
    if let zone = try? zone(named: text) { return zone }
    return place(named: text).flatMap { try? zone(named: $0.zone) }
  }
}

extension ZoneError {
  /// What is wrong and what to do about it.
  var shellText: String {
    switch problem {
    case .missing: "\(name) is not in the system's tzdata, install tzdata again"
    case .damaged(let why):
      "\(name): its file in the system's tzdata is damaged (\(why)), install tzdata again"
    }
  }
}
