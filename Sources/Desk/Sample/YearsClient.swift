/// What a client of the many-years desk is like, and the words their cards are made of.
struct YearsClient: Sendable {
  var board: SampleBoard
  /// Titles; `%` becomes a running number.
  var titles: [String]
  var labels: [String]
  var people: [String]

  private init(_ board: SampleBoard, titles: [String], people: [String]) {
    self.board = board
    self.titles = titles
    self.people = people
    var labels: [String] = []
    for label in board.cards.flatMap(\.labels) where !labels.contains(label) { labels.append(label) }
    self.labels = labels
  }

  private init(
    _ slug: String, _ name: String, _ zone: String, _ currency: String, _ rate: Int, titles: [String],
    labels: [String], people: [String]
  ) {
    board = SampleBoard(
      slug: slug, name: name, zone: zone, hours: WorkingHours(), currency: currency, rate: rate,
      columns: SampleBoard.harborGoods.columns, cards: [], errands: ["Mailbox", "Calls"])
    self.titles = titles
    self.labels = labels
    self.people = people
  }

  static let all = [
    YearsClient(
      .harborGoods,
      titles: [
        "Refund for order #%", "Product text %", "Supplier price list %", "Reply to reviews, week %",
        "Stock count %", "Newsletter % for the shop", "Photos of item %", "Shipping claim %",
      ], people: ["Maya", "FreightWorks"]),
    YearsClient(
      .coachLin,
      titles: [
        "Newsletter %", "Podcast notes, episode %", "Invoice pack %", "Workshop % hand-outs",
        "Discovery call notes %", "Transcript, episode %", "Slides for group %", "Thank-you mail %",
      ], people: ["Lin", "Dr. Ferreira"]),
    YearsClient(
      .bondiHomes,
      titles: [
        "Listing %: text and photos", "Open home % 🏖️", "Lease renewal, Unit %", "Inspection letters %",
        "Vendor report %", "Bond lodged, Unit %", "Tenant enquiry %", "Settlement checklist %",
      ], people: ["Jack", "Mrs. Papadopoulos"]),
    YearsClient(
      .studioIpe,
      titles: [
        "Nota fiscal nº %", "Orçamento %", "Legendas da semana %", "Reunião %: ata", "Portfólio: projeto %",
        "Proposta nº %", "Fotos da oficina %", "Boletim %",
      ], people: ["Marina", "Rafael"]),
    YearsClient(
      .prakashan,
      titles: [
        "मुद्रितशोधन: प्रकरण %", "लेखकांची पत्रे %", "मानधनाची यादी %", "मुखपृष्ठ %", "विक्रीचा अहवाल %",
        "दिवाळी अंक: लेख %", "पुस्तक % ची नोंदणी", "प्रती पाठवणे %",
      ], people: ["सौ. देशपांडे", "चित्रकार जोशी"]),
    YearsClient(
      "koyama-tea", "Kōyama Tea 小山茶", "Asia/Tokyo", "JPY", 4500,
      titles: ["茶葉の注文 %", "Tasting notes %", "請求書 %", "Autumn box %", "商品ページ %", "Export form %"],
      labels: ["注文", "shop", "翻訳"], people: ["小山さん"]),
    YearsClient(
      "nordlys", "Nordlys Design", "Europe/Oslo", "NOK", 65_000,
      titles: ["Tilbud %", "Møtereferat %", "Faktura %", "Utkast % til nettside", "Bilder til sak %"],
      labels: ["tilbud", "nettside", "møte"], people: ["Ingrid", "Bjørn"]),
    YearsClient(
      "maple-pine", "Maple & Pine", "America/Toronto", "CAD", 5200,
      titles: [
        "Quote % for a table", "Delivery %", "Wood order %", "Instagram post %", "Workshop waitlist %",
      ],
      labels: ["quotes", "workshop", "social"], people: ["Claire", "Théo"]),
    YearsClient(
      "atelier-zahra", "Atelier Zahra", "Asia/Dubai", "AED", 16_000,
      titles: [
        "Fitting % booked", "Fabric sample %", "عرض سعر %", "Lookbook page %", "فاتورة %", "Courier %",
      ],
      labels: ["fittings", "أقمشة", "press"], people: ["Zahra", "ليلى"]),
    YearsClient(
      "kiwi-trails", "Kiwi Trails", "Pacific/Auckland", "NZD", 4800,
      titles: ["Booking %", "Hut passes, party %", "Guide roster %", "Track notice %", "Trip report % 🥾"],
      labels: ["bookings", "guides", "safety"], people: ["Hana", "Tom"]),
  ]
}
