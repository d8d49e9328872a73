import JSONText

/// A seeded generator (SplitMix64), so that a failing case can be had again.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A Trello board of made-up cards.
struct SyntheticBoard {
  struct Card {
    var id: String
    var list: String
    var name: String
    var position: Double
  }

  var lists: [String]
  var cards: [Card]

  init(lists count: Int, cards cardCount: Int, _ generator: inout Generator) {
    let names = (0..<count).map { "List \($0)" }
    lists = names
    cards = (0..<cardCount).map { number in
      Card(
        id: "card\(number)", list: names[Int(generator.next() % UInt64(count))], name: "Card \(number)",
        position: Double(generator.next() % 1_000_000) / 16 + Double(number) / 1_000)
    }
  }

  var bytes: [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.field("id", "board")
      writer.field("name", "Board")
      writer.array("lists") { writer in
        for (place, list) in lists.enumerated() {
          writer.object { writer in
            writer.field("id", list)
            writer.field("name", list)
            writer.field("pos", place)
          }
        }
      }
      writer.array("cards") { writer in
        for card in cards {
          writer.object { writer in
            writer.field("id", card.id)
            writer.field("name", card.name)
            writer.field("idList", card.list)
            writer.field("pos", JSONValue.number("\(card.position)"))
          }
        }
      }
    }
    return writer.bytes
  }
}
