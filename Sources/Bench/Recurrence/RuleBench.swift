import Civil
import Glibc
import PseudoTerminal

/// Measures the expansion of rules against python-dateutil, reading each rule's text counted in on both sides.
struct RuleBench {
  private static let count = 2_000
  private static let rounds = 31
  /// How many times faster it has to be.
  private static let limit = 20.0

  /// The rows, and what is to be said of them: nothing is measured where there is no dateutil to compare with.
  func measure() throws -> (rows: [Row], note: String?) {
    var rows: [Row] = []
    for (years, what, rounds) in [(0, "begun that year", 3), (10, "begun 10 years before", 1)] {
      let rules = try RuleSample.rules(Self.count, yearsAgo: years)
      guard let theirs = try Self.dateutil(rules, rounds: rounds) else {
        return ([], "rules are not compared: python3 with dateutil is not here (Debian: python3-dateutil)")
      }
      let ours = try Self.vahi(rules)
      guard ours.found == theirs.found else {
        return (rows, "rules: \(ours.found) starts, by dateutil \(theirs.found); they cannot be compared")
      }
      rows.append(
        .times(
          "\(Self.count) rules over a year, \(what)", ours.milliseconds,
          fasterThan: ("python-dateutil", theirs.milliseconds), limit: Self.limit))
    }
    return (rows, nil)
  }

  private struct Figure {
    var found: Int
    var milliseconds: Double
  }

  private static func vahi(_ rules: [RuleSample]) throws -> Figure {
    var samples = Samples()
    var found = 0
    for _ in 0..<rounds {
      found = 0
      let watch = Stopwatch()
      for rule in rules {
        let set = RecurrenceSet(start: rule.start, zone: .utc, rule: try RecurrenceRule(text: rule.text))
        found += set.starts(from: RuleSample.from, before: RuleSample.before, limit: 1_000).count
      }
      samples.add(watch.nanoseconds)
    }
    return Figure(found: found, milliseconds: samples.median)
  }

  /// The same with dateutil, which times itself: no start of Python and no import is counted.
  private static func dateutil(_ rules: [RuleSample], rounds: Int) throws -> Figure? {
    let script = """
      import datetime, statistics, sys, time
      from dateutil import rrule
      wall = datetime.datetime.fromisoformat
      rules = [(rule, wall(start)) for rule, start in (line.split() for line in sys.stdin)]
      first, last = wall("\(RuleSample.from.text)"), wall("\(RuleSample.before.text)")
      last -= datetime.timedelta(seconds=1)
      taken = []
      for _ in range(\(rounds)):
          began = time.perf_counter_ns()
          found = 0
          for rule, start in rules:
              found += len(rrule.rrulestr(rule, dtstart=start).between(first, last, inc=True))
          taken.append(time.perf_counter_ns() - began)
      print(found, int(statistics.median(taken)))
      """
    var environment: [String: String] = [:]
    for name in ["PATH", "HOME"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    let input = rules.map { "\($0.text) \($0.start.text)\n" }.joined()
    let python = Invocation("/usr/bin/env", ["python3", "-c", script], environment: environment)
    guard let outcome = try? Program.run(python, input: Array(input.utf8), withinMilliseconds: 600_000),
      outcome.ending == .exit(0)
    else { return nil }
    let numbers = outcome.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    return Figure(found: numbers[0], milliseconds: Double(numbers[1]) / 1_000_000)
  }
}

extension Row {
  /// A time that has to be so many times shorter than another program's, both in milliseconds.
  static func times(
    _ what: String, _ measured: Double, fasterThan other: (String, Double), limit: Double
  ) -> Row {
    let ratio = other.1 / measured
    return Row(
      what: what, measured: "\(decimal(measured, 2)) ms", against: "\(other.0) \(decimal(other.1, 0)) ms",
      ratio: "\(decimal(ratio, 0)) × faster", limit: "\(decimal(limit, 0)) × faster", holds: ratio >= limit)
  }
}
