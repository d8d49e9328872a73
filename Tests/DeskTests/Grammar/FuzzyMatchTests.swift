import Desk
import Testing

struct FuzzyMatchTests {
  private func best(_ pattern: String, _ texts: [String]) -> String? {
    texts.compactMap { text in FuzzyMatch.score(pattern, text).map { (text, $0.score) } }
      .max { $0.1 < $1.1 }?.0
  }

  @Test func beginningsComeFirst() {
    #expect(best("lin", ["Headlines", "Coach Lin", "Linen shop"]) == "Linen shop")
    #expect(best("lin", ["Headlines", "Coach Lin"]) == "Coach Lin")
    #expect(best("mc", ["Welcome chat", "Move card", "mcguffin"]) == "mcguffin")
    #expect(best("mc", ["Welcome chat", "Move card"]) == "Move card")
    #expect(best("new", ["New", "Newsletter 48"]) == "New")
  }

  @Test func lettersThatAreNotThereInOrderDoNotMatch() {
    #expect(FuzzyMatch.score("xyz", "Newsletter") == nil)
    #expect(FuzzyMatch.score("nn", "Newsletter") == nil)
    #expect(FuzzyMatch.score("", "Newsletter")?.positions == [])
  }

  @Test func matchedCharactersAreCountedAsGraphemes() {
    #expect(FuzzyMatch.score("ipe", "👩🏽‍💻 Studio Ipê")?.positions == [9, 10, 11])
    #expect(FuzzyMatch.score("शन", "प्रकाशन")?.positions == [2, 3])
    #expect(FuzzyMatch.score("NL", "news letter")?.positions == [0, 5])
  }

  @Test func wordsOfAPatternMatchInAnyOrder() {
    #expect(FuzzyMatch.score("48 news", "Newsletter 48")?.positions == [0, 1, 2, 3, 11, 12])
  }

  @Test func whatOccursInOrderMatchesAndNothingElse() {
    // Against trying all places, on small texts.
    var chance = GrammarChance(seed: 11)
    for _ in 0..<500 {
      let text = String((0..<8).map { _ in "ab c".randomElement(using: &chance) ?? "a" })
      let pattern = String((0..<2).map { _ in "abc".randomElement(using: &chance) ?? "a" })
      let found = FuzzyMatch.score(pattern, text)
      let letters = Array(text)
      let wanted = Array(pattern)
      var exists = false
      for first in letters.indices where letters[first] == wanted[0] {
        for second in letters.indices.dropFirst(first + 1) where letters[second] == wanted[1] {
          exists = true
        }
      }
      #expect((found != nil) == exists)
      if let found { #expect(found.positions.map { letters[$0] } == wanted) }
    }
  }
}
