import Civil

/// A zone that records speak of and that cannot be read; its times are shown as if it were UTC.
package struct ZoneProblem: Hashable, Sendable {
  package let error: ZoneError
  /// Whether the person lives or travels there.
  package let isHome: Bool
  /// Who lives there, in the order of the desk.
  package let clients: [ClientID]
  /// How many of the blocks that were looked at are planned by it.
  package let blocks: Int

  package var name: String { error.name }
}

extension Desk {
  /// The zones of home, of active clients and of some blocks that cannot be read, by name.
  package func zoneProblems(blocks: [Block] = []) -> [ZoneProblem] {
    var counts: [String: Int] = [:]
    for block in blocks where zones.problem(with: block.start.zone) != nil {
      counts[block.start.zone, default: 0] += 1
    }
    let homes = [settings.homeZone] + settings.travel.map(\.zone)
    let names = Set(homes + activeClients.map(\.zone) + counts.keys)
    return names.sorted().compactMap { name in
      zones.problem(with: name).map { error in
        ZoneProblem(
          error: error, isHome: homes.contains(name),
          clients: activeClients.filter { $0.zone == name }.map(\.id), blocks: counts[name] ?? 0)
      }
    }
  }

  /// Whether a zone's rules are there.
  package func knows(zone name: String) -> Bool { zones.problem(with: name) == nil }
}
