import Canvas
import Civil
import Desk

/// What an update and a view may look at besides their own state; never kept.
///
/// A class so that handing it on costs nothing: a frame hands it on some hundred times.
package final class World {
  package let desk: Desk
  package let now: Instant
  package let ids: IdentifierSource
  package let words: Words
  package let keymap: Keymap
  package let themes: ThemeLibrary
  /// The ideal week, from the configuration.
  package let frames: [WeekFrame]
  /// Why nothing can be changed, in the person's words; nil when it can.
  package let readOnly: String?
  /// What is wrong with the files of boards that cannot be read, in the person's words.
  package let damagedBoards: [ClientID: String]
  /// The IANA name of the zone that the system is set to: what a first run proposes.
  package let systemZone: String
  /// When blocks are told of before they begin.
  package let reminders: ReminderRule
  /// What earlier frames worked out.
  package let memory: FrameMemory

  package init(
    desk: Desk, now: Instant, ids: IdentifierSource, words: Words = .english, keymap: Keymap = .standard,
    themes: ThemeLibrary = ThemeLibrary(), frames: [WeekFrame] = [], readOnly: String? = nil,
    damagedBoards: [ClientID: String] = [:],
    systemZone: String = "UTC", reminders: ReminderRule = .none, memory: FrameMemory = FrameMemory()
  ) {
    self.desk = desk
    self.now = now
    self.ids = ids
    self.words = words
    self.keymap = keymap
    self.themes = themes
    self.frames = frames
    self.readOnly = readOnly
    self.damagedBoards = damagedBoards
    self.systemZone = systemZone
    self.reminders = reminders
    self.memory = memory
  }

  package var context: ChangeContext { ChangeContext(now: now, ids: ids) }

  /// Today's date on the person's own wall.
  package var today: CivilDate { desk.homeZone.wall(at: now).date }

  /// From midnight to midnight of a date in the home zone, 23 to 25 hours long.
  package func day(_ date: CivilDate) -> TimeSpan { desk.homeZone.span(of: date) }

  /// The week of a date, Monday to Sunday in the home zone.
  package func week(of date: CivilDate) -> TimeSpan {
    let monday = date.adding(days: 1 - date.weekday.rawValue)
    let zone = desk.homeZone
    return TimeSpan(start: zone.startOfDay(monday), end: zone.endOfDay(monday.adding(days: 6)))
  }
}

/// The themes there are to choose from, and which one is in force.
package struct ThemeLibrary: Equatable, Sendable {
  /// By name; the standard ones are always among them.
  package var themes: [Theme]
  /// The name the configuration asks for; nil follows the terminal's background.
  package var configured: String?
  package var depth: ColorDepth

  package init(
    themes: [Theme] = [.standard, .standardLight], configured: String? = nil, depth: ColorDepth = .trueColor
  ) {
    self.themes = themes
    self.configured = configured
    self.depth = depth
  }

  package func named(_ name: String) -> Theme? { themes.first { $0.name == name } }
}
