import Exchange
import Glibc
import SystemPackage

/// A folder with one .ics an event, as vdirsyncer and khal keep it.
///
/// A file is written beside, under a name that others pass over, and put in place; one that is being written by
/// somebody else while it is read is left for the next time.
struct VdirFolder {
  let path: String
  /// Larger files are no event; bytes.
  private static let largest = 32 << 20

  /// What is in it, by name.
  ///
  /// - Parameters:
  ///   - known: the stamps of files that need not be read again.
  ///   - read: reads a file.
  func files(
    known: [String: String], read: (String) throws(Errno) -> [UInt8] = RawFile.read
  ) throws(Errno) -> [VdirFile] {
    guard let stream = opendir(path) else { throw Errno(rawValue: errno) }
    closedir(stream)
    return RawFile.names(in: path).filter { $0.hasSuffix(".ics") && !$0.hasPrefix(".") }.compactMap { name in
      guard let stamp = stamp(name) else { return nil }
      if known[name] == stamp { return VdirFile(name: name, stamp: stamp, content: .asBefore) }
      guard let bytes = try? read(path + "/" + name), self.stamp(name) == stamp else {
        return VdirFile(name: name, stamp: stamp, content: .busy)
      }
      return VdirFile(name: name, stamp: stamp, content: .bytes(bytes))
    }
  }

  /// The size and the time of writing of a file; nil where there is none to be read.
  func stamp(_ name: String) -> String? {
    var status = stat()
    guard stat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.largest
    else { return nil }
    return "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// Makes a change, unless the file is another than it was; gives the file's new stamp, empty where it is gone.
  func make(_ change: VdirPlan.FileChange) throws(Errno) -> String? {
    let file = path + "/" + change.file
    guard stamp(change.file) == change.stamp else { return nil }
    guard let bytes = change.bytes else {
      guard unlink(file) == 0 || errno == ENOENT else { throw Errno(rawValue: errno) }
      return ""
    }
    let beside = "\(path)/.\(change.file).\(getpid()).tmp"
    do throws(Errno) {
      try RawFile.write(bytes, to: beside)
      guard stamp(change.file) == change.stamp else {
        unlink(beside)
        return nil
      }
      guard rename(beside, file) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(beside)
      throw error
    }
    return stamp(change.file)
  }
}
