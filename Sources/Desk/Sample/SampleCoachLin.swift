extension SampleBoard {
  /// A coach for people who change their work, with a newsletter and a podcast.
  static let coachLin = SampleBoard(
    slug: "coach-lin", name: "Coach Lin", zone: "Europe/London",
    hours: WorkingHours(startMinute: 540, endMinute: 1020), currency: "GBP", rate: 3200,
    columns: [
      ColumnDraft(name: "Backlog", role: .backlog), ColumnDraft(name: "Doing", role: .doing, wipLimit: 3),
      ColumnDraft(name: "Review", role: .review), ColumnDraft(name: "Done", role: .done),
    ],
    cards: [
      SampleCard(
        "Invoice pack", in: 0, due: (3, 1020), estimate: 90, labels: ["admin"], quadrant: .first,
        notes: "Seven invoices, one per course. Numbers continue from 2026-118."),
      SampleCard(
        "Course page: “Second Spring”", in: 0, due: (8, 1020), estimate: 150, labels: ["site"],

        checklist: ["Headline", "Dates and price", "Three voices of former clients", "Form"], quadrant: .plan,
        age: 5),
      SampleCard("Find a quieter booking tool", in: 0, estimate: 60, labels: ["research"], age: 15),
      SampleCard("Birthday list of alumni 🎂", in: 0, estimate: 30, labels: ["admin"], age: 10),
      SampleCard(
        "Newsletter 48", in: 1, due: (3, 1020), estimate: 120, labels: ["newsletter"],
        checklist: ["x Topic agreed", "x Outline", "x First draft", "Links and images", "Test mail to Lin"],
        quadrant: .first,
        notes: "Theme: the courage to pause. Keep it under 600 words; one question at the end, not three.",
        comments: [
          (4, "Lin", "Could we open with the story of the allotment?"),
          (2, "Asha", "Yes — it now opens there. Draft is at 540 words."),
        ], age: 6),
      SampleCard(
        "Move the spring workshop dates", in: 1, due: (0, 960), estimate: 30, labels: ["calendar"],
        checklist: ["x Ask the venue", "Tell the nine who booked"], quadrant: .delegate, age: 2),
      SampleCard(
        "Podcast notes, episode 112", in: 2, due: (1, 1020), estimate: 75, labels: ["podcast"],
        waitingOn: "Lin",
        comments: [(1, "Asha", "Notes are ready, please check the name of the guest's book.")], age: 4),
    ]
      + SampleCard.done(
        [
          "Refund mail to Mr. Adeyemi", "Newsletter 47", "Podcast notes, episode 111",
          "Discovery call slots, December",
          "Receipts to the bookkeeper", "Zoom links for the autumn group", "Feedback forms summed up",
          "Podcast guest: Dr. Ferreira", "Transcript, episode 110", "New photo on all profiles",
          "Thank-you cards ✉️", "Newsletter 46", "Course evaluation, summer", "Train tickets to Bath",
        ], in: 3, labels: ["podcast"]),
    errands: ["Mail and diary", "Calls booked and moved"])
}
