import ArgumentParser
import Civil
import Desk
import Glibc
import JSONText
import Store

/// `vahi demo`: a sample desk.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a sample desk and open it.",
    discussion: """
      Without --data the desk is in a new folder for temporary files. With --years it has ten clients and, a year, \
      2,000 cards, 2,000 blocks and 6,000 entries, the same ones whenever it is made on the same day.
      """)
  @Option(help: "Make the desk of so many years, 1 to 50.") var years: Int?
  @Flag(help: "Only write it.") var noOpen = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    if let years, !(1...50).contains(years) {
      throw ShellFailure.usage("--years \(years): write a number from 1 to 50")
    }
    let surroundings = Surroundings.current()
    let clock = try ShellSession.clock(options)
    let zones = surroundings.zones()
    let folder = try options.data ?? Self.temporaryFolder(surroundings)
    let now = clock.now
    let records =
      years.map { SampleDesk.years($0, now: now, zones: zones) } ?? SampleDesk.small(now: now, zones: zones)
    try write(records, to: folder, clock, zones)
    if noOpen {
      guard !options.json else {
        return ShellAnswer.json { writer in
          writer.object { writer in
            writer.field("folder", folder)
            writer.field("records", records.count)
          }
        }
      }
      return Shell.say(folder)
    }
    var arguments = ["--data", folder]
    if let start = options.now { arguments += ["--now", start] }
    if options.freeze { arguments.append("--freeze") }
    guard let launch = Launch(arguments: arguments) else { return }
    throw OpenDashboard(launch: launch)
  }

  private func write(_ records: [Record], to folder: String, _ clock: WallClock, _ zones: ZoneDatabase) throws
  {
    do throws(StoreError) {
      try Store.create(folder, records: records, zones: zones, now: { clock.now })
    } catch {
      throw ShellFailure(error)
    }
  }

  private static func temporaryFolder(_ surroundings: Surroundings) throws(ShellFailure) -> String {
    let parent = surroundings.temporaryFolder
    var name = Array((parent + "/vahi-demo-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw .failed("\(parent): no folder can be made there, name one with --data")
    }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
