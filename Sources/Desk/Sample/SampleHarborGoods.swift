extension SampleBoard {
  /// A web shop for ship's lanterns and enamel mugs.
  static let harborGoods = SampleBoard(
    slug: "harbor-goods", name: "Harbor Goods", zone: "America/New_York",
    hours: WorkingHours(startMinute: 540, endMinute: 1050), currency: "USD", rate: 4000,
    columns: [
      ColumnDraft(name: "Backlog", role: .backlog), ColumnDraft(name: "Ready", role: .ready),
      ColumnDraft(name: "Doing", role: .doing, wipLimit: 3), ColumnDraft(name: "Waiting", role: .waiting),
      ColumnDraft(name: "Review", role: .review, wipLimit: 2), ColumnDraft(name: "Done", role: .done),
    ],
    cards: [
      SampleCard(
        "Holiday gift guide page", in: 2, due: (2, 1050), estimate: 240, labels: ["content", "holiday"],
        checklist: [
          "x Pick 24 products", "x Ask Maya for photos", "Write the intros", "Alt texts", "Schedule the post",
        ], quadrant: .first,
        notes: "Tone: warm, no “must-have”. Last year's page is still linked from the footer — redirect it.",
        comments: [
          (2, "Maya", "Photos are in the shared folder, the lantern ones are the best."),
          (1, "Asha", "Took the lantern as the lead. Two photos are too dark, asked for new ones."),
        ], age: 6),
      SampleCard(
        "Refund requests, week 47", in: 2, due: (0, 1050), estimate: 60, labels: ["support"],
        checklist: [
          "x #1042 lantern, broken glass", "x #1057 wrong mug", "#1061 late parcel", "#1063 double charge",
        ],
        quadrant: .delegate, age: 1),
      SampleCard(
        "Supplier price list", in: 1, due: (1, 900), estimate: 90, labels: ["suppliers"], quadrant: .plan,
        notes: "Compare with October; mark everything that rose by more than 5 %."),
      SampleCard(
        "Black Friday numbers", in: 1, due: (5, 720), estimate: 90, labels: ["reports", "holiday"],
        quadrant: .plan),
      SampleCard(
        "Reply to wholesale enquiry: Café Lumière", in: 1, due: (-1, 1050), estimate: 25, labels: ["sales"],
        quadrant: .first),
      SampleCard(
        "Shipping rates for Canada", in: 3, due: (3, 1050), estimate: 45, labels: ["shipping"],
        waitingOn: "FreightWorks",
        comments: [(3, "FreightWorks", "New tariff comes out on Thursday, will send.")], age: 8),
      SampleCard(
        "Product photos: enamel mugs", in: 3, labels: ["content"], waitingOn: "Maya", age: 5),
      SampleCard(
        "Return policy in plain words", in: 4, estimate: 60, labels: ["content"],
        checklist: ["x Draft", "x Legal wording", "Maya reads it"], assignee: "Maya", quadrant: .plan, age: 9),
      SampleCard("Newsletter sign-up box on the blog", in: 0, estimate: 40, labels: ["site"]),
      SampleCard("Tidy up tags of old blog posts", in: 0, estimate: 120, labels: ["site", "seo"], age: 30),
      SampleCard(
        "Loyalty cards: compare three apps", in: 0, estimate: 90, labels: ["research"], quadrant: .plan,
        age: 21),
      SampleCard("Ask Mr. Ōta about the brass compass 🧭", in: 0, labels: ["suppliers"], age: 12),
      SampleCard(
        "Gift wrapping as an option at checkout", in: 0, estimate: 60, labels: ["site", "holiday"], age: 4),
    ]
      + SampleCard.done(
        [
          "Order #1042: new lantern sent", "Instagram: behind the workbench", "Stock count of candles",
          "Sales tax report, October", "Customer letter: late parcels", "FAQ: care of enamel",
          "Fix the broken size chart", "Reply to reviews, week 46", "Invoice from PackRight checked",
          "Alt texts for 60 products", "Meta descriptions, best sellers", "Coupon code for the choir",
          "Halloween banner taken down", "Abandoned cart mail, new text", "Returns log, October",
        ], in: 5, labels: ["support"]),
    errands: ["Shop mailbox", "Reviews and messages"])
}
