import Desk

/// All words shown to the person, in one language; a second language is one more value.
///
/// `%1`, `%2` … stand for what `fill` puts there, so that a language may turn the order round.
package struct Words: Sendable {
  package var general = GeneralWords()
  package var board = BoardWords()
  package var card = CardWords()
  package var column = ColumnWords()
  package var calendar = CalendarWords()
  package var time = TimeWords()
  package var today = TodayWords()
  package var matrix = MatrixWords()
  package var palette = PaletteWords()
  package var help = HelpWords()
  package var history = HistoryWords()
  package var themes = ThemeWords()
  package var welcome = WelcomeWords()
  package var clients = ClientWords()
  package var transfer = TransferWords()
  package var report = ReportWords()
  package var errors = ErrorWords()
  package var dates = DateWords.english

  package static let english = Words()

  /// Puts arguments into a sentence.
  package static func fill(_ sentence: String, _ arguments: String...) -> String { fill(sentence, arguments) }

  package static func fill(_ sentence: String, _ arguments: [String]) -> String {
    var text = ""
    var rest = Substring(sentence)
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      let next = rest.index(after: percent)
      if next < rest.endIndex, let number = rest[next].wholeNumberValue, number >= 1,
        number <= arguments.count
      {
        text += arguments[number - 1]
        rest = rest[rest.index(after: next)...]
      } else {
        text += "%"
        rest = rest[next...]
      }
    }
    return text + rest
  }
}
