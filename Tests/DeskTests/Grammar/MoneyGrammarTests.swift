import Desk
import Testing

struct MoneyGrammarTests {
  @Test(arguments: [
    ("40 usd/h", 4000, "USD", true), ("$40", 4000, "USD", false), ("1,250.50 eur", 125_050, "EUR", false),
    ("EUR 12,50", 1250, "EUR", false), ("¥1200", 1200, "JPY", false), ("1.250 kwd", 1250, "KWD", false),
    ("1,25,000 inr", 12_500_000, "INR", false), ("R$ 150/hour", 15_000, "BRL", true),
    ("£ 35.5 per hour", 3550, "GBP", true), ("1'250.00 chf", 125_000, "CHF", false),
    ("0.05usd", 5, "USD", false),
    ("A$90", 9000, "AUD", false),
  ]) func amountsAreReadExactly(text: String, units: Int, code: String, perHour: Bool) {
    #expect(Grammar.parseMoney(text) == Money(minorUnits: units, currency: code, isPerHour: perHour))
  }

  @Test func aNumberAloneIsInTheCurrencyGiven() {
    #expect(
      Grammar.parseMoney("40/h", currency: "GBP") == Money(minorUnits: 4000, currency: "GBP", isPerHour: true)
    )
    #expect(Grammar.parseMoney("40") == nil)
  }

  @Test(arguments: [
    "", "usd", "40.005 usd", "1.5 jpy", "40 xyz", "12,34,5 usd", "1..5 usd", "40 usd 5", "usd 40 eur",
    "-40 usd",
    "99999999999999999999 usd", ". usd", "1,2345 usd", "४० usd",
  ]) func whatIsNoAmountIsNotGuessed(text: String) {
    #expect(Grammar.parseMoney(text) == nil)
  }

  @Test func amountsAreWrittenWithTheirDecimals() {
    #expect(Currency.text(minorUnits: 125_050, code: "EUR") == "1,250.50 EUR")
    #expect(Currency.text(minorUnits: 5, code: "USD") == "0.05 USD")
    #expect(Currency.text(minorUnits: 1_234_567, code: "JPY") == "1,234,567 JPY")
    #expect(Currency.text(minorUnits: -1250, code: "KWD") == "-1.250 KWD")
  }
}
