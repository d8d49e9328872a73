import Canvas
import Dashboard
import Desk
import Testing

@Test(arguments: [(80, 24), (140, 40), (60, 18)])
func theEisenhowerView(width: Int, height: Int) throws {
  var scenario = try Scenario(width: width, height: height)
  scenario.press("view.matrixAll")
  scenario.expectFrame("matrix-\(width)x\(height)", .main)
}
