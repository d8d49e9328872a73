import ArgumentParser
import Glibc
import PseudoTerminal

/// Measures Vahi through a pseudo-terminal against the least that an ncurses program can do.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vahi-bench", abstract: "Measures Vahi through a pseudo-terminal against the floor.")

  @Option(help: "The release binary.")
  var vahi = ".build/release/vahi"

  @Option(help: "The floor program.")
  var floor = ".build/release/vahi-floor"

  @Option(help: "How often each program is started.")
  var starts = 31

  @Option(help: "How many keys each program gets.")
  var keys = 420

  @Option(help: "How many seconds the idle programs are watched.")
  var idle = 59

  @Option(help: "How many years the large desk has.")
  var years = 10

  @Flag(help: "Measure alone what is compared with Python: rules and calendars.")
  var rules = false

  @Flag(help: "Fail when a limit is passed.")
  var check = false

  // A working Monday morning, so that the sample's day is the one on the screen. The clock runs from there.
  private static let now = "2026-11-23T09:00:00Z"
  // Longer than a message stays on the screen, in seconds.
  private static let settling = 12
  func run() throws {
    if rules {
      var table = Table()
      try addRules(to: &table)
      try addCalendar(to: &table, TemporaryFolder())
      return try show(table)
    }
    let folder = try TemporaryFolder()
    let small = try writeDesk(in: folder, name: "small")
    let large = try writeDesk(in: folder, name: "large", ["--years", "\(years)"])
    let timed = try writeDesk(in: folder, name: "timed")
    let full = try writeDesk(in: folder, name: "full", ["--years", "\(years)"])
    let series = try folder.write(WeekSample.calendar, to: "series.ics")
    try vahi(["import", "ics", series, "--client", WeekSample.client], data: full, folder: folder)
    try vahi(["start", "Proof of the catalogue"], data: timed, folder: folder)
    // The sample's own timer runs: started anew, so that it is known what runs, and stopped.
    for desk in [small, large] {
      try vahi(["start", "Proof of the catalogue"], data: desk, folder: folder)
      try vahi(["stop"], data: desk, folder: folder)
    }

    let least = Subject(name: "floor", invocation: Invocation(floor, environment: environment(folder)))
    let subjects = [least, subject("small", small, folder), subject("large", large, folder)]
    let week = subject("week", full, folder)
    week.opening = WeekSample.opening
    week.round = WeekSample.round
    try measureStarts(subjects)
    try measureKeys(subjects + [week])
    let rest = try measureIdle([subject("timed", timed, folder), subject("resting", small, folder)])

    var table = table(
      floor: least, small: subjects[1], large: subjects[2], week: week, timed: rest[0], resting: rest[1])
    try addRules(to: &table)
    try addCalendar(to: &table, folder)
    print("Measured on \(Machine()); \(starts) starts, \(keys) keys, \(idle) s idle; 40×140.\n")
    for subject in subjects + [week] where subject.silentKeys * 10 > keys * 3 {
      note("\(subject.name): \(subject.silentKeys) of \(keys) keys drew nothing")
    }
    try show(table)
  }

  private func show(_ table: Table) throws {
    print(table.text)
    if check && !table.holds { throw ExitCode.failure }
  }

  private func addRules(to table: inout Table) throws {
    note("rules")
    let (rows, note) = try RuleBench().measure()
    table.rows += rows
    if let note { self.note(note) }
  }

  private func addCalendar(to table: inout Table, _ folder: TemporaryFolder) throws {
    note("a calendar")
    let (row, note) = try CalendarFileBench(environment: environment(folder)).measure(in: folder)
    if let row { table.rows.append(row) }
    if let note { self.note(note) }
  }

  /// Starts all in turn, so that a busy moment of the machine meets each of them alike.
  private func measureStarts(_ subjects: [Subject]) throws {
    note("starts")
    for subject in subjects { try subject.end(subject.open()) }
    for _ in 0..<starts {
      for subject in subjects { try subject.measureStart() }
    }
  }

  private func measureKeys(_ subjects: [Subject]) throws {
    note("keys")
    let sessions = try subjects.map { try $0.openForKeys() }
    for _ in 0..<max(1, keys / subjects[0].round.count) {
      for (subject, session) in zip(subjects, sessions) { try subject.measureKeys(in: session) }
    }
    for (subject, session) in zip(subjects, sessions) { try subject.end(session) }
  }

  private func measureIdle(_ subjects: [Subject]) throws -> [Idle] {
    note("\(idle) seconds idle")
    let sessions = try subjects.map { try $0.open() }
    // What is said after the start goes away by itself; idle is what comes then.
    _ = Idle.watch(sessions, seconds: min(idle, Bench.settling))
    let figures = Idle.watch(sessions, seconds: idle)
    for (subject, session) in zip(subjects, sessions) { try subject.end(session) }
    return figures
  }

  private func table(
    floor: Subject, small: Subject, large: Subject, week: Subject, timed: Idle, resting: Idle
  ) -> Table {
    let paint = small.firstPaint.median
    let key = floor.repaint.median
    var table = Table()
    table.rows = [
      .ratio("first paint, small desk", paint, to: ("floor", floor.firstPaint.median), limit: 2.5),
      .ratio("first paint, ten-year desk", large.firstPaint.median, to: ("small desk", paint), limit: 1.5),
      .ratio("key to repaint, median, small desk", small.repaint.median, to: ("floor", key), limit: 2.5),
      .ratio("key to repaint, median, ten-year desk", large.repaint.median, to: ("floor", key), limit: 2.5),
      .ratio("99th percentile, small desk", small.repaint.percentile(99), to: ("floor", key), limit: 8),
      .ratio("99th percentile, ten-year desk", large.repaint.percentile(99), to: ("floor", key), limit: 8),
      .ratio(
        "key to repaint, median, a week of \(WeekSample.count) series", week.repaint.median,
        to: ("floor", key), limit: 2.5),
      .ratio(
        "99th percentile, a week of \(WeekSample.count) series", week.repaint.percentile(99),
        to: ("floor", key), limit: 8),
      .most("wake-ups, timer running", timed.wakeUps, limit: 1, unit: "a second"),
      .most(
        "wake-ups, no timer", Double(resting.wakeUpCount) * 60 / Double(max(60, resting.seconds)), limit: 1,
        unit: "a minute"),
      .most("bytes to the terminal, timer running", timed.bytes, limit: 40, unit: "a second"),
      .most("memory, small desk", Double(small.peakMemory) / 1_000, limit: 20, unit: "MB"),
      .most("memory, ten-year desk", Double(large.peakMemory) / 1_000, limit: 100, unit: "MB"),
    ]
    return table
  }

  private func subject(_ name: String, _ desk: String, _ folder: TemporaryFolder) -> Subject {
    Subject(
      name: name,
      invocation: Invocation(vahi, ["--data", desk, "--now", Bench.now], environment: environment(folder)))
  }

  private func writeDesk(
    in folder: TemporaryFolder, name: String, _ arguments: [String] = []
  ) throws -> String {
    note("writing the \(name) desk")
    try vahi(["demo", "--no-open"] + arguments, data: folder.at(name), folder: folder)
    return folder.at(name)
  }

  private func vahi(_ arguments: [String], data: String, folder: TemporaryFolder) throws {
    let invocation = Invocation(
      vahi, arguments + ["--data", data, "--now", Bench.now], environment: environment(folder))
    let outcome = try Program.run(invocation, withinMilliseconds: 300_000)
    guard outcome.ending == .exit(0) else {
      note("\(vahi) \(arguments.joined(separator: " ")): \(outcome.complaint)")
      throw ExitCode.failure
    }
  }

  private func environment(_ folder: TemporaryFolder) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "TZ": "Asia/Kolkata",
    ]
  }

  private func note(_ text: String) {
    let line = Array("vahi-bench: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
