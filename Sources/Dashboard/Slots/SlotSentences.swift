import Desk

extension SlotObstacle {
  /// What keeps a time from being found, as a sentence.
  ///
  /// - Parameter title: how blocks are called.
  package func text(_ words: SlotWords, title: (Block) -> String = { $0.title }) -> String {
    switch self {
    case .emptyPeriod: words.emptyPeriod
    case .neverAtWork(let party): Words.fill(words.neverAtWork, party.name)
    case .noCommonHours(let one, let other): Words.fill(words.noCommonHours, one.name, other.name)
    case .noHoursForAll: words.noHoursForAll
    case .hours(let party): Words.fill(words.hours, party.name)
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
      switch time.fit {
      case .inside: nil
      case .early(let seconds): Words.fill(words.early, DurationText.short(seconds), time.party.name)
      case .late(let seconds): Words.fill(words.late, DurationText.short(seconds), time.party.name)
      case .dayOff: Words.fill(words.dayOff, time.party.name)
      }
    }
    return hours + conflicts.map { Words.fill(words.over, title($0.block)) }
  }
}
