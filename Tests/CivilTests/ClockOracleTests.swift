import Testing

@testable import Civil

/// Every zone of the system's tzdata, links too, held against the C library on the same files from 1900 to 2100.
@Suite(.enabled(if: SystemZones.exist))
struct ClockOracleTests {
  private static let start: Int64 = -2_208_988_800
  private static let end: Int64 = 4_102_444_800
  /// Random instants and random wall times of each zone.
  private static let samples = 10_000
  /// No two changes in the time zone database are nearer to each other than this.
  private static let step: Int64 = 86_400
  private static let parts = 16

  @Test(arguments: 0..<parts)
  func everyZoneIsAsTheCLibrarySays(part: Int) throws {
    let names = SystemZones.allNames()
    try #require(names.count > 300)
    var generator = SeededGenerator(seed: UInt64(5 + part))
    for index in stride(from: part, to: names.count, by: Self.parts) {
      var comparison = try ZoneComparison(names[index], from: Self.start, to: Self.end, step: Self.step)
      comparison.add(random: Self.samples, using: &generator)
      let differences = try comparison.differences()
      guard !differences.isEmpty else { continue }
      Issue.record("\(names[index]): \(differences.count) differences, \(differences.prefix(3))")
    }
  }
}

/// What is asked of one zone, of us and of the C library.
private struct ZoneComparison {
  private let zone: Zone
  private let oracle: ClockOracle
  private let range: Range<Int64>
  private let changes: [ClockOracle.Change]
  private var instants: [Int64] = []
  private var walls: [Int64] = []
  /// How many of them lie around changes.
  private let flagged: Int

  /// Begins with what lies around the C library's changes.
  init(_ name: String, from start: Int64, to end: Int64, step: Int64) throws {
    zone = try SystemZones.zone(name)
    oracle = ClockOracle(zone: name)
    range = start..<end
    changes = try oracle.changes(from: start, to: end, step: step)
    var walls: [Int64] = []
    for change in changes {
      instants += [-3600, -60, -1, 0, 1, 60, 3600].map { change.instant + $0 }
      let middle = change.instant + (change.before + change.after) / 2
      walls += [middle - 1, middle, middle + 1]
      for offset in [change.before, change.after] {
        walls += [-900, -60, -1, 0, 1, 60, 900].map { change.instant + offset + $0 }
      }
    }
    self.walls = walls
    flagged = walls.count
  }

  mutating func add(random count: Int, using generator: inout SeededGenerator) {
    for _ in 0..<count {
      instants.append(Int64.random(in: range, using: &generator))
      walls.append(Int64.random(in: range, using: &generator))
    }
  }

  /// What we say and the C library does not, in words.
  func differences() throws -> [String] {
    let opinion = try oracle.ask(instants: instants, walls: walls, flagged: flagged)
    var found = changesThatDiffer()
    opinion.withReadings { index, theirs in
      let instant = Instant(seconds: instants[index])
      let ours = ClockOracle.Reading(zone, instant)
      if ours != theirs { found.append("at \(instant) \(ours), not \(theirs)") }
    }
    let near = NearChanges(changes)
    opinion.withAnswers { index, theirs in
      let wall = WallTime(secondsSinceEpoch: walls[index])
      guard let expected = near.resolution(of: walls[index], theirs) else {
        found.append("\(wall): mktime says \(theirs)")
        return
      }
      let ours = zone.resolve(wall)
      if ours != expected { found.append("\(wall) \(ours), not \(expected)") }
    }
    return found
  }

  private func changesThatDiffer() -> [String] {
    var ours: [Int64] = []
    var change = zone.nextTransition(after: Instant(seconds: range.lowerBound))
    while let instant = change, instant.seconds <= range.upperBound {
      ours.append(instant.seconds)
      change = zone.nextTransition(after: instant)
    }
    let theirs = changes.map(\.instant)
    return Set(ours).symmetricDifference(theirs).sorted().map {
      "a change at \(Instant(seconds: $0)) is only \(theirs.contains($0) ? "the C library's" : "ours")"
    }
  }
}

/// The rule for wall times that do not exist or exist twice (RFC 5545, 3.3.5), worked out from the C library's changes.
private struct NearChanges {
  private let changes: [ClockOracle.Change]
  /// No offset reaches a day and two hours.
  private static let reach: Int64 = 26 * 3600

  init(_ changes: [ClockOracle.Change]) {
    self.changes = changes
  }

  /// What a wall time should be, nil where mktime itself contradicts the changes.
  func resolution(of wall: Int64, _ answer: ClockOracle.Answer) -> WallResolution? {
    for change in near(wall) {
      let shown = answer.shown
      let first = wall - change.before
      let later = wall - change.after
      if later < change.instant, first >= change.instant {
        // Left out: the offset before the change is meant, which leads to a time after it.
        return shown.isEmpty ? .gap(Instant(seconds: first)) : nil
      }
      if first < change.instant, later >= change.instant {
        // Twice: the first is meant. Which of them mktime has, its daylight flag decides.
        guard !shown.isEmpty, shown.allSatisfy({ $0 == first || $0 == later }) else { return nil }
        return .fold(Instant(seconds: first), later: Instant(seconds: later))
      }
    }
    return answer.isUnique ? .unique(Instant(seconds: answer.free)) : nil
  }

  /// The changes within reach of a wall time, by a search in the middle.
  private func near(_ wall: Int64) -> ArraySlice<ClockOracle.Change> {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant < wall - Self.reach { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < changes.count, changes[end].instant <= wall + Self.reach { end += 1 }
    return changes[low..<end]
  }
}
