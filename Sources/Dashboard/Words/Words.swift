import Desk

/// All words shown to the person, in one language; a second language is one more value.
///
/// `%1`, `%2` … stand for what `fill` puts there, so that a language may turn the order round.
///
/// A class, because every piece of every frame asks for words and must not copy hundreds of them.
package final class Words: Sendable {
  package let general: GeneralWords
  package let board: BoardWords
  package let card: CardWords
  package let column: ColumnWords
  package let calendar: CalendarWords
  package let time: TimeWords
  package let today: TodayWords
  package let matrix: MatrixWords
  package let palette: PaletteWords
  package let help: HelpWords
  package let history: HistoryWords
  package let themes: ThemeWords
  package let welcome: WelcomeWords
  package let clients: ClientWords
  package let transfer: TransferWords
  package let report: ReportWords
  package let calendarReport: CalendarReportWords
  package let follow: FollowWords
  package let errors: ErrorWords
  package let slots: SlotWords
  package let plan: PlanWords
  package let dates: DateWords
  package let watch: WatchWords

  package init(
    general: GeneralWords = GeneralWords(), board: BoardWords = BoardWords(), card: CardWords = CardWords(),
    column: ColumnWords = ColumnWords(), calendar: CalendarWords = CalendarWords(),
    time: TimeWords = TimeWords(), today: TodayWords = TodayWords(), matrix: MatrixWords = MatrixWords(),
    palette: PaletteWords = PaletteWords(), help: HelpWords = HelpWords(),
    history: HistoryWords = HistoryWords(), themes: ThemeWords = ThemeWords(),
    welcome: WelcomeWords = WelcomeWords(), clients: ClientWords = ClientWords(),
    transfer: TransferWords = TransferWords(), report: ReportWords = ReportWords(),
    calendarReport: CalendarReportWords = CalendarReportWords(), follow: FollowWords = FollowWords(),
    errors: ErrorWords = ErrorWords(), slots: SlotWords = SlotWords(), plan: PlanWords = PlanWords(),
    dates: DateWords = DateWords.english, watch: WatchWords = WatchWords()
  ) {
    self.general = general
    self.board = board
    self.card = card
    self.column = column
    self.calendar = calendar
    self.time = time
    self.today = today
    self.matrix = matrix
    self.palette = palette
    self.help = help
    self.history = history
    self.themes = themes
    self.welcome = welcome
    self.clients = clients
    self.transfer = transfer
    self.report = report
    self.calendarReport = calendarReport
    self.follow = follow
    self.errors = errors
    self.slots = slots
    self.plan = plan
    self.dates = dates
    self.watch = watch
  }

  package static let english = Words()

  /// Puts arguments into a sentence.
  package static func fill(_ sentence: String, _ arguments: String...) -> String { fill(sentence, arguments) }

  package static func fill(_ sentence: String, _ arguments: [String]) -> String {
    // By bytes: this is on the way to the first paint, where adding slices of strings costs more than all the rest.
    let bytes = Array(sentence.utf8)
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let number = place + 1 < bytes.count ? Int(bytes[place + 1]) - 0x30 : 0
      if bytes[place] == UInt8(ascii: "%"), 1...9 ~= number, number <= arguments.count {
        text += Array(arguments[number - 1].utf8)
        place += 2
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
