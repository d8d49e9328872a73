import Desk
import Exchange
import Testing

// Files of real boards, where they lie beside the checkout.

@Test(
  .enabled(if: ImportBench.real("team-2019.json") != nil),
  arguments: [
    ("japanese-2015.json", cards: 67, archived: 1, comments: 4, columns: 4),
    ("minimal.json", 1, 0, 0, 1),
    ("team-2019.json", 122, 78, 93, 6),
  ])
func aRealBoardComesInAndStaysTheSame(name: String, cards: Int, archived: Int, comments: Int, columns: Int)
  throws
{
  var bench = try ImportBench()
  let bytes = try #require(ImportBench.real(name))
  let report = try bench.bring(bytes).report
  #expect(report.cards == tally(added: cards) && report.columns == tally(added: columns))
  #expect(report.comments.added + (report.remarks[.commentsOfMissingCards] ?? 0) == comments)
  #expect(report.archivedCards == archived)
  #expect(bench.desk.allCards.count == cards)
  #expect(try bench.bring(bytes).transaction.isEmpty)
}

@Test(.enabled(if: ImportBench.real("japanese-2015.json") != nil))
func labelsOf2015ComeFromTheCards() throws {
  var bench = try ImportBench()
  try bench.bring(try #require(ImportBench.real("japanese-2015.json")))
  #expect(bench.desk.allCards.contains { $0.labels == ["機胼"] })
}

@Test(.enabled(if: ImportBench.real("not-an-export-api-answer.json") != nil))
func anAnswerOfTheProgrammingInterfaceIsRefused() throws {
  let bench = try ImportBench()
  let bytes = try #require(ImportBench.real("not-an-export-api-answer.json"))
  #expect(throws: ExchangeError.notATrelloBoard(.apiAnswer)) { try bench.plan(bytes) }
}
