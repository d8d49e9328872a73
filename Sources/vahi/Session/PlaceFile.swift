import Dashboard
import Glibc
import SystemPackage

/// The file that remembers where one was on a desk.
struct PlaceFile {
  private let path: String
  private(set) var saved: Place

  /// - Parameter desk: the desk's folder; each has a file of its own.
  init(_ surroundings: Surroundings, desk: String) {
    let name = String(desk.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    path = surroundings.stateFolder + "/" + String(name.suffix(120)) + ".json"
    saved = Place((try? RawFile.read(path)) ?? [])
  }

  /// Keeps a place, if it is another one; one that cannot be kept is no reason to trouble anybody.
  mutating func save(_ place: Place) {
    guard place != saved else { return }
    saved = place
    let beside = path + ".new"
    do throws(Errno) {
      try RawFile.write(place.bytes, to: beside)
    } catch {
      guard error == .noSuchFileOrDirectory else { return }
      makeFolder()
      guard (try? RawFile.write(place.bytes, to: beside)) != nil else { return }
    }
    rename(beside, path)
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
