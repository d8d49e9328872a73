/// What a piece of the screen means; a theme says how each looks.
package enum Role: String, CaseIterable, Sendable {
  case background, text, muted, heading, accent, border, borderFocused
  case selection, selectionUnfocused, marked
  case now, due, overdue, warning, error, success, running, working, offHours, weekend
  /// The ground of hours in which some of those shown are off work, and all of them.
  case awayGround, offGround
  case key, hint, input, inputHint, understood, popup, popupBorder, done, waiting
  case client1, client2, client3, client4, client5, client6
  case client7, client8, client9, client10, client11, client12

  /// The colour of the n-th client, counted from 0; after twelve they repeat.
  package static func client(_ number: Int) -> Role {
    let place = (number % 12 + 12) % 12
    return allCases[Role.client1.ordinal + place]
  }

  /// The role's place among all cases, to find its style without hashing.
  ///
  /// An enumeration without payloads lies in memory as its place, up to 256 cases.
  @inline(__always)
  var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
