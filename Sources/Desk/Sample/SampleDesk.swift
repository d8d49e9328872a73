import Civil

/// Desks to look at and to measure with: lively, made up, and the same each time for the same moment.
///
/// Nothing here is read from a clock or a source of chance: the generator is seeded, and everything is placed
/// relative to the moment handed in.
package enum SampleDesk {
  /// The seed of every sample; another one would be another desk.
  static let seed: UInt64 = 0x5641_4849

  /// A small desk in the middle of a working day: five clients in five zones, a timer running.
  package static func small(now: Instant, zones: ZoneDatabase) -> [Record] {
    var maker = SampleMaker(now: now, zones: zones)
    let boards: [SampleBoard] = [.harborGoods, .coachLin, .bondiHomes, .studioIpe, .prakashan]
    for board in boards { maker.add(board) }
    maker.addWeek(SampleWeek.blocks)
    maker.addMonths(of: boards)
    maker.addToday(SampleWeek.today)
    return maker.records
  }

  /// A desk of many years: ten clients and, a year, 2,000 cards, 2,000 blocks and 6,000 entries.
  ///
  /// It ends with yesterday (plans with the week after next) and depends on the date of `now` alone, so that two
  /// runs on one day write the same bytes. Cards done more than two weeks ago are archived.
  package static func years(_ years: Int, now: Instant, zones: ZoneDatabase) -> [Record] {
    var maker = YearsMaker(years: years, now: now, zones: zones)
    maker.make()
    return maker.records
  }

  /// The change that puts a sample on an empty desk.
  package static func transaction(_ records: [Record], at now: Instant) -> Transaction {
    let changes = records.map { record in
      if case .settings = record { return RecordChange(before: .settings(Settings()), after: record) }
      return RecordChange(before: nil, after: record)
    }
    return Transaction(at: now, action: "desk.sample", changes: changes)
  }

  /// The person whose desk it is.
  static let settings = Settings(
    name: "Asha", homeZone: "Asia/Kolkata", hours: WorkingHours(startMinute: 9 * 60, endMinute: 19 * 60))
}
