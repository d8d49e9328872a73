/// A change of names that a power cut can take away until a folder it touches is synced.
enum NameChange: Sendable {
  case link(String, Int)
  case unlink(String)
  case rename(String, String)
  case makeFolder(String)
  case removeFolder(String)

  var folders: [String] {
    switch self {
    case .link(let path, _), .unlink(let path), .makeFolder(let path), .removeFolder(let path):
      [parent(of: path)]
    case .rename(let from, let to): [parent(of: from), parent(of: to)]
    }
  }
}

/// Which names lead to which files, and which folders there are.
struct Names: Sendable {
  var files: [String: Int] = [:]
  var folders: Set<String> = ["/"]

  mutating func apply(_ change: NameChange) {
    switch change {
    case .link(let path, let node): if folders.contains(parent(of: path)) { files[path] = node }
    case .unlink(let path): files[path] = nil
    case .makeFolder(let path): if folders.contains(parent(of: path)) { folders.insert(path) }
    case .removeFolder(let path): folders.remove(path)
    case .rename(let from, let to):
      guard folders.contains(parent(of: to)) else { return }
      if let node = files.removeValue(forKey: from) { files[to] = node }
      guard folders.contains(from) else { return }
      for (path, node) in files where path.hasPrefix(from + "/") {
        files[path] = nil
        files[to + path.dropFirst(from.count)] = node
      }
      for path in folders where path == from || path.hasPrefix(from + "/") {
        folders.remove(path)
        folders.insert(to + path.dropFirst(from.count))
      }
    }
  }
}

/// The folder that holds a file or folder.
func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}
