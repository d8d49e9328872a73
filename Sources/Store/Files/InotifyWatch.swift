import Glibc

/// Hears of changes in a folder from the kernel.
final class InotifyWatch: FolderWatch {
  let descriptor: Int32
  private var watched: Int32 = -1

  init?() {
    descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func watch(_ folder: String) throws(FileError) {
    let events = IN_MODIFY | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
    let added = inotify_add_watch(descriptor, folder, UInt32(events))
    guard added >= 0 else { throw FileError(.open, folder, .current) }
    // Removing a watch is itself told of: only a watch on another folder is removed.
    if watched >= 0, watched != added { inotify_rm_watch(descriptor, watched) }
    watched = added
  }

  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
