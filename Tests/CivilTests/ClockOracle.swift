import Glibc
import PseudoTerminal

@testable import Civil

/// The C library's opinion of a zone, from a process of its own (`Tests/ClockOracle`), so that no test changes the zone
/// of the process that runs them all.
struct ClockOracle {
  /// A change of offset, daylight flag or abbreviation.
  struct Change {
    let instant: Int64
    /// Seconds east of UTC before it and from it on.
    let before, after: Int64
  }

  /// What is shown at an instant, each as one number, so that millions are compared in little time.
  struct Reading: Equatable {
    static let size = 3
    /// Date, weekday and time of day.
    let picture: Int64
    /// Twice the seconds east of UTC, and one more with daylight time.
    let offset: Int64
    let abbreviation: Int64
  }

  /// What mktime makes of a wall time: the instants that it has with the daylight flag -1, 0 and 1, as far as asked.
  struct Answer: Equatable {
    static let size = 4
    let free, standard, daylight: Int64
    /// Which of them show the wall time, a bit each, the lowest for the first.
    let shows: Int64

    /// Whether it has one instant with any flag that it accepts.
    var isUnique: Bool {
      shows & 1 == 1 && (shows & 2 == 0 || standard == free) && (shows & 4 == 0 || daylight == free)
    }

    /// The instants that show it, as far as mktime tells them.
    var shown: [Int64] {
      [free, standard, daylight].enumerated().filter { shows >> $0.offset & 1 == 1 }.map(\.element)
    }
  }

  struct Failure: Error {
    let text: String
  }

  let zone: String

  /// The program, beside the tests as they were built.
  private static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let folder = bytes.prefix(upTo: bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)
    return String(decoding: folder, as: UTF8.self) + "/clock-oracle"
  }()

  private func ask(_ arguments: [String], _ input: [Int64] = []) throws -> [UInt8] {
    let environment = ["TZ": ":" + zone, "TZDIR": SystemZones.folder]
    let outcome = try Program.run(
      Invocation(Self.program, arguments, environment: environment),
      input: input.withUnsafeBytes { Array($0) })
    guard outcome.ending == .exit(0) else {
      throw Failure(text: "\(arguments) of \(zone): \(String(describing: outcome.ending))")
    }
    return outcome.output
  }

  /// All changes between two instants that last as long as the step, in seconds.
  func changes(from start: Int64, to end: Int64, step: Int64) throws -> [Change] {
    try ask(["changes", String(start), String(end), String(step)]).withUnsafeBytes { bytes in
      let numbers = bytes.assumingMemoryBound(to: Int64.self)
      return stride(from: 0, to: numbers.count, by: 3).map {
        Change(instant: numbers[$0], before: numbers[$0 + 1], after: numbers[$0 + 2])
      }
    }
  }

  /// What is shown at each instant, and what mktime makes of each wall time, all in seconds since 1970.
  ///
  /// - Parameter flagged: how many of the wall times, from the first on, are asked with every daylight flag.
  func ask(instants: [Int64], walls: [Int64], flagged: Int) throws -> Opinion {
    let bytes = try ask(["readings", String(instants.count), String(flagged)], instants + walls)
    guard bytes.count == 8 * (instants.count * Reading.size + walls.count * Answer.size) else {
      throw Failure(text: "\(zone): \(bytes.count) bytes")
    }
    return Opinion(bytes: bytes, firstAnswer: instants.count * Reading.size)
  }

  /// Readings and answers in the order in which they were asked for.
  struct Opinion {
    let bytes: [UInt8]
    let firstAnswer: Int

    func withReadings(_ body: (_ index: Int, _ reading: Reading) -> Void) {
      bytes.withUnsafeBytes { bytes in
        let numbers = bytes.assumingMemoryBound(to: Int64.self)
        var place = 0
        while place < firstAnswer {
          body(
            place / Reading.size,
            Reading(picture: numbers[place], offset: numbers[place + 1], abbreviation: numbers[place + 2]))
          place += Reading.size
        }
      }
    }

    func withAnswers(_ body: (_ index: Int, _ answer: Answer) -> Void) {
      bytes.withUnsafeBytes { bytes in
        let numbers = bytes.assumingMemoryBound(to: Int64.self)
        var place = firstAnswer
        while place < numbers.count {
          body(
            (place - firstAnswer) / Answer.size,
            Answer(
              free: numbers[place], standard: numbers[place + 1], daylight: numbers[place + 2],
              shows: numbers[place + 3]))
          place += Answer.size
        }
      }
    }
  }
}

extension ClockOracle.Reading {
  /// What our zone shows.
  init(_ zone: Zone, _ instant: Instant) {
    let offset = zone.offset(at: instant)
    self.init(
      picture: Self.picture(zone.wall(at: instant)),
      offset: Int64(offset.secondsEast * 2 + (offset.isDaylight ? 1 : 0)),
      abbreviation: Self.letters(offset.abbreviation))
  }

  private static func picture(_ wall: WallTime) -> Int64 {
    let date = wall.date
    var value = date.year
    value = value * 16 + date.month
    value = value * 32 + date.day
    value = value * 8 + date.weekday.rawValue
    value = value * 32 + wall.hour
    value = value * 64 + wall.minute
    return Int64(value * 64 + wall.second)
  }

  /// Up to eight letters in the machine's own order.
  private static func letters(_ text: String) -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    for byte in text.utf8 {
      value |= UInt64(byte) << shift
      shift += 8
    }
    return Int64(bitPattern: UInt64(littleEndian: value))
  }
}

extension SystemZones {
  /// The names of all zone files, without the copies below `posix/` and `right/`.
  static func allNames() -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in entries(of: Self.folder + "/" + folder).sorted() where entry != "posix" && entry != "right"
      {
        let path = folder.isEmpty ? entry : folder + "/" + entry
        if isFolder(Self.folder + "/" + path) {
          folders.append(path)
        } else if contents(of: Self.folder + "/" + path)?.starts(with: Array("TZif".utf8)) == true {
          names.append(path)
        }
      }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
