internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A comparison with what every format of it needs: the rows of figures and the names of the laws.
struct ComparisonReport: Sendable {
  let comparison: Comparison
  let naming: Naming
  let language: Language
  let keys: FigureKeys
  /// One for each law, no two alike: a law compared with itself is `current` and `current#2`.
  let lawKeys: [String]
  /// What the figures were made from; `nil` where nobody asks, as in a terminal.
  let receipt: Receipt?

  init(_ comparison: Comparison, naming: Naming, language: Language, receipt: Receipt? = nil) {
    self.comparison = comparison
    self.naming = naming
    self.language = language
    self.receipt = receipt
    keys = FigureKeys(
      comparison.scenarios.flatMap { $0.results.map(\.figures) }, naming: naming)
    lawKeys = comparison.laws.distinctKeys
  }

  /// As a part of a report that says once for all what it was made from.
  var withoutReceipt: ComparisonReport {
    ComparisonReport(comparison, naming: naming, language: language)
  }

  var figureText: FigureText { FigureText(language: language) }

  var laws: [LawSummary] { comparison.laws }

  func title(ofLaw index: Int) -> String { laws[index].title[language] }

  var lawRows: [FigureRow] { FigureRow.rows(of: laws) }

  func rows(of scenario: ScenarioComparison) -> [FigureRow] {
    FigureRow.rows(
      of: scenario.results.map(\.figures), keys: keys, naming: naming, shares: false)
  }

  /// Every figure of every scenario under every law.
  var figures: [Figure] {
    comparison.scenarios.flatMap { scenario in
      let rows = rows(of: scenario)
      return lawKeys.enumerated().flatMap { index, law in
        rows.filter { $0.values.indices.contains(index) }.map { row in
          Figure(
            scenario: scenario.id, law: law, name: row.figure, key: row.key, value: row.values[index],
            unit: row.unit.rawValue)
        }
      }
    }
  }

  var totalRows: [FigureRow] {
    FigureRow.rows(of: comparison.totals, keys: keys, naming: naming, shares: true)
  }

  /// A table of figures, one column a law.
  ///
  /// - Parameter withDifference: whether a column tells what the second of two laws changes.
  func table(_ rows: [FigureRow], withDifference: Bool = false) -> TextTable {
    let tellsDifference = withDifference && laws.count == 2
    var table = TextTable(
      [TextTable.Column(Wording.figure[language])]
        + laws.indices.map { TextTable.Column(title(ofLaw: $0), .right) }
        + (tellsDifference ? [TextTable.Column(Wording.difference[language], .right)] : []))
    for row in rows where !row.isEmptyPart {
      let label = String(repeating: "  ", count: row.depth) + row.label[language]
      var cells = [label] + row.values.map { figureText.value($0, row.unit) }
      if tellsDifference { cells.append(figureText.change(row.difference, row.unit)) }
      table.rows.append(cells)
    }
    return table
  }

  /// Where each law first parts ways with the first.
  func divergences(of scenario: ScenarioComparison) -> TextTable {
    var table = TextTable([
      TextTable.Column(Wording.law[language]), TextTable.Column(Wording.day[language]),
      TextTable.Column(title(ofLaw: 0)), TextTable.Column(Wording.otherLaw[language]),
    ])
    for (index, divergence) in scenario.divergences.enumerated().dropFirst() {
      guard let divergence else {
        table.add(title(ofLaw: index), neverParts, "", "")
        continue
      }
      table.add(
        title(ofLaw: index), figureText.day(divergence.day), consequence(divergence.baseline),
        consequence(divergence.reform))
    }
    return table
  }

  func assumptions(of scenario: ScenarioComparison) -> TextTable {
    var table = TextTable([
      TextTable.Column(Wording.subject[language]), TextTable.Column(Wording.reason[language]),
    ])
    for assumption in scenario.assumptions {
      table.add(assumption.subject[language], assumption.reason[language])
    }
    return table
  }

  /// The stretches of a course: benefits, groups, units, episodes.
  func stretches(of course: Course) -> TextTable {
    var table = TextTable([
      TextTable.Column(Wording.kind[language]), TextTable.Column(Wording.name[language]),
      TextTable.Column(Wording.stretch[language]),
    ])
    let lists = [
      (Wording.benefit, course.benefits), (Wording.group, course.groups),
      (Wording.unit, course.units), (Wording.episode, course.episodes),
    ]
    for (kind, list) in lists {
      for (index, held) in list.enumerated() {
        table.add(
          index == 0 ? kind[language] : "", held.reference.label[language],
          figureText.stretch(held.stretch))
      }
    }
    return table
  }

  func duties(of course: Course) -> TextTable {
    var table = TextTable([
      TextTable.Column(Wording.duty[language]), TextTable.Column(Wording.citation[language]),
      TextTable.Column(Wording.count[language], .right), TextTable.Column(Wording.days[language]),
    ])
    for duty in DutyDays.all(of: course) {
      let basis = duty.basis == .practice ? " (\(Wording.practiceBasis[language]))" : ""
      table.add(
        duty.reference.label[language] + basis, figureText.citation(duty.reference.citation),
        figureText.count(duty.days.count),
        duty.shown.map { $0.map(figureText.day) ?? "…" }.joined(separator: ", "))
    }
    return table
  }

  func handOvers(of course: Course) -> TextTable {
    var table = TextTable([
      TextTable.Column(Wording.day[language]), TextTable.Column(Wording.fromColumn[language]),
      TextTable.Column(Wording.toColumn[language]),
      TextTable.Column(Wording.causeColumn[language]),
    ])
    for handOver in course.handOvers {
      table.add(
        figureText.day(handOver.day), handOver.from.label[language],
        handOver.to.label[language], Wording.cause(handOver.cause)[language])
    }
    return table
  }

  /// The prices behind the costs, with their ranges and sources.
  var prices: TextTable {
    var table = TextTable([
      TextTable.Column(Wording.price[language]), TextTable.Column(Wording.low[language], .right),
      TextTable.Column(Wording.base[language], .right), TextTable.Column(Wording.high[language], .right),
      TextTable.Column(Wording.source[language]),
    ])
    for price in comparison.prices {
      let unit: FigureRow.Unit = price.kind == .work ? .minutes : .øre
      let source = [price.citation.source ?? price.citation.text, "[\(price.citation.status.label[language])]"]
      table.add(
        Wording.price(price.kind, of: price.label)[language], figureText.value(price.low, unit),
        figureText.value(price.base, unit), figureText.value(price.high, unit),
        source.filter { !$0.isEmpty }.joined(separator: " "))
    }
    return table
  }

  func period(of scenario: ScenarioComparison) -> String? {
    scenario.results.first.map { figureText.stretch($0.course.period) }
  }

  /// What is said of a law whose consequences are those of the first.
  var neverParts: String {
    laws.first.map { Wording.neverParts(from: $0.title)[language] } ?? ""
  }

  /// What one side does on the day the laws part, with its citation.
  func consequence(_ side: Divergence.Side?) -> String {
    guard let side else { return Wording.nothingThatDay[language] }
    let citation = figureText.citation(side.reference.citation)
    let told = Wording.consequence(side)[language]
    return citation.isEmpty ? told : "\(told) (\(citation))"
  }
}
