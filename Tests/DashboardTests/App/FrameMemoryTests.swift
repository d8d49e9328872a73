import Canvas
import Dashboard
import Desk
import Testing

/// What is remembered from earlier frames must never be seen: every frame equals one drawn from nothing.
@Test(arguments: [(80, 24), (140, 40)])
func aFrameFromMemoryIsTheFrameDrawnAnew(_ width: Int, _ height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  let keys = [
    "j", "k", "h", "l", "L", "H", "x", "u", "t", "tab", "1", "2", "3", "4", "0", "esc", "S", "]", "[",
    "space", "J",
    "n", "enter", "y", "A", "g t", "g d", "g e", "ctrl+r", "+", "D",
  ]
  scenario.rememberFrames(pressing: keys, steps: 400, seed: 48, waitingEach: 7)
}

/// Days side by side are kept as pictures while the cursor moves through them.
@Test(arguments: [(80, 24), (140, 40)])
func aWeekFromMemoryIsTheWeekDrawnAnew(_ width: Int, _ height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  let keys = [
    "esc", "] [", "[ ]", "]", "[", "v", "w w", "z Z k o l k a t a enter", "+ -", "J K", "u ctrl+r", "1 w",
    "2 w",
    "2 w", "2 w", "3 w", "S", "S", "tab tab", "pageup", "pagedown", "f f", "n esc", "enter esc",
  ]
  // Nothing here undoes what makes the week. On the way into the journey and out of it, and on and off what is selected.
  let ways = [". } } l l l h h l l h", ". } } } } } k k k j j j", "h", "l", "j", "k", "{", "}"]
  // Where home and client have the same hours and, on the journey, the same time, one clock is left out and another, as
  // wide, stands in its place: then others' hours shade the days.
  try scenario.elsewhere { sample in
    sample.desk.editSettings(context: sample.context) {
      $0.hours = sample.desk.client(slug: "coach-lin")?.hours ?? $0.hours
    }
  }
  scenario.keys(":")
  scenario.type("travel london 26 nov - 2 dec")
  scenario.keys("enter 2 tab f w")
  // On its second day there is no room for the last of these until it is selected, and then less for the others, which are
  // in sight where it is not.
  for line in ["23 nov 21:00 25h Longest", "23 nov 22:00 24h Longer", "23 nov 23:00 4h Over"] {
    scenario.keys("n")
    scenario.type(line)
    scenario.keys("enter")
  }
  scenario.keys("esc")
  scenario.perform { state, _ in
    state.calendar.zones = ["Asia/Kolkata"]
    return []
  }
  scenario.rememberFrames(pressing: keys + ways + ways + ways, steps: 250, seed: 11, waitingEach: 40)
}

extension Scenario {
  /// Presses keys at random, and holds every frame drawn by one memory against the frame drawn without.
  ///
  /// - Parameter waitingEach: after how many keys up to 90 seconds go by.
  fileprivate mutating func rememberFrames(
    pressing keys: [String], steps: Int, seed: UInt64, waitingEach: Int
  ) {
    let memory = FrameMemory()
    var chance = SystemlessGenerator(state: seed)
    for step in 0..<steps {
      let sequence = keys[Int(chance.next() % UInt64(keys.count))]
      for key in sequence.split(separator: " ") {
        self.keys(String(key))
        let world = World(desk: desk, now: now, ids: sample.ids, memory: memory)
        let isSame = Dashboard.view(state, world, theme: .standard) == frame
        #expect(isSame, "\(key) of \(sequence), step \(step)")
      }
      if step % waitingEach == 0 { wait(seconds: Int(chance.next() % 90)) }
    }
  }
}

/// A small generator with a seed, so that a failure can be seen again.
struct SystemlessGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
