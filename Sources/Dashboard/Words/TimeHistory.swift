import Civil
import Desk

extension HistoryWords {
  /// When a block that was moved is now, how long one that was resized, from when to when an entry; nil for what is
  /// about something else.
  ///
  /// By such a line one step is told from the next, so it says the day even where that stayed.
  func timeSentence(of transaction: Transaction, _ desk: Desk) -> String? {
    // Taking back is told as what was done, and that it is no more.
    let isUndo = transaction.reverses != nil && !transaction.isRedo
    let changes = isUndo ? transaction.undone(at: transaction.at).changes : transaction.changes
    let today = desk.homeZone.date(at: transaction.at)
    let told: (sentence: String, time: String)?
    switch transaction.action {
    case "block.move":
      told = block(changes) { $0.start != $1.start || $0.duration != $1.duration }
        .map { (blockMoved, moved($0, to: $1, today, desk)) }
    case "block.resize":
      told = block(changes) { $0.duration != $1.duration }
        .map { (blockResized, DurationText.planned($1.duration)) }
    case "entry.edit": told = entry(changes, today, desk).map { (entryChanged, $0) }
    default: told = nil
    }
    return told.map { Words.fill($0.sentence, $0.time, transaction.arguments.first ?? "") }
  }

  /// The last block that is another one now, by what is asked for, with what it was; of a series that was cut in two that
  /// is the later half.
  private func block(
    _ changes: [RecordChange], _ isOther: (Block, Block) -> Bool
  ) -> (before: Block?, after: Block)? {
    for change in changes.reversed() {
      guard case .block(let after)? = change.after else { continue }
      guard case .block(let before)? = change.before else { return (nil, after) }
      if isOther(before, after) { return (before, after) }
    }
    return nil
  }

  /// `Thu 26 14:30`, with the end where the length is another one; of a series `Thu 14:30`.
  private func moved(_ before: Block?, to block: Block, _ today: CivilDate, _ desk: Desk) -> String {
    let span = desk.span(of: block)
    let (start, end) = (desk.homeZone.wall(at: span.start), desk.homeZone.wall(at: span.end))
    let date = block.allDay ? block.start.wall.date : start.date
    let day =
      block.isSeries ? dates.weekdays[date.weekday.rawValue - 1] : DateText.short(date, today: today, dates)
    guard !block.allDay else { return day }
    let isLonger = before.map { $0.duration != block.duration } ?? false
    let clock = DateText.clock(start)
    return "\(day) " + (isLonger ? Words.fill(timeSpan, clock, DateText.clock(end)) : clock)
  }

  /// `09:00–09:40`, with the days where one of them is not that of the change.
  private func entry(_ changes: [RecordChange], _ today: CivilDate, _ desk: Desk) -> String? {
    guard let change = changes.first, case .entry(let before)? = change.before,
      case .entry(let after)? = change.after, before.start != after.start || before.end != after.end
    else { return nil }
    let walls = [after.start, after.end].map { $0.map { desk.homeZone.wall(at: $0) } }
    var day = today
    let times = walls.map { wall -> String in
      guard let wall else { return stillRuns }
      defer { day = wall.date }
      let lead = wall.date == day ? "" : DateText.short(wall.date, today: today, dates) + " "
      return lead + DateText.clock(wall)
    }
    return Words.fill(timeSpan, times[0], times[1])
  }
}
