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
        throw ShellFailure.failed("zones \(text): nothing found, try a bigger city or a country")
      }
      var table = TextTable([
        ("now", .left), ("offset", .right), ("city", .left), ("country", .left), ("zone", .left),
      ])
      for (place, zone) in found {
        table.add([
          DateText.clock(zone.wall(at: now)), OffsetText.text(zone.offset(at: now).secondsEast), place.city,
          place.country, place.zone,
        ])
      }
      Shell.say(table.text())
    }
  }

  struct At: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what the clocks of a zone show at instants.")
    @Argument(help: "IANA name or city.") var zone: String
    @Argument(help: "Instants, as 2026-11-23T09:00:00Z.") var instants: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let zones = Surroundings.current().zones()
      let zone = try zone(zones)
      let moments = try instants.map { text throws(ShellFailure) in
        guard let instant = Instant(text: text) else {
          throw .usage("zones at: \(text) is no instant, write it as 2026-11-23T09:00:00Z")
        }
        return instant
      }
      guard !options.json else {
        return ShellAnswer.json { writer in
          writer.array { writer in
            for instant in moments {
              let offset = zone.offset(at: instant)
              writer.object { writer in
                writer.field("instant", instant.text)
                writer.field("wall", zone.wall(at: instant).text)
                writer.field("offset", offset.secondsEast)
                writer.field("abbreviation", offset.abbreviation)
              }
            }
          }
        }
      }
      var table = TextTable([
        ("instant", .left), ("wall", .left), ("offset", .right), ("abbreviation", .left),
      ])
      for instant in moments {
        let offset = zone.offset(at: instant)
        table.add([
          instant.text, zone.wall(at: instant).text, OffsetText.text(offset.secondsEast), offset.abbreviation,
        ])
      }
      Shell.say(table.text())
    }

    private func zone(_ zones: ZoneDatabase) throws(ShellFailure) -> Zone {
      do throws(ZoneError) {
        return try zones.zone(named: zone)
      } catch {
        if case .damaged(let problem) = error.problem {
          throw .badData("\(zone): its file is damaged (\(problem)), install tzdata again")
        }
      }
      if let place = zones.place(named: zone), let found = try? zones.zone(named: place.zone) { return found }
      throw .usage("zones at \(zone): no such zone, `vahi zones WORDS` searches them")
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
