import Testing

@testable import Civil

@Suite(.enabled(if: SystemZones.exist))
struct CLibraryComparisonTests {
  private static let start = Instant(seconds: -4_102_444_800)  // 1840
  private static let end = Instant(seconds: 4_102_444_800)  // 2100

  @Test func everyZoneIsAsTheCLibrarySays() throws {
    let library = CLibrary()
    var generator = SeededGenerator(seed: 5)
    let names = SystemZones.allNames()
    try #require(names.count > 300)
    var compared = 0
    for name in names where name != "leapseconds" {
      let zone = try SystemZones.zone(name)
      library.select(name)
      var instants = (0..<60).map { _ in
        Instant(seconds: Int64.random(in: Self.start.seconds..<Self.end.seconds, using: &generator))
      }
      var transition = zone.nextTransition(after: Self.start)
      while let change = transition, change < Self.end {
        instants += [change.adding(-1), change]
        transition = zone.nextTransition(after: change)
      }
      compared += instants.count
      for instant in instants {
        let ours = zone.offset(at: instant)
        let theirs = library.offset(at: instant)
        guard ours != theirs else { continue }
        Issue.record("\(name) at \(instant): \(ours), the C library says \(theirs)")
        break
      }
    }
    #expect(compared > 100_000)
  }
}
