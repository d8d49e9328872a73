import Glibc

/// Opens addresses with what the system opens such with.
enum LinkOpener {
  /// Starts `xdg-open`, or `open` where there is none, and does not wait for it.
  ///
  /// The address is handed over as an argument, never as a part of a command. Nothing of the opener's is written to
  /// the terminal.
  ///
  /// - Returns: whether there is such a program.
  static func open(_ address: String) -> Bool {
    let script = """
      for opener in xdg-open open; do
        if command -v "$opener" >/dev/null 2>&1; then
          "$opener" "$1" </dev/null >/dev/null 2>&1 &
          exit 0
        fi
      done
      exit 127
      """
    let words = ["sh", "-c", script, "vahi", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return false }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}
