/// How well a few typed letters fit a text.
package struct FuzzyMatch: Hashable, Sendable {
  /// Higher fits better; only comparable for the same pattern.
  package var score: Int
  /// Offsets of the characters of the text that were matched, ascending.
  package var positions: [Int]

  /// The match of one pattern; see `FuzzyPattern` for matching many texts.
  package static func score(_ pattern: String, _ text: String) -> FuzzyMatch? {
    FuzzyPattern(pattern).match(text)
  }
}

/// A typed pattern, made ready to be matched against many texts.
///
/// The letters of each of its words must occur in the text in that order, ignoring case and accents. Best are the
/// whole text, its beginning, then beginnings of words, then letters in a row; fewer letters left over is better.
package struct FuzzyPattern: Sendable {
  private let words: [[UInt32]]
  /// What is longer than this is matched in its first part only.
  private static let longest = 160

  private enum Bonus {
    static let letter = 16
    static let textStart = 40
    static let wordStart = 24
    static let inARow = 20
    static let gap = -2
    static let leftOver = 60
  }

  package init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { word in
      TextFold.scalars(word).prefix(40).map(\.scalar)
    }
  }

  package var isEmpty: Bool { words.isEmpty }

  /// What so many letters in a row at the start of a word are worth.
  package static func wordStart(letters: Int) -> Int {
    Bonus.wordStart + letters * Bonus.letter + max(0, letters - 1) * Bonus.inARow
  }

  package func match(_ text: String) -> FuzzyMatch? {
    guard !words.isEmpty else { return FuzzyMatch(score: 0, positions: []) }
    let letters = Array(TextFold.scalars(text).prefix(Self.longest))
    guard words.allSatisfy({ Self.occurs($0, in: letters) }) else { return nil }
    let starts = Self.starts(letters)
    var score = 0
    var positions: Set<Int> = []
    for word in words {
      guard let best = Self.best(word, letters, starts) else { return nil }
      score += best.score
      positions.formUnion(best.places.map { letters[$0].character })
    }
    let typed = words.reduce(0) { $0 + $1.count }
    score += Bonus.leftOver * typed / max(1, letters.count)
    return FuzzyMatch(score: score, positions: positions.sorted())
  }

  /// Whether the letters occur in order: cheap, and refuses most texts.
  private static func occurs(_ word: [UInt32], in letters: [(scalar: UInt32, character: Int)]) -> Bool {
    var index = 0
    for letter in letters where index < word.count && letter.scalar == word[index] { index += 1 }
    return index == word.count
  }

  /// For each letter: 2 at the start of the text, 1 at the start of a word, 0 elsewhere.
  private static func starts(_ letters: [(scalar: UInt32, character: Int)]) -> [Int] {
    letters.indices.map { index in
      guard index > 0 else { return 2 }
      return isWordPart(letters[index - 1].scalar) || !isWordPart(letters[index].scalar) ? 0 : 1
    }
  }

  private static func isWordPart(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 ? scalar != 0x3000 && scalar != 0xa0 : scalar &- 0x30 < 10 || scalar &- 0x61 < 26
  }

  /// The best way to place the letters of a word: dynamic programming over (letter, place).
  private static func best(
    _ word: [UInt32], _ letters: [(scalar: UInt32, character: Int)], _ starts: [Int]
  ) -> (score: Int, places: [Int])? {
    let width = letters.count
    let none = Int.min / 2
    // Best score with pattern letter `row` at exactly this place, and the place of the letter before it.
    var scores = [Int](repeating: none, count: width)
    var from = [Int](repeating: -1, count: width * word.count)
    for (row, wanted) in word.enumerated() {
      var next = [Int](repeating: none, count: width)
      // Best score of the letter before, at least one place earlier, each gap paid for.
      var reach = none
      var reachPlace = -1
      for place in 0..<width {
        if row > 0, place > 0 {
          reach = reach == none ? none : reach + Bonus.gap
          if scores[place - 1] > reach {
            reach = scores[place - 1]
            reachPlace = place - 1
          }
        }
        guard letters[place].scalar == wanted else { continue }
        let own = Bonus.letter + (starts[place] == 2 ? Bonus.textStart : starts[place] * Bonus.wordStart)
        if row == 0 {
          next[place] = own
          continue
        }
        let inARow = place > 0 && scores[place - 1] != none ? scores[place - 1] + Bonus.inARow : none
        guard max(reach, inARow) != none else { continue }
        next[place] = own + max(reach, inARow)
        from[row * width + place] = inARow >= reach ? place - 1 : reachPlace
      }
      scores = next
    }
    guard var place = scores.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }), scores[place] != none
    else { return nil }
    let score = scores[place]
    var places = [place]
    for row in stride(from: word.count - 1, to: 0, by: -1) {
      place = from[row * width + place]
      places.append(place)
    }
    return (score, places)
  }
}
