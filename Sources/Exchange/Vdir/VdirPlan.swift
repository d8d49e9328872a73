import Desk

/// A file of a followed folder, as it is now.
package struct VdirFile: Sendable {
  package var name: String
  /// Its size and when it was written.
  package var stamp: String
  package var content: Content

  package enum Content: Sendable {
    /// The stamp is the one that is known: it was not read.
    case asBefore
    /// It could not be read in one piece, being written just now.
    case busy
    case bytes([UInt8])
  }

  package init(name: String, stamp: String, content: Content) {
    self.name = name
    self.stamp = stamp
    self.content = content
  }
}

/// What brings a folder and the desk together.
package struct VdirPlan: Sendable {
  /// A file to be written or taken away, if it is still what it was when this was worked out.
  package struct FileChange: Sendable {
    package let uid: String
    package let file: String
    /// The stamp that the file must have; nil where there must be none.
    package let stamp: String?
    /// Nil to take it away.
    package let bytes: [UInt8]?

    package init(uid: String, file: String, stamp: String?, bytes: [UInt8]?) {
      self.uid = uid
      self.file = file
      self.stamp = stamp
      self.bytes = bytes
    }
  }

  /// Something that a person should hear of; the raw words are stable.
  package enum Note: String, CaseIterable, Hashable, Sendable {
    /// Both sides changed the same thing: the file's version has the name, the desk's is beside it.
    case keptBoth
    /// Taken away in the folder but changed on the desk: it is in the folder again.
    case keptHere
    /// Taken away on the desk but changed in the folder: it is on the desk again.
    case keptThere
    /// A UID that another file has already: passed over.
    case usedTwice
    /// No calendar, or one that is cut off: passed over until it is whole.
    case unreadable
    /// A file with more in it than one event: it is read, but not written.
    case severalThings
    /// An event that another client has.
    case otherClient
  }

  /// One change of the desk for the whole folder; empty where there is nothing.
  package var transaction: Transaction
  package var files: [FileChange] = []
  /// What is the same on both sides once the transaction is made and the files are written.
  package var state: VdirState
  /// What there is to say, each with a title or a file's name, and the other file where two are spoken of.
  package var notes: [(note: Note, about: String, other: String)] = []
  /// How many events went each way.
  package var came = 0
  package var went = 0
  /// How many were taken away here, because they were taken away there.
  package var removed = 0

  package var isEmpty: Bool { transaction.isEmpty && files.isEmpty && notes.isEmpty }
}
