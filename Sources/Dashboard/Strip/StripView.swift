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

  static func places(_ rect: Rect, _ painter: Painter) -> [Place] { items(rect, painter).map(\.place) }

  private struct Part {
    let text: String
    let style: Style
  }

  private struct Item {
    let place: Place
    let parts: [Part]
  }

  /// How much of a client is told, from plenty of room to hardly any.
  private struct Fit {
    /// Columns of a name at most.
    let name: Int
    /// Whether a space stands before the sun or moon.
    let isAiry: Bool
    /// Whether Today is written out behind its key.
    let namesToday: Bool

    static let least = Fit(name: 2, isAiry: false, namesToday: false)
    static let all =
      [24, 16, 14, 12, 10, 8].map { Fit(name: $0, isAiry: true, namesToday: true) }
      + [6, 5, 4].map { Fit(name: $0, isAiry: false, namesToday: true) }
      + [5, 4, 3, 2].map { Fit(name: $0, isAiry: false, namesToday: false) }
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
    let overdue: String
    let isHidden: Bool

    init(_ client: Client, _ painter: Painter) {
      self.client = client
      key = client.hotkey.map { "\($0) " } ?? ""
      nameWidth = TextWidth.of(client.name)
      let wall = painter.desk.zone(client.zone).wall(at: painter.world.now)
      clock = DateText.clock(wall)
      presence = client.presence(at: wall)
      isLost = !painter.desk.knows(zone: client.zone)
      let count = painter.desk.overdueCount(of: client.id, at: painter.world.now)
      overdue = count > 0 ? "!\(count)" : ""
      isHidden = painter.isHidden(client.id)
    }

    /// At work, awake, asleep or on holiday, told apart by shape; a question mark where nobody can know.
    func mark(_ words: WatchWords) -> String { isLost ? "?" : words.presenceMarks[presence] ?? "" }

    /// Columns it takes; at most that, since a cut may fall before a wide character.
    func width(_ fit: Fit, _ words: GeneralWords) -> Int {
      if isHidden { return 2 + key.utf8.count + TextWidth.of(words.privateClient) }
      let air = fit.isAiry ? 2 + (overdue.isEmpty ? 0 : 1) : 0
      return 1 + key.utf8.count + min(nameWidth, fit.name) + 1 + clock.utf8.count + 1 + overdue.utf8.count
        + air
    }
  }

  private static func items(_ rect: Rect, _ painter: Painter) -> [Item] {
    let told = painter.desk.activeClients.map { Told($0, painter) }
    let words = painter.words.general
    // All are shortened alike until the strip fits; who does not fit even so is found by name.
    let fit =
      Fit.all.first { fit in
        todayWidth(fit, words) + told.reduce(0) { $0 + $1.width(fit, words) } <= rect.width
      } ?? Fit.least
    let today = todayParts(fit, painter)
    let todayPlace = Rect(
      x: rect.maxX - width(of: today), y: rect.y, width: width(of: today), height: 1)
    var items = [Item(place: Place(client: nil, rect: todayPlace), parts: today)]
    var x = rect.x
    for told in told {
      let parts = parts(of: told, fit, painter)
      let width = width(of: parts)
      guard x + width <= todayPlace.x else { break }
      items.append(
        Item(
          place: Place(client: told.client.id, rect: Rect(x: x, y: rect.y, width: width, height: 1)),
          parts: parts))
      x += width
    }
    return items
  }

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
    var parts = [
      Part(text: " ", style: plain), Part(text: told.key, style: style(.key)),
      Part(text: name, style: ground?.adding(.bold) ?? painter.style(Role.client(client.colour))),
      Part(
        text: " \(told.clock)\(fit.isAiry ? " " : "")\(told.mark(painter.words.watch))",
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
