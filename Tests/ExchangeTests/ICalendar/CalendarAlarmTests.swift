import Civil
import Desk
import Testing

@testable import Exchange

// Alarms of calendar files and reminders of blocks.

private let event = "SUMMARY:One\nDTSTART;TZID=Europe/London:20261203T160000\nDURATION:PT1H"

private func alarm(_ lines: String) -> String { "\nBEGIN:VALARM\n\(lines)\nEND:VALARM" }

@Test(
  arguments: [
    ("TRIGGER:-PT15M", [15]), ("TRIGGER;RELATED=START:-P1DT1H", [1500]), ("TRIGGER:PT0S", [0]),
    ("TRIGGER;RELATED=END:-PT90M", [30]), ("TRIGGER;VALUE=DATE-TIME:20261203T120000Z", [240]),
    ("TRIGGER:20261203T155930Z", [1]), ("TRIGGER:-PT15M\nACTION:AUDIO", [15]),
    ("trigger:-PT15M\naction:display", [15]),
    ("TRIGGER:PT15M", [-15]), ("TRIGGER;RELATED=END:-PT15M", [-45]), ("TRIGGER;RELATED=END:PT90S", [-61]),
    ("ACTION:NONE\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z", []),
  ] as [(String, [Int])])
func anAlarmIsWhenABlockIsToldOf(lines: String, minutes: [Int]) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: event + alarm(lines)).report
  #expect(try bench.block.reminders == minutes && report.told == [])
}

@Test(
  arguments: [
    ("TRIGGER:P29D", "alarmLate: 8"),
    ("TRIGGER:-P29D", "alarmEarly: 8"), ("TRIGGER:-PT15M\nACTION:EMAIL", "alarmAction: 8"),
  ] as [(String, String)])
func anAlarmThatHasNoPlaceIsSaidAndGoesOutAgain(lines: String, told: String) throws {
  var bench = try ImportBench()
  let report = try bench.bring(event: event + alarm(lines)).report
  #expect(try bench.block.reminders == nil && report.told == [told])
  let alarms = Array(bench.exportedLines.drop { $0 != "BEGIN:VALARM" }.dropLast(2))
  #expect(try bench.block.ical == alarms && alarms.count == lines.split(separator: "\n").count + 2)
}

/// python-icalendar refuses a whole file for one of them.
@Test(arguments: ["TRIGGER:PT-2H", "TRIGGER:soon", "X-A:1", "TRIGGER:20261203T120000"])
func anAlarmThatCannotBeReadStaysHere(lines: String) throws {
  var bench = try ImportBench()
  let kept = "\nX-B:kept" + alarm("TRIGGER:-PT29H\nACTION:EMAIL")
  let report = try bench.bring(event: event + kept + alarm(lines)).report
  #expect(report.told.contains("alarmUnreadable: 13"))
  let exported = bench.exportedLines
  #expect(exported.filter { $0 == "BEGIN:VALARM" }.count == 1 && exported.contains("X-B:kept"))
  #expect(!exported.contains(lines))
  try bench.make(
    try bench.desk.editBlock(bench.block.id, context: bench.context) { $0.reminders = [20] })
  #expect(!bench.exportedLines.contains(lines) && bench.exportedLines.contains("TRIGGER:-PT20M"))
}

@Test func anAlarmAtAnInstantIsOfTheFirstOfASeriesAlone() throws {
  var bench = try ImportBench()
  let once =
    alarm("TRIGGER;VALUE=DATE-TIME:20261203T120000Z") + alarm("TRIGGER:-PT5M\nREPEAT:2\nDURATION:PT1M")
  let report = try bench.bring(event: event + "\nRRULE:FREQ=DAILY" + once).report
  #expect(try bench.block.reminders == [5] && report.told == ["alarmOnce: 9", "alarmRepeats: 12"])
}

@Test func remindersGoOutAsAlarmsAndComeBack() throws {
  for minutes in [nil, [], [30, 5], [0], [1440]] as [[Int]?] {
    var bench = try ImportBench()
    try bench.plan(block: "One", "2026-12-03T16:00", "Europe/London", for: 3600) { $0.reminders = minutes }
    let triggers = bench.exportedLines.filter { $0.hasPrefix("TRIGGER:") }
    #expect(triggers == (minutes ?? []).map { $0 == 0 ? "TRIGGER:PT0S" : "TRIGGER:-PT\($0)M" })
    var other = try ImportBench()
    let report = try other.bring(calendar: bench.exported, into: .own).report
    #expect(try other.block.reminders == minutes && report.told == [])
    #expect(other.exportedLines.count == bench.exportedLines.count)
    #expect(try other.bring(calendar: bench.exported, into: .own).transaction.isEmpty)
  }
}

@Test func anAlarmStaysAsItCameUntilTheReminderIsAnother() throws {
  var bench = try ImportBench()
  let mail = "ACTION:EMAIL\nTRIGGER:-P1D\nATTENDEE:mailto:lin@example.com"
  let own = "ACTION:DISPLAY\nTRIGGER;RELATED=END:-PT75M\nDESCRIPTION:Go\nX-SOUND:bell"
  try bench.bring(event: event + alarm(mail) + alarm(own))
  #expect(bench.exportedLines.filter { $0 == "X-SOUND:bell" || $0.hasPrefix("ATTENDEE") }.count == 2)
  try bench.make(
    try bench.desk.editBlock(bench.block.id, context: bench.context) { $0.reminders = [20] })
  let lines = bench.exportedLines
  #expect(lines.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER:-P1D", "TRIGGER:-PT20M"])
  #expect(!lines.contains("X-SOUND:bell") && lines.contains("ATTENDEE:mailto:lin@example.com"))
  try bench.make(
    try bench.desk.editBlock(bench.block.id, context: bench.context) { $0.reminders = [] })
  #expect(bench.exportedLines.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER:-P1D"])
  #expect(bench.exportedLines.contains("X-VAHI-REMINDERS:NONE"))
  var other = try ImportBench()
  try other.bring(calendar: bench.exported)
  #expect(try other.block.reminders == [])
}

@Test func anAlarmThatWasChangedThereIsFollowed() throws {
  var both = try VdirBench()
  both.put("a", event + alarm("ACTION:DISPLAY\nTRIGGER:-PT15M"))
  try both.sync()
  #expect(try both.bench.block("One").reminders == [15])
  both.put("a", event + alarm("ACTION:DISPLAY\nTRIGGER:-PT25M"))
  #expect(try both.sync() == [] && both.bench.block("One").reminders == [25])
  try both.edit("One") { $0.reminders = [45] }
  #expect(try both.sync() == [] && both.lines("a.ics").contains("TRIGGER:-PT45M"))
  #expect(try both.sync() == [] && both.titles == ["One"])
}
