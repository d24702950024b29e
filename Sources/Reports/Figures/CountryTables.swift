internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The tables of a country's comparison; text and Markdown set the same ones.
struct CountryTables {
  private let report: CountryReport

  init(_ report: CountryReport) { self.report = report }

  private var language: Language { report.language }
  private var text: FigureText { report.figureText }

  /// What the figures are of, how far they go, and whether the ledger balances.
  var introduction: [String] {
    let sample = report.comparison.sample
    let moved = sample.known.map { known in
      CountryWording.moved(
        to: report.comparison.years.map(\.year).max() ?? known, from: known, prices: sample.priceLevel)
    }
    let small = report.hasSmallHoldings ? [CountryWording.small[language]] : []
    return [report.sampleSentence] + (moved.map { [$0[language]] } ?? []) + [
      CountryWording.behaviour[language],
      (report.comparison.isBalanced ? CountryWording.balanced : CountryWording.unbalanced)[language],
    ] + small
  }

  /// Every figure under each law, and what each law changes.
  func figures(of year: CountryYear) -> TextTable {
    let others = report.laws.indices.dropFirst()
    var table = TextTable(
      [TextTable.Column(Wording.figure[language])]
        + report.laws.indices.map { TextTable.Column(report.title(ofLaw: $0), .right) }
        + others.map { TextTable.Column(differenceHeading($0), .right) })
    for row in report.rows(of: year) where !row.isEmptyPart {
      let label = String(repeating: "  ", count: row.depth) + row.label[language]
      table.rows.append(
        [label] + row.values.map { report.text($0, row.unit) }
          + others.map { report.difference(row, law: $0) })
    }
    return table
  }

  private func differenceHeading(_ law: Int) -> String {
    let difference = CountryWording.difference[language]
    return report.laws.count == 2 ? difference : "\(difference): \(report.title(ofLaw: law))"
  }

  /// Groups, benefits and units: each law has its own, so each has its own rows.
  func holdings(of year: CountryYear) -> [(heading: String, table: TextTable)] {
    report.holdings(of: year).map { _, heading, lists in
      var table = TextTable([
        TextTable.Column(Wording.law[language]), TextTable.Column(Wording.name[language]),
        TextTable.Column(CountryWording.personsColumn[language], .right),
        TextTable.Column(CountryWording.fullTimeColumn[language], .right),
        TextTable.Column(CountryWording.demandsColumn[language], .right),
        TextTable.Column(CountryWording.hoursColumn[language], .right),
        TextTable.Column(CountryWording.effortColumn[language], .right),
      ])
      for (law, list) in lists.enumerated() {
        for (index, holding) in list.filter({ $0.figures?.persons != 0 }).enumerated() {
          let figures = holding.figures.map { figures in
            [
              text.count(figures.persons), text.count(figures.fullTime), text.count(figures.demands),
              text.hours(Minutes(figures.minutes)), text.millions(figures.effort),
            ]
          } ?? Array(repeating: "•", count: 5)
          table.rows.append(
            [index == 0 ? report.title(ofLaw: law) : "", holding.reference.label[language]] + figures)
        }
      }
      return (heading[language], table)
    }
  }

  // MARK: Who loses

  func losers(_ distribution: Distribution) -> [(heading: String, table: TextTable)] {
    PairedTally.Measure.allCases.map { measure in
      (CountryWording.measure(measure)[language], losers(distribution, measure))
    } + [
      (CountryWording.tenth[language], tenths(distribution)),
      (CountryWording.minimum[language], minimums(distribution)),
    ]
  }

  private func losers(_ distribution: Distribution, _ measure: PairedTally.Measure) -> TextTable {
    var table = TextTable([
      TextTable.Column(CountryWording.who[language]),
      TextTable.Column(CountryWording.personsColumn[language], .right),
      TextTable.Column(CountryWording.before[language], .right),
      TextTable.Column(CountryWording.after[language], .right),
      TextTable.Column(CountryWording.losing[language], .right),
      TextTable.Column(CountryWording.gaining[language], .right),
    ])
    for cell in distribution.cells {
      guard let figures = cell.measures.first(where: { $0.measure == measure }) else { continue }
      table.add(
        label(of: cell), shown(cell.people), each(figures.first, cell.people, measure),
        each(figures.own, cell.people, measure), shown(figures.losing), shown(figures.gaining))
    }
    return table
  }

  private func tenths(_ distribution: Distribution) -> TextTable {
    var table = TextTable([
      TextTable.Column(CountryWording.who[language]), TextTable.Column(Wording.figure[language]),
      TextTable.Column(CountryWording.personsColumn[language], .right),
      TextTable.Column(CountryWording.difference[language], .right),
    ])
    for tenth in distribution.tenths {
      table.add(
        tenth.label[language], CountryWording.measure(tenth.measure)[language], shown(tenth.people),
        tenth.meanWorsening.map { amount(thousandths: $0, tenth.measure) } ?? "•")
    }
    return table
  }

  private func minimums(_ distribution: Distribution) -> TextTable {
    var table = TextTable([
      TextTable.Column(CountryWording.who[language]),
      TextTable.Column(CountryWording.withMinimum[language], .right),
      TextTable.Column(CountryWording.belowMinimum[language], .right),
    ])
    for cell in distribution.cells {
      table.add(label(of: cell), shown(cell.withMinimum), shown(cell.belowMinimum))
    }
    return table
  }

  private func label(of cell: Distribution.Cell) -> String {
    (cell.dimension == .everybody ? "" : "  ") + cell.label[language]
  }

  private func shown(_ number: Int?) -> String { number.map(text.count) ?? "•" }

  private func each(_ sum: Int?, _ people: Int?, _ measure: PairedTally.Measure) -> String {
    guard let sum, let people, people > 0,
      let thousandths = Rational(Int128(sum) * 1000, Int128(people))?.rounded(.halfUp)?.whole
    else { return "•" }
    return amount(thousandths: thousandths, measure)
  }

  /// An average: money in whole kroner, the rest with one decimal.
  private func amount(thousandths: Int, _ measure: PairedTally.Measure) -> String {
    guard measure == .benefits else {
      let tenths = Rational(Int128(thousandths), 100)?.rounded(.halfUp)?.whole ?? 0
      return text.decimal(tenths: tenths)
    }
    let kroner = Rational(Int128(thousandths), 100_000)?.rounded(.halfUp)?.whole ?? 0
    return language == .danish ? "\(text.count(kroner)) kr." : "DKK \(text.count(kroner))"
  }
}
