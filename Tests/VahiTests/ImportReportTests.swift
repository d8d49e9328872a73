import Dashboard
import Desk
import Exchange
import Testing

@testable import vahi

@Test func theReportOfAnImportIsShort() {
  var report = ImportReport()
  report.board = "Team"
  report.clientName = "Coach Lin"
  report.columns.added = 4
  report.cards.added = 122
  report.cards.unchanged = 3
  report.archivedCards = 78
  report.roles = [
    ImportReport.ColumnRole(name: "Ideas", role: .backlog, isNamed: false),
    ImportReport.ColumnRole(name: "Next", role: .ready, isNamed: true),
    ImportReport.ColumnRole(name: "Squares", role: .ready, isNamed: false),
    ImportReport.ColumnRole(name: "Done", role: .done, isNamed: true),
  ]
  #expect(
    report.lines(Words.english.report, isEmpty: false) == [
      "Board “Team” → client Coach Lin", "Columns: 4 new",
      "Cards: 122 new, 78 of them archived, 3 as they were",
      "Taken as backlog: Ideas?; ready: Next, Squares?; done: Done. What has a question mark is a guess; "
        + ": role of the column changes it.",
    ])
}

@Test func whatBothSidesChangedIsToldByTitle() {
  var report = ImportReport()
  report.conflicts = [ImportConflict(title: "Newsletter 48", fields: ["notes", "due"])]
  report.details.checklists = 2
  report.details.assignees = 1
  report.clientName = "Coach Lin"
  report.unmadeClient = "Other"
  report.remarks = [.cardsWithOtherClient: 2, .deletedHere: 1]
  report.otherClients = ["Prakashan", "Harbor"]
  #expect(
    report.lines(Words.english.report, isEmpty: false).dropFirst() == [
      "No new client “Other”: this board came into Coach Lin before, and went there.",
      "Of the new cards: 2 with a checklist, 1 with an assignee",
      "Changed on both sides, yours stayed: “Newsletter 48” (notes, due)", "", "Not as it was:",
      "  2 × cards that Harbor, Prakashan has already, left there",
      "  1 × cards deleted here since, not brought back",
    ])
}

@Test func whatAFolderSaysIsShortAndLeadsWithWhatIsThereTwice() {
  let words = Words.english.follow
  var outcome = CalendarFollower.Outcome(folder: "/lin")
  #expect(outcome.news(words) == nil && outcome.line(words) == "/lin: nothing new")
  (outcome.came, outcome.removed) = (1, 10)
  #expect(outcome.line(words) == "/lin: 1 came, 0 went, 10 taken away here")
  outcome.notes = ["Both kept", "t.ics is cut"]
  #expect(outcome.news(words) == "Both kept · t.ics is cut")
}

@Test func aReportWithoutGuessesSaysNothingOfThem() {
  var report = ImportReport()
  report.roles = [ImportReport.ColumnRole(name: "Done", role: .done, isNamed: true)]
  #expect(report.lines(Words.english.report, isEmpty: true).last == "Taken as done: Done.")
}

@Test func aCalendarsReportCountsInWords() {
  var report = CalendarReport()
  report.events.added = 3
  let words = Words.english.calendarReport
  #expect(report.lines(words, isEmpty: false)[1] == "Blocks: 3 new, 0 changed, 0 as they were")
  (report.series, report.moved) = (1, 1)
  #expect(
    report.lines(words, isEmpty: false)[1]
      == "Blocks: 3 new, 0 changed, 0 as they were (1 event repeats, 1 stands for one occurrence)")
  report.series = 2
  #expect(report.lines(words, isEmpty: false)[1].contains("(2 events repeat, 1 stands for one occurrence)"))
}
