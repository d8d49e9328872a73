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

extension SlotParty {
  /// Whether it is the person, who has given no name.
  fileprivate func isYou(_ words: SlotWords) -> Bool { isHome && name == words.you }
}
