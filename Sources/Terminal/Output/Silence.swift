import Glibc

/// Has something done whose words to the terminal go nowhere.
enum Silence {
  /// Points a descriptor at nothing while the body runs, and back at what it was.
  ///
  /// - Returns: false, without having run it, where the system has no descriptor to spare.
  static func on(_ descriptor: Int32, _ body: () -> Void) -> Bool {
    let nowhere = Glibc.open("/dev/null", O_WRONLY | O_CLOEXEC)
    let terminal = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    defer {
      if nowhere >= 0 { Glibc.close(nowhere) }
      if terminal >= 0 { Glibc.close(terminal) }
    }
    guard nowhere >= 0, terminal >= 0, dup2(nowhere, descriptor) >= 0 else { return false }
    body()
    dup2(terminal, descriptor)
    return true
  }
}
