import Store
import Synchronization
import SystemPackage

/// A disk in memory that fails when told to, and forgets at a power cut what was not synced.
final class MemoryFileSystem: FileSystem {
  /// What happens at the call that is to go wrong.
  enum Failure: Sendable {
    /// That call alone is refused; a write may have written some of its bytes.
    case refusal(Errno)
    /// Nothing works any more, as when the process or the machine is gone.
    case death
  }

  private struct Node: Sendable {
    var bytes: [UInt8] = []
    var synced: [UInt8] = []
  }

  private struct State: Sendable {
    var nodes: [Int: Node] = [:]
    var names = Names()
    var settled = Names()
    var pending: [NameChange] = []
    var calls = 0
    var failAt: Int?
    var failure = Failure.death
    var isDead = false
    var lockOwner: ObjectIdentifier?
    var nextNode = 1

    mutating func change(_ change: NameChange) {
      names.apply(change)
      pending.append(change)
    }
  }

  private let state: Mutex<State>
  private let beforeReading: @Sendable (_ path: String) -> Void

  init() {
    state = Mutex(State())
    beforeReading = { _ in }
  }

  private init(_ kept: State, beforeReading: @escaping @Sendable (_ path: String) -> Void = { _ in }) {
    state = Mutex(kept)
    self.beforeReading = beforeReading
  }

  /// A copy that tells of each whole file before it is read.
  func watched(_ beforeReading: @escaping @Sendable (_ path: String) -> Void) -> MemoryFileSystem {
    MemoryFileSystem(state.withLock { $0 }, beforeReading: beforeReading)
  }

  /// How many calls that change something have been made.
  var calls: Int { state.withLock { $0.calls } }

  /// Makes the `call`th changing call from now fail, counted from 1.
  func fail(at call: Int, _ failure: Failure) {
    state.withLock { state in
      state.failAt = state.calls + call
      state.failure = failure
    }
  }

  /// The disk as the next process finds it when this one was killed: all that was written.
  func afterKill() -> MemoryFileSystem {
    state.withLock { old in
      var new = State()
      new.nodes = old.nodes
      new.names = old.names
      new.settled = old.settled
      new.pending = old.pending
      new.nextNode = old.nextNode
      return MemoryFileSystem(new)
    }
  }

  /// The disk after the power was cut: of what was not synced, some is there, some is torn, some is trash.
  func afterPowerCut(_ random: inout some RandomNumberGenerator) -> MemoryFileSystem {
    let old = state.withLock { $0 }
    var new = State()
    new.names = old.settled
    for change in old.pending where Bool.random(using: &random) { new.names.apply(change) }
    for (id, node) in old.nodes {
      let bytes = Self.bytes(of: node, &random)
      new.nodes[id] = Node(bytes: bytes, synced: bytes)
    }
    new.settled = new.names
    new.nextNode = old.nextNode
    return MemoryFileSystem(new)
  }

  private static func bytes(of node: Node, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    let common = zip(node.bytes, node.synced).prefix { $0 == $1 }.count
    guard common < node.bytes.count else { return Bool.random(using: &random) ? node.bytes : node.synced }
    let cut = Int.random(in: common...node.bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return node.synced
    case 1: return Array(node.bytes[..<cut])
    case 2:
      let trash = (cut..<node.bytes.count).map { _ in UInt8.random(in: 0...255, using: &random) }
      return Array(node.bytes[..<cut]) + trash
    default: return node.bytes
    }
  }

  // MARK: What a test looks at and changes by hand

  subscript(path: String) -> [UInt8]? {
    get { state.withLock { state in state.names.files[path].flatMap { state.nodes[$0]?.bytes } } }
    set {
      state.withLock { state in
        guard let newValue else {
          state.names.files[path] = nil
          state.settled.files[path] = nil
          return
        }
        let node = state.names.files[path] ?? state.nextNode
        state.nextNode += 1
        state.nodes[node] = Node(bytes: newValue, synced: newValue)
        var folder = parent(of: path)
        while !state.names.folders.contains(folder) {
          state.names.folders.insert(folder)
          state.settled.folders.insert(folder)
          folder = parent(of: folder)
        }
        state.names.files[path] = node
        state.settled.files[path] = node
      }
    }
  }

  var paths: [String] { state.withLock { $0.names.files.keys.sorted() } }

  // MARK: FileSystem

  func read(_ path: String) throws(FileError) -> [UInt8] {
    beforeReading(path)
    return try look(.read, path) { state in state.names.files[path].flatMap { state.nodes[$0]?.bytes } }
  }

  func list(_ folder: String) throws(FileError) -> [String] {
    try look(.list, folder) { state in
      guard state.names.folders.contains(folder) else { return nil }
      return (Array(state.names.files.keys) + state.names.folders).compactMap { path in
        path != "/" && parent(of: path) == folder ? path.split(separator: "/").last.map(String.init) : nil
      }
    }
  }

  func status(_ path: String) throws(FileError) -> FileStatus {
    try look(.open, path) { state in
      if state.names.folders.contains(path) { return FileStatus(identity: 0, size: 0, isFolder: true) }
      guard let id = state.names.files[path], let node = state.nodes[id] else { return nil }
      return FileStatus(identity: UInt64(id), size: node.bytes.count, isFolder: false)
    }
  }

  func makeFolder(_ path: String) throws(FileError) {
    try act(.makeFolder, path) { state in
      var missing: [String] = []
      var folder = path
      while !state.names.folders.contains(folder) {
        missing.append(folder)
        folder = parent(of: folder)
      }
      for folder in missing.reversed() { state.change(.makeFolder(folder)) }
      return true
    }
    var folders = [path]
    while let last = folders.last, last != "/" { folders.append(parent(of: last)) }
    for folder in folders.dropFirst().reversed() { try syncFolder(folder) }
  }

  func write(_ bytes: [UInt8], to path: String, syncing: Bool) throws(FileError) {
    // Two calls, as on the real disk: one may work and the other not.
    try act(.write, path) { state in
      guard state.names.folders.contains(parent(of: path)) else { return false }
      state.change(.link(path, state.nextNode))
      state.nodes[state.nextNode] = Node(bytes: bytes)
      state.nextNode += 1
      return true
    }
    guard syncing else { return }
    try act(.sync, path) { state in
      guard let id = state.names.files[path] else { return false }
      state.nodes[id]?.synced = bytes
      return true
    }
  }

  func syncEverything() throws(FileError) {
    try act(.sync, "/") { state in
      for id in state.nodes.keys {
        if let bytes = state.nodes[id]?.bytes { state.nodes[id]?.synced = bytes }
      }
      return true
    }
  }

  func rename(_ path: String, to newPath: String) throws(FileError) {
    try act(.rename, path) { state in
      guard state.names.files[path] != nil || state.names.folders.contains(path),
        state.names.folders.contains(parent(of: newPath))
      else { return false }
      state.change(.rename(path, newPath))
      return true
    }
  }

  func remove(_ path: String) throws(FileError) {
    try act(.remove, path) { state in
      guard state.names.files[path] != nil else { return false }
      state.change(.unlink(path))
      return true
    }
  }

  func removeEmptyFolder(_ path: String) throws(FileError) {
    try act(.remove, path) { state in
      let isUsed = (Array(state.names.files.keys) + state.names.folders).contains { $0.hasPrefix(path + "/") }
      guard state.names.folders.contains(path), !isUsed else { return false }
      state.change(.removeFolder(path))
      return true
    }
  }

  func syncFolder(_ path: String) throws(FileError) {
    try act(.sync, path) { state in
      guard state.names.folders.contains(path) else { return false }
      var left: [NameChange] = []
      for change in state.pending {
        if change.folders.contains(path) { state.settled.apply(change) } else { left.append(change) }
      }
      state.pending = left
      return true
    }
  }

  func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
    if access == .appendingCreating, state.withLock({ $0.names.files[path] == nil }) {
      try act(.open, path) { state in
        guard state.names.folders.contains(parent(of: path)) else { return false }
        state.change(.link(path, state.nextNode))
        state.nodes[state.nextNode] = Node()
        state.nextNode += 1
        return true
      }
    }
    let node = try look(.open, path) { $0.names.files[path] }
    return MemoryFile(path: path, node: node, fileSystem: self)
  }

  func openLock(_ path: String, creating: Bool) throws(FileError) -> any FileLock {
    let node: Int = try look(.lock, path) { state in
      if let node = state.names.files[path] { return node }
      guard creating, state.names.folders.contains(parent(of: path)) else { return nil }
      // Whether the name of an empty file lasts is nothing to try out: it is no call of those that fail.
      let node = state.nextNode
      state.nextNode += 1
      state.nodes[node] = Node()
      state.names.files[path] = node
      state.settled.files[path] = node
      return node
    }
    return MemoryLock(path: path, node: node, fileSystem: self)
  }

  func watch() -> (any FolderWatch)? { nil }

  // MARK: How calls fail

  private func look<Value>(
    _ operation: FileError.Operation, _ path: String, _ body: (inout sending State) -> sending Value?
  ) throws(FileError) -> Value {
    let value: Value? = state.withLock { state in state.isDead ? nil : body(&state) }
    if let value { return value }
    throw FileError(operation, path, state.withLock { $0.isDead } ? .ioError : .noSuchFileOrDirectory)
  }

  private func act(
    _ operation: FileError.Operation, _ path: String, partly: (inout State) -> Void = { _ in },
    _ body: (inout State) -> Bool
  ) throws(FileError) {
    let reason: Errno? = state.withLock { state in
      if state.isDead { return .ioError }
      state.calls += 1
      guard state.calls == state.failAt else { return body(&state) ? nil : .noSuchFileOrDirectory }
      partly(&state)
      switch state.failure {
      case .refusal(let reason): return reason
      case .death:
        state.isDead = true
        return .ioError
      }
    }
    if let reason { throw FileError(operation, path, reason) }
  }

  // MARK: What an open file and a lock do

  func bytes(of node: Int, _ path: String) throws(FileError) -> [UInt8] {
    try look(.read, path) { $0.nodes[node]?.bytes }
  }

  func append(_ bytes: [UInt8], to node: Int, _ path: String) throws(FileError) {
    try act(.write, path, partly: { $0.nodes[node]?.bytes += bytes.prefix(bytes.count / 2) }) { state in
      state.nodes[node]?.bytes += bytes
      return true
    }
  }

  func truncate(_ node: Int, to size: Int, _ path: String) throws(FileError) {
    try act(.truncate, path) { state in
      let bytes = state.nodes[node]?.bytes.prefix(size) ?? []
      state.nodes[node]?.bytes = Array(bytes)
      return true
    }
  }

  func sync(_ node: Int, _ path: String) throws(FileError) {
    try act(.sync, path) { state in
      if let bytes = state.nodes[node]?.bytes { state.nodes[node]?.synced = bytes }
      return true
    }
  }

  func acquire(_ owner: ObjectIdentifier, _ path: String) throws(FileError) {
    let isMine = state.withLock { state in
      if state.lockOwner == nil { state.lockOwner = owner }
      return state.lockOwner == owner
    }
    guard isMine else { throw FileError(.lock, path, .wouldBlock) }
  }

  func release(_ owner: ObjectIdentifier) {
    state.withLock { if $0.lockOwner == owner { $0.lockOwner = nil } }
  }
}
