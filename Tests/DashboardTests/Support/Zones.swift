import Civil

/// Zones made of today's rules alone, so that frames come out the same on every machine.
enum PinnedZones {
  private static let rules = [
    "Europe/London": "GMT0BST,M3.5.0/1,M10.5.0", "Europe/Paris": "CET-1CEST,M3.5.0,M10.5.0/3",
    "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
    "Asia/Kolkata": "IST-5:30", "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "America/Sao_Paulo": "<-03>3", "Asia/Tokyo": "JST-9",
    "Asia/Kathmandu": "<+0545>-5:45", "Australia/Lord_Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
  ]

  static let database = ZoneDatabase { path in
    if path == "zone1970.tab" || path == "iso3166.tab" { return tables[path].map { Array($0.utf8) } }
    return rules[path].map(tzif)
  }

  private static let tables = [
    "iso3166.tab": "AU\tAustralia\nBR\tBrazil\nGB\tBritain (UK)\nIN\tIndia\nJP\tJapan\nUS\tUnited States\n",
    "zone1970.tab": """
    AU\t-3352+15113\tAustralia/Sydney\tNew South Wales (most areas)
    BR\t-2332-04637\tAmerica/Sao_Paulo\tBrazil (southeast)
    GB\t+513030-0000731\tEurope/London
    IN\t+2232+08822\tAsia/Kolkata
    JP\t+353916+1394441\tAsia/Tokyo
    US\t+404251-0740023\tAmerica/New_York\tEastern (most areas)

    """,
  ]

  /// A file of version 2 without transitions: the rule in its footer holds for all time.
  private static func tzif(_ rule: String) -> [UInt8] {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return header + counts + block + header + counts + block + Array("\n\(rule)\n".utf8)
  }
}
