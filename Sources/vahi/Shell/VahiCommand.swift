import ArgumentParser
import Desk
import Store

/// The root of the shell commands.
struct VahiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vahi",
    abstract: "Every client's board, the day and the running timer on one screen.",
    usage: """
      vahi [--data DIR]
      vahi COMMAND ...
      """,
    discussion: """
      Without a command the dashboard opens. `vahi demo` opens it on a sample desk.

      Every command takes --data DIR (the desk's folder), --now INSTANT and --freeze (another clock), and --json \
      (one JSON document on standard output). Wherever an id is asked for, its beginning will do if only one begins \
      so. Dates, times and durations are typed as on the screen: fri 4pm, 3 dec, +7, 1h30, 9:10-9:50.
      """,
    version: "vahi \(VahiCommand.version)",
    groupedSubcommands: [
      CommandGroup(
        name: "Records",
        subcommands: [ClientCommand.self, CardCommand.self, BlockCommand.self, EntryCommand.self]),
      CommandGroup(
        name: "Timer",
        subcommands: [StartCommand.self, StopCommand.self, SwitchCommand.self, StatusCommand.self]),
      CommandGroup(name: "Calendar", subcommands: [PlanCommand.self, SlotsCommand.self]),
      CommandGroup(
        name: "Places", subcommands: [TravelCommand.self, ZonesCommand.self]),
      CommandGroup(
        name: "In and out",
        subcommands: [ImportCommand.self, ExportCommand.self, SyncCommand.self, DemoCommand.self]),
      CommandGroup(
        name: "About",
        subcommands: [DoctorCommand.self, KeysCommand.self, ThemesCommand.self]),
    ])

  static let version = "1.0.0"
}

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The desk's folder.", valueName: "dir")) var data: String?
  @Option(help: ArgumentHelp("Start the clock there, as in 2026-11-23T09:00:00Z.", valueName: "instant"))
  var now: String?
  @Flag(help: "Hold the clock still.") var freeze = false
  @Flag(help: "Write one JSON document to standard output.") var json = false
}

/// A client that a command is about.
struct ClientOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The client that is meant.", valueName: "slug"),
    completion: .custom { words, _, _ in ClientOption.slugs(words) })
  var client: String?

  /// The slugs of the desk that a line means, for the shell to complete; none where it cannot be opened.
  private static func slugs(_ words: [String]) -> [String] {
    let surroundings = Surroundings.current()
    let asked = zip(words, words.dropFirst()).first { $0.0 == "--data" }?.1
    let clock = WallClock()
    let store = try? Store.open(
      surroundings.dataFolder(asked), zones: surroundings.zones(), now: { clock.now })
    return store?.desk.activeClients.map(\.slug) ?? []
  }
}

/// What narrows a list.
struct RangeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "From this day or instant on.") var from: String?
  @Option(parsing: .unconditional, help: "Up to the end of this day, or up to this instant.") var to: String?
  @Flag(help: "Only what is archived.") var archived = false
}

/// What the lists of records take.
struct ListOptions: ParsableArguments {
  @OptionGroup var client: ClientOption
  @OptionGroup var range: RangeOptions
  @OptionGroup var options: GlobalOptions
}
