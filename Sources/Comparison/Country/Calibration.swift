package import Diagnostics
package import Outcomes
package import Quantities
package import Vocabulary

/// How closely a simulated country resembles the one that was counted.
///
/// A figure that went in is told apart from one that came out: it is no evidence that it comes out again.
package struct Calibration: Sendable {
  package let law: Label
  package let sample: SampleSummary
  package let year: Int
  package let rows: [Row]

  package struct Row: Sendable {
    package let figure: PublishedFigure
    /// In the figure's own unit; `nil` where there is nothing to divide by.
    package let simulated: Rational?
    package let origin: Origin

    /// How far off, as a share of the published figure.
    package var deviation: Rational? {
      guard let simulated, !figure.value.isZero else { return nil }
      return simulated.subtracting(figure.value)?.divided(by: figure.value)
    }
  }

  package enum Origin: Hashable, Sendable {
    /// Came out by itself.
    case reproduced
    /// Came out, but leans on what nobody has counted.
    case assumed(Label)
    /// Went in.
    case fed(Label)
  }

  /// - Parameter fed: the published rows that the population says its figures were set by, with what
  ///   the figure is called.
  /// - Throws: `unknown-name` for a benefit, group or episode that the law does not have.
  package init(
    law: Label, sample: SampleSummary, year: Int, figures: [PublishedFigure], tally: Tally,
    codebook: Codebook, country: CountryFigures, fed: [(row: String, by: Label)]
  ) throws(Diagnostic) {
    self.law = law
    self.sample = sample
    self.year = year
    let count = Counting(tally: tally, codebook: codebook, country: country, year: year)
    var rows: [Row] = []
    for figure in figures {
      rows.append(
        Row(
          figure: figure, simulated: try count.value(of: figure),
          origin: Calibration.origin(of: figure, fed: fed)))
    }
    self.rows = rows
  }

  private static func origin(of figure: PublishedFigure, fed: [(row: String, by: Label)]) -> Origin {
    if let reason = figure.fedBy { return .fed(reason) }
    let rows = Set((figure.citation.source ?? "").rowNumbers)
    let feeding = fed.filter { !rows.isDisjoint(with: $0.row.rowNumbers) }.map(\.by)
    if !feeding.isEmpty {
      // The rows of a table have one name; each stands once, in the order of the population.
      var told: Set<Label> = []
      let names = feeding.filter { told.insert($0).inserted }
      return .fed(
        Label(
          danish: names.map(\.danish).joined(separator: "; "),
          english: names.map(\.english).joined(separator: "; ")))
    }
    return figure.restsOn.map { .assumed($0) } ?? .reproduced
  }
}

extension String {
  /// The numbers of rows that a source names: `2.1.4` and `2.3.7b` of "economics 2.1.4 (and 2.3.7b)".
  fileprivate var rowNumbers: [String] {
    split { !($0.isLetter || $0.isNumber || $0 == ".") }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
      .filter { $0.first?.isNumber == true && $0.contains(".") }
  }
}

/// Counts in a tally what has been counted in the world.
private struct Counting {
  let tally: Tally
  let codebook: Codebook
  let country: CountryFigures
  let year: Int

  private var days: Rational { Rational(Stretch(year: year).length) }

  func value(of figure: PublishedFigure) throws(Diagnostic) -> Rational? {
    let counted = figure.counted
    let indices = try indices(of: counted.names, counted.kind, figure)
    let followers = try self.indices(of: counted.to, .benefit, figure)
    switch counted.what {
    case .fullTime: return fullTime(counted.kind, indices)
    case .persons: return persons(counted.kind, indices)
    case .monthly: return monthly(counted.kind, indices)
    case .turnover: return persons(counted.kind, indices)?.over(fullTime(counted.kind, indices))
    case .monthlyTurnover: return monthly(counted.kind, indices)?.over(fullTime(counted.kind, indices))
    case .inflow:
      return tally.spells.sum {
        $0.kind == counted.kind && indices.contains(Int($0.index)) && Int($0.began) == year
      }.exact
    case .ended, .followed:
      return share(
        of: tally.spells,
        in: { $0.kind == counted.kind && indices.contains(Int($0.index)) && $0.ended == year },
        where: {
          counted.what == .ended
            ? counted.holds(weeks: Int($0.weeks))
            : $0.next.map(followers.contains) ?? counted.to.isEmpty
        })
    case .standing:
      return share(
        of: tally.durations,
        in: { $0.kind == counted.kind && indices.contains(Int($0.index)) && Int($0.year) == year },
        where: { counted.holds(weeks: Int($0.weeks)) })
    case .cost: return kroner(counted)
    case .costEach:
      return kroner(counted)?.over(
        counted.names.isEmpty ? fullTime(.openCase, [0]) : fullTime(counted.kind, indices))
    case .costShare: return percent(øre(counted, counted.accounts), of: øre(counted, effort))
    case .timeShare:
      let profile = counted.profile.map { codebook.profiles[$0] } ?? ""
      guard !counted.authorities.isEmpty else {
        return percent(country.minutesByProfile[profile] ?? 0, of: country.minutes)
      }
      return percent(
        counted.authorities.reduce(0) {
          $0 + (country.minutesByAuthorityAndProfile[$1]?[profile] ?? 0)
        }, of: counted.authorities.reduce(0) { $0 + (country.minutesByAuthority[$1] ?? 0) })
    }
  }

  private func indices(
    of names: [String], _ kind: Tally.Kind, _ figure: PublishedFigure
  ) throws(Diagnostic) -> Set<Int> {
    let known =
      switch kind {
      case .benefit: codebook.benefits.map(\.provision.name)
      case .group: codebook.groups.map(\.provision.name)
      case .unit: codebook.units.map(\.provision.name)
      case .episode: codebook.episodes.map { $0[0].reference.provision.name }
      case .profile: codebook.profiles
      case .openCase: [String]()
      }
    var indices: Set<Int> = []
    for name in names {
      guard let index = known.firstIndex(of: name) else {
        let nearest = nearestName(to: name, among: known)
        throw Diagnostic(
          .error, "unknown-name", "'\(figure.name)' counts '\(name)', which the law '\(codebook.law)' does not have",
          at: figure.range, hint: nearest.map { "write '\($0)'" })
      }
      indices.insert(index)
    }
    return indices
  }

  // MARK: Counts

  private func fullTime(_ kind: Tally.Kind, _ indices: Set<Int>) -> Rational? {
    held(tally.days, kind, indices).exact?.divided(by: days)
  }

  private func persons(_ kind: Tally.Kind, _ indices: Set<Int>) -> Rational? {
    held(tally.persons, kind, indices).exact
  }

  private func held(_ sums: Sums<Tally.HeldKey>, _ kind: Tally.Kind, _ indices: Set<Int>) -> Weighted {
    indices.reduce(.zero) { $0 + sums[Tally.HeldKey(kind, $1, year: year)] }
  }

  private func monthly(_ kind: Tally.Kind, _ indices: Set<Int>) -> Rational? {
    let all = tally.months.sum {
      $0.kind == kind && indices.contains(Int($0.index)) && Int($0.year) == year
    }
    return all.exact?.divided(by: Rational(12))
  }

  private func share<Key>(
    of sums: Sums<Key>, in isAsked: (Key) -> Bool, where isCounted: (Key) -> Bool
  ) -> Rational? {
    let all = sums.sum(where: isAsked)
    let part = sums.sum { isAsked($0) && isCounted($0) }
    return Rational(part.millionths * 100, all.millionths)
  }

  /// Every account but that of benefits.
  private var effort: [String] { country.costByAccount.keys.filter { $0 != Accrual.account } }

  private func øre(_ counted: PublishedFigure.Counted, _ accounts: [String]) -> Int {
    let payers = counted.payers.isEmpty ? Payer.allCases : counted.payers
    return accounts.reduce(0) { sum, account in
      payers.reduce(sum) {
        $0 + (country.costByAccountAndPayer[CountryFigures.AccountPayer(account, $1)]?.øre ?? 0)
      }
    }
  }

  private func kroner(_ counted: PublishedFigure.Counted) -> Rational? {
    Rational(Int128(øre(counted, counted.accounts)), 100)
  }

  private func percent(_ part: Int, of whole: Int) -> Rational? {
    Rational(Int128(part) * 100, Int128(whole))
  }
}

extension PublishedFigure.Counted {
  fileprivate func holds(weeks: Int) -> Bool {
    (after.map { weeks > $0 } ?? true) && (upTo.map { weeks <= $0 } ?? true)
  }
}

extension Rational {
  fileprivate func over(_ other: Rational?) -> Rational? { other.flatMap { divided(by: $0) } }
}
