import Civil

extension Desk {
  /// Proposes how to fill some days, as a difference to what is planned: see `PlanRules` for how it goes about it.
  ///
  /// Nothing overlaps a block that is there, all lies within the person's working hours, and the same request to the same
  /// desk gives the same plan. Blocks of work that are planned stay where they are unless they are on top of something,
  /// come too late for their card, or keep another card from being in time.
  package func plan(_ request: PlanRequest) -> DayPlan {
    let ground = PlanGround(self, request)
    let search = PlanSearch(self, ground)
    return PlanReport(search, ground, self).plan
  }
}
