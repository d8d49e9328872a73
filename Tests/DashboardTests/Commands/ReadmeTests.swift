import Dashboard
import Glibc
import Testing

/// The README's key tables are made from the command table; `RECORD_GOLDENS=1` writes them, and fails.
@Test func theReadmeListsTheKeysAsTheyAre() throws {
  let path = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/README.md"
  let readme = try #require(Golden.read(path))
  let begin = "<!-- keys:begin -->"
  let end = "<!-- keys:end -->"
  let from = try #require(readme.firstRange(of: begin)?.upperBound)
  let to = try #require(readme.firstRange(of: end)?.lowerBound)
  let wanted = "\n" + KeyList.markdown(.standard, .english) + "\n"
  guard readme[from..<to] != wanted else { return }
  if getenv("RECORD_GOLDENS") != nil {
    Golden.write(String(readme[..<from]) + wanted + readme[to...], to: path)
    Issue.record("wrote the keys into the README; read them and run again")
  } else {
    Issue.record("the README's keys are not those of the command table; run with RECORD_GOLDENS=1")
  }
}
