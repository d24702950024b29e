package import Outcomes
package import Quantities
package import Vocabulary

/// What a country adds up to in one year under one law, in whole units.
///
/// - Rounding: half up, once for each figure; money once for each ledger entry, then added.
package struct CountryFigures: Hashable, Sendable {
  /// People with an open case at some time of the year.
  package let persons: Int
  /// Days with an open case over the days of the year.
  package let fullTime: Int
  package let demands: Int
  package let demandsByKind: [String: Int]
  package let demandsByPractice: Int
  package let minutes: Int
  package let minutesByProfile: [String: Int]
  package let minutesByAuthority: [String: Int]
  /// Of each authority, the minutes on each profile.
  package let minutesByAuthorityAndProfile: [String: [String: Int]]
  package let handOvers: Int
  package let handOversByCause: [Course.HandOver.Cause: Int]
  package let cost: Money
  package let costByAccount: [String: Money]
  package let costByPayer: [Payer: Money]
  package let costByAccountAndPayer: [AccountPayer: Money]
  package let costByProvision: [ProvisionID: Money]
  package internal(set) var benefits: [Holding]
  package internal(set) var groups: [Holding]
  package internal(set) var units: [Holding]

  package struct AccountPayer: Hashable, Sendable {
    package let account: String
    package let payer: Payer

    package init(_ account: String, _ payer: Payer) {
      self.account = account
      self.payer = payer
    }
  }

  /// Those who have a benefit or a group, or whose case a unit holds.
  package struct Holding: Hashable, Sendable {
    package let reference: Course.Reference
    /// `nil` where `SmallCells` leaves them out: no report can then tell them by mistake.
    package internal(set) var figures: Figures?
    /// How many simulated citizens they rest on.
    let citizens: Int

    package struct Figures: Hashable, Sendable {
      package let persons: Int
      package let fullTime: Int
      /// What was demanded of anybody for them while they had it.
      package let demands: Int
      package let minutes: Int
      /// Hours, fees and weeks of offers; benefits left out.
      package let effort: Money
    }
  }

  /// What one demand takes, by price.
  package struct Burden: Hashable, Sendable {
    package let minutes: Minutes
    package let effort: Money

    package init(minutes: Minutes, effort: Money) {
      self.minutes = minutes
      self.effort = effort
    }
  }

  /// - Parameter burdens: what each of the tally's demands takes, in the order of `tally.demands.rows`.
  package init(
    of year: Int, tally: Tally, codebook: Codebook, ledger: CountryLedger, burdens: [Burden]
  ) {
    let rows = zip(tally.demands.rows, burdens).filter { Int($0.0.key.year) == year }
      .map { DemandRow(key: $0.0.key, count: $0.0.sum, burden: $0.1) }
    let days = Stretch(year: year).length
    func people(_ key: Tally.HeldKey) -> Int { tally.persons[key].whole ?? 0 }
    func fullTime(_ key: Tally.HeldKey) -> Int { tally.days[key].per(days) }

    let open = Tally.HeldKey(.openCase, 0, year: year)
    persons = people(open)
    self.fullTime = fullTime(open)
    demands = rows.total(\.count)
    demandsByKind = Dictionary(grouping: rows) { codebook.dutyTexts[Int($0.key.text)].kind }
      .mapValues { $0.total(\.count) }
    demandsByPractice = rows.filter { codebook.dutyTexts[Int($0.key.text)].basis == .practice }
      .total(\.count)
    minutes = rows.total(\.minutes)
    func byProfile(_ rows: [DemandRow]) -> [String: Int] {
      Dictionary(
        codebook.profiles.enumerated().map { index, name in
          (name, rows.filter { $0.key.profiles & (1 << UInt64(index)) != 0 }.total(\.minutes))
        }, uniquingKeysWith: { first, _ in first })
    }
    minutesByProfile = byProfile(rows)
    let byAuthority = Dictionary(grouping: rows) { codebook.authority(of: $0.key) ?? "" }
      .filter { !$0.key.isEmpty }
    minutesByAuthority = byAuthority.mapValues { $0.total(\.minutes) }
    minutesByAuthorityAndProfile = byAuthority.mapValues(byProfile)

    let shifts = tally.handOvers.rows.filter { Int($0.key.year) == year }
    handOvers = shifts.reduce(.zero) { $0 + $1.sum }.whole ?? 0
    handOversByCause = Dictionary(grouping: shifts, by: \.key.cause)
      .mapValues { $0.reduce(.zero) { $0 + $1.sum }.whole ?? 0 }

    let entries = ledger.entries.filter { $0.year == year }.map {
      (entry: $0, amount: Money(øre: $0.amount.whole ?? 0))
    }
    cost = entries.reduce(.zero) { $0 + $1.amount }
    costByAccount = entries.reduce(into: [:]) { $0[$1.entry.account, default: .zero] += $1.amount }
    costByPayer = entries.reduce(into: [:]) { $0[$1.entry.payer, default: .zero] += $1.amount }
    costByAccountAndPayer = entries.reduce(into: [:]) {
      $0[AccountPayer($1.entry.account, $1.entry.payer), default: .zero] += $1.amount
    }
    costByProvision = entries.reduce(into: [:]) {
      $0[$1.entry.provision, default: .zero] += $1.amount
    }

    func holdings(
      _ kind: Tally.Kind, _ references: [Course.Reference], _ place: (Tally.DemandKey) -> Int?
    ) -> [Holding] {
      let byPlace = Dictionary(grouping: rows) { place($0.key) ?? -1 }
      return references.enumerated().map { index, reference in
        let own = byPlace[index] ?? []
        let key = Tally.HeldKey(kind, index, year: year)
        let figures = Holding.Figures(
          persons: people(key), fullTime: fullTime(key), demands: own.total(\.count),
          minutes: own.total(\.minutes), effort: Money(øre: own.total(\.effort)))
        return Holding(
          reference: reference, figures: figures, citizens: tally.holders[key].whole ?? 0)
      }
    }
    benefits = holdings(.benefit, codebook.benefits, \.benefit)
    groups = holdings(.group, codebook.groups, \.group)
    units = holdings(.unit, codebook.units, \.unit)
  }

  private struct DemandRow {
    let key: Tally.DemandKey
    let count: Weighted
    let burden: Burden

    var minutes: Weighted { count * burden.minutes.count }
    var effort: Weighted { count * burden.effort.øre }
  }
}

extension [CountryFigures] {
  /// The same year under each law, without what rests on too few citizens.
  func hidingSmallHoldings() -> [CountryFigures] {
    var all = self
    for list in [\CountryFigures.groups, \.benefits, \.units] {
      let hidden = SmallCells.hidden(
        map { figures in
          figures[keyPath: list].map { (name: $0.reference.provision.name, citizens: $0.citizens) }
        })
      for law in all.indices {
        for place in all[law][keyPath: list].indices
        where hidden.contains(all[law][keyPath: list][place].reference.provision.name)
          && all[law][keyPath: list][place].citizens > 0
        {
          all[law][keyPath: list][place].figures = nil
        }
      }
    }
    return all
  }
}

extension CountryFigures {
  /// Whether the benefit's figures are left out: its money would tell the days that it was paid for.
  package func hides(_ entry: CountryLedger.Entry) -> Bool {
    entry.account == Accrual.account
      && benefits.contains { $0.figures == nil && $0.reference.provision == entry.provision }
  }

  /// What everything but benefits costs.
  package var effort: Money { cost - (costByAccount[Accrual.account] ?? .zero) }

  /// - Rounding: half up to the øre; `nil` when nobody has a case.
  package var effortPerFullTime: Money? {
    guard fullTime > 0 else { return nil }
    return Rational(1, Int128(fullTime)).flatMap { effort.share($0, .halfUp) }
  }

  /// Tenths of a per cent of the working time, half up.
  package func permille(on profile: String) -> Int? {
    Rational(Int128(minutesByProfile[profile] ?? 0) * 1000, Int128(minutes))?.rounded(.halfUp)?.whole
  }
}

extension Sequence {
  /// A weighted sum in whole units.
  fileprivate func total(_ amount: (Element) -> Weighted) -> Int {
    reduce(.zero) { $0 + amount($1) }.whole ?? 0
  }
}

extension Weighted {
  /// The sum over a number, in whole units, half up.
  package func per(_ number: Int) -> Int {
    exact?.divided(by: Rational(number))?.rounded(.halfUp)?.whole ?? 0
  }
}
