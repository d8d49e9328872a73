import Civil
import Desk
import Glibc

/// What the process was started with and in: the one place that reads the environment.
struct Surroundings: Sendable {
  /// The value of an environment variable; nil where it is not set or empty.
  let value: @Sendable (_ name: String) -> String?

  /// The environment of this process, asked name by name: reading it all would hold up the first paint.
  static func current() -> Surroundings {
    Surroundings { name in
      guard let text = getenv(name), text.pointee != 0 else { return nil }
      return String(cString: text)
    }
  }

  var home: String {
    if let home = value("HOME") { return home }
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return "/" }
    return String(cString: folder)
  }

  /// A path as people write it, `~` for their home: a message has one line.
  func shortened(_ path: String) -> String {
    path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// The desk's folder: `--data`, `VAHI_DATA`, `XDG_DATA_HOME/vahi`, `~/.local/share/vahi`.
  func dataFolder(_ asked: String?) -> String {
    if let folder = asked ?? value("VAHI_DATA") { return folder }
    return (value("XDG_DATA_HOME") ?? home + "/.local/share") + "/vahi"
  }

  /// Where `config.json` and the person's own themes are.
  var configurationFolder: String { (value("XDG_CONFIG_HOME") ?? home + "/.config") + "/vahi" }

  /// Where is kept what may be lost: the place one was at.
  var stateFolder: String { (value("XDG_STATE_HOME") ?? home + "/.local/state") + "/vahi" }

  /// Folders that may hold themes, the person's own last, so that they win.
  var themeFolders: [String] {
    var folders: [String] = []
    if let program = Surroundings.programFolder {
      // An installed program has them in share/vahi/themes, one run from its source tree at the tree's top.
      folders.append(program + "/../share/vahi/themes")
      folders.append(program + "/../../../themes")
    }
    return folders + [configurationFolder + "/themes"]
  }

  /// The person's editor, with its arguments.
  var editor: String { value("VISUAL") ?? value("EDITOR") ?? "vi" }

  /// Where a text waits for the editor.
  var temporaryFolder: String { value("TMPDIR") ?? "/tmp" }

  /// Whether colours are unwanted (no-color.org).
  var wantsNoColour: Bool { value("NO_COLOR") != nil }

  /// The rules of clocks as the system has them; `TZDIR` names another folder.
  func zones() -> ZoneDatabase {
    let folder = value("TZDIR") ?? "/usr/share/zoneinfo"
    // Names that lead out of the folder are no zones to the database, and are never asked for.
    return ZoneDatabase { try? RawFile.read(folder + "/" + $0) }
  }

  /// The IANA name of the system's zone: `TZ`, the link `/etc/localtime`, `/etc/timezone`, else UTC.
  func systemZone() -> String {
    if let zone = value("TZ").map({ $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }), zone.contains("/") {
      return zone
    }
    if let target = RawFile.linkTarget("/etc/localtime"), let range = target.firstRange(of: "zoneinfo/") {
      return String(target[range.upperBound...])
    }
    if let bytes = try? RawFile.read("/etc/timezone") {
      let name = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
      if let name { return String(name) }
    }
    return "UTC"
  }

  /// Names for what is new.
  var identifiers: IdentifierSource {
    IdentifierSource {
      var generator = SystemRandomNumberGenerator()
      return generator.next()
    }
  }

  /// Where the program itself is; computed, because it is the system's answer, and asked only when files of themes are
  /// read.
  private static var programFolder: String? {
    guard let path = RawFile.linkTarget("/proc/self/exe"), let slash = path.lastIndex(of: "/") else {
      return nil
    }
    return String(path[..<slash])
  }
}
