import Civil

/// A time that could be proposed to everybody.
package struct SlotProposal: Hashable, Sendable {
  package let span: TimeSpan
  /// In the order of the request.
  package let times: [SlotTime]
  /// Blocks of the person that it would be on top of, or too close to.
  package let conflicts: [Occurrence]

  package var cost: Int { times.reduce(conflicts.count * 1_500) { $0 + $1.cost } }
  /// Whether everybody is at work and nothing else is planned.
  package var fits: Bool { conflicts.isEmpty && times.allSatisfy(\.fit.isInside) }
}

/// What keeps a time from being found.
package enum SlotObstacle: Hashable, Sendable {
  /// The period is over before so long a time could begin.
  case emptyPeriod
  /// This party is not at work for so long at any time of the period.
  case neverAtWork(SlotParty)
  /// These two are never at work together for so long.
  case noCommonHours(SlotParty, SlotParty)
  /// All are never at work together, though any two are.
  case noHoursForAll
  /// But for the working hours of this party there would be a time.
  case hours(SlotParty)
  /// But for blocks that are planned there would be a time; the first of them.
  case blocks([Occurrence])
  /// But for the buffer between clients there would be a time; in minutes.
  case buffer(Int)
}

/// What was found for a request.
package struct SlotAnswer: Hashable, Sendable {
  /// Best first: those that fit, or where none does the least bad ones.
  package let proposals: [SlotProposal]
  /// Why nothing fits; empty where something does.
  package let obstacles: [SlotObstacle]
  package var fits: Bool { obstacles.isEmpty && !proposals.isEmpty }
}

/// Whom a time is wanted with, how long, and when.
package struct SlotRequest: Hashable, Sendable {
  package var parties: [SlotParty]
  /// Seconds.
  package var length: Int
  /// Nothing begins before it or ends after it; of a longer one the first 100 days count.
  package var period: TimeSpan
  package var limit: Int

  package static let longestPeriod = 100 * 86_400
  /// Seconds between two times that are looked at.
  static let step = 900

  package init(parties: [SlotParty], length: Int, period: TimeSpan, limit: Int = 5) {
    self.parties = parties
    self.length = max(60, length)
    self.period = period
    self.limit = limit
  }
}

extension Desk {
  /// The person as somebody who is to be there.
  package func homeParty(named name: String) -> SlotParty {
    SlotParty(name: name, zone: homeZone, hours: settings.hours, isHome: true)
  }

  package func party(_ client: Client) -> SlotParty {
    SlotParty(
      name: client.name, zone: zone(client.zone), hours: client.hours, holidays: client.holidays,
      client: client.id)
  }

  /// Times within everybody's working hours and outside the blocks of the desk, best first.
  ///
  /// Best is what asks least of everybody together; of equal ones the earliest. At most two of a day while other
  /// days have some, and none that share time. The same request to the same desk gives the same answer.
  package func slots(_ request: SlotRequest) -> SlotAnswer {
    SlotSearch(self, request).answer
  }
}

/// Looks at every quarter of an hour of a period.
private struct SlotSearch {
  private let desk: Desk
  private let request: SlotRequest
  private let clients: Set<ClientID>
  private let busy: [(span: TimeSpan, occurrence: Occurrence)]

  /// Bits of what stands against a time: one a party, and these two.
  private static let blocksBit: UInt64 = 1 << 63
  private static let bufferBit: UInt64 = 1 << 62

  private struct Candidate {
    let start: Instant
    let against: UInt64
    let cost: Int
  }

  init(_ desk: Desk, _ request: SlotRequest) {
    var request = request
    let period = request.period
    request.parties = Array(request.parties.prefix(60))
    request.period = TimeSpan(
      start: period.start, seconds: min(period.duration, SlotRequest.longestPeriod))
    self.desk = desk
    self.request = request
    clients = Set(request.parties.compactMap(\.client))
    busy = desk.busyTime(in: request.period, for: clients)
  }

  var answer: SlotAnswer {
    let candidates = candidates()
    guard !candidates.isEmpty else { return SlotAnswer(proposals: [], obstacles: [.emptyPeriod]) }
    let fitting = candidates.filter { $0.against == 0 }
    let chosen = choose(fitting.isEmpty ? candidates : fitting, fit: !fitting.isEmpty).map(proposal)
    return SlotAnswer(
      proposals: chosen, obstacles: fitting.isEmpty ? obstacles(candidates) : [])
  }

  private func candidates() -> [Candidate] {
    let step = Int64(SlotRequest.step)
    var start = Instant(seconds: (request.period.start.seconds + step - 1) / step * step)
    var found: [Candidate] = []
    var firstBusy = 0
    let longest = busy.reduce(0) { max($0, $1.span.duration) }
    while start.adding(request.length) <= request.period.end {
      let span = TimeSpan(start: start, seconds: request.length)
      while firstBusy < busy.count, busy[firstBusy].span.start.adding(longest) <= start { firstBusy += 1 }
      var against: UInt64 = 0
      var cost = 0
      for item in busy[firstBusy...] {
        guard item.span.start < span.end else { break }
        guard item.span.overlaps(span) else { continue }
        against |= item.occurrence.span.overlaps(span) ? Self.blocksBit : Self.bufferBit
        cost += 1_500
      }
      for (index, party) in request.parties.enumerated() {
        let time = SlotTime(span, for: party)
        if !time.fit.isInside { against |= 1 << UInt64(index) }
        cost += time.cost
      }
      found.append(Candidate(start: start, against: against, cost: cost))
      start = start.adding(SlotRequest.step)
    }
    return found
  }

  /// The best, none that share time: first at most two of a day, then more of the days that there are.
  ///
  /// Where they fit, those that are added lie apart as far as there is room for it.
  private func choose(_ candidates: [Candidate], fit: Bool) -> [TimeSpan] {
    let ranked = candidates.sorted { ($0.cost, $0.start) < ($1.cost, $1.start) }
    var chosen: [Candidate] = []
    var ofDay: [CivilDate: Int] = [:]
    func add(most: Int, apart: Int) {
      for candidate in ranked {
        guard chosen.count < request.limit else { break }
        let date = desk.homeZone.date(at: candidate.start)
        let near = request.length + apart
        guard ofDay[date, default: 0] < most,
          !chosen.contains(where: { abs($0.start.seconds(since: candidate.start)) < near })
        else { continue }
        ofDay[date, default: 0] += 1
        chosen.append(candidate)
      }
    }
    add(most: 2, apart: 0)
    for apart in fit ? [7200, 3600, 0] : [0] where chosen.count < request.limit {
      add(most: .max, apart: apart)
    }
    return chosen.sorted { ($0.cost, $0.start) < ($1.cost, $1.start) }.map {
      TimeSpan(start: $0.start, seconds: request.length)
    }
  }

  private func proposal(_ span: TimeSpan) -> SlotProposal {
    SlotProposal(
      span: span, times: request.parties.map { SlotTime(span, for: $0) },
      conflicts: busy.filter { $0.span.overlaps(span) }.map(\.occurrence))
  }

  // Why nothing fits.

  private func obstacles(_ candidates: [Candidate]) -> [SlotObstacle] {
    let against = Set(candidates.map(\.against))
    func isFree(_ mask: UInt64) -> Bool { against.contains { $0 & mask == 0 } }
    let bits = request.parties.indices.map { UInt64(1) << UInt64($0) }
    let never = zip(request.parties, bits).filter { !isFree($0.1) }.map { SlotObstacle.neverAtWork($0.0) }
    guard never.isEmpty else { return never }
    var apart: [SlotObstacle] = []
    for (index, one) in bits.enumerated() {
      for (other, second) in bits.enumerated().dropFirst(index + 1) where !isFree(one | second) {
        apart.append(.noCommonHours(request.parties[index], request.parties[other]))
      }
    }
    guard apart.isEmpty else { return apart }
    let everybody = bits.reduce(0, |)
    guard isFree(everybody) else {
      let one = zip(request.parties, bits).filter { isFree(everybody & ~$0.1) }
      return [.noHoursForAll] + one.map { .hours($0.0) }
    }
    return planned(candidates, everybody, against)
  }

  /// Everybody is at work together at some time: what is planned then.
  private func planned(
    _ candidates: [Candidate], _ everybody: UInt64, _ against: Set<UInt64>
  ) -> [SlotObstacle] {
    var found: [SlotObstacle] = []
    if against.contains(Self.bufferBit) { found.append(.buffer(desk.settings.bufferMinutes)) }
    var inTheWay: [Occurrence] = []
    for candidate in candidates where candidate.against & everybody == 0 {
      let span = TimeSpan(start: candidate.start, seconds: request.length)
      for item in busy where item.occurrence.span.overlaps(span) && !inTheWay.contains(item.occurrence) {
        inTheWay.append(item.occurrence)
      }
      if inTheWay.count >= 5 { break }
    }
    if !inTheWay.isEmpty { found.append(.blocks(inTheWay)) }
    for (index, party) in request.parties.enumerated() where against.contains(1 << UInt64(index)) {
      found.append(.hours(party))
    }
    return found
  }
}
