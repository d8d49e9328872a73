import Canvas
import Dashboard
import Desk
import Testing

/// What is remembered from earlier frames must never be seen: every frame equals one drawn from nothing.
@Test(arguments: [(80, 24), (140, 40)])
func aFrameFromMemoryIsTheFrameDrawnAnew(_ width: Int, _ height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  let memory = FrameMemory()
  var chance = SystemlessGenerator(state: 48)
  let keys = [
    "j", "k", "h", "l", "L", "H", "x", "u", "t", "tab", "1", "2", "3", "4", "0", "esc", "S", "]", "[",
    "space", "J",
    "n", "enter", "y", "A", "g t", "g d", "g e", "ctrl+r", "+", "D",
  ]
  for step in 0..<400 {
    scenario.keys(keys[Int(chance.next() % UInt64(keys.count))])
    if step % 7 == 0 { scenario.wait(seconds: Int(chance.next() % 90)) }
    let world = World(desk: scenario.desk, now: scenario.now, ids: scenario.sample.ids, memory: memory)
    let remembered = Dashboard.view(scenario.state, world, theme: .standard)
    #expect(remembered == scenario.frame, "after step \(step)")
  }
}

/// Days side by side are kept as pictures while the cursor moves through them.
@Test(arguments: [(80, 24), (140, 40)])
func aWeekFromMemoryIsTheWeekDrawnAnew(_ width: Int, _ height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  let memory = FrameMemory()
  var chance = SystemlessGenerator(state: 11)
  let keys = [
    "j", "k", "j", "k", "h", "l", "h", "l", "]", "[", "{", "}", "v", "esc", "w", "z", "Z", "+", "-", "J", "K",
    "D",
    "u", "ctrl+r", "p", "2", "3", "1", "S", "S", "tab", "pageup", "pagedown", "f", ".", "n", "enter",
  ]
  // A journey changes whose clocks stand beside the days; a block over midnight is in the days of both.
  scenario.keys(":")
  scenario.type("travel london 26 nov - 2 dec")
  scenario.keys("enter 1 tab f w n")
  scenario.type("Over midnight 23:00 4h")
  scenario.keys("enter esc")
  scenario.perform { state, _ in
    state.calendar.zones = ["Asia/Kolkata"]
    return []
  }
  for step in 0..<500 {
    scenario.keys(keys[Int(chance.next() % UInt64(keys.count))])
    if step % 40 == 0 { scenario.wait(seconds: Int(chance.next() % 90)) }
    let world = World(desk: scenario.desk, now: scenario.now, ids: scenario.sample.ids, memory: memory)
    let remembered = Dashboard.view(scenario.state, world, theme: .standard)
    #expect(remembered == scenario.frame, "after step \(step)")
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
