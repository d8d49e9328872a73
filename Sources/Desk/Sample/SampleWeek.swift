/// A block as it is written down here.
struct SampleBlock: Sendable {
  /// Days after this week's Monday; nil for today.
  var day: Int?
  var client: String?
  var kind: Block.Kind
  var title: String
  /// Minute of the day.
  var minute: Int
  /// Minutes.
  var length: Int
  /// Whether the minute is on the client's clock.
  var isClientTime: Bool
  var location: String?
  /// How it repeats, from some weeks before its day on.
  var rule: String?

  init(
    _ day: Int?, _ client: String?, _ kind: Block.Kind, _ title: String, at hour: Int, _ minute: Int,
    for length: Int, clientTime: Bool = false, location: String? = nil, repeats rule: String? = nil
  ) {
    self.day = day
    self.client = client
    self.kind = kind
    self.title = title
    self.minute = hour * 60 + minute
    self.length = length
    isClientTime = clientTime
    self.location = location
    self.rule = rule
  }
}

/// A stretch of today that was timed.
struct SampleStretch: Sendable {
  var client: String
  var note: String
  var minute: Int
  var length: Int
}

/// The plan of a week at the sample desk, and what was timed today.
enum SampleWeek {
  static let admin = "Inbox and plan of the day"
  static let running = (client: "coach-lin", note: "Newsletter 48")

  static let today = [
    SampleStretch(client: "prakashan", note: admin, minute: 9 * 60 + 2, length: 16),
    SampleStretch(
      client: "bondi-homes", note: "Open home flyers 🏖️ 12 Campbell Pde", minute: 9 * 60 + 20, length: 48),
    SampleStretch(client: "prakashan", note: "मुद्रितशोधन: प्रकरण ७", minute: 10 * 60 + 15, length: 55),
    SampleStretch(client: "harbor-goods", note: "Refund requests, week 47", minute: 11 * 60 + 25, length: 35),
    SampleStretch(client: "coach-lin", note: "Podcast notes, episode 112", minute: 12 * 60 + 5, length: 40),
    SampleStretch(client: "bondi-homes", note: "Tenant enquiries", minute: 13 * 60 + 40, length: 50),
    SampleStretch(
      client: "studio-ipe", note: "Orçamento: identidade visual do café", minute: 14 * 60 + 35, length: 65),
    SampleStretch(client: "coach-lin", note: "Newsletter 48", minute: 15 * 60 + 45, length: 50),
    SampleStretch(client: "harbor-goods", note: "Holiday gift guide page", minute: 16 * 60 + 40, length: 75),
    SampleStretch(
      client: "studio-ipe", note: "Agenda de reuniões da semana", minute: 18 * 60 + 5, length: 40),
  ]

  static let blocks = [
    SampleBlock(nil, nil, .buffer, admin, at: 9, 0, for: 20),
    SampleBlock(nil, "coach-lin", .work, "Newsletter 48", at: 9, 30, for: 90),
    SampleBlock(nil, "prakashan", .work, "मुद्रितशोधन: प्रकरण ७", at: 11, 15, for: 60),
    SampleBlock(nil, "bondi-homes", .work, "Tenant enquiries", at: 12, 15, for: 45),
    SampleBlock(nil, nil, .break, "Lunch", at: 13, 0, for: 45),
    SampleBlock(
      nil, "coach-lin", .meeting, "Weekly call with Lin", at: 9, 0, for: 30, clientTime: true,
      location: "Zoom", repeats: "FREQ=WEEKLY"),
    SampleBlock(nil, "harbor-goods", .work, "Holiday gift guide page", at: 15, 30, for: 75),
    SampleBlock(nil, "studio-ipe", .work, "Orçamento: identidade visual do café", at: 17, 0, for: 60),
    SampleBlock(
      0, "harbor-goods", .meeting, "Stand-up with Maya", at: 9, 0, for: 15, clientTime: true,
      repeats: "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    SampleBlock(0, "harbor-goods", .work, "Refund requests, week 47", at: 9, 30, for: 60),
    SampleBlock(0, "coach-lin", .work, "Podcast notes, episode 112", at: 11, 0, for: 90),
    SampleBlock(
      1, "bondi-homes", .meeting, "Listings review", at: 15, 0, for: 45, clientTime: true, location: "Teams"),
    SampleBlock(1, "studio-ipe", .work, "Legendas para o Instagram", at: 14, 0, for: 60),
    SampleBlock(1, "prakashan", .work, "लेखकांची पत्रे", at: 11, 0, for: 60),
    SampleBlock(2, nil, .personal, "Dentist", at: 10, 0, for: 60),
    SampleBlock(2, "harbor-goods", .work, "Supplier price list", at: 14, 0, for: 90),
    SampleBlock(3, "coach-lin", .work, "Invoice pack", at: 9, 30, for: 90),
    SampleBlock(3, "coach-lin", .meeting, "Discovery call: J. Osei", at: 16, 0, for: 40, clientTime: true),
    SampleBlock(3, "coach-lin", .deadline, "Newsletter goes out", at: 17, 0, for: 0, clientTime: true),
    SampleBlock(4, "studio-ipe", .meeting, "Reunião com a Marina", at: 10, 0, for: 45, clientTime: true),
    SampleBlock(4, "prakashan", .work, "दिवाळी अंक: शेवटची तपासणी", at: 10, 30, for: 120),
    SampleBlock(4, nil, .buffer, "Weekly updates", at: 16, 0, for: 90),
    SampleBlock(7, "harbor-goods", .work, "Black Friday numbers", at: 10, 0, for: 90),
    SampleBlock(8, "bondi-homes", .work, "Settlement checklist, Unit 4", at: 9, 30, for: 60),
  ]
}
