import Canvas
import Civil
import Desk

/// The line on top: each client with their own clock, whether they are at work, what is overdue.
enum StripView {
  /// Where a client stands on the strip.
  struct Place {
    let client: ClientID?
    let rect: Rect
  }

  static func draw(_ frame: inout Frame, _ rect: Rect, _ painter: Painter) {
    frame.fill(rect, style: painter.style(.background))
    for item in items(rect, painter) {
      var x = item.place.rect.x
      for part in item.parts {
        x = frame.put(part.text, x: x, y: rect.y, style: part.style, clip: item.place.rect)
      }
    }
  }

  static func places(_ rect: Rect, _ painter: Painter) -> [Place] {
    items(rect, painter).filter { !$0.isMark }.map(\.place)
  }

  private struct Part {
    let text: String
    let style: Style
  }

  private struct Item {
    let place: Place
    let parts: [Part]
    /// Whether it only says that there are more clients.
    var isMark = false
  }

  /// How much of a client is told, from plenty of room to hardly any.
  private struct Fit {
    /// Columns of a name at most.
    let name: Int
    /// Whether a space stands before the sun or moon.
    let isAiry: Bool
    /// Whether Today is written out behind its key.
    let namesToday: Bool
    /// Who is named of those that have a key, which says it as well.
    var names = Names.all

    enum Names { case all, openOne, nobody }

    /// Where not all clients fit, the open one is named.
    static let least = Fit(name: 4, isAiry: false, namesToday: false, names: .openOne)
    static let all =
      [24, 16, 14, 12, 10, 8].map { Fit(name: $0, isAiry: true, namesToday: true) }
      + [6, 5, 4].map { Fit(name: $0, isAiry: false, namesToday: true) }
      + [5, 4, 3, 2].map { Fit(name: $0, isAiry: false, namesToday: false) }
      + [8, 6, 4, 2].map { Fit(name: $0, isAiry: false, namesToday: false, names: .openOne) }
      + [Fit(name: 2, isAiry: false, namesToday: false, names: .nobody)]
  }

  /// What the strip tells of a client, found out once a frame.
  private struct Told {
    let client: Client
    let key: String
    let nameWidth: Int
    let clock: String
    let presence: Presence
    /// Whether the client's zone cannot be read, so that the clock is not theirs.
    let isLost: Bool
    let overdueCount: Int
    let overdue: String
    let isHidden: Bool
    /// Whether the client's board is the one that is open.
    let isOpen: Bool

    init(_ client: Client, _ painter: Painter) {
      self.client = client
      key = client.hotkey.map { "\($0) " } ?? ""
      nameWidth = TextWidth.of(client.name)
      let wall = painter.desk.zone(client.zone).wall(at: painter.world.now)
      clock = DateText.clock(wall)
      presence = client.presence(at: wall)
      isLost = !painter.desk.knows(zone: client.zone)
      overdueCount = painter.desk.overdueCount(of: client.id, at: painter.world.now)
      overdue = StripView.overdue(overdueCount)
      isHidden = painter.isHidden(client.id)
      isOpen = client.id == painter.state.client
    }

    /// At work, awake, asleep or on holiday, told apart by shape; a question mark where nobody can know.
    func mark(_ words: WatchWords) -> String { isLost ? "?" : words.presenceMarks[presence] ?? "" }

    /// Columns it takes; at most that, since a cut may fall before a wide character.
    func width(_ fit: Fit, _ words: GeneralWords) -> Int {
      if isHidden { return 2 + key.utf8.count + TextWidth.of(words.privateClient) }
      let air = fit.isAiry ? 2 + (overdue.isEmpty ? 0 : 1) : 0
      let name = isNamed(fit) ? min(nameWidth, fit.name) + 1 : 0
      return 1 + key.utf8.count + name + clock.utf8.count + 1 + overdue.utf8.count + air
    }

    func isNamed(_ fit: Fit) -> Bool {
      key.isEmpty || fit.names == .all || fit.names == .openOne && isOpen
    }
  }

  private static func items(_ rect: Rect, _ painter: Painter) -> [Item] {
    let told = painter.desk.activeClients.map { Told($0, painter) }
    let words = painter.words.general
    // All are shortened alike until the strip fits; who does not fit even so is counted, and found by name.
    let fit =
      Fit.all.first { fit in
        todayWidth(fit, words) + told.reduce(0) { $0 + $1.width(fit, words) } <= rect.width
      } ?? Fit.least
    let today = todayParts(fit, painter)
    let todayPlace = Rect(
      x: rect.maxX - width(of: today), y: rect.y, width: width(of: today), height: 1)
    var items = [Item(place: Place(client: nil, rect: todayPlace), parts: today)]
    var x = rect.x
    func add(_ client: ClientID?, _ parts: [Part], isMark: Bool = false) {
      let place = Rect(x: x, y: rect.y, width: width(of: parts), height: 1)
      items.append(Item(place: Place(client: client, rect: place), parts: parts, isMark: isMark))
      x += place.width
    }
    let shown = inSight(told, fit, todayPlace.x - rect.x, painter)
    if shown.lowerBound > 0 { add(nil, mark("‹", told[..<shown.lowerBound], painter), isMark: true) }
    for told in told[shown] { add(told.client.id, parts(of: told, fit, painter)) }
    if shown.upperBound < told.count { add(nil, mark("›", told[shown.upperBound...], painter), isMark: true) }
    return items
  }

  /// The clients that fit into some columns: from the first on, or as few later as keep the open board's in sight.
  private static func inSight(_ told: [Told], _ fit: Fit, _ room: Int, _ painter: Painter) -> Range<Int> {
    let widths = told.map { $0.width(fit, painter.words.general) }
    if widths.reduce(0, +) <= room { return 0..<told.count }
    let mark = width(of: mark("›", told[...], painter))
    let open = told.firstIndex(where: \.isOpen) ?? 0
    for first in 0...open {
      var left = room - (first > 0 ? mark : 0)
      var end = first
      while end < told.count, left - widths[end] >= (end + 1 < told.count ? mark : 0) {
        left -= widths[end]
        end += 1
      }
      if end > open { return first..<end }
    }
    return open..<min(open + 1, told.count)
  }

  /// How many clients there are out of sight, and how much is overdue there.
  private static func mark(_ arrow: String, _ hidden: ArraySlice<Told>, _ painter: Painter) -> [Part] {
    let overdue = hidden.reduce(0) { $0 + ($1.isHidden ? 0 : $1.overdueCount) }
    let count = "\(hidden.count)"
    return [
      Part(text: arrow == "‹" ? " ‹\(count)" : " \(count)›", style: painter.style(.muted)),
      Part(text: StripView.overdue(overdue), style: painter.style(.overdue)),
    ]
  }

  private static func overdue(_ count: Int) -> String { count > 0 ? "!\(count)" : "" }

  private static func width(of parts: [Part]) -> Int { parts.reduce(0) { $0 + TextWidth.of($1.text) } }

  private static func parts(of told: Told, _ fit: Fit, _ painter: Painter) -> [Part] {
    let client = told.client
    if told.isHidden {
      return [Part(text: " \(told.key)\(painter.words.general.privateClient) ", style: painter.style(.muted))]
    }
    let isCurrent = client.id == painter.state.client && painter.state.screen != .today
    let ground: Style? = isCurrent ? painter.style(.selection) : nil
    let plain = ground ?? painter.style(.background)
    let style = { (role: Role) in ground ?? painter.style(role) }
    // A name of a few columns is known by its beginning; an ellipsis would eat half of it.
    let name =
      fit.name < 8
      ? TextWidth.prefix(client.name, columns: fit.name) : TextWidth.cut(client.name, to: fit.name)
    let named = ground?.adding(.bold) ?? painter.style(Role.client(client.colour))
    // Where the name is left out, its colour is the key's.
    let isNamed = told.isNamed(fit)
    var parts = [
      Part(text: " ", style: plain), Part(text: told.key, style: isNamed ? style(.key) : named),
      Part(text: isNamed ? name : "", style: named),
      Part(
        text: "\(isNamed ? " " : "")\(told.clock)\(fit.isAiry ? " " : "")\(told.mark(painter.words.watch))",
        style: style(told.isLost ? .warning : told.presence == .atWork ? .working : .offHours)),
    ]
    if !told.overdue.isEmpty {
      if fit.isAiry { parts.append(Part(text: " ", style: plain)) }
      parts.append(Part(text: told.overdue, style: ground?.adding(.bold) ?? painter.style(.overdue)))
    }
    if fit.isAiry { parts.append(Part(text: " ", style: plain)) }
    return parts
  }

  private static func todayWidth(_ fit: Fit, _ words: GeneralWords) -> Int {
    fit.namesToday ? 4 + TextWidth.of(words.today) : 3
  }

  private static func todayParts(_ fit: Fit, _ painter: Painter) -> [Part] {
    let isCurrent = painter.state.screen == .today
    let ground: Style? = isCurrent ? painter.style(.selection) : nil
    let name = fit.namesToday ? " \(painter.words.general.today) " : " "
    return [
      Part(text: " 0", style: ground ?? painter.style(.key)),
      Part(text: name, style: ground ?? painter.style(.text)),
    ]
  }
}
