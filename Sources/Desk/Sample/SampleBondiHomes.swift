extension SampleBoard {
  /// An estate agent by the beach.
  static let bondiHomes = SampleBoard(
    slug: "bondi-homes", name: "Bondi Homes", zone: "Australia/Sydney",
    hours: WorkingHours(
      startMinute: 510, endMinute: 1020, week: WeekdaySet(text: "mon-sat") ?? .mondayToFriday),
    currency: "AUD", rate: 5500,
    columns: [
      ColumnDraft(name: "Enquiries", role: .backlog), ColumnDraft(name: "This week", role: .ready),
      ColumnDraft(name: "Doing", role: .doing, wipLimit: 2), ColumnDraft(name: "With vendor", role: .waiting),
      ColumnDraft(name: "Done", role: .done),
    ],
    cards: [
      SampleCard(
        "Open home flyers 🏖️ 12 Campbell Pde", in: 2, due: (1, 720), estimate: 60, labels: ["marketing"],
        checklist: ["x Photos chosen", "x Text", "QR code", "To the printer by noon"], quadrant: .first,
        age: 3),
      SampleCard(
        "Tenant enquiries", in: 2, due: (0, 1020), estimate: 45, labels: ["rentals"], quadrant: .delegate,
        notes: "Answer within one business day. Template “viewing” for flats, “waitlist” for houses.", age: 1),
      SampleCard(
        "Settlement checklist, Unit 4", in: 1, due: (4, 1020), estimate: 90, labels: ["sales"],
        checklist: [
          "x Deposit receipt", "Water and council rates", "Key handover time", "Solicitor's letter",
        ],
        quadrant: .plan, age: 7),
      SampleCard(
        "Smoke alarm certificates", in: 1, due: (-2, 1020), estimate: 30, labels: ["compliance"],
        quadrant: .first, age: 11),
      SampleCard(
        "Suburb report for December", in: 1, due: (6, 1020), estimate: 150, labels: ["marketing"],
        quadrant: .plan),
      SampleCard(
        "Contract for 7 Curlewis St", in: 3, due: (2, 900), estimate: 30, labels: ["sales"],
        waitingOn: "Mrs. Papadopoulos",
        comments: [
          (2, "Jack", "She wants the pool fence in the special conditions."),
          (1, "Asha", "Sent the changed page at 8:40 their time."),
        ], age: 6),
      SampleCard(
        "Quote for repainting the stairwell", in: 3, labels: ["maintenance"], waitingOn: "Sunny Coat Pty",
        age: 9),
      SampleCard("Two-bedder near the tram for the Nguyễn family", in: 0, labels: ["rentals"], age: 1),
      SampleCard(
        "Short lets: what the council allows", in: 0, estimate: 120, labels: ["research"], quadrant: .plan,
        age: 16),
      SampleCard("Drone pictures of the headland?", in: 0, labels: ["marketing"], age: 13),
      SampleCard(
        "Key register: Unit 9 has three copies 🔑", in: 0, estimate: 20, labels: ["compliance"], age: 2),
    ]
      + SampleCard.done(
        [
          "Viewing slots for Saturday", "Bond lodged, Unit 11", "Rent roll reconciled",
          "Ad text: penthouse on O'Brien St",
          "Routine inspection letters", "New lease, Unit 2", "Floor plans cropped", "Auction reminder texts",
          "Vendor report, Campbell Pde", "Plumber booked, Unit 6", "Portal login for Jack",
          "Keys back from 31 Hall St",
          "Photos of the laundry", "Signboard ordered",
        ], in: 4, labels: ["rentals"]),
    errands: ["Portal messages", "Phone notes for Jack"])
}
