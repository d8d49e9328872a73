import Desk
import Exchange
import JSONText
import Testing

@Test(arguments: [
  ("", ExchangeError.empty),
  (" \n\t ", .empty),
  ("<!DOCTYPE html><title>Log in</title>", .notJSON(.webPage)),
  ("PK\u{3}\u{4}\u{14}", .notJSON(.zipArchive)),
  ("Card ID,Card Name,Card URL\n1,2,3", .notJSON(.commaSeparated)),
  ("Hello", .notJSON(.somethingElse)),
  ("[{\"id\":\"1\",\"cards\":[]}]", .notATrelloBoard(.apiAnswer)),
  ("{\"id\":\"1\",\"idList\":\"2\",\"name\":\"A card\"}", .notATrelloBoard(.trelloCard)),
  ("{\"data\":[{\"gid\":\"1\"}]}", .notATrelloBoard(.unknownObject)),
  ("{\"id\":7,\"lists\":[]}", .notATrelloBoard(.unknownObject)),
  ("42", .notATrelloBoard(.bareValue)),
  ("\"board\"", .notATrelloBoard(.bareValue)),
  (
    "{\"lists\":[],\n\"cards\":[",
    .truncated(JSONError(line: 2, column: 10, problem: "the text ends where a value is expected"))
  ),
  (
    "{\"lists\":[],\n\"cards\":[,]}",
    .malformed(JSONError(line: 2, column: 10, problem: "a value is expected"))
  ),
  (
    "{\"lists\":{},\"cards\":[]}",
    .unexpectedValue(JSONError(line: 1, column: 10, problem: "a list in [ ] is expected"))
  ),
  (
    "{\"lists\":[],\n\"cards\":[{\"id\":\"1\",\"name\":5}]}",
    .unexpectedValue(JSONError(line: 2, column: 27, problem: "a string is expected, in the card “1”"))
  ),
  (
    "{\"lists\":[],\n\"cards\":[{\"name\":\"x\"}]}",
    .unexpectedValue(JSONError(line: 2, column: 10, problem: "a card without an id"))
  ),
])
func badFilesAreRefusedWithTheirReason(text: String, expected: ExchangeError) throws {
  let bench = try ImportBench()
  #expect(throws: expected) { try bench.plan(Array(text.utf8)) }
}

@Test(arguments: ["checklists", "labels", "labelNames", "members", "customFields", "actions"])
func aPartThatIsNullIsEmpty(part: String) throws {
  let bench = try ImportBench()
  let text = #"{"lists":[],"cards":[{"id":"1","name":"x"}],"\#(part)":null}"#
  #expect(try bench.plan(Array(text.utf8)).report.cards == tally(added: 1))
}

@Test func anUnknownClientIsRefused() throws {
  let bench = try ImportBench()
  #expect(throws: ExchangeError.noSuchClient) { try bench.plan(ImportBench.board(), into: .client("nobody")) }
}

@Test func utf16IsToldApart() throws {
  let bench = try ImportBench()
  #expect(throws: ExchangeError.notJSON(.utf16)) { try bench.plan([0xFF, 0xFE, 0x7B, 0x00]) }
}

@Test func everyTruncationIsToldAsOne() throws {
  let bench = try ImportBench()
  let text = """
    {"id":"b","name":"Bür\\u00e9o","closed":false,"labelNames":{"red":null},"prefs":{"a":[1.5e3,true,{}]},
    "lists":[{"id":"l","name":"To do","closed":false,"pos":-0.5}],"members":[{"id":"m","fullName":"वही"}],
    "cards":[{"id":"c","name":"A \\"card\\"","idList":"l","due":null,"dueComplete":true,"idMembers":["m"],
    "badges":{"comments":2}}],"checklists":[{"idCard":"c","checkItems":[{"name":"x","state":"complete"}]}],
    "actions":[{"type":"commentCard","data":{"text":"😀","card":{"id":"c"}}},{"type":"x","data":{"old":[[]]}}]}
    """
  let whole = Array(text.utf8)
  #expect(throws: Never.self) { try bench.plan(whole) }
  for count in 1..<whole.count {
    do {
      _ = try bench.plan(Array(whole[..<count]))
      Issue.record("cut at byte \(count), the file was taken for whole")
    } catch ExchangeError.truncated {
    } catch {
      Issue.record("cut at byte \(count): \(error)")
    }
  }
}

@Test func nullsAndDanglingIdsAreNoReasonToRefuse() throws {
  var bench = try ImportBench()
  let text = """
    {"id":null,"name":null,"labelNames":{"green":null},"members":[],"labels":[{"id":"l","name":null,"color":null}],
     "lists":[{"id":"a","name":null,"closed":null,"pos":null}],"checklists":[{"id":null,"idCard":"c","name":null,
     "pos":null,"checkItems":[{"name":null,"state":null,"pos":null,"due":null,"idMember":null}]}],
     "customFields":[{"id":"f","name":null,"options":null}],
     "cards":[{"id":"c","idList":"a","name":null,"desc":null,"closed":null,"pos":null,"due":null,"dueComplete":null,
       "idMembers":[null,"x"],"idLabels":["l","gone"],"labels":null,"attachments":null,"badges":null,
       "customFieldItems":[{"idCustomField":"f","value":null,"idValue":null}]},
      {"id":"d","idList":null,"name":"D"}],
     "actions":[{"id":null,"type":"commentCard","date":null,"data":{"text":null,"card":{"id":"c"}},"memberCreator":null},
      {"type":null,"data":null}]}
    """
  let result = try bench.bring(Array(text.utf8))
  #expect(bench.titles("-") == ["Untitled"])
  #expect(result.report.remarks[.nullTexts] == 12 && result.report.remarks[.unknownLabels] == 2)
  #expect(result.report.remarks[.cardsOfMissingLists] == 1 && result.report.remarks[.unknownMembers] == 2)
  #expect(try bench.bring(Array(text.utf8), into: .client(#require(result.client))).transaction.isEmpty)
}

/// Whatever is done to a file, it is imported whole or refused, and what is imported the desk takes.
@Test func mutatedFilesNeverTrap() throws {
  var generator = Generator(seed: 11)
  let board = try ImportBench.board()
  let pieces = ["null", "{}", "[]", "\"\"", "-1e9", "true", "\"\\ud800\"", ",", "}", "\u{0}"].map {
    Array($0.utf8)
  }
  var taken = 0
  for _ in 0..<500 {
    var bytes = board
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 2:
        // A whole value is replaced by one of another kind.
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")),
          let end = bytes[colon...].firstIndex(of: UInt8(ascii: ","))
        else { continue }
        bytes.replaceSubrange((colon + 1)..<end, with: pieces[Int(generator.next() % UInt64(pieces.count))])
      default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      }
    }
    var bench = try ImportBench()
    do {
      try bench.bring(bytes)
      taken += 1
      #expect(try bench.bring(bytes).transaction.isEmpty)
    } catch is ExchangeError {}
  }
  #expect(taken > 20)
}
