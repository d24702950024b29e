internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios
internal import Vocabulary

extension Scenario {
  /// The same course with everything left out that does not matter for what it shows: facts back to what is
  /// usual, changes that need not happen.
  ///
  /// - Complexity: one replay for each fact and change that is not usual.
  func shrunk(
    _ vocabulary: Vocabulary, while isShown: (Scenario) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Scenario {
    var present = self
    for index in changes.indices.reversed() {
      var fewer = present.changes
      fewer.remove(at: index)
      let candidate = present.with(initial: present.initial, changes: fewer)
      if try isShown(candidate) { present = candidate }
    }
    for (index, fact) in vocabulary.facts.enumerated() {
      for usual in fact.usual where present.initial[index] != usual {
        var initial = present.initial
        initial[index] = usual
        // A change to what it is already is none.
        let changes = present.changes.filter { $0.what != .fact(index, usual) }
        let candidate = present.with(initial: initial, changes: changes)
        if try isShown(candidate) {
          present = candidate
          break
        }
      }
    }
    return present
  }

  func with(initial: [Value], changes: [Change]) -> Scenario {
    Scenario(
      id: id, title: title, shows: shows, period: period, initial: initial, changes: changes, source: source,
      assumed: assumed, range: range)
  }

  func with(until: Day) -> Scenario {
    Scenario(
      id: id, title: title, shows: shows, period: Stretch(from: period.from, until: until), initial: initial,
      changes: changes, source: source, assumed: assumed, range: range)
  }
}

extension Fact {
  /// What a fact may go back to, the most usual first.
  fileprivate var usual: [Value] {
    if let standard { return [standard] }
    if type.isOptional { return [.unknown] }
    if name == "born" { return [1985, 1970, 2000].compactMap { Day(year: $0, month: 6, day: 15) }.map(Value.date) }
    return []
  }
}
