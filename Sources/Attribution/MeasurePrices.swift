package import Outcomes
package import Quantities
package import Vocabulary

/// What each measure of a reform, and each provision of a measure, is worth.
///
/// - Unit: øre by place of the target; below zero is a saving.
///
/// Invariant: the shares of all measures add up to `total` in every place; what a measure's provisions
/// are worth one by one and `together` add up to what it is worth by itself.
package struct MeasurePrices: Sendable {
  package struct Measure: Sendable {
    package let name: String
    package let label: Label
    /// Its share over all orders; see `MeasureShares`.
    package let share: [Int]
    /// One standard error of each share, where orders were drawn.
    package let error: [Int]?
    /// What the reform loses without it, and without all that require it.
    package let leftOut: [Int]
    /// Those that fall with it.
    package let dependents: [String]
    /// What it adds to the measures it requires when nothing else is enacted.
    package let alone: [Int]
    /// Why it saves nothing of what counts; `nil` where it does.
    package let nothing: Nothing?
    package let provisions: Provisions?

    package init(
      name: String, label: Label, share: [Int], error: [Int]?, leftOut: [Int], dependents: [String],
      alone: [Int], nothing: Nothing?, provisions: Provisions?
    ) {
      self.name = name
      self.label = label
      self.share = share
      self.error = error
      self.leftOut = leftOut
      self.dependents = dependents
      self.alone = alone
      self.nothing = nothing
      self.provisions = provisions
    }
  }

  /// Why a repeal saves nothing: a finding worth a line.
  package enum Nothing: Hashable, Sendable {
    /// No demand changes for anybody in the sample.
    case meetsNobody
    /// Other rules order the work it no longer orders.
    case stillOrdered(by: [Course.Reference])
    /// What it changes has no price, or stands in another box.
    case elsewhere
  }

  /// A measure taken apart, with what it requires and nothing else: in the whole reform other measures
  /// may have taken away what one of its provisions stands on.
  package struct Provisions: Sendable {
    package let entries: [Entry]
    /// What they are worth together beyond what each is worth by itself.
    package let together: [Int]

    package init(entries: [Entry], together: [Int]) {
      self.entries = entries
      self.together = together
    }

    /// One repeal, amendment or enactment.
    package struct Entry: Sendable {
      /// `repeals`, `amends` or `enacts`.
      package let kind: String
      package let provision: ProvisionID
      package let outcome: Outcome
      package let nothing: Nothing?

      package init(kind: String, provision: ProvisionID, outcome: Outcome, nothing: Nothing?) {
        self.kind = kind
        self.provision = provision
        self.outcome = outcome
        self.nothing = nothing
      }

      /// What the measure loses without it, or why the rest cannot do without it.
      package enum Outcome: Hashable, Sendable {
        case worth([Int])
        case cannotStandAlone(String)
      }
    }
  }

  package let measures: [Measure]
  /// What the reform changes, by place.
  package let total: [Int]
  package let orders: Int128
  package let drawn: Int?

  package init(measures: [Measure], total: [Int], orders: Int128, drawn: Int?) {
    self.measures = measures
    self.total = total
    self.orders = orders
    self.drawn = drawn
  }
}

/// What a change of rules does to the demands of a population, rule by rule.
package struct DemandShift: Sendable {
  /// By provision: how many more people-times it orders.
  private let changes: [(reference: Course.Reference, kind: String, more: Int128)]

  package init(from before: PriceMatrix.Side, to after: PriceMatrix.Side, in years: ClosedRange<Int>) {
    self.init(from: DemandCount.all(of: before, in: years), to: DemandCount.all(of: after, in: years))
  }

  package init(from before: [DemandCount], to after: [DemandCount]) {
    var counts: [ProvisionID: (reference: Course.Reference, kind: String, more: Int128)] = [:]
    for (side, sign) in [(before, Int128(-1)), (after, 1)] {
      for demands in side {
        counts[demands.reference.provision, default: (demands.reference, demands.kind, 0)].more +=
          sign * demands.count.millionths
      }
    }
    changes = counts.map { (name: $0.key.description, change: $0.value) }
      .filter { $0.change.more != 0 }.sorted { $0.name < $1.name }.map(\.change)
  }

  package var isNothing: Bool { changes.isEmpty }

  /// Why it costs what it did before.
  package var reason: MeasurePrices.Nothing {
    guard !changes.isEmpty else { return .meetsNobody }
    let fallen = Set(changes.filter { $0.more < 0 }.map(\.kind))
    let risen = changes.filter { $0.more > 0 && fallen.contains($0.kind) }
    return risen.isEmpty ? .elsewhere : .stillOrdered(by: risen.map(\.reference))
  }
}

/// How often a text of a duty is demanded.
package struct DemandCount: Sendable {
  package let reference: Course.Reference
  package let kind: String
  /// Which text of its duty it is: 0 for the first.
  package let version: Int
  package var count: Weighted

  /// By text, in the order of the law.
  package static func all(of side: PriceMatrix.Side, in years: ClosedRange<Int>) -> [DemandCount] {
    let texts = side.codebook.dutyTexts
    var counts = texts.map { _ in Weighted.zero }
    for (key, count) in side.tally.demands.rows where years.contains(Int(key.year)) {
      counts[Int(key.text)] += count
    }
    return texts.indices.filter { counts[$0] != .zero }.map { index in
      let first = texts.firstIndex { $0.duty == texts[index].duty } ?? index
      return DemandCount(
        reference: texts[index].reference, kind: texts[index].kind, version: index - first, count: counts[index])
    }
  }
}
