import Civil
import Desk
import JSONText

/// Where one is: kept beside the desk, so that the next start finds the screen as it was left.
package struct Place: Equatable, Sendable {
  /// What is selected on one board.
  struct Spot: Equatable, Sendable {
    var column: ColumnID
    var card: CardID?
  }

  var screen = ViewState.Screen.desk
  var pane = ViewState.Pane.board
  var client: ClientID?
  var spots: [ClientID: Spot] = [:]
  /// When the program was last known to run here.
  package var seenAt: Instant?
  var calendar = Look()

  /// How the calendar is looked at.
  package struct Look: Equatable, Sendable {
    var view = CalendarView.day
    var isFull = false
    var rowMinutes = 30
    var zones: [String] = []
    var showsSpent = false

    init() {}

    init(_ state: CalendarState) {
      view = state.view
      isFull = state.isFull
      rowMinutes = state.rowMinutes
      zones = state.zones
      showsSpent = state.showsSpent
    }

    func apply(to state: inout CalendarState) {
      state.view = view
      state.isFull = isFull
      state.rowMinutes = rowMinutes
      state.zones = zones
      state.showsSpent = showsSpent
    }
  }

  init() {}
}

extension ViewState {
  package var place: Place {
    var place = Place()
    place.screen = screen
    place.pane = pane
    place.client = client
    place.calendar = Place.Look(calendar)
    for (client, board) in boards {
      if let column = board.column { place.spots[client] = Place.Spot(column: column, card: board.card) }
    }
    return place
  }

  /// Goes where one was; what is gone since is passed over when the state settles.
  package mutating func go(to place: Place) {
    screen = place.screen
    pane = place.pane
    client = place.client
    place.calendar.apply(to: &calendar)
    for (client, spot) in place.spots {
      var board = BoardState()
      board.column = spot.column
      board.cards[spot.column] = spot.card
      boards[client] = board
    }
  }
}

extension Place {
  /// Reads a place; anything that is not understood is as if it were not there.
  package init(_ bytes: [UInt8]) {
    self.init()
    var reader = JSONReader(bytes)
    var read = self
    do throws(JSONError) {
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "screen": read.screen = ViewState.Screen(rawValue: try reader.readString()) ?? .desk
        case "pane": read.pane = ViewState.Pane(rawValue: try reader.readString()) ?? .board
        case "client": read.client = ClientID(try reader.readString())
        case "calendar": try read.readLook(&reader)
        case "seenAt": read.seenAt = Instant(text: try reader.readString())
        case "boards": try read.readSpots(&reader)
        default: try reader.skipValue()
        }
      }
      self = read
    } catch {
      self.init()
    }
  }

  private mutating func readLook(_ reader: inout JSONReader) throws(JSONError) {
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "view": calendar.view = CalendarView(rawValue: try reader.readString()) ?? .day
      case "full": calendar.isFull = try reader.readBool()
      case "spent": calendar.showsSpent = try reader.readBool()
      case "rowMinutes":
        let minutes = try reader.readInt()
        if CalendarState.zooms.contains(minutes) { calendar.rowMinutes = minutes }
      case "zones":
        try reader.readArray { (reader) throws(JSONError) in calendar.zones.append(try reader.readString()) }
      default: try reader.skipValue()
      }
    }
  }

  private mutating func readSpots(_ reader: inout JSONReader) throws(JSONError) {
    try reader.readObject { (reader, client) throws(JSONError) in
      var column = ""
      var card: String?
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "column": column = try reader.readString()
        case "card": card = try reader.readString()
        default: try reader.skipValue()
        }
      }
      spots[ClientID(client)] = Spot(column: ColumnID(column), card: card.map { CardID($0) })
    }
  }

  package var bytes: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.object { w in
      w.field("screen", screen.rawValue)
      w.field("pane", pane.rawValue)
      if let client { w.field("client", client.raw) }
      w.key("calendar")
      w.object { w in
        w.field("view", calendar.view.rawValue)
        w.field("full", calendar.isFull)
        w.field("rowMinutes", calendar.rowMinutes)
        w.field("spent", calendar.showsSpent)
        w.strings("zones", calendar.zones)
      }
      if let seenAt { w.field("seenAt", seenAt.text) }
      w.key("boards")
      w.object { w in
        for (client, spot) in spots.sorted(by: { $0.key < $1.key }) {
          w.key(client.raw)
          w.object { w in
            w.field("column", spot.column.raw)
            if let card = spot.card { w.field("card", card.raw) }
          }
        }
      }
    }
    return writer.bytes
  }
}
