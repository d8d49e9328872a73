import Desk
import Testing

@testable import Exchange

/// Whatever stays where it is, new things come between their neighbours, and before whatever else comes after these.
@Test func newThingsComeRightAfterTheirNeighbour() {
  var generator = Generator(seed: 5)
  for _ in 0..<300 {
    // Close to each other, as on a board that was much worked on.
    var taken: [String] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let place = Int.random(in: 0...taken.count, using: &generator)
      let rank = Rank.between(place > 0 ? taken[place - 1] : nil, place < taken.count ? taken[place] : nil)
      taken.insert(rank, at: place)
    }
    // Some of what stays is in the row, in its order, with new things between.
    var kept: [String?] = []
    for rank in taken {
      for _ in 0..<Int.random(in: 0...3, using: &generator) { kept.append(nil) }
      if Bool.random(using: &generator) { kept.append(rank) }
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) { kept.append(nil) }
    let ranks = Placement.ranks(of: kept, among: taken)
    #expect(ranks.count == kept.count && zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Set(ranks).union(taken).count == taken.count + kept.count { $0 == nil })
    var last: String?
    for (rank, kept) in zip(ranks, kept) {
      if let kept {
        #expect(rank == kept)
        last = kept
      } else if let next = taken.first(where: { last == nil || $0 > last ?? "" }) {
        #expect(rank < next)
      }
    }
  }
}
