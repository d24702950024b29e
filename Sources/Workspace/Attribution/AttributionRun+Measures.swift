internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Reading
internal import Simulation
internal import Vocabulary

extension AttributionRun {
  /// More closed sets than this are not listed.
  private static let listed = 200_000
  /// How many are replayed before orders are drawn instead.
  private static let replayed = 4_096

  /// What each measure, and where asked each provision, is worth.
  mutating func measurePrices(
    _ before: Replayed, _ after: Replayed, _ effects: CountryEffects
  ) throws(Diagnostic) -> MeasurePrices? {
    guard let measures = reform.reform?.measures, !measures.isEmpty else { return nil }
    let names = measures.map(\.provision.id.name)
    let requires = Dictionary(
      zip(names, measures.map { Set($0.requires) }), uniquingKeysWith: { first, _ in first })
    guard let order = MeasureOrder(names: names, requires: requires),
      let orders = EnactmentOrders(order, limit: AttributionRun.listed)
    else {
      throw Diagnostic(
        .error, "too-many-measures",
        "the \(names.count) measures of '\(reform.id)' can be enacted in too many ways to price each",
        at: measures[0].provision.range, hint: "leave out '--shapley', or add 'requires:' where one needs another")
    }
    var values: [MeasureSet: [Int]] = [
      .none: effects.baseline.totals, order.whole: effects.reform.totals,
    ]
    var separated: SeparatedMeasures.Found?
    if question.prices?.orders == nil, question.prices?.replaysEverySet != true,
      orders.sets.count <= AttributionRun.replayed
    {
      let found = try SeparatedMeasures(self, orders, measures).found()
      // The baseline and the whole reform are known, and one set between is replayed: they stay as they are.
      let between = orders.sets[orders.sets.count / 2]
      _ = try value(of: between, order, &values)
      // Which measure bears on what is read off the law. Should a replay ever say otherwise, the replays are right.
      if values.allSatisfy({ $0 == .none || found.values[$0] == $1 }) {
        values.merge(found.values) { known, _ in known }
        separated = found
      }
    }
    let shares = try shares(of: orders, &values)
    var priced: [MeasurePrices.Measure] = []
    for place in names.indices {
      priced.append(
        try price(of: place, measures[place], order, shares, &values, separated, after: after))
    }
    return MeasurePrices(
      measures: priced, total: effects.effects.map(\.total), orders: orders.count,
      drawn: shares.drawn)
  }

  private mutating func shares(
    of orders: EnactmentOrders, _ values: inout [MeasureSet: [Int]]
  ) throws(Diagnostic) -> MeasureShares {
    var run = self
    var known = values
    defer { values = known }
    let (asked, all) = (question.progress, orders.sets.count)
    let value = { (set: MeasureSet) throws(Diagnostic) -> [Int] in
      if known[set] == nil { asked(known.count, all) }
      return try run.value(of: set, orders.order, &known)
    }
    if question.prices?.orders == nil, orders.sets.count <= AttributionRun.replayed,
      let exact = try MeasureShares.exact(orders, value: value)
    {
      return exact
    }
    return try MeasureShares.drawn(
      question.prices?.orders ?? 100, of: orders, lot: Lot(seed: question.settings.seed),
      value: value)
  }

  /// What the baseline costs with these measures laid over it, by place.
  private mutating func value(
    of set: MeasureSet, _ order: MeasureOrder, _ values: inout [MeasureSet: [Int]]
  ) throws(Diagnostic) -> [Int] {
    if let known = values[set] { return known }
    do throws(Diagnostic) {
      let value = try outlay(of: side(plan(law(with: set, order)))).totals
      values[set] = value
      return value
    } catch {
      throw told(error, of: set, order)
    }
  }

  /// The same finding, saying of which measures it is true.
  func told(_ error: Diagnostic, of set: MeasureSet, _ order: MeasureOrder) -> Diagnostic {
    let left = order.whole.subtracting(set).places.map { "'\(order.names[$0])'" }
    return Diagnostic(
      error.severity, error.code, error.message, at: error.range, hint: error.hint,
      notes: error.notes + [
        .init("with these measures of '\(reform.id)' left out: \(left.joined(separator: ", "))", at: error.range)
      ])
  }

  /// The reform with these measures and no others.
  func law(with set: MeasureSet, _ order: MeasureOrder) throws(Diagnostic) -> Law {
    let names = Set(set.places.map { order.names[$0] })
    var library = library
    let read = library.law(named: reform.id, .measures(names))
    if let law = read?.value { return law }
    throw read?.findings.sorted.first
      ?? Diagnostic(
        .error, "measure-needed", "'\(reform.id)' is no reform", at: reform.coverage.provision.range)
  }

  private mutating func price(
    of place: Int, _ measure: Reform.Measure, _ order: MeasureOrder, _ shares: MeasureShares,
    _ values: inout [MeasureSet: [Int]], _ separated: SeparatedMeasures.Found?, after: Replayed
  ) throws(Diagnostic) -> MeasurePrices.Measure {
    let whole = try value(of: order.whole, order, &values)
    let falling = order.dependents(of: place)
    let rest = order.whole.subtracting(falling)
    let leftOut = AttributionRun.change(from: try value(of: rest, order, &values), to: whole)
    let needs = order.needs(of: place)
    let alone = AttributionRun.change(
      from: try value(of: needs, order, &values),
      to: try value(of: needs.adding(place), order, &values))
    var nothing: MeasurePrices.Nothing?
    if leftOut.first ?? 0 == 0 {
      var demands = separated?.demands(under: rest)
      if demands == nil {
        demands = DemandCount.all(of: try side(plan(law(with: rest, order))), in: years)
      }
      nothing = DemandShift(from: demands ?? [], to: DemandCount.all(of: after.whole, in: years)).reason
    }
    return MeasurePrices.Measure(
      name: measure.provision.id.name, label: measure.provision.label, share: shares.shares[place],
      error: shares.errors?[place], leftOut: leftOut,
      dependents: falling.places.filter { $0 != place }.map { order.names[$0] }, alone: alone,
      nothing: nothing,
      provisions: question.prices?.byProvision == true
        ? try provisions(
          of: measure, among: needs.adding(place), order, whole: values[needs.adding(place)] ?? [], alone: alone)
        : nil)
  }

  static func change(from before: [Int], to after: [Int]) -> [Int] { zip(before, after).map { $1 - $0 } }

  // MARK: Provisions

  private mutating func provisions(
    of measure: Reform.Measure, among set: MeasureSet, _ order: MeasureOrder, whole: [Int],
    alone: [Int]
  ) throws(Diagnostic) -> MeasurePrices.Provisions {
    let after = try side(plan(law(with: set, order)))
    let names = Set(set.places.map { order.names[$0] })
    var entries: [MeasurePrices.Provisions.Entry] = []
    var together = alone
    for change in measure.changes {
      let entry = entry(for: change, of: measure, among: names, whole: whole, after: after)
      if case .worth(let worth) = entry.outcome { together = zip(together, worth).map { $0 - $1 } }
      entries.append(entry)
    }
    return MeasurePrices.Provisions(entries: entries, together: together)
  }

  private mutating func entry(
    for change: Reform.Change, of measure: Reform.Measure, among names: Set<String>, whole: [Int],
    after: PriceMatrix.Side
  ) -> MeasurePrices.Provisions.Entry {
    func entry(
      _ outcome: MeasurePrices.Provisions.Entry.Outcome, _ nothing: MeasurePrices.Nothing? = nil
    ) -> MeasurePrices.Provisions.Entry {
      MeasurePrices.Provisions.Entry(
        kind: change.kind.rawValue, provision: change.provision, outcome: outcome, nothing: nothing)
    }
    let selection = ReformSelection.leavingOut(
      change, of: measure.provision.id.name, among: names)
    let read = library.law(named: reform.id, selection)
    guard let law = read?.value else {
      return entry(.cannotStandAlone(read?.findings.sorted.first?.message ?? ""))
    }
    do throws(Diagnostic) {
      let without = try side(plan(law))
      let worth = AttributionRun.change(from: try outlay(of: without).totals, to: whole)
      guard worth.first ?? 0 == 0 else { return entry(.worth(worth)) }
      return entry(.worth(worth), DemandShift(from: without, to: after, in: years).reason)
    } catch {
      // A law that reads well and yet cannot decide somebody's course without this change.
      return entry(.cannotStandAlone(error.message))
    }
  }
}
