/// A place that people name when they mean a zone.
package struct ZonePlace: Hashable, Sendable {
  /// The zone's name in the IANA database: `Asia/Kolkata`.
  package let zone: String
  package let city: String
  /// The country's English name; empty for `UTC` and for places that no table gives a country.
  package let country: String
  /// ISO 3166's two letters, empty as above.
  package let countryCode: String
  /// Which part of the country is meant, in the words of the tables: `Queensland (most areas)`; often empty.
  package let region: String

  package init(zone: String, city: String, country: String, countryCode: String, region: String = "") {
    self.zone = zone
    self.city = city
    self.country = country
    self.countryCode = countryCode
    self.region = region
  }
}
