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

  private static func items(_ rect: Rect, _ painter: Painter) -> [Item] {
    let today = todayParts(painter)
    let todayWidth = today.reduce(0) { $0 + TextWidth.of($1.text) }
    var items = [
      Item(
        place: Place(
          client: nil, rect: Rect(x: rect.maxX - todayWidth, y: rect.y, width: todayWidth, height: 1)),
        parts: today)
    ]
    let clients = painter.desk.activeClients
    let room = rect.width - todayWidth - 1
    // Names are shortened all alike until the strip fits; what does not fit even so is found by search.
    var widest = 16
    var all = clients.map { parts(of: $0, nameWidth: widest, painter) }
    while widest > 3, width(of: all) > room {
      widest -= widest > 8 ? 2 : 1
      all = clients.map { parts(of: $0, nameWidth: widest, painter) }
    }
    var x = rect.x
    for (client, parts) in zip(clients, all) {
      let width = width(of: [parts])
      guard x + width <= rect.x + room else { break }
      items.append(
        Item(
          place: Place(client: client.id, rect: Rect(x: x, y: rect.y, width: width, height: 1)), parts: parts)
      )
      x += width
    }
    return items
  }

  private static func width(of parts: [[Part]]) -> Int {
    parts.reduce(0) { $0 + $1.reduce(0) { $0 + TextWidth.of($1.text) } }
  }

  private static func parts(of client: Client, nameWidth: Int, _ painter: Painter) -> [Part] {
    let isCurrent = client.id == painter.state.client && painter.state.screen != .today
    if painter.isHidden(client.id) {
      let key = client.hotkey.map(String.init) ?? ""
      return [Part(text: " \(key) \(painter.words.general.privateClient) ", style: painter.style(.muted))]
    }
    let ground: Style? = isCurrent ? painter.style(.selection) : nil
    let style = { (role: Role) in ground ?? painter.style(role) }
    let wall = painter.desk.zone(client.zone).wall(at: painter.world.now)
    let isWorking = client.hours.contains(wall)
    var parts: [Part] = []
    if let hotkey = client.hotkey { parts.append(Part(text: " \(hotkey)", style: style(.key))) }
    parts.append(
      Part(
        text: " " + TextWidth.cut(client.name, to: nameWidth),
        style: isCurrent
          ? painter.style(.selection).adding(.bold) : painter.style(Role.client(client.colour))))
    parts.append(
      Part(
        text: " \(DateText.clock(wall)) \(isWorking ? "☀" : "☾")",
        style: style(isWorking ? .working : .offHours))
    )
    let overdue = painter.desk.overdueCount(of: client.id, at: painter.world.now)
    if overdue > 0 {
      parts.append(Part(text: " !\(overdue)", style: ground?.adding(.bold) ?? painter.style(.overdue)))
    }
    parts.append(Part(text: " ", style: ground ?? painter.style(.background)))
    return parts
  }

  private static func todayParts(_ painter: Painter) -> [Part] {
    let isCurrent = painter.state.screen == .today
    let style = isCurrent ? painter.style(.selection) : painter.style(.text)
    return [
      Part(text: " 0", style: isCurrent ? style : painter.style(.key)),
      Part(text: " \(painter.words.general.today) ", style: style),
    ]
  }
}
