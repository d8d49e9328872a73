import Civil
import Desk

/// Holidays out of an iCalendar file: what lasts whole days.
package struct HolidayImport: Sendable {
  /// By date, each once.
  package let holidays: [Holiday]
  /// How many events have times of day and are therefore no holidays.
  package let timed: Int

  /// How far holidays that come back every year are written out, in years from now.
  private static let years = 3
  /// More days of one event are no holiday; a mistake in a file must not shut a client for years.
  private static let longest = 62

  /// Reads a file; dates that repeat are taken from a year ago to some years ahead.
  ///
  /// The file is brought onto a desk of its own, so that it is understood as `CalendarImport` understands it.
  package static func read(
    _ bytes: [UInt8], zones: ZoneDatabase, context: ChangeContext
  ) throws(ExchangeError) -> HolidayImport {
    var desk = Desk(zones: zones)
    let result = try CalendarImport.plan(bytes, into: .own, of: desk, context: context)
    desk.apply(result.transaction)
    var found: [Holiday] = []
    for block in desk.allBlocks where block.allDay && !block.isSeries {
      if let holiday = holiday(block) { found.append(holiday) }
    }
    for year in -1..<years {
      let start = context.now.adding(year * 365 * CivilDate.secondsADay)
      let span = (start, start.adding(365 * CivilDate.secondsADay))
      for item in desk.occurrences(from: span.0, to: span.1) where item.isRecurring && item.block.allDay {
        if let holiday = holiday(item.block) { found.append(holiday) }
      }
    }
    return HolidayImport(
      holidays: Holiday.sorted(found), timed: desk.allBlocks.count { !$0.allDay })
  }

  private static func holiday(_ block: Block) -> Holiday? {
    let days = max(1, (block.duration + CivilDate.secondsADay - 1) / CivilDate.secondsADay)
    guard days <= longest else { return nil }
    let date = block.start.wall.date
    return Holiday(date: date, name: block.title, until: date.adding(days: days - 1))
  }
}
