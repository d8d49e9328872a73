import Canvas
import Civil
import Desk

extension SlotObstacle {
  /// What keeps a time from being found, as a sentence.
  ///
  /// - Parameter title: how blocks are called.
  package func text(_ words: SlotWords, title: (Block) -> String = { $0.title }) -> String {
    switch self {
    case .emptyPeriod: words.emptyPeriod
    case .neverAtWork(let party):
      party.isYou(words) ? words.neverAtWorkYou : Words.fill(words.neverAtWork, party.name)
    case .noCommonHours(let one, let other):
      // “You” begins the sentence.
      other.isYou(words)
        ? Words.fill(words.noCommonHours, other.name, one.name)
        : Words.fill(words.noCommonHours, one.name, other.name)
    case .noHoursForAll: words.noHoursForAll
    case .hours(let party): party.isYou(words) ? words.hoursYou : Words.fill(words.hours, party.name)
    case .blocks(let blocks):
      blocks.count > 3
        ? Words.fill(words.blocksMore, Self.titles(blocks.prefix(3), title), "\(blocks.count - 3)")
        : Words.fill(words.blocks, Self.titles(blocks[...], title))
    case .buffer(let minutes): Words.fill(words.buffer, "\(minutes)")
    }
  }

  private static func titles(_ blocks: ArraySlice<Occurrence>, _ title: (Block) -> String) -> String {
    blocks.map { title($0.block) }.joined(separator: ", ")
  }
}

extension SlotProposal {
  /// What is to be said against it: for whom it is how early or late, and what it is on top of.
  package func notes(_ words: SlotWords, title: (Block) -> String = { $0.title }) -> [String] {
    let hours = times.compactMap { time -> String? in
      let name = time.party.isYou(words) ? words.youInside : time.party.name
      switch time.fit {
      case .inside: return nil
      case .early(let seconds): return Words.fill(words.early, DurationText.short(seconds), name)
      case .late(let seconds): return Words.fill(words.late, DurationText.short(seconds), name)
      case .dayOff:
        let holiday = time.party.holidays.first { $0.contains(time.start.date) && !$0.name.isEmpty }
        return holiday.map { Words.fill(words.holiday, name, $0.name) } ?? Words.fill(words.dayOff, name)
      }
    }
    return hours + conflicts.map { Words.fill(words.over, title($0.block)) }
  }
}

extension SlotProposal {
  /// Ready to be sent, or as many of its clocks as fit in some columns and how many more there are: `… 16:30 Kolkata · +2`.
  func text(today: CivilDate, _ words: DateWords, width: Int) -> String {
    let clocks = clocks(today: today, words)
    let whole = TextWidth.joined(clocks[...], by: " · ")
    guard TextWidth.of(whole) > width else { return whole }
    for count in stride(from: clocks.count - 1, to: 0, by: -1) {
      let part = TextWidth.joined(clocks[..<count], by: " · ") + " · +\(clocks.count - count)"
      if TextWidth.of(part) <= width { return part }
    }
    return whole
  }
}

extension SlotParty {
  /// Whether it is the person, who has given no name.
  fileprivate func isYou(_ words: SlotWords) -> Bool { isHome && name == words.you }
}
