import Canvas
import Desk

/// What the answer to a question in one line is for; each subject has its own questions.
package enum Question: Equatable, Sendable {
  case board(BoardQuestion)
  case card(CardQuestion)
  case calendar(CalendarQuestion)
  case time(TimeQuestion)
  case client(ClientQuestion)
  case desk(DeskQuestion)
  case transfer(TransferQuestion)
}

/// A question that is answered by typing a line, with what is understood shown while typing.
package struct Prompt: Equatable, Sendable {
  package var question: Question
  package var title: String
  package var field: LineEditor
  /// Why the line was not taken; gone with the next key.
  package var problem: String?
  /// Which completion is chosen; nil is the text as typed.
  package var completion: Int?

  package init(_ question: Question, title: String, text: String = "") {
    self.question = question
    self.title = title
    field = LineEditor(text)
  }
}

/// What is made of a line while it is typed.
package struct Reading: Equatable, Sendable {
  /// Parts of what was understood, such as `due Fri 27 Nov 16:00 London`.
  package var understood: [String] = []
  /// Words that look like marks and are none, so that they are text.
  package var plainMarks: [String] = []
  /// What to do instead, where they were meant.
  package var remedy: String?
  /// What should be known about it before it is taken, such as an overlap.
  package var warnings: [String] = []
  /// Ranges of the text that were understood, in grapheme clusters.
  package var ranges: [Range<Int>] = []
  /// Lines that would complete the text, best first.
  package var completions: [Completion] = []
  /// What is wrong with it as it stands.
  package var problem: String?
  /// What can be typed, while there is nothing to say about what was.
  package var hint: String?

  package init() {}
}

/// A line that could be meant.
package struct Completion: Equatable, Sendable {
  package var text: String
  package var detail: String

  package init(text: String, detail: String = "") {
    self.text = text
    self.detail = detail
  }
}

/// What came of an answer.
package enum Answer: Equatable, Sendable {
  case effects([Effect])
  /// It cannot be taken; the question stays open and says why.
  case refused(String)
  /// Taken, and the same question again, empty: for making several in a row.
  case again([Effect])
}

extension Question {
  /// What is understood of a line so far.
  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    switch self {
    case .board(let question): question.read(text, state, world)
    case .card(let question): question.read(text, state, world)
    case .calendar(let question): question.read(text, state, world)
    case .time(let question): question.read(text, state, world)
    case .client(let question): question.read(text, state, world)
    case .desk(let question): question.read(text, state, world)
    case .transfer(let question): question.read(text, state, world)
    }
  }

  /// Called at every change of the line, for questions whose answer shows at once, such as a filter.
  func typing(_ text: String, _ state: inout ViewState, _ world: World) {
    if case .board(let question) = self { question.typing(text, &state, world) }
  }

  /// Called when the question is left without an answer.
  func cancelled(_ state: inout ViewState) {
    if case .board(let question) = self { question.cancelled(&state) }
  }

  /// Whether alt+Enter takes the answer and asks again.
  var canRepeat: Bool {
    if case .board(.newCard) = self { true } else { false }
  }

  /// Whether a completion is a part of the line, which goes on after it.
  var completesWords: Bool {
    if case .board(.newCard) = self { true } else { false }
  }

  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    switch self {
    case .board(let question): question.answer(text, completion, &state, world)
    case .card(let question): question.answer(text, completion, &state, world)
    case .calendar(let question): question.answer(text, completion, &state, world)
    case .time(let question): question.answer(text, completion, &state, world)
    case .client(let question): question.answer(text, completion, &state, world)
    case .desk(let question): question.answer(text, completion, &state, world)
    case .transfer(let question): question.answer(text, completion, &state, world)
    }
  }
}

extension Prompt {
  /// Takes a key; the overlay stays open unless the answer was taken or refused by Esc.
  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    problem = nil
    switch press.key {
    case .escape:
      question.cancelled(&state)
      return .close
    case .enter:
      if let line = chosenLine(state, world) {
        field.replace(with: line)
        completion = nil
        question.typing(line, &state, world)
        return .stay
      }
      switch question.answer(field.text, completion, &state, world) {
      case .effects(let effects):
        guard press.alt, question.canRepeat else { return .finish(effects) }
        field = LineEditor()
        return .effects(effects)
      case .refused(let why):
        problem = why
        return .stay
      case .again(let effects):
        field = LineEditor()
        return .effects(effects)
      }
    case .up, .down, .tab, .backTab:
      let completions = question.read(field.text, state, world).completions
      guard !completions.isEmpty else { return .stay }
      if press.key == .tab, completions.count == 1 || completion == nil {
        completion = completions.count == 1 ? nil : 0
        if completions.count == 1 { field.replace(with: completions[0].text) }
        return .stay
      }
      let step = press.key == .down || press.key == .tab ? 1 : -1
      let next = (completion ?? -1) + step
      completion = next < 0 ? nil : min(next, completions.count - 1)
      return .stay
    default:
      guard field.handle(press) else { return .stay }
      completion = nil
      question.typing(field.text, &state, world)
      return .stay
    }
  }

  /// The line of the chosen completion, where Enter takes it into the line before it takes the line.
  private func chosenLine(_ state: ViewState, _ world: World) -> String? {
    guard question.completesWords, let completion else { return nil }
    let completions = question.read(field.text, state, world).completions
    return completions.indices.contains(completion) ? completions[completion].text : nil
  }

  /// Takes the completion that is clicked, as Enter would.
  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World)
    -> OverlayResult
  {
    let painter = Painter(theme: .standard, state: state, world: world)
    let place = PromptPlace(self, question.read(field.text, state, world), layout, painter)
    guard let index = place.completions.indices.first(where: { place.completion($0).contains(x: x, y: y) })
    else { return .stay }
    completion = index
    return handle(KeyPress(.enter), &state, world)
  }

  mutating func paste(_ text: String, _ state: inout ViewState, _ world: World) {
    field.insert(text)
    completion = nil
    question.typing(field.text, &state, world)
  }
}
