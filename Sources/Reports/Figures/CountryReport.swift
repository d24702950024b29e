internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A country's comparison with what every format of it needs: rows of figures, names and keys.
struct CountryReport: Sendable {
  let comparison: CountryComparison
  let naming: Naming
  let language: Language
  /// One for each law, no two alike.
  let lawKeys: [String]
  let kinds: [String]
  let accounts: [String]
  let profiles: [String]
  let authorities: [String]

  /// What the figures were made from; `nil` where nobody asks, as in a terminal.
  let receipt: Receipt?

  init(
    _ comparison: CountryComparison, naming: Naming, language: Language, receipt: Receipt? = nil
  ) {
    self.receipt = receipt
    self.comparison = comparison
    self.naming = naming
    self.language = language
    let figures = comparison.years.flatMap(\.figures)
    kinds = naming.kinds.names(with: Set(figures.flatMap(\.demandsByKind.keys)))
    accounts = naming.accounts.names(with: Set(figures.flatMap(\.costByAccount.keys)))
    profiles = naming.profiles.names(with: Set(figures.flatMap(\.minutesByProfile.keys)))
    authorities = naming.authorities.names(with: Set(figures.flatMap(\.minutesByAuthority.keys)))
    lawKeys = comparison.laws.distinctKeys
  }

  /// As a part of a report that says once for all what it was made from.
  var withoutReceipt: CountryReport {
    CountryReport(comparison, naming: naming, language: language)
  }

  var figureText: FigureText { FigureText(language: language) }
  var laws: [LawSummary] { comparison.laws }

  func title(ofLaw index: Int) -> String { laws[index].title[language] }

  /// Every figure of every year under each law; the year stands where a course's scenario would.
  var figures: [Figure] {
    comparison.years.flatMap { year in
      let rows = rows(of: year)
      return lawKeys.enumerated().flatMap { index, law in
        rows.map { row in
          Figure(
            scenario: String(year.year), law: law, name: row.figure, key: row.key,
            value: row.values[index], unit: row.unit.rawValue)
        }
      }
    }
  }

  // MARK: Rows

  /// What a year adds up to.
  func rows(of year: CountryYear) -> [FigureRow] {
    let figures = year.figures
    var rows = [
      row("persons", CountryWording.persons, .count, figures.map(\.persons)),
      row("full_time", CountryWording.fullTime, .count, figures.map(\.fullTime)),
      row("demands", Wording.demands, .count, figures.map(\.demands)),
    ]
    rows += kinds.map { kind in
      row("demands_by_kind", kind, naming.kind(kind), .count, figures.map { $0.demandsByKind[kind] ?? 0 })
    }
    rows.append(
      row("demands_by_basis", "practice", Wording.practiceBasis, .count, figures.map(\.demandsByPractice)))
    rows.append(row("minutes", CountryWording.time, .minutes, figures.map(\.minutes)))
    for profile in profiles {
      let label = naming.profile(profile)
      rows.append(
        row(
          "minutes_by_profile", profile, Wording.time(on: label), .minutes,
          figures.map { $0.minutesByProfile[profile] ?? 0 }))
      rows.append(
        row(
          "share_of_minutes_by_profile", profile, Wording.share(on: label), .permille,
          figures.map { $0.permille(on: profile) }))
    }
    rows += authorities.map { authority in
      row(
        "minutes_by_authority", authority, CountryWording.worked(by: naming.authority(authority)),
        .minutes, figures.map { $0.minutesByAuthority[authority] ?? 0 })
    }
    rows.append(row("hand_overs", Wording.handOversInAll, .count, figures.map(\.handOvers)))
    rows += Course.HandOver.Cause.allCases.map { cause in
      row(
        "hand_overs_by_cause", cause.rawValue, Wording.cause(cause), .count,
        figures.map { $0.handOversByCause[cause] ?? 0 })
    }
    return rows + moneyRows(of: figures)
  }

  private func moneyRows(of figures: [CountryFigures]) -> [FigureRow] {
    var rows = [
      row("effort", CountryWording.effort, .øre, figures.map(\.effort.øre)),
      row(
        "effort_per_full_time", CountryWording.effortPerFullTime, .kroner,
        figures.map(\.effortPerFullTime?.øre)),
    ]
    for account in accounts {
      let label = Wording.account(naming.account(account))
      rows.append(
        row(
          "cost_by_account", account, label, .øre, figures.map { $0.costByAccount[account]?.øre ?? 0 },
          depth: 1))
      for payer in Payer.allCases {
        let key = CountryFigures.AccountPayer(account, payer)
        rows.append(
          row(
            "cost_by_account_and_payer", "\(account)/\(payer.rawValue)",
            Wording.payer(naming.payer(payer)), .øre,
            figures.map { $0.costByAccountAndPayer[key]?.øre ?? 0 }, depth: 2))
      }
    }
    rows.append(row("cost", CountryWording.costWithBenefits, .øre, figures.map(\.cost.øre)))
    rows += Payer.allCases.map { payer in
      row(
        "cost_by_payer", payer.rawValue, Wording.payer(naming.payer(payer)), .øre,
        figures.map { $0.costByPayer[payer]?.øre ?? 0 })
    }
    return rows
  }

  /// What a list of holdings is called, by program and by people, with its members under each law.
  func holdings(
    of year: CountryYear
  ) -> [(name: String, heading: Label, lists: [[CountryFigures.Holding]])] {
    [
      ("groups", CountryWording.byGroup, year.figures.map(\.groups)),
      ("benefits", CountryWording.byBenefit, year.figures.map(\.benefits)),
      ("units", CountryWording.byUnit, year.figures.map(\.units)),
    ]
  }

  var hasSmallHoldings: Bool {
    comparison.years.contains { year in
      year.figures.contains { figures in
        (figures.groups + figures.benefits + figures.units).contains { $0.figures == nil }
      }
    }
  }

  /// An amount of a law's ledger; `nil` where it would tell of too few citizens.
  func amount(of entry: CountryLedger.Entry, law: Int) -> Int? {
    let isHidden = comparison.years.contains { year in
      year.year == entry.year && year.figures[law].hides(entry)
    }
    return isHidden ? nil : entry.amount.whole
  }

  private func row(
    _ figure: String, _ label: Label, _ unit: FigureRow.Unit, _ values: [Int?]
  ) -> FigureRow {
    FigureRow(figure: figure, key: "", label: label, depth: 0, unit: unit, values: values)
  }

  private func row(
    _ figure: String, _ key: String, _ label: Label, _ unit: FigureRow.Unit, _ values: [Int?],
    depth: Int = 1
  ) -> FigureRow {
    FigureRow(figure: figure, key: key, label: label, depth: depth, unit: unit, values: values)
  }

  // MARK: Text

  /// A figure as people read it: the country's money in millions.
  func text(_ value: Int?, _ unit: FigureRow.Unit) -> String {
    guard let value else { return "–" }
    return switch unit {
    case .øre: figureText.millions(Money(øre: value))
    case .minutes: figureText.hours(Minutes(value))
    default: figureText.value(value, unit)
    }
  }

  /// What stands in the column of differences; a share has none, since it is no sum.
  func difference(_ row: FigureRow, law: Int) -> String {
    guard row.unit != .permille, let own = row.values[law], let first = row.values[0] else { return "" }
    let difference = own - first
    return (difference > 0 ? "+" : "") + text(difference, row.unit)
  }

  /// What the sample is, in a sentence.
  var sampleSentence: String {
    let sample = comparison.sample
    return CountryWording.sample(
      title: sample.title, citizens: sample.citizens, people: sample.people, seed: sample.seed,
      figures: { FigureText(language: $0) })[language]
  }
}

extension [LawSummary] {
  /// The laws' names; a law that stands there twice is numbered: `current`, `current#2`.
  var distinctKeys: [String] {
    var seen: [String: Int] = [:]
    return map { law in
      seen[law.id, default: 0] += 1
      let number = seen[law.id, default: 1]
      return number == 1 ? law.id : "\(law.id)#\(number)"
    }
  }
}
