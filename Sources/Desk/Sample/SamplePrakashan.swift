extension SampleBoard {
  /// पुण्यातील एक प्रकाशन संस्था.
  static let prakashan = SampleBoard(
    slug: "prakashan", name: "प्रकाशन", zone: "Asia/Kolkata",
    hours: WorkingHours(
      startMinute: 600, endMinute: 1110, week: WeekdaySet(text: "mon-sat") ?? .mondayToFriday),
    currency: "INR", rate: 80_000,
    columns: [
      ColumnDraft(name: "पुढील", role: .backlog), ColumnDraft(name: "तयार", role: .ready),
      ColumnDraft(name: "चालू", role: .doing, wipLimit: 2), ColumnDraft(name: "तपासणी", role: .review),
      ColumnDraft(name: "झाले", role: .done),
    ],
    cards: [
      SampleCard(
        "मुद्रितशोधन: प्रकरण ७", in: 2, due: (1, 1110), estimate: 150, labels: ["मुद्रितशोधन"],
        checklist: ["x पहिले वाचन", "x शुद्धलेखन", "तळटीपा", "अनुक्रमणिका"], quadrant: .first,
        notes: "लेखकाचे शब्द तसेच ठेवावेत; फक्त शुद्धलेखन आणि विरामचिन्हे बदलावीत.",
        comments: [(1, "सौ. देशपांडे", "पान ११२ वरील तारीख पुन्हा पाहावी.")], age: 5),
      SampleCard(
        "दिवाळी अंक: शेवटची तपासणी", in: 2, due: (4, 1110), estimate: 180, labels: ["दिवाळी अंक"],
        checklist: ["x मुखपृष्ठ", "x लेखकांची नावे", "जाहिराती", "छपाईची संमती"], quadrant: .first, age: 8),
      SampleCard("लेखकांची पत्रे", in: 1, due: (2, 1110), estimate: 60, labels: ["पत्रव्यवहार"], quadrant: .delegate),
      SampleCard(
        "मानधनाची यादी — नोव्हेंबर", in: 1, due: (5, 1020), estimate: 45, labels: ["हिशेब"], quadrant: .plan, age: 2),
      SampleCard(
        "ISBN साठी अर्ज", in: 1, due: (-3, 1110), estimate: 30, labels: ["नोंदणी"], quadrant: .first, age: 12),
      SampleCard(
        "मुखपृष्ठ: «पाऊलखुणा»", in: 3, estimate: 40, labels: ["मुखपृष्ठ"], waitingOn: "चित्रकार जोशी",
        comments: [(2, "चित्रकार जोशी", "रंग थोडे फिके करून पाठवतो.")], age: 6),
      SampleCard("बालसाहित्य: नवीन मालिका 🦚", in: 0, estimate: 120, labels: ["योजना"], quadrant: .plan, age: 18),
      SampleCard("ग्रंथालयांना सूची पाठवणे", in: 0, estimate: 60, labels: ["विक्री"], age: 9),
      SampleCard("संकेतस्थळावरील जुनी पुस्तके", in: 0, estimate: 90, labels: ["संकेतस्थळ"], age: 22),
      SampleCard("पुस्तक प्रदर्शन: सांगली 📚", in: 0, due: (12, 660), labels: ["प्रदर्शन"], quadrant: .plan, age: 4),
    ]
      + SampleCard.done(
        [
          "मुद्रितशोधन: प्रकरण ६", "कागदाचे दरपत्रक", "लेखकाची मुलाखत टंकलेखन", "विक्रीचा अहवाल, ऑक्टोबर",
          "मुद्रितशोधन: प्रकरण ५", "वितरकांना स्मरणपत्र", "परीक्षणासाठी प्रती", "सभासदांची यादी",
          "छायाचित्रांची परवानगी", "मुद्रितशोधन: प्रकरण ४", "जाहिरातींचे दर", "कार्यक्रमाची पत्रिका", "जुने हिशेब",
        ], in: 4, labels: ["मुद्रितशोधन"]),
    errands: ["दूरध्वनी आणि पत्रे", SampleWeek.admin])
}
