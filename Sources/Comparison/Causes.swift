package import Outcomes
internal import Vocabulary

/// Finds the changed entry of the rules behind a course that moved.
///
/// First what the divergence names, then what that rests on, nearest first. Where no divergence is, the
/// prices of the course's work, then what its benefits rest on.
package struct Causes: Sendable {
  private let changed: [String: RuleChange]
  private let old: [String: [String]]
  private let new: [String: [String]]

  /// - Parameters:
  ///   - old: what each entry of the old law rests on directly, by name.
  ///   - new: the same of the new law.
  package init(changes: [RuleChange], old: [String: [String]], new: [String: [String]]) {
    changed = Dictionary(changes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.old = old
    self.new = new
  }

  package func cause(of divergence: Divergence?, from before: Course, to after: Course) -> Cause? {
    guard let divergence else { return causeOfFigures(from: before, to: after) }
    let named = [divergence.reform, divergence.baseline].compactMap {
      $0?.reference.provision.description
    }
    return cause(named: named)
  }

  private func cause(named names: [String]) -> Cause? {
    if let change = names.lazy.compactMap({ changed[$0] }).first {
      return Cause(name: change.name, label: change.label, isNamed: true)
    }
    for name in names {
      for rests in [new, old] {
        if let change = nearest(behind: name, in: rests) {
          return Cause(name: change.name, label: change.label, isNamed: false)
        }
      }
    }
    return nil
  }

  /// Breadth first, so that what is read directly comes before what that reads.
  private func nearest(behind name: String, in rests: [String: [String]]) -> RuleChange? {
    var seen: Set<String> = [name]
    var open = [name]
    while !open.isEmpty {
      let next = open.flatMap { rests[$0] ?? [] }.filter { seen.insert($0).inserted }
      if let change = next.lazy.compactMap({ changed[$0] }).first { return change }
      open = next
    }
    return nil
  }

  private func causeOfFigures(from before: Course, to after: Course) -> Cause? {
    let prices = [before, after].flatMap(\.demands).flatMap { demand in
      ["work", "expenses", "weeks"].map { "prices/\($0)/\(demand.priceKey)" }
        + [demand.performer.authority.map { "prices/hours/\($0)" }].compactMap { $0 }
    }
    if let price = prices.lazy.compactMap({ changed[$0] }).first {
      return Cause(name: price.name, label: price.label, isNamed: true)
    }
    let provisions = [after, before].flatMap { course in
      course.payments.map(\.reference.provision.description)
        + course.demands.map(\.reference.provision.description)
    }
    return cause(named: provisions)
  }
}
