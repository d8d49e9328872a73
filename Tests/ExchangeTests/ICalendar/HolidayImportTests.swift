import Civil
import Desk
import Exchange
import Testing

@Suite struct HolidayImportTests {
  private func read(_ events: String) throws -> HolidayImport {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\n\(events)\nEND:VCALENDAR\n"
    let context = ChangeContext(
      now: try #require(Instant(text: "2026-11-23T09:00:00Z")),
      ids: IdentifierSource { UInt64.random(in: 0 ... .max) })
    return try HolidayImport.read(Array(text.utf8), zones: ZoneDatabase { _ in nil }, context: context)
  }

  @Test func whatLastsWholeDaysIsAHoliday() throws {
    let found = try read(
      """
      BEGIN:VEVENT
      UID:a
      DTSTART;VALUE=DATE:20261226
      DTEND;VALUE=DATE:20261229
      SUMMARY:Shut
      END:VEVENT
      BEGIN:VEVENT
      UID:b
      DTSTART:20261224T100000Z
      DURATION:PT1H
      SUMMARY:Party
      END:VEVENT
      BEGIN:VEVENT
      UID:c
      DTSTART;VALUE=DATE:20260101
      DTEND;VALUE=DATE:20270101
      SUMMARY:The whole year
      END:VEVENT
      """)
    #expect(found.holidays.map(\.text) == ["2026-12-26 - 2026-12-28 Shut"] && found.timed == 1)
  }

  @Test func whatComesBackEveryYearIsWrittenOut() throws {
    let found = try read(
      """
      BEGIN:VEVENT
      UID:a
      DTSTART;VALUE=DATE:20001225
      RRULE:FREQ=YEARLY
      SUMMARY:Christmas
      END:VEVENT
      """)
    #expect(found.holidays.map(\.date.text) == ["2025-12-25", "2026-12-25", "2027-12-25", "2028-12-25"])
  }

  @Test func whatIsNoCalendarIsRefused() throws {
    #expect(throws: ExchangeError.self) {
      _ = try HolidayImport.read(
        Array("{}".utf8), zones: ZoneDatabase { _ in nil },
        context: ChangeContext(now: Instant(seconds: 0), ids: IdentifierSource { 1 }))
    }
  }
}
