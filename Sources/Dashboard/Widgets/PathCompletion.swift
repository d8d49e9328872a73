/// What a folder holds, as it was read for a path that is being typed.
package struct FolderListing: Equatable, Sendable {
  /// The folder as it was typed, with its last slash; empty for the one that the program runs in.
  package var folder: String
  /// Names in order; those of folders end in a slash.
  package var names: [String]

  package init(folder: String, names: [String]) {
    self.folder = folder
    self.names = names
  }

  /// The part of a path that names its folder, up to the last slash.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The paths that a beginning may become: of files those that end in one of some ways, and folders.
  ///
  /// Letters match in either case, and what is hidden is found by who types its dot.
  func completions(of path: String, endings: [String]) -> [String] {
    guard FolderListing.folder(of: path) == folder else { return [] }
    let typed = String(path.dropFirst(folder.count)).lowercased()
    return names.filter { name in
      let key = name.lowercased()
      return key.hasPrefix(typed) && key != typed && (!key.hasPrefix(".") || typed.hasPrefix("."))
        && (key.hasSuffix("/") || endings.contains { key.hasSuffix($0) })
    }.map { folder + $0 }
  }

  /// The longest beginning that paths share, as the first of them has it.
  static func sharedBeginning(of paths: [String]) -> String {
    guard let first = paths.first else { return "" }
    let length = paths.dropFirst().reduce(first.count) { length, path in
      min(length, zip(first, path).prefix { $0.lowercased() == $1.lowercased() }.count)
    }
    return String(first.prefix(length))
  }
}
