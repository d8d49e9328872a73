import Exchange
import Glibc
import PseudoTerminal
import SystemPackage
import Testing

@testable import vahi

/// A calendar folder on the disk while others write in it.
struct VdirFolderTests {
  private let folder: TemporaryFolder
  private let vdir: VdirFolder

  init() throws {
    folder = try TemporaryFolder()
    vdir = VdirFolder(path: folder.path)
  }

  private func contents(_ files: [VdirFile]) -> [String] {
    files.map { file in
      switch file.content {
      case .asBefore: "\(file.name) as before"
      case .busy: "\(file.name) busy"
      case .bytes(let bytes): "\(file.name) \(String(decoding: bytes, as: UTF8.self))"
      }
    }
  }

  @Test func aFileThatIsWrittenWhileItIsReadIsLeftForTheNextTime() throws {
    try folder.write("half", to: "a.ics")
    try folder.write("whole", to: "b.ics")
    try folder.write("not yet", to: ".c.ics.tmp")
    let files = try vdir.files(known: [:]) { path throws(Errno) in
      let bytes = try RawFile.read(path)
      if path.hasSuffix("a.ics") { _ = try? folder.write("half and the other half", to: "a.ics") }
      return bytes
    }
    #expect(contents(files).sorted() == ["a.ics busy", "b.ics whole"])
    let again = try vdir.files(known: ["b.ics": try #require(vdir.stamp("b.ics"))])
    #expect(contents(again).sorted() == ["a.ics half and the other half", "b.ics as before"])
  }

  @Test func aFileThatWasChangedMeanwhileIsNotWrittenOver() throws {
    try folder.write("one", to: "a.ics")
    let stamp = try #require(vdir.stamp("a.ics"))
    let change = { (stamp: String?, bytes: [UInt8]?) in
      VdirPlan.FileChange(uid: "u", file: "a.ics", stamp: stamp, bytes: bytes)
    }
    try folder.write("theirs!", to: "a.ics")
    for bytes in [Array("ours".utf8), nil] { #expect(try vdir.make(change(stamp, bytes)) == nil) }
    // Nor one that is there where none was.
    #expect(try vdir.make(change(nil, Array("ours".utf8))) == nil)
    #expect(FileBytes.text(folder.at("a.ics")) == "theirs!")
    let now = try vdir.make(change(vdir.stamp("a.ics"), Array("ours".utf8)))
    #expect(now == vdir.stamp("a.ics") && FileBytes.text(folder.at("a.ics")) == "ours")
    #expect(try vdir.make(change(now, nil)) == "" && FileBytes.names(in: folder.path) == [])
  }

  @Test func aFolderThatIsGoneIsSaid() throws {
    let gone = VdirFolder(path: folder.at("nowhere"))
    #expect(throws: Errno.noSuchFileOrDirectory) { try gone.files(known: [:]) }
  }
}
