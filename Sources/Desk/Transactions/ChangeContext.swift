import Civil

/// What making a change needs from outside: the time it is made at and names for what is new.
package struct ChangeContext: Sendable {
  package var now: Instant
  package var ids: IdentifierSource

  package init(now: Instant, ids: IdentifierSource) {
    self.now = now
    self.ids = ids
  }

  func newID<Subject>() -> Identifier<Subject> { ids.next(at: now) }
}

extension Desk {
  /// The change that undo makes now; nil when there is nothing to take back.
  package func undo(at now: Instant) -> Transaction? { history.undoable?.undone(at: now) }
  /// The change that redo makes now; nil when there is nothing to bring back.
  package func redo(at now: Instant) -> Transaction? { history.redoable?.redone(at: now) }
}
