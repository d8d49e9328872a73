import Civil

/// What the command line says when it only opens the dashboard.
///
/// Read by hand because it is on the way to the first paint; everything else goes to the shell commands, which
/// read the same options their own way.
struct Launch: Equatable {
  var data: String?
  var now: Instant?
  var isFrozen = false

  /// Nil when the arguments ask for anything but opening the dashboard.
  init?(arguments: some Collection<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = { parts.count == 2 ? String(parts[1]) : rest.next() }
      switch parts.first {
      case "--data":
        guard let folder = value(), !folder.isEmpty else { return nil }
        data = folder
      case "--now":
        guard let text = value(), let instant = Instant(text: text) else { return nil }
        now = instant
      case "--freeze" where parts.count == 1: isFrozen = true
      default: return nil
      }
    }
  }
}
