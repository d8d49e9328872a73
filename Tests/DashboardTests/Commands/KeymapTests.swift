import Canvas
import Dashboard
import Testing

@Test func noTwoCommandsClaimTheSameKeyInOnePlace() {
  #expect(Keymap.standard.conflicts == [])
}

@Test func everyDefaultKeyIsUnderstoodAndWrittenBackTheSame() {
  for command in CommandTable.all {
    for keys in command.keys {
      let chords = KeyChord.sequence(keys)
      #expect(chords != nil, "\(command.id): \(keys)")
      #expect(chords?.map(\.text).joined(separator: " ") == keys, "\(command.id)")
    }
  }
}

@Test func commandIdsAreUnique() {
  let ids = CommandTable.all.map(\.id)
  #expect(Set(ids).count == ids.count)
}

@Test(arguments: [
  ("ctrl+r", KeyPress(.character("r"), control: true)), ("shift+tab", KeyPress(.backTab)),
  ("space", KeyPress(" ")), ("f1", KeyPress(.function(1))), ("+", KeyPress("+")),
  ("alt++", KeyPress(.character("+"), alt: true)),
  ("<", KeyPress("<")), ("मा", KeyPress("मा")),
])
func aChordIsReadAsPeopleWriteIt(_ text: String, _ press: KeyPress) {
  #expect(KeyChord(text: text) == KeyChord(press))
}

@Test(arguments: ["", "ctrl+", "strg+x", "ab", "f13"])
func whatIsNoKeyIsNotUnderstood(_ text: String) {
  #expect(KeyChord(text: text) == nil)
}

@Test func aKeyOfOnesOwnReplacesTheDefaultAndAConflictIsReported() {
  let keymap = Keymap(commands: CommandTable.all, overrides: ["card.new": ["a"], "desk.undo": ["ctrl+z"]])
  #expect(keymap.keys(of: "card.new") == ["a"])
  #expect(
    keymap.conflicts.contains { $0.keys == "ctrl+z" && $0.commands == ["desk.suspend", "desk.undo"] })
}

@Test func aKeyOfOnesOwnThatHidesACommandOfEverywhereIsReported() {
  let commands = CommandTable.all
  #expect(
    Keymap(commands: commands, overrides: ["card.new": ["d"]]).conflicts == [
      KeyConflict(keys: "d", commands: ["card.new"], hidden: ["card.due"])
    ])
  // The other way round: undo does not work on a list any more.
  let undo = Keymap(commands: commands, overrides: ["desk.undo": ["n"]]).conflicts
  #expect(undo.contains(KeyConflict(keys: "n", commands: ["card.new"], hidden: ["desk.undo"])))
  // A key that begins others hides them all, and that is one thing.
  let begin = Keymap(commands: commands, overrides: ["card.new": ["g"]]).conflicts
  #expect(begin.contains { $0.commands == ["card.new"] && $0.hidden.contains("view.history") })
  // Who binds both knows.
  let both = Keymap(commands: commands, overrides: ["card.new": ["d"], "card.due": ["d"]])
  #expect(both.conflicts == [])
}

@Test func aCommandDoesNotClashWithItself() {
  let twice = Keymap(commands: CommandTable.all, overrides: ["card.new": ["z", "z"]])
  #expect(twice.conflicts == [])
}

@Test func aConflictIsASentence() {
  let words = Words.english.help
  #expect(
    words.sentence(of: KeyConflict(keys: "d", commands: ["card.new"], hidden: ["card.due"]))
      == "the key d runs card.new; where that can run, it does not run card.due")
  #expect(
    words.sentence(of: KeyConflict(keys: "x", commands: ["a.b", "c.d"]))
      == "the key x is claimed by a.b and c.d; give all but one another key")
}

@Test func aConfigurationIsReadWithItsMistakesNamed() {
  let text = """
    {
      // my keys
      "theme": "paper",
      "keys": { "card.new": "a", "card.nwe": "b", "desk.undo": ["hyper+z"], },
      "colour": true,
    }
    """
  let (configuration, problems) = Configuration.parse(Array(text.utf8), words: .english)
  #expect(configuration.theme == "paper")
  #expect(configuration.keys["card.new"] == ["a"])
  #expect(problems.map(\.place.line) == [4, 4, 5])
  #expect(problems.first?.text.contains("card.nwe") == true)
}

@Test func aConflictAndAnUnknownThemeAreToldWhereTheyAre() {
  let text = """
    {
      "theme": "nosuch",
      "keys": {
        "desk.undo": "ctrl+z",
        "card.new": "d"
      }
    }
    """
  let (configuration, problems) = Configuration.parse(Array(text.utf8), words: .english)
  #expect(problems == [])
  let keymap = Keymap(commands: CommandTable.all, overrides: configuration.keys)
  let told = configuration.problems(of: keymap.conflicts, Words.english.help)
  #expect(told.map(\.place.line) == [4, 5])
  let library = ThemeLibrary(configured: "nosuch", depth: .trueColor)
  let theme = configuration.problem(ofThemeAmong: library, Words.english.help)
  #expect(theme?.place.line == 2)
  #expect(theme?.text.contains("nosuch") == true)
}

@Test func aCalendarFolderThatIsNamedTwiceIsToldWithItsLine() {
  let text = """
    { "calendars": [
      {"folder": "~/calendars/lin", "client": "lin"},
      {"folder": "~/calendars/./lin/"},
      {"folder": "~/calendars/lina", "client": "lin"}
    ] }
    """
  let (configuration, problems) = Configuration.parse(Array(text.utf8), words: .english)
  #expect(configuration.calendars.map(\.folder) == ["~/calendars/lin", "~/calendars/lina"])
  #expect(problems.map(\.place.line) == [3] && problems.first?.text.contains("/./lin/") == true)
}

@Test func aTornConfigurationKeepsWhatCameBeforeTheMistake() {
  let (configuration, problems) = Configuration.parse(
    Array("{ \"theme\": \"dusk\", \"keys\": ".utf8), words: .english)
  #expect(configuration.theme == "dusk")
  #expect(problems.count == 1)
}
