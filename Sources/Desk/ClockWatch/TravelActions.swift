import Civil

extension Desk {
  /// The journey that is on at an instant: on its dates by its own clocks.
  package func journey(at now: Instant) -> Travel? {
    guard !settings.travel.isEmpty else { return nil }
    let zone = homeZone(at: now)
    let date = zone.date(at: now)
    return settings.travel.first { $0.zone == zone.name && $0.contains(date) }
  }

  /// A journey that is planned for some of the same dates.
  package func journey(overlapping travel: Travel) -> Travel? {
    settings.travel.first { $0.overlaps(travel) }
  }

  /// Notes dates that are spent in another zone.
  package func addTravel(_ travel: Travel, context: ChangeContext) throws(DeskError) -> Transaction {
    if let other = journey(overlapping: travel) { throw .travelOverlaps(other) }
    return changeTravel("travel.add", travel, context) {
      $0.append(travel)
      $0.sort { ($0.from, $0.to, $0.zone) < ($1.from, $1.to, $1.zone) }
    }
  }

  /// Takes a journey back: on its dates home's clocks are home's own again.
  package func removeTravel(_ travel: Travel, context: ChangeContext) -> Transaction {
    changeTravel("travel.remove", travel, context) { $0.removeAll { $0 == travel } }
  }

  private func changeTravel(
    _ action: String, _ travel: Travel, _ context: ChangeContext, _ edit: (inout [Travel]) -> Void
  ) -> Transaction {
    var after = settings
    edit(&after.travel)
    return Transaction(
      at: context.now, action: action,
      arguments: [DateText.city(travel.zone), travel.from.text, travel.to.text],
      changes: [RecordChange(before: .settings(settings), after: .settings(after))])
  }
}
