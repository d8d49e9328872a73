import Civil
import Desk
import JSONText
import Testing

@Suite struct PresenceTests {
  private func client(_ hours: String = "9:00-17:30", holidays: String = "") throws -> Client {
    var client = Fixture.client("coach-lin", "Coach Lin", "Europe/London")
    client.hours = try #require(WorkingHours(text: hours))
    client.holidays = try Grammar.parseHolidays(holidays, Fixture.context).get()
    return client
  }

  private func presence(_ client: Client, _ wall: String) throws -> Presence {
    client.presence(at: try #require(WallTime(text: wall)))
  }

  @Test(arguments: [
    ("2026-12-23T08:59", Presence.awake), ("2026-12-23T09:00", .atWork), ("2026-12-23T17:30", .awake),
    ("2026-12-23T21:59", .awake), ("2026-12-23T22:00", .asleep), ("2026-12-23T06:59", .asleep),
    ("2026-12-23T07:00", .awake), ("2026-12-25T10:00", .holiday), ("2026-12-25T03:00", .holiday),
    ("2026-12-26T12:00", .holiday), ("2026-12-27T12:00", .awake), ("2026-12-28T12:00", .atWork),
  ])
  func byTheClockThere(wall: String, expected: Presence) throws {
    #expect(try presence(client(holidays: "25 dec - 26 dec Christmas"), wall) == expected)
  }

  @Test func nightShiftsBelongToTheDateTheyBeginOn() throws {
    let client = try client("22:00-6:00", holidays: "24 dec Eve")
    #expect(try presence(client, "2026-12-24T03:00") == .atWork)
    #expect(try presence(client, "2026-12-24T23:00") == .holiday)
    #expect(try presence(client, "2026-12-25T03:00") == .asleep)
    #expect(try presence(client, "2026-12-25T23:00") == .atWork)
  }

  @Test func holidaysAreTypedAndWritten() throws {
    let context = Fixture.context
    let text = "25 dec Christmas; 31 dec - 2 jan New Year's break; 2027-04-02"
    let holidays = try Grammar.parseHolidays(text, context).get()
    #expect(
      holidays.map(\.text) == [
        "2026-12-25 Christmas", "2026-12-31 - 2027-01-02 New Year's break", "2027-04-02",
      ])
    let again = try Grammar.parseHolidays(holidays.map(\.text).joined(separator: "; "), context).get()
    #expect(again == holidays)
    #expect(
      Grammar.parseHolidays("25 dec A; some day B", context) == .failure(HolidayProblem(text: "some day B")))
  }
}

enum RecordText {
  /// A record comes back as it was written.
  static func expectRoundTrip(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var writer = JSONWriter(pretty: true)
    switch record {
    case .settings(let settings): settings.write(to: &writer)
    case .client(let client): client.write(to: &writer)
    default: Issue.record("not written here")
    }
    var reader = JSONReader(writer.bytes)
    switch record {
    case .settings(let settings):
      #expect(try Settings(from: &reader) == settings, sourceLocation: sourceLocation)
    case .client(let client): #expect(try Client(from: &reader) == client, sourceLocation: sourceLocation)
    default: break
    }
  }
}
