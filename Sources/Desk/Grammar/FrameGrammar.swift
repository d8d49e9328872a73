import Civil

/// A frame of the ideal week: hours of some days that some work comes first in.
package struct WeekFrame: Hashable, Sendable {
  /// When it is, by the clock of the home zone; an end before its start runs past midnight.
  package var hours: WorkingHours
  /// Clients as they were typed, any of whom it is for; none leaves it to the labels.
  package var clients: [String]
  /// Labels, any of which a card has; none leaves it to the clients.
  package var labels: [String]
  /// The line as it was typed.
  package var text: String
}

/// Why a line is no frame.
package enum FrameMistake: Error, Hashable, Sendable {
  /// No day was read before the hours; the word that stands there.
  case noDays(String)
  /// There are no hours like `9-11`; the word that stands there.
  case noHours(String)
  /// A word after the hours that is neither `@client` nor `#label`.
  case strangeWord(String)
  /// Neither a client nor a label is named.
  case noSubject
}

extension Grammar {
  /// Reads a frame of the ideal week: days, hours, and whom or what they are for.
  ///
  /// `mon-thu 9-11 @acme #deep`: days as `mon-fri`, `mon,wed` or `mon wed`, hours as `9-11` or `9:30-11:15` by the clock of
  /// the home zone, then any number of `@client` and `#label`, at least one. A card belongs in it when it is of one of
  /// the clients and has one of the labels, as far as any are named.
  package static func parseFrame(_ text: String) throws(FrameMistake) -> WeekFrame {
    let words = text.split(whereSeparator: \.isWhitespace)
    let days = words.prefix { $0.first?.isNumber == false && $0.first != "@" && $0.first != "#" }
    guard let week = WeekdaySet(text: days.joined(separator: " ").lowercased()) else {
      throw .noDays(days.joined(separator: " "))
    }
    let rest = words.dropFirst(days.count)
    guard let clock = rest.first, let hours = WorkingHours(text: String(clock), week: week) else {
      throw .noHours(rest.first.map(String.init) ?? "")
    }
    var frame = WeekFrame(hours: hours, clients: [], labels: [], text: words.joined(separator: " "))
    for word in rest.dropFirst() {
      let name = String(word.dropFirst())
      switch (word.first, name.isEmpty) {
      case ("@", false): frame.clients.append(name)
      case ("#", false): frame.labels.append(name)
      default: throw .strangeWord(String(word))
      }
    }
    guard !frame.clients.isEmpty || !frame.labels.isEmpty else { throw .noSubject }
    return frame
  }
}
