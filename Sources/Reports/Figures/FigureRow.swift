internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// One figure under every law: a row of a table, a line of CSV for each law.
///
/// Text, Markdown and CSV print the same rows, so they cannot disagree.
struct FigureRow: Hashable, Sendable {
  enum Unit: String, Hashable, Sendable {
    case count, minutes
    case øre = "oere"
    /// Øre of one person's share: told in kroner, never in millions.
    case kroner = "oere_per_person"
    case permille
  }

  /// What is counted, for programs: `demands_by_kind`.
  let figure: String
  /// Which part of it: a kind, an account; empty for the whole.
  let key: String
  let label: Label
  /// 1 for a part of the figure above.
  let depth: Int
  let unit: Unit
  /// Under each law in turn; `nil` where there is nothing to take a share of.
  let values: [Int?]

  /// What the second of two laws changes; `nil` where either has no value.
  var difference: Int? {
    guard values.count == 2, let before = values[0], let after = values[1] else { return nil }
    return after - before
  }

  /// A part that no law has anything of; tables for people leave it out.
  var isEmptyPart: Bool { depth > 0 && values.allSatisfy { $0 ?? 0 == 0 } }
}

/// Which parts the figures of a report have, so that every law and scenario has the same rows.
struct FigureKeys: Hashable, Sendable {
  let kinds: [String]
  let accounts: [String]
  let profiles: [String]

  init(_ figures: [CourseFigures], naming: Naming) {
    kinds = naming.kinds.names(with: Set(figures.flatMap(\.demandsByKind.keys)))
    accounts = naming.accounts.names(with: Set(figures.flatMap(\.costByAccount.keys)))
    profiles = naming.profiles.names(with: Set(figures.flatMap(\.minutesByProfile.keys)))
  }
}

extension FigureRow {
  /// The figures of one scenario, or of all together, under each law in turn.
  ///
  /// - Parameter shares: whether to tell the share of hours spent on each profile as well.
  static func rows(
    of laws: [CourseFigures], keys: FigureKeys, naming: Naming, shares: Bool
  ) -> [FigureRow] {
    demands(laws, keys, naming) + time(laws, keys, naming, shares: shares) + handOvers(laws)
      + cost(laws, keys, naming)
  }

  private static func demands(
    _ laws: [CourseFigures], _ keys: FigureKeys, _ naming: Naming
  ) -> [FigureRow] {
    var rows = [
      FigureRow(
        figure: "demands", key: "", label: Wording.demands, depth: 0, unit: .count,
        values: laws.map(\.demands))
    ]
    rows += keys.kinds.map { kind in
      FigureRow(
        figure: "demands_by_kind", key: kind, label: naming.kind(kind), depth: 1, unit: .count,
        values: laws.map { $0.demandsByKind[kind] ?? 0 })
    }
    rows.append(
      FigureRow(
        figure: "demands_by_basis", key: Course.Demand.Basis.law.rawValue,
        label: Wording.lawBasis, depth: 1, unit: .count, values: laws.map(\.demandsByLaw)))
    rows.append(
      FigureRow(
        figure: "demands_by_basis", key: Course.Demand.Basis.practice.rawValue,
        label: Wording.practiceBasis, depth: 1, unit: .count,
        values: laws.map(\.demandsByPractice)))
    return rows
  }

  private static func time(
    _ laws: [CourseFigures], _ keys: FigureKeys, _ naming: Naming, shares: Bool
  ) -> [FigureRow] {
    var rows = [
      FigureRow(
        figure: "minutes", key: "", label: Wording.time, depth: 0, unit: .minutes,
        values: laws.map(\.minutes.count))
    ]
    for profile in keys.profiles {
      let label = naming.profile(profile)
      rows.append(
        FigureRow(
          figure: "minutes_by_profile", key: profile, label: Wording.time(on: label), depth: 1,
          unit: .minutes, values: laws.map { $0.minutesByProfile[profile]?.count ?? 0 }))
      guard shares else { continue }
      rows.append(
        FigureRow(
          figure: "share_of_minutes_by_profile", key: profile, label: Wording.share(on: label),
          depth: 1, unit: .permille, values: laws.map { $0.permille(on: profile) }))
    }
    return rows
  }

  private static func handOvers(_ laws: [CourseFigures]) -> [FigureRow] {
    [
      FigureRow(
        figure: "hand_overs", key: "", label: Wording.handOversInAll, depth: 0, unit: .count,
        values: laws.map(\.handOvers))
    ]
      + Course.HandOver.Cause.allCases.map { cause in
        FigureRow(
          figure: "hand_overs_by_cause", key: cause.rawValue, label: Wording.cause(cause),
          depth: 1, unit: .count, values: laws.map { $0.handOversByCause[cause] ?? 0 })
      }
  }

  private static func cost(
    _ laws: [CourseFigures], _ keys: FigureKeys, _ naming: Naming
  ) -> [FigureRow] {
    var rows = [
      FigureRow(
        figure: "cost", key: "", label: Wording.cost, depth: 0, unit: .øre,
        values: laws.map(\.cost.øre))
    ]
    rows += keys.accounts.map { account in
      FigureRow(
        figure: "cost_by_account", key: account, label: Wording.account(naming.account(account)),
        depth: 1, unit: .øre, values: laws.map { $0.costByAccount[account]?.øre ?? 0 })
    }
    rows += Payer.allCases.map { payer in
      FigureRow(
        figure: "cost_by_payer", key: payer.rawValue, label: Wording.payer(naming.payer(payer)),
        depth: 1, unit: .øre, values: laws.map { $0.costByPayer[payer]?.øre ?? 0 })
    }
    return rows
  }

  /// What each law is made of.
  static func rows(of laws: [LawSummary]) -> [FigureRow] {
    func row(_ figure: String, _ label: Label, depth: Int = 0, _ values: [Int]) -> FigureRow {
      FigureRow(figure: figure, key: "", label: label, depth: depth, unit: .count, values: values)
    }
    return [
      row("target_groups", Wording.targetGroups, laws.map(\.targetGroups)),
      row("units", Wording.units, laws.map(\.units)),
      row("duties", Wording.orderedDuties, laws.map(\.duties)),
      row("deadlines", Wording.deadlines, depth: 1, laws.map(\.deadlines)),
      row("practice_values", Wording.practiceValues, laws.map(\.practiceValues)),
      row("provisions", Wording.provisions, laws.map(\.provisions)),
    ]
      + Citation.Status.allCases.map { status in
        FigureRow(
          figure: "statuses", key: status.rawValue, label: status.label, depth: 1,
          unit: .count, values: laws.map { $0.statuses[status] ?? 0 })
      }
  }
}

extension CourseFigures {
  var demandsByLaw: Int { demands - demandsByPractice }

  /// Tenths of a per cent of the working time spent on citizens of a profile, half up; `nil` when no
  /// time is spent at all.
  func permille(on profile: String) -> Int? {
    let part = Int128(minutesByProfile[profile]?.count ?? 0)
    return Rational(part * 1000, Int128(minutes.count))?.rounded(.halfUp)?.whole
  }
}
