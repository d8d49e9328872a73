import Glibc
import SystemPackage

/// The person's own editor on a text.
struct Editor {
  /// Why the text did not come back.
  struct Problem: Error {
    let text: String
  }

  /// What the person has made of a text; its file stays until it is safe elsewhere.
  struct Edited {
    let text: String
    let path: String

    func remove() { unlink(path) }
  }

  let command: String
  let folder: String

  /// Opens the editor and waits for it; the terminal must have been given back before.
  func edit(_ text: String) -> Result<Edited, Problem> {
    // A name of its own: an earlier text may still be waiting there for the person.
    var template = Array((folder + "/vahi-XXXXXX.md").utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else { return .failure(Problem(text: Errno(rawValue: errno).description)) }
    close(descriptor)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(Errno) {
      try RawFile.write(Array(text.utf8), to: path)
    } catch {
      unlink(path)
      return .failure(Problem(text: error.description))
    }
    do throws(Errno) {
      let status = run(path)
      guard status == 0 else {
        unlink(path)
        return .failure(Problem(text: "\(status)"))
      }
      var edited = String(decoding: try RawFile.read(path), as: UTF8.self)
      // Editors end a file with a line break that nobody typed.
      if edited.hasSuffix("\n"), !text.hasSuffix("\n") { edited.removeLast() }
      return .success(Edited(text: edited, path: path))
    } catch {
      // What was written there is the person's: it stays.
      return .failure(Problem(text: "\(path): \(error.description)"))
    }
  }

  /// Runs the editor by the shell, since people write arguments into EDITOR.
  private func run(_ path: String) -> CInt {
    // Ctrl-C in the editor is the editor's, not ours.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["sh", "-c", command + " \"$1\"", "vahi", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, environ)
    guard failure == 0 else { return failure }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return errno } }
    return status == 0 ? 0 : max(1, status >> 8 & 0xff)
  }
}
