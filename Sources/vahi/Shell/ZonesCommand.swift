import ArgumentParser
import Civil
import Desk
import JSONText

/// `vahi zones`: the zones of the system's tzdata.
struct ZonesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones", abstract: "List and search time zones, and say what their clocks show.",
    subcommands: [Search.self, At.self, Watch.self], defaultSubcommand: Search.self)

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Search zones by city, country or name.")
    @Argument(help: "What to look for; all zones without.") var words: [String] = []
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let zones = Surroundings.current().zones()
      let now = try ShellSession.clock(options).now
      let text = words.joined(separator: " ")
      let places = text.isEmpty ? zones.places() : zones.search(text, limit: 30)
      let found = places.compactMap { place in (try? zones.zone(named: place.zone)).map { (place, $0) } }
      var problems: [ZoneError] = []
      for problem in places.compactMap({ zones.problem(with: $0.zone) }) where !problems.contains(problem) {
        problems.append(problem)
      }
      guard !options.json else {
        return ShellAnswer.json { writer in
          writer.array { writer in
            for (place, zone) in found {
              let offset = zone.offset(at: now)
              writer.object { writer in
                writer.field("zone", place.zone)
                writer.field("city", place.city)
                writer.field("country", place.country)
                writer.field("wall", zone.wall(at: now).text)
                writer.field("offset", offset.secondsEast)
                writer.field("abbreviation", offset.abbreviation)
              }
            }
          }
        }
      }
      guard !found.isEmpty else {
        let why =
          problems.isEmpty
          ? "nothing found, try a bigger city or a country"
          : problems.map(\.shellText).joined(separator: "; ")
        throw ShellFailure.failed("zones \(text): \(why)")
      }
      // Among others that can be used, what is lost is told only to who looks for something.
      if !text.isEmpty { for problem in problems { Shell.complain("zones \(text): \(problem.shellText)") } }
      var table = TextTable([
        ("now", .left), ("offset", .right), ("abbreviation", .left), ("city", .left), ("country", .left),
        ("zone", .left),
      ])
      for (place, zone) in found {
        let offset = zone.offset(at: now)
        table.add([
          DateText.clock(zone.wall(at: now)), OffsetText.text(offset.secondsEast), offset.abbreviation,
          place.city, place.country, place.zone,
        ])
      }
      Shell.say(table.text())
    }
  }
}

/// Offsets from UTC as people write them.
enum OffsetText {
  /// `+05:30`.
  static func text(_ secondsEast: Int) -> String {
    let seconds = Int(secondsEast.magnitude)
    let parts = [seconds / 3600, seconds / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let rest = seconds % 60
    return (secondsEast < 0 ? "-" : "+") + parts.joined(separator: ":")
      + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
  }
}
