import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText

extension ZonesCommand {
  struct At: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what the clocks of a zone show at instants.",
      discussion: """
        A time of day is one of that zone, and the next such: of one that the clocks do not show, or show twice, is \
        said which is meant.
        """)
    @Argument(help: "IANA name or city.") var zone: String
    @Argument(help: "Instants, as 2026-11-23T09:00:00Z, or times there, as “2026-11-23 9:00” or “fri 16:00”.")
    var instants: [String]
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let zones = Surroundings.current().zones()
      let zone = try zone(zones)
      let now = try ShellSession.clock(options).now
      let context = GrammarContext(now: now, home: zone, zones: zones)
      let moments = try instants.map { text throws(ShellFailure) in try instant(text, context) }
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

    /// An instant, or what a time by the clock of the zone is taken for.
    private func instant(_ text: String, _ context: GrammarContext) throws(ShellFailure) -> Instant {
      if let instant = Instant(text: text) { return instant }
      guard let when = Grammar.parseWhen(text, context), let time = when.time else {
        throw .usage(
          "zones at: \(text) is no instant, write it as 2026-11-23T09:00:00Z, or as 2026-11-23 9:00 for a time there"
        )
      }
      let wall = WallTime(date: when.date, secondOfDay: time)
      let start = ZonedTime(wall: wall, zone: when.zone)
      let desk = Desk(zones: context.zones)
      if let note = PlanNote.clock(start, desk, .english) {
        Shell.complain("zones at: \(wall.date.text): \(note)")
      }
      return desk.instant(of: start)
    }

    private func zone(_ zones: ZoneDatabase) throws(ShellFailure) -> Zone {
      if let zone = zones.zone(ofPlace: zone) { return zone }
      if let error = zones.problem(withPlace: zone) { throw .badData("zones at \(zone): \(error.shellText)") }
      throw .usage("zones at \(zone): no such zone, `vahi zones WORDS` searches them")
    }
  }
}
