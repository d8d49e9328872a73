import Desk

extension BlockProblem {
  /// What is wrong with a block and what to do, in the person's words.
  package func text(_ words: ErrorWords) -> String {
    switch self {
    case .badRule(let rule, let why): Words.fill(words.badBlockRule, rule, why)
    case .neverOccurs(let rule): Words.fill(words.neverOccurs, rule)
    case .tooDense(let rule): Words.fill(words.tooDense, rule, "\(Series.limit)")
    case .unknownZone(let zone): Words.fill(words.unknownZone, zone)
    case .damagedZone(let zone, let why): Words.fill(words.damagedZone, zone, why)
    }
  }
}
