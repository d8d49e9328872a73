import Civil

/// The one grammar of whatever a person types: dates, durations, spans, money, titles, filters.
///
/// Everything here is pure: what it must know of the desk and the clock comes in a `GrammarContext`. A text
/// that is not understood whole gives nil; nothing is guessed silently.
package enum Grammar {}

/// What the grammar must know to read a text: the moment, the zones, the names that may be meant.
package struct GrammarContext: Sendable {
  package var now: Instant
  /// The person's own zone.
  package var home: Zone
  /// The zone a time is meant in when none is typed: the client's, or home.
  package var zone: Zone
  /// Working hours that end a day for whom the text is about: the client's, or the person's own.
  package var hours: WorkingHours
  package var zones: ZoneDatabase
  package var clients: [Client]
  /// Whether the text is about what has been: then `fri` is the last one and `16:00` is not later than now.
  package var looksBack = false
  /// Labels in use, so that a known one keeps its spelling.
  package var labels: [String]

  package init(
    now: Instant, home: Zone, zones: ZoneDatabase, hours: WorkingHours = WorkingHours(),
    clients: [Client] = [], labels: [String] = []
  ) {
    self.now = now
    self.home = home
    zone = home
    self.hours = hours
    self.zones = zones
    self.clients = clients
    self.labels = labels
  }

  /// The same context for a text about a client: their zone and their hours.
  package func about(_ client: Client?) -> GrammarContext {
    guard let client else { return self }
    var context = self
    context.zone = zones.zoneOrStandIn(named: client.zone)
    context.hours = client.hours
    return context
  }
}

extension Desk {
  /// What the grammar needs to read a text about a client, or about the person when nil.
  package func grammarContext(now: Instant, client: ClientID? = nil) -> GrammarContext {
    let about = client.flatMap { self.client($0) }
    var labels: Set<String> = []
    if let about {
      for column in columns(of: about.id) {
        for card in cards(in: column.id) { labels.formUnion(card.labels) }
      }
    }
    return GrammarContext(
      now: now, home: homeZone, zones: zones, hours: settings.hours, clients: activeClients,
      labels: labels.sorted()
    ).about(about)
  }
}
