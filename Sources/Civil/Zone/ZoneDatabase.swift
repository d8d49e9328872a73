import Synchronization

/// The zones of the system's tzdata, each read once, when it is first asked for.
package final class ZoneDatabase: Sendable {
  private let readFile: @Sendable (_ path: String) -> [UInt8]?
  private let zones = Mutex<[String: Zone]>([:])
  /// Names that were asked for in vain, so that no frame looks for the same file again.
  private let failures = Mutex<[String: ZoneError]>([:])
  private static let mostFailures = 500
  private let index = Mutex<PlaceIndex?>(nil)

  /// Takes what reads a file of the zoneinfo folder, by its path below it; nil where there is no such file.
  package init(read: @escaping @Sendable (_ path: String) -> [UInt8]?) {
    readFile = read
  }

  package func zone(named name: String) throws(ZoneError) -> Zone {
    if let zone = zones.withLock({ $0[name] }) { return zone }
    if let failure = failures.withLock({ $0[name] }) { throw failure }
    let zone: Zone
    do throws(ZoneError) {
      zone = try load(name)
    } catch {
      failures.withLock { if $0.count < Self.mostFailures { $0[name] = error } }
      throw error
    }
    return zones.withLock { zones in
      if let earlier = zones[name] { return earlier }
      zones[name] = zone
      return zone
    }
  }

  /// The zone, or UTC where it cannot be read.
  package func zoneOrUTC(named name: String) -> Zone {
    (try? zone(named: name)) ?? .utc
  }

  /// The zone, or UTC's clock under its name where it cannot be read: what is planned by it keeps the name, and is right
  /// again when the rules are back.
  package func zoneOrStandIn(named name: String) -> Zone {
    (try? zone(named: name)) ?? .standIn(named: name)
  }

  /// Why a zone cannot be used; nil when it can.
  package func problem(with name: String) -> ZoneError? {
    do throws(ZoneError) {
      _ = try zone(named: name)
      return nil
    } catch {
      return error
    }
  }

  private func load(_ name: String) throws(ZoneError) -> Zone {
    guard Self.isZoneName(name) else { throw ZoneError(name: name, problem: .missing) }
    guard let bytes = readFile(name) else {
      // The one zone that needs no file.
      if name == Zone.utc.name { return .utc }
      throw ZoneError(name: name, problem: .missing)
    }
    return try Zone(name: name, tzif: bytes)
  }

  /// The places, read from the tables the first time.
  func placeIndex() -> PlaceIndex {
    if let index = self.index.withLock({ $0 }) { return index }
    let index = PlaceIndex(PlaceTables(read: readFile))
    self.index.withLock { $0 = index }
    return index
  }

  /// Whether a text can be a zone's name, so that no name leads out of the zoneinfo folder.
  package static func isZoneName(_ name: String) -> Bool {
    guard name.utf8.count <= 255 else { return false }
    var partLength = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        guard partLength > 0 else { return false }
        partLength = 0
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        partLength += 1
      default: return false
      }
    }
    return partLength > 0
  }
}
