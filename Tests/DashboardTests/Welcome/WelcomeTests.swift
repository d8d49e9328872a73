import Canvas
import Civil
import Dashboard
import Desk
import Testing

/// A dashboard on a desk that nobody has used.
struct FirstRun {
  private(set) var state: ViewState
  private(set) var effects: [Effect] = []
  let world: World

  init(width: Int = 80, height: Int = 24) {
    world = World(
      desk: Desk(zones: PinnedZones.database), now: Instant(seconds: 1_795_406_400),
      ids: IdentifierSource { 7 }, systemZone: "Europe/London")
    state = Dashboard.start(size: Size(width: width, height: height), world: world)
  }

  mutating func keys(_ text: String) {
    for chord in KeyChord.sequence(text) ?? [] {
      effects += Dashboard.update(&state, .terminal(.key(chord.press)), world)
    }
  }

  mutating func type(_ text: String) {
    for character in text { effects += Dashboard.update(&state, .terminal(.key(KeyPress(character))), world) }
  }

  var screen: String {
    let frame = Dashboard.view(state, world, theme: .standard)
    return (0..<frame.height).map { frame.text(row: $0) }.joined(separator: "\n")
  }
}

@Test func aFirstRunAsksSixLinesAndMakesTheDeskInOneChange() throws {
  var run = FirstRun()
  #expect(run.screen.contains("Welcome"))
  run.keys("enter")
  #expect(run.screen.contains("Europe/London"))
  run.type("Asha")
  run.keys("enter")
  run.type("Asia/Kolkata")
  run.keys("enter enter enter")
  run.type("Coach Lin")
  run.keys("enter")
  run.type("Europe/London")
  run.keys("enter")
  guard case .commit(let transaction)? = run.effects.last else {
    Issue.record("nothing was committed: \(run.effects)")
    return
  }
  #expect(transaction.action == "desk.setup")
  guard case .settings(let settings)? = transaction.changes.first?.after else {
    Issue.record("no settings")
    return
  }
  #expect(settings.name == "Asha")
  #expect(settings.homeZone == "Asia/Kolkata")
  #expect(transaction.changes.count { $0.key.kind == "column" } == 6)
  #expect(run.state.overlays.isEmpty)
}

@Test func aProposedZoneIsOverwrittenByTypingAndAWrongOneIsRefused() {
  var run = FirstRun()
  run.keys("enter")
  run.type("Asha")
  run.keys("enter")
  run.type("Nowhere/Atall")
  run.keys("enter")
  #expect(run.screen.contains("No time zone is called"))
  #expect(run.effects == [])
}

@Test(arguments: [
  ("9-17", "8h a day"), ("9am-5:30pm", "8h30 a day"), ("10-6", "20h, past midnight"),
  ("from nine", "not understood"), ("25-26", "not understood"), ("9", "as 9:00-17:30"),
  ("9:00-", "as 9:00-17:30"),
  ("9am-5p", "as 9:00-17:30"),
])
func theFormSaysHowHoursAreUnderstood(_ typed: String, _ understood: String) {
  var run = FirstRun()
  run.keys("enter")
  run.type("Asha")
  run.keys("enter enter")
  run.type(typed)
  #expect(run.screen.contains(understood))
  #expect(run.screen.contains("5 days a week"))
  #expect(!run.screen.contains("…"))
}

@Test func oneKeyOpensTheSampleAndOneLeaves() {
  var run = FirstRun()
  run.keys("s")
  #expect(run.effects == [.openSample])
  var other = FirstRun()
  other.keys("q")
  #expect(other.effects == [.quit])
}

@Test func escapeNeverLeavesAFirstRunOnAnEmptyScreen() {
  var run = FirstRun()
  run.keys("enter esc esc esc")
  #expect(run.screen.contains("Welcome"))
}

@Test func whatWasTypedIsThereAgainAfterEscape() {
  var run = FirstRun()
  run.keys("enter")
  run.type("Asha")
  run.keys("enter")
  run.type("Asia/Kolkata")
  run.keys("esc")
  #expect(run.screen.contains("Welcome") && !run.screen.contains("Asha"))
  run.keys("enter")
  #expect(run.screen.contains("Asha") && run.screen.contains("Asia/Kolkata"))
}

/// An example beside what cannot be read would look as if it were how that was read.
@Test(arguments: [60, 80]) func hoursThatAreLeftHalfTypedAreNotUnderstood(_ width: Int) {
  var run = FirstRun(width: width, height: 18)
  run.keys("enter")
  run.type("Asha")
  run.keys("enter enter")
  run.type("9")
  run.keys("tab")
  #expect(run.screen.contains("not understood") && !run.screen.contains("as 9:00-17:30"))
}

@Test(arguments: [
  ("m", "as mon-fri"), ("mon-", "as mon-fri"), ("wed,th", "2 days a week"), ("mox", "not understood"),
])
func theFormSaysHowDaysAreUnderstood(_ typed: String, _ understood: String) {
  var run = FirstRun()
  run.keys("enter")
  run.type("Asha")
  run.keys("enter enter enter")
  run.type(typed)
  #expect(run.screen.contains(understood), "\(run.screen)")
}

@Test func aZoneThatNoCityFitsIsNotUnderstoodAtOnce() {
  var run = FirstRun()
  run.keys("enter")
  run.type("Asha")
  run.keys("enter")
  run.type("xqzzy")
  #expect(run.screen.contains("not understood"))
}

/// In the greeting no key but those that are listed does anything.
@Test func theGreetingPromisesNoKeyThatDoesNothing() {
  let run = FirstRun()
  #expect(run.screen.contains("on the desk ? says which"), "\(run.screen)")
}

/// However narrow the screen and long the path, what to do next is not cut off.
@Test func theSampleSaysFirstHowToLeaveIt() {
  let words = Words.english.welcome
  let text = Words.fill(words.sample, "/home-of-somebody/with/a/long/path-sample")
  #expect(TextWidth.cut(text, to: 58).contains("leave with q and start again"), "\(text)")
}
