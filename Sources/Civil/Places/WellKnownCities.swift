/// Cities that people name, the more prominent first, most of which are no zone's name.
///
/// They rank what the system's tables only list, answer for cities that the tables do not have (Pune keeps the
/// time of Kolkata), and stand in where a system has no tables at all.
enum WellKnownCities {
  struct City {
    let name: String
    let countryCode: String
    let zone: String
    /// Other names and abbreviations.
    let nicknames: [String]
  }

  static let all: [City] = lines(of: table).compactMap { fields in
    guard fields.count >= 3 else { return nil }
    return City(name: fields[0], countryCode: fields[1], zone: fields[2], nicknames: Array(fields[3...]))
  }

  /// What people call the clock of a zone (`PST`, `ET`), by zone.
  ///
  /// Several zones may share one (`IST`), and who says `EST` in summer means New York's time all the same: a name to search by,
  /// never one that a time is read by.
  static let clocks: [String: [String]] = Dictionary(
    lines(of: clockTable).map { ($0[0], Array($0[1...])) }, uniquingKeysWith: { first, _ in first })

  /// English names of the countries of these cities.
  static let countries: [String: String] = Dictionary(
    lines(of: countryTable).compactMap { $0.count >= 2 ? ($0[0], $0[1]) : nil },
    uniquingKeysWith: { first, _ in first })

  /// Other names of countries.
  static let countryNicknames: [String: [String]] = Dictionary(
    lines(of: countryTable).compactMap { $0.count > 2 ? ($0[0], Array($0[2...])) : nil },
    uniquingKeysWith: { first, _ in first })

  private static func lines(of table: String) -> [[String]] {
    table.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
  }

  private static let table = """
    London|GB|Europe/London
    New York|US|America/New_York|NYC|Eastern Time|New Jersey|Connecticut
    Los Angeles|US|America/Los_Angeles|LA|Pacific Time|California
    Mumbai|IN|Asia/Kolkata|Bombay|Maharashtra
    Paris|FR|Europe/Paris
    Tokyo|JP|Asia/Tokyo
    Sydney|AU|Australia/Sydney|New South Wales|NSW
    Berlin|DE|Europe/Berlin
    São Paulo|BR|America/Sao_Paulo
    Singapore|SG|Asia/Singapore
    Dubai|AE|Asia/Dubai
    Toronto|CA|America/Toronto|Ontario
    Chicago|US|America/Chicago|Central Time|Illinois
    Delhi|IN|Asia/Kolkata|New Delhi
    San Francisco|US|America/Los_Angeles|SF|Silicon Valley|Bay Area
    Bengaluru|IN|Asia/Kolkata|Bangalore|Karnataka
    Hong Kong|HK|Asia/Hong_Kong
    Shanghai|CN|Asia/Shanghai
    Beijing|CN|Asia/Shanghai|Peking
    Madrid|ES|Europe/Madrid
    Rome|IT|Europe/Rome|Roma
    Amsterdam|NL|Europe/Amsterdam
    Dublin|IE|Europe/Dublin
    Manila|PH|Asia/Manila
    Melbourne|AU|Australia/Melbourne|Victoria
    Vancouver|CA|America/Vancouver|British Columbia|BC
    Mexico City|MX|America/Mexico_City|Ciudad de México|CDMX
    Johannesburg|ZA|Africa/Johannesburg|Joburg
    Cairo|EG|Africa/Cairo
    Istanbul|TR|Europe/Istanbul
    Moscow|RU|Europe/Moscow
    Kolkata|IN|Asia/Kolkata|Calcutta
    Pune|IN|Asia/Kolkata|Poona|पुणे
    Hyderabad|IN|Asia/Kolkata
    Chennai|IN|Asia/Kolkata|Madras|Tamil Nadu
    Ahmedabad|IN|Asia/Kolkata
    Jaipur|IN|Asia/Kolkata
    Kochi|IN|Asia/Kolkata|Cochin
    Goa|IN|Asia/Kolkata|Panaji
    Boston|US|America/New_York|Massachusetts|New England
    Washington|US|America/New_York|DC|Washington DC|Virginia|Maryland
    Miami|US|America/New_York|Florida
    Atlanta|US|America/New_York|Georgia (US)
    Philadelphia|US|America/New_York|Pennsylvania
    Orlando|US|America/New_York
    Seattle|US|America/Los_Angeles|Washington State
    San Diego|US|America/Los_Angeles
    Las Vegas|US|America/Los_Angeles|Nevada
    Portland|US|America/Los_Angeles|Oregon
    Austin|US|America/Chicago
    Dallas|US|America/Chicago|Texas
    Houston|US|America/Chicago
    New Orleans|US|America/Chicago|Louisiana
    Minneapolis|US|America/Chicago|Minnesota
    Nashville|US|America/Chicago|Tennessee
    Denver|US|America/Denver|Mountain Time|Colorado
    Salt Lake City|US|America/Denver|Utah
    Phoenix|US|America/Phoenix|Arizona
    Detroit|US|America/Detroit|Michigan
    Anchorage|US|America/Anchorage|Alaska
    Honolulu|US|Pacific/Honolulu
    Montreal|CA|America/Toronto|Montréal
    Ottawa|CA|America/Toronto
    Quebec|CA|America/Toronto|Québec
    Calgary|CA|America/Edmonton|Alberta
    Edmonton|CA|America/Edmonton
    Winnipeg|CA|America/Winnipeg|Manitoba
    Halifax|CA|America/Halifax|Nova Scotia
    Edinburgh|GB|Europe/London
    Manchester|GB|Europe/London
    Birmingham|GB|Europe/London
    Glasgow|GB|Europe/London
    Leeds|GB|Europe/London
    Liverpool|GB|Europe/London
    Bristol|GB|Europe/London
    Oxford|GB|Europe/London
    Cambridge|GB|Europe/London
    Cardiff|GB|Europe/London
    Belfast|GB|Europe/London
    Munich|DE|Europe/Berlin|München|Bavaria|Bayern
    Hamburg|DE|Europe/Berlin
    Frankfurt|DE|Europe/Berlin
    Cologne|DE|Europe/Berlin|Köln
    Stuttgart|DE|Europe/Berlin
    Düsseldorf|DE|Europe/Berlin
    Leipzig|DE|Europe/Berlin
    Barcelona|ES|Europe/Madrid|Catalonia|Catalunya
    Valencia|ES|Europe/Madrid
    Seville|ES|Europe/Madrid|Sevilla
    Milan|IT|Europe/Rome|Milano
    Naples|IT|Europe/Rome|Napoli
    Turin|IT|Europe/Rome|Torino
    Florence|IT|Europe/Rome|Firenze
    Venice|IT|Europe/Rome|Venezia
    Lyon|FR|Europe/Paris
    Marseille|FR|Europe/Paris
    Toulouse|FR|Europe/Paris
    Nice|FR|Europe/Paris
    Zurich|CH|Europe/Zurich|Zürich
    Geneva|CH|Europe/Zurich|Genève|Genf
    Basel|CH|Europe/Zurich
    Bern|CH|Europe/Zurich
    Rotterdam|NL|Europe/Amsterdam
    The Hague|NL|Europe/Amsterdam|Den Haag
    Brussels|BE|Europe/Brussels|Bruxelles
    Antwerp|BE|Europe/Brussels|Antwerpen
    Vienna|AT|Europe/Vienna|Wien
    Prague|CZ|Europe/Prague|Praha
    Warsaw|PL|Europe/Warsaw|Warszawa
    Kraków|PL|Europe/Warsaw
    Budapest|HU|Europe/Budapest
    Lisbon|PT|Europe/Lisbon|Lisboa
    Porto|PT|Europe/Lisbon
    Copenhagen|DK|Europe/Copenhagen|København
    Stockholm|SE|Europe/Stockholm
    Gothenburg|SE|Europe/Stockholm|Göteborg
    Oslo|NO|Europe/Oslo
    Helsinki|FI|Europe/Helsinki
    Reykjavik|IS|Atlantic/Reykjavik
    Athens|GR|Europe/Athens
    Bucharest|RO|Europe/Bucharest
    Sofia|BG|Europe/Sofia
    Belgrade|RS|Europe/Belgrade
    Zagreb|HR|Europe/Zagreb
    Kyiv|UA|Europe/Kyiv|Kiev
    Lviv|UA|Europe/Kyiv
    Saint Petersburg|RU|Europe/Moscow|St Petersburg
    Ankara|TR|Europe/Istanbul
    Tel Aviv|IL|Asia/Jerusalem
    Jerusalem|IL|Asia/Jerusalem
    Beirut|LB|Asia/Beirut
    Abu Dhabi|AE|Asia/Dubai
    Doha|QA|Asia/Qatar
    Riyadh|SA|Asia/Riyadh
    Jeddah|SA|Asia/Riyadh
    Kuwait City|KW|Asia/Kuwait
    Tehran|IR|Asia/Tehran
    Karachi|PK|Asia/Karachi
    Lahore|PK|Asia/Karachi
    Islamabad|PK|Asia/Karachi
    Dhaka|BD|Asia/Dhaka
    Colombo|LK|Asia/Colombo
    Kathmandu|NP|Asia/Kathmandu
    Bangkok|TH|Asia/Bangkok
    Chiang Mai|TH|Asia/Bangkok
    Hanoi|VN|Asia/Ho_Chi_Minh
    Ho Chi Minh City|VN|Asia/Ho_Chi_Minh|Saigon
    Kuala Lumpur|MY|Asia/Kuala_Lumpur|KL
    Jakarta|ID|Asia/Jakarta
    Bali|ID|Asia/Makassar|Denpasar
    Cebu|PH|Asia/Manila
    Davao|PH|Asia/Manila
    Quezon City|PH|Asia/Manila
    Seoul|KR|Asia/Seoul
    Busan|KR|Asia/Seoul
    Osaka|JP|Asia/Tokyo
    Kyoto|JP|Asia/Tokyo
    Taipei|TW|Asia/Taipei
    Shenzhen|CN|Asia/Shanghai
    Guangzhou|CN|Asia/Shanghai|Canton
    Brisbane|AU|Australia/Brisbane
    Gold Coast|AU|Australia/Brisbane
    Perth|AU|Australia/Perth
    Adelaide|AU|Australia/Adelaide
    Canberra|AU|Australia/Sydney
    Hobart|AU|Australia/Hobart
    Darwin|AU|Australia/Darwin
    Auckland|NZ|Pacific/Auckland
    Wellington|NZ|Pacific/Auckland
    Christchurch|NZ|Pacific/Auckland
    Rio de Janeiro|BR|America/Sao_Paulo|Rio
    Brasília|BR|America/Sao_Paulo
    Belo Horizonte|BR|America/Sao_Paulo
    Curitiba|BR|America/Sao_Paulo
    Salvador|BR|America/Bahia
    Buenos Aires|AR|America/Argentina/Buenos_Aires
    Santiago|CL|America/Santiago
    Bogotá|CO|America/Bogota
    Medellín|CO|America/Bogota
    Lima|PE|America/Lima
    Caracas|VE|America/Caracas
    Montevideo|UY|America/Montevideo
    Quito|EC|America/Guayaquil
    Guadalajara|MX|America/Mexico_City
    Monterrey|MX|America/Monterrey
    Panama|PA|America/Panama
    San José|CR|America/Costa_Rica
    Lagos|NG|Africa/Lagos
    Abuja|NG|Africa/Lagos
    Accra|GH|Africa/Accra
    Nairobi|KE|Africa/Nairobi
    Addis Ababa|ET|Africa/Addis_Ababa
    Cape Town|ZA|Africa/Johannesburg
    Durban|ZA|Africa/Johannesburg
    Casablanca|MA|Africa/Casablanca
    Marrakesh|MA|Africa/Casablanca
    Tunis|TN|Africa/Tunis
    """

  private static let clockTable = """
    America/New_York|EST|EDT|ET
    America/Chicago|CST|CDT|CT
    America/Denver|MST|MDT|MT
    America/Phoenix|MST
    America/Los_Angeles|PST|PDT|PT
    America/Anchorage|AKST|AKDT
    Pacific/Honolulu|HST
    America/Halifax|AST|ADT
    America/St_Johns|NST|NDT
    America/Sao_Paulo|BRT
    America/Argentina/Buenos_Aires|ART
    Europe/London|BST
    Europe/Dublin|IST
    Europe/Lisbon|WET|WEST
    Europe/Paris|CET|CEST
    Europe/Berlin|CET|CEST
    Europe/Madrid|CET|CEST
    Europe/Athens|EET|EEST
    Europe/Helsinki|EET|EEST
    Europe/Moscow|MSK
    Asia/Jerusalem|IST|IDT
    Asia/Dubai|GST
    Asia/Riyadh|AST
    Asia/Karachi|PKT
    Asia/Kolkata|IST
    Asia/Kathmandu|NPT
    Asia/Dhaka|BST
    Asia/Bangkok|ICT
    Asia/Jakarta|WIB
    Asia/Singapore|SGT
    Asia/Manila|PHT|PST
    Asia/Hong_Kong|HKT
    Asia/Shanghai|CST
    Asia/Tokyo|JST
    Asia/Seoul|KST
    Australia/Perth|AWST
    Australia/Adelaide|ACST|ACDT
    Australia/Brisbane|AEST
    Australia/Sydney|AEST|AEDT
    Australia/Melbourne|AEST|AEDT
    Pacific/Auckland|NZST|NZDT
    Africa/Lagos|WAT
    Africa/Nairobi|EAT
    Africa/Johannesburg|SAST
    """

  private static let countryTable = """
    AE|United Arab Emirates|UAE|Emirates
    AR|Argentina
    AT|Austria
    AU|Australia
    BD|Bangladesh
    BE|Belgium
    BG|Bulgaria
    BR|Brazil|Brasil
    CA|Canada
    CH|Switzerland
    CL|Chile
    CN|China
    CO|Colombia
    CR|Costa Rica
    CZ|Czech Republic|Czechia
    DE|Germany|Deutschland
    DK|Denmark
    EC|Ecuador
    EG|Egypt
    ES|Spain|España
    ET|Ethiopia
    FI|Finland
    FR|France
    GB|Britain (UK)|UK|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland
    GH|Ghana
    GR|Greece
    HK|Hong Kong
    HR|Croatia
    HU|Hungary
    ID|Indonesia
    IE|Ireland|Eire
    IL|Israel
    IN|India|Bharat|भारत
    IR|Iran
    IS|Iceland
    IT|Italy|Italia
    JP|Japan|Nippon
    KE|Kenya
    KR|Korea (South)|South Korea
    KW|Kuwait
    LB|Lebanon
    LK|Sri Lanka|Ceylon
    MA|Morocco
    MX|Mexico
    MY|Malaysia
    NG|Nigeria
    NL|Netherlands|Holland
    NO|Norway
    NP|Nepal
    NZ|New Zealand|Aotearoa
    PA|Panama
    PE|Peru
    PH|Philippines
    PK|Pakistan
    PL|Poland
    PT|Portugal
    QA|Qatar
    RO|Romania
    RS|Serbia
    RU|Russia
    SA|Saudi Arabia|KSA
    SE|Sweden
    SG|Singapore
    TH|Thailand
    TN|Tunisia
    TR|Turkey|Türkiye
    TW|Taiwan
    UA|Ukraine
    US|United States|USA|United States of America|America
    UY|Uruguay
    VE|Venezuela
    VN|Vietnam
    ZA|South Africa
    """
}
