import Desk
import JSONText

/// The person's own keys and theme, from `config.json`.
package struct Configuration: Equatable, Sendable {
  /// Keys by command id; they replace the default ones.
  package var keys: [String: [String]] = [:]
  /// Where the keys of each of these commands are.
  private(set) var keyPlaces: [String: Place] = [:]
  package var theme: String?
  private(set) var themePlace = Place.start
  /// Whether the mouse is asked for; without it the terminal's own selection works as ever.
  package var mouse = true
  /// How many minutes before a block it is told of.
  package var reminders = ReminderRule.standard
  /// Whether the terminal rings then.
  package var bell = false
  /// Whether it is told of outside the window too, by `notify-send` or the terminal.
  package var notify = true
  /// Hours of the ideal week that some work comes first in, when a day is planned.
  package var frames: [WeekFrame] = []

  /// Folders with one .ics an event that are followed both ways.
  package var calendars: [Calendar] = []

  /// A folder of events, and whose they are.
  package struct Calendar: Equatable, Sendable {
    package var folder = ""
    /// The client's slug; nil for one's own time.
    package var client: String?

    package init() {}

    /// The folder's name apart from how it is spelt.
    fileprivate var parts: [Substring] { folder.split(separator: "/").filter { $0 != "." } }
  }

  package init() {}

  /// Where something is in the file, from 1.
  package struct Place: Equatable, Sendable {
    package var line: Int
    package var column: Int

    static let start = Place(line: 1, column: 1)
  }

  /// A mistake in the file, with where it is; what is right around it still counts.
  package struct Problem: Equatable, Sendable {
    package var place: Place
    package var text: String
  }

  /// Reads a configuration; comments and trailing commas are allowed.
  package static func parse(_ bytes: [UInt8], words: Words) -> (Configuration, [Problem]) {
    var configuration = Configuration()
    var problems: [Problem] = []
    var reader = JSONReader(bytes, relaxed: true)
    do throws(JSONError) {
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "theme":
          configuration.themePlace = reader.place
          configuration.theme = try reader.readString()
        case "mouse": configuration.mouse = try reader.readBool()
        case "calendars": try configuration.readCalendars(&reader, &problems, words)
        case "bell": configuration.bell = try reader.readBool()
        case "notify": configuration.notify = try reader.readBool()
        case "reminders": try configuration.readReminders(&reader, &problems, words)
        case "frames": try configuration.readFrames(&reader, &problems, words)
        case "keys": try configuration.readKeys(&reader, &problems, words)
        default:
          problems.append(Problem(reader.failure(Words.fill(words.help.unknownSetting, key))))
          try reader.skipValue()
        }
      }
      try reader.finish()
    } catch {
      problems.append(Problem(error))
    }
    return (configuration, problems)
  }

  private mutating func readCalendars(
    _ reader: inout JSONReader, _ problems: inout [Problem], _ words: Words
  ) throws(JSONError) {
    try reader.readArray { (reader) throws(JSONError) in
      let place = reader.place
      var calendar = Calendar()
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "folder": calendar.folder = try reader.readString()
        case "client": calendar.client = reader.readNull() ? nil : try reader.readString()
        default:
          problems.append(Problem(reader.failure(Words.fill(words.help.unknownSetting, key))))
          try reader.skipValue()
        }
      }
      if !calendar.folder.hasPrefix("/"), !calendar.folder.hasPrefix("~/") {
        problems.append(Problem(place: place, text: words.help.calendarFolder))
      } else if calendars.contains(where: { $0.parts == calendar.parts }) {
        problems.append(Problem(place: place, text: Words.fill(words.help.calendarTwice, calendar.folder)))
      } else {
        calendars.append(calendar)
      }
    }
  }

  private mutating func readReminders(
    _ reader: inout JSONReader, _ problems: inout [Problem], _ words: Words
  ) throws(JSONError) {
    var minutes: [Int] = []
    try reader.readArray { (reader) throws(JSONError) in
      let number = try reader.readInt()
      guard (0...1440).contains(number) else {
        problems.append(Problem(reader.failure(Words.fill(words.help.badReminder, "\(number)"))))
        return
      }
      if !minutes.contains(number) { minutes.append(number) }
    }
    reminders = ReminderRule(minutes: minutes.sorted(by: >))
  }

  private mutating func readFrames(
    _ reader: inout JSONReader, _ problems: inout [Problem], _ words: Words
  ) throws(JSONError) {
    try reader.readArray { (reader) throws(JSONError) in
      let place = reader.place
      let text = try reader.readString()
      do throws(FrameMistake) {
        frames.append(try Grammar.parseFrame(text))
      } catch {
        problems.append(Problem(place: place, text: words.plan.mistake(error)))
      }
    }
  }

  private mutating func readKeys(
    _ reader: inout JSONReader, _ problems: inout [Problem], _ words: Words
  ) throws(JSONError) {
    try reader.readObject { (reader, id) throws(JSONError) in
      let place = reader.place
      var texts: [String] = []
      if try reader.peek() == .array {
        try reader.readArray { (reader) throws(JSONError) in texts.append(try reader.readString()) }
      } else {
        texts = [try reader.readString()]
      }
      let known = texts.filter { KeyChord.sequence($0) != nil }
      for text in texts where KeyChord.sequence(text) == nil && !text.isEmpty {
        problems.append(Problem(place: place, text: Words.fill(words.help.unknownKeys, text)))
      }
      if CommandTable.command(id) == nil {
        problems.append(Problem(place: place, text: Words.fill(words.help.unknownCommand, id)))
      } else {
        keys[id] = known
        keyPlaces[id] = place
      }
    }
  }
}

extension Configuration {
  /// What is wrong with keys as they are bound, each where the person bound the first of them.
  package func problems(of conflicts: [KeyConflict], _ words: HelpWords) -> [Problem] {
    conflicts.map { conflict in
      let place = (conflict.commands + conflict.hidden).lazy.compactMap { keyPlaces[$0] }.first
      return Problem(place: place ?? .start, text: words.sentence(of: conflict))
    }
  }

  /// That the theme is none of those that there are.
  package func problem(ofThemeAmong library: ThemeLibrary, _ words: HelpWords) -> Problem? {
    guard let theme, library.named(theme) == nil else { return nil }
    return Problem(place: themePlace, text: Words.fill(words.unknownTheme, theme))
  }
}

extension Configuration.Problem {
  fileprivate init(_ error: JSONError) {
    self.init(place: Configuration.Place(line: error.line, column: error.column), text: error.problem)
  }
}

extension JSONReader {
  /// Where it is, as a person finds it.
  fileprivate var place: Configuration.Place {
    let here = failure("")
    return Configuration.Place(line: here.line, column: here.column)
  }
}
