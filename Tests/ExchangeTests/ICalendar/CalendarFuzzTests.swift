import Civil
import Desk
import Exchange
import Testing

// Whatever the bytes are, reading them ends, and nothing traps.

private let whole = ImportBench.calendar(
  """
  X-WR-CALNAME:Fuzz
  X-WR-TIMEZONE:Asia/Tokyo
  BEGIN:VTIMEZONE
  TZID:Mine
  BEGIN:STANDARD
  DTSTART:19701025T030000
  TZOFFSETFROM:+0223
  TZOFFSETTO:+0123
  RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
  END:STANDARD
  BEGIN:DAYLIGHT
  DTSTART:19700329T020000
  TZOFFSETFROM:+0123
  TZOFFSETTO:+0223
  RDATE:20260329T020000,20270328T020000
  END:DAYLIGHT
  END:VTIMEZONE
  BEGIN:VEVENT
  UID:one
  SEQUENCE:2
  DTSTAMP:20261101T000000Z
  DTSTART;TZID="Mine":20261001T160000
  DTEND;TZID=Europe/London:20261001T163000
  RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=60
  EXDATE;TZID=Mine:20261008T160000,20261015T160000
  RDATE;VALUE=PERIOD:20261004T100000Z/PT2H
  SUMMARY:A\\, b\\; c\\n ünï
  BEGIN:VALARM
  TRIGGER:-PT5M
  END:VALARM
  END:VEVENT
  BEGIN:VEVENT
  UID:one
  RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Mine:20261022T160000
  DTSTART;TZID=Mine:20261022T170000
  DURATION:P1DT2H3M4S
  STATUS:CANCELLED
  END:VEVENT
  BEGIN:VEVENT
  DTSTART;VALUE=DATE:20261224
  DTEND;VALUE=DATE:20261227
  RRULE:FREQ=YEARLY;UNTIL=20301231
  END:VEVENT
  """)

@Test func noMutationOfACalendarDoesHarm() throws {
  var generator = Generator(seed: 26)
  let base = try ImportBench()
  let pieces = [
    "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "9999", "-", ";", ":", "\"", "\r\n ", "\\", "COUNT=999999999", "T",
    "Z",
  ]
  for _ in 0..<400 {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          contentsOf: Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      default:
        let end = min(bytes.count, place + 60)
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    var bench = base
    guard let result = try? bench.plan(calendar: bytes) else { continue }
    try bench.make(result.transaction)
    #expect(try bench.plan(calendar: bytes).transaction.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    _ = bench.exported
  }
}

@Test func everyEndOfACalendarIsTaken() throws {
  let bench = try ImportBench()
  for length in 20..<whole.count { _ = try? bench.plan(calendar: Array(whole[..<length])) }
}

@Test func aHundredThousandEventsAreTaken() throws {
  let bench = try ImportBench()
  let events = (0..<100_000).map {
    "BEGIN:VEVENT\nUID:\($0)\nDTSTART:20261203T160000Z\nSUMMARY:Event\nEND:VEVENT"
  }
  let bytes = ImportBench.calendar(events.joined(separator: "\n"))
  let clock = ContinuousClock()
  let start = clock.now
  #expect(try bench.plan(calendar: bytes).report.events.added == 100_000)
  #expect(clock.now - start < .seconds(120))
}
