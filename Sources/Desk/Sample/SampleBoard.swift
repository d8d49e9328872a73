import Civil

/// A client and a board as they are written down here.
struct SampleBoard: Sendable {
  var slug: String
  var name: String
  var zone: String
  var hours: WorkingHours
  var currency: String
  /// Price of an hour in minor units.
  var rate: Int
  var columns: [ColumnDraft]
  var cards: [SampleCard]
  /// Work that entries are about when it has no card.
  var errands: [String]
}

/// A card as it is written down here: times are working days from today.
struct SampleCard: Sendable {
  var title: String
  var column: Int
  /// Working days from today and minute of the day; days before today make it overdue.
  var due: (days: Int, minute: Int)?
  /// Minutes.
  var estimate: Int?
  var labels: [String]
  /// Lines that begin with `x ` are ticked.
  var checklist: [String]
  var waitingOn: String?
  var assignee: String?
  var quadrant: Quadrant
  var notes: String
  var comments: [(daysAgo: Int, writer: String, text: String)]
  /// Working days since it was written down.
  var age: Int
  /// Working days since it was done.
  var doneAgo: Int?
  var isArchived: Bool

  init(
    _ title: String, in column: Int, due: (Int, Int)? = nil, estimate: Int? = nil, labels: [String] = [],
    checklist: [String] = [], waitingOn: String? = nil, assignee: String? = nil, quadrant: Quadrant = .later,
    notes: String = "", comments: [(Int, String, String)] = [], age: Int = 3
  ) {
    self.title = title
    self.column = column
    self.due = due.map { ($0.0, $0.1) }
    self.estimate = estimate
    self.labels = labels
    self.checklist = checklist
    self.waitingOn = waitingOn
    self.assignee = assignee
    self.quadrant = quadrant
    self.notes = notes
    self.comments = comments.map { ($0.0, $0.1, $0.2) }
    self.age = age
    isArchived = false
  }

  /// Cards that were done on the working days before today, newest first; what is long done is archived.
  static func done(_ titles: [String], in column: Int, labels: [String] = []) -> [SampleCard] {
    titles.enumerated().map { place, title in
      var card = SampleCard(title, in: column, labels: place.isMultiple(of: 3) ? labels : [], age: place + 4)
      card.doneAgo = place / 2
      card.isArchived = place >= 12
      card.estimate = [30, 45, 60, 90, 20][place % 5]
      return card
    }
  }
}
