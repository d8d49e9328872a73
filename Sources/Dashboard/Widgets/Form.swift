import Canvas
import Civil
import Desk

/// What a field of a form holds and how it is checked.
package enum FieldKind: Equatable, Sendable {
  case text(isRequired: Bool)
  /// A time zone, found by city.
  case zone
  case hours, week
  case currency
  /// An amount an hour, in the currency of the form.
  case rate
  case hotkey
  /// Minutes from 0 to `Settings.longestBuffer`.
  case buffer
  /// Dates with names, semicolons between them.
  case holidays
  /// A file to read, found by the beginning of its name.
  case path
}

/// One line of a form.
package struct FormField: Equatable, Sendable {
  package var label: String
  package var kind: FieldKind
  package var editor: LineEditor
  package var hint: String

  package init(_ label: String, _ kind: FieldKind, text: String = "", hint: String = "") {
    self.label = label
    self.kind = kind
    editor = LineEditor(text)
    self.hint = hint
  }

  package var text: String { editor.text.trimmed }
}

/// Several lines to fill in, each checked while it is typed.
package struct Form: Equatable, Sendable {
  package var fields: [FormField]
  package var focus = 0
  /// Which completion of the focused field is chosen; nil is the text as typed.
  package var completion: Int?
  package var problem: String?
  /// Whether the focused field's text is selected whole, so that typing replaces it: a proposal is taken or
  /// overwritten, never edited by accident.
  package var isSelected = false
  /// What the folder of the path in the focused field holds, once it has been read.
  var listing: FolderListing?

  package enum Outcome: Equatable { case stay, submit, cancel }

  package init(_ fields: [FormField]) {
    self.fields = fields
    isSelected = !(fields.first?.text.isEmpty ?? true)
  }

  /// Takes a key: Enter goes on to the next field and submits from the last one.
  package mutating func handle(_ press: KeyPress, _ world: World) -> Outcome {
    problem = nil
    let completions = completions(world)
    switch press.key {
    case .escape: return .cancel
    case .enter where press.control || press.alt: return check(world) ? .submit : .stay
    case .enter:
      if fields[focus].kind != .path {
        take(completions)
      } else if completion != nil {
        take(completions)
        // Of a folder it goes on to what is in it.
        if fields[focus].text.hasSuffix("/") { return .stay }
      }
      if let why = fields[focus].problem(world) {
        problem = why
        return .stay
      }
      guard focus == fields.count - 1 else {
        focus(on: focus + 1)
        return .stay
      }
      return check(world) ? .submit : .stay
    case .tab where fields[focus].kind == .path && !completions.isEmpty: extend(completions)
    case .tab, .backTab:
      if fields[focus].kind != .path { take(completions) }
      focus(on: focus + (press.key == .tab ? 1 : fields.count - 1))
    case .down where !completions.isEmpty:
      completion = min((completion ?? -1) + 1, completions.count - 1)
    case .up where completion != nil:
      completion = completion.flatMap { $0 == 0 ? nil : $0 - 1 }
    case .down: focus(on: focus + 1)
    case .up: focus(on: focus + fields.count - 1)
    default: edit(press)
    }
    return .stay
  }

  private mutating func edit(_ press: KeyPress) {
    if isSelected, press.replacesSelection { fields[focus].editor.replace(with: "") }
    guard fields[focus].editor.handle(press) else { return }
    isSelected = false
    completion = nil
  }

  package mutating func paste(_ text: String) {
    if isSelected { fields[focus].editor.replace(with: "") }
    isSelected = false
    fields[focus].editor.insert(text)
    completion = nil
  }

  /// What the focused field could be completed to.
  package func completions(_ world: World) -> [Completion] {
    switch fields[focus].kind {
    case .zone: zones(world)
    case .path:
      listing?.completions(of: fields[focus].text, endings: Form.importable).prefix(Form.mostCompletions).map
      {
        Completion(text: $0)
      } ?? []
    default: []
    }
  }

  private static let mostCompletions = 6
  private static let importable = [".json", ".ics"]

  private func zones(_ world: World) -> [Completion] {
    let text = fields[focus].text
    guard !text.isEmpty, (try? world.desk.zones.zone(named: text)) == nil else { return [] }
    return world.desk.zones.search(text, limit: Form.mostCompletions).map { place in
      let wall = world.desk.zone(place.zone).wall(at: world.now)
      return Completion(
        text: place.zone, detail: [place.city, place.country, DateText.clock(wall)].joined(separator: " · "))
    }
  }

  /// Goes to a field, ready to type over what it holds.
  mutating func focus(on index: Int) {
    focus = index % fields.count
    completion = nil
    isSelected = !fields[focus].text.isEmpty
  }

  /// Puts the chosen completion, or for a zone the best one, into the field.
  mutating func take(_ completions: [Completion]) {
    guard !completions.isEmpty else { return }
    fields[focus].editor.replace(with: completions[min(completion ?? 0, completions.count - 1)].text)
    completion = nil
  }

  /// As a shell does: types what all completions share, and from there on goes from one to the next.
  private mutating func extend(_ completions: [Completion]) {
    let shared = FolderListing.sharedBeginning(of: completions.map(\.text))
    if completion == nil, shared.count > fields[focus].text.count {
      fields[focus].editor.replace(with: shared)
    } else {
      completion = completion.map { ($0 + 1) % completions.count } ?? 0
    }
    isSelected = false
  }

  /// Goes to the first field with a problem, if there is one.
  private mutating func check(_ world: World) -> Bool {
    for (index, field) in fields.enumerated() {
      if let why = field.problem(world) {
        focus(on: index)
        problem = why
        return false
      }
    }
    return true
  }
}

extension KeyPress {
  /// Whether it types or deletes, as opposed to moving about in what is there.
  fileprivate var replacesSelection: Bool {
    switch key {
    case .character: !control && !alt
    case .backspace, .delete: true
    default: false
    }
  }
}

extension FormField {
  /// What is wrong with the field as it stands.
  func problem(_ world: World) -> String? {
    let words = world.words.clients
    switch kind {
    case .text(let isRequired): return isRequired && text.isEmpty ? Words.fill(words.missing, label) : nil
    case .path: return text.isEmpty ? Words.fill(words.missing, label) : nil
    case .zone:
      return (try? world.desk.zones.zone(named: text)) == nil ? Words.fill(words.noZone, text) : nil
    case .hours: return WorkingHours(text: text) == nil ? words.noHours : nil
    case .week: return WeekdaySet(text: text) == nil ? words.noWeek : nil
    case .currency:
      return text.isEmpty || Currency.exponent(text.uppercased()) != nil ? nil : words.noCurrency
    case .rate: return text.isEmpty || Grammar.parseMoney(text, currency: "USD") != nil ? nil : words.noRate
    case .buffer:
      let isGood = text.isEmpty || Int(text).map { (0...Settings.longestBuffer).contains($0) } == true
      return isGood ? nil : Words.fill(words.noBuffer, "\(Settings.longestBuffer)")
    case .holidays:
      guard
        case .failure(let problem) = Grammar.parseHolidays(text, world.desk.grammarContext(now: world.now))
      else { return nil }
      return Words.fill(world.words.watch.noHoliday, problem.text)
    case .hotkey: return text.isEmpty || Int(text).map { (1...9).contains($0) } == true ? nil : words.noHotkey
    }
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
