import Civil
import Dashboard
import Glibc
import SystemPackage

/// The file that remembers where one was on a desk.
struct PlaceFile {
  private let path: String
  private(set) var saved: Place

  /// - Parameter desk: the desk's folder; each has a file of its own.
  init(_ surroundings: Surroundings, desk: String) {
    path = PlaceFile.path(surroundings, desk: desk, ending: ".json")
    saved = Place((try? RawFile.read(path)) ?? [])
  }

  /// A file about a desk that may be lost; each desk has its own.
  static func path(_ surroundings: Surroundings, desk: String, ending: String) -> String {
    let name = String(desk.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    return surroundings.stateFolder + "/" + String(name.suffix(120)) + ending
  }

  /// Whether a place is another one than was kept.
  private func isElsewhere(_ place: Place) -> Bool {
    var place = place
    place.seenAt = saved.seenAt
    return place != saved
  }

  /// Keeps a place, if it is another one; one that cannot be kept is no reason to trouble anybody.
  ///
  /// - Parameter isLeaving: whether the time is to be kept even where the place is the same.
  mutating func save(_ place: Place, at now: Instant, isLeaving: Bool = false) {
    guard isLeaving || isElsewhere(place) else { return }
    var place = place
    place.seenAt = now
    saved = place
    let beside = path + ".new"
    do throws(Errno) {
      try RawFile.write(place.bytes, to: beside)
    } catch {
      guard error == .noSuchFileOrDirectory else { return }
      PlaceFile.makeFolder(of: path)
      guard (try? RawFile.write(place.bytes, to: beside)) != nil else { return }
    }
    rename(beside, path)
  }

  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
