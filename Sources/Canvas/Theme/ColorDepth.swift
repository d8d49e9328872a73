/// How many colours a terminal shows.
package enum ColorDepth: Int, Comparable, Sendable {
  case none, ansi16, indexed256, trueColor

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
