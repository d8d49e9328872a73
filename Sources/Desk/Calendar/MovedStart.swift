import Civil

extension Desk {
  /// Where something goes that is planned already: what of day, time and zone was not typed stays as it is.
  ///
  /// In another zone it keeps the day that it has there.
  package func moved(_ start: ZonedTime, to typed: PlanTime) -> ZonedTime {
    let name = typed.zone ?? start.zone
    let known = name == start.zone ? start.wall : zone(name).wall(at: instant(of: start))
    return ZonedTime(
      wall: WallTime(
        date: typed.date ?? known.date, secondOfDay: typed.time ?? known.secondOfDay),
      zone: name)
  }
}
