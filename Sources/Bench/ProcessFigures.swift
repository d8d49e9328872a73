import Glibc
import PseudoTerminal

/// What the system counts for a running process.
struct ProcessFigures {
  /// How often its threads went to sleep by themselves: each is one wake-up.
  let voluntarySwitches: Int
  /// The most memory it held at once, in kB.
  let peakMemory: Int

  /// Reads `/proc`.
  init(pid: pid_t) {
    let tasks = "/proc/\(pid)/task"
    voluntarySwitches = FileBytes.names(in: tasks).reduce(0) { sum, task in
      sum + ProcessFigures.field("voluntary_ctxt_switches", of: "\(tasks)/\(task)/status")
    }
    peakMemory = ProcessFigures.field("VmHWM", of: "/proc/\(pid)/status")
  }

  private static func field(_ name: String, of path: String) -> Int {
    let text = FileBytes.text(path) ?? ""
    for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
      let digits = line.dropFirst(name.count + 1).filter(\.isNumber)
      return Int(digits) ?? 0
    }
    return 0
  }
}

/// The machine and the day of a measurement.
struct Machine: CustomStringConvertible {
  let description: String

  init() {
    let processors = FileBytes.text("/proc/cpuinfo") ?? ""
    let model =
      processors.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    var seconds = time(nil)
    var now = tm()
    gmtime_r(&seconds, &now)
    let month = Machine.twoDigits(Int(now.tm_mon) + 1)
    let day = Machine.twoDigits(Int(now.tm_mday))
    description = "\(now.tm_year + 1900)-\(month)-\(day), \(model), \(cores) cores"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
