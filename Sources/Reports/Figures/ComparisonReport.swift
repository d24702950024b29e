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

  init(_ comparison: Comparison, naming: Naming, language: Language) {
    self.comparison = comparison
    self.naming = naming
    self.language = language
    keys = FigureKeys(
      comparison.scenarios.flatMap { $0.results.map(\.figures) }, naming: naming)
    lawKeys = comparison.laws.distinctKeys
  }

  var figureText: FigureText { FigureText(language: language) }

  var laws: [LawSummary] { comparison.laws }

  func title(ofLaw index: Int) -> String { laws[index].title[language] }

  var lawRows: [FigureRow] { FigureRow.rows(of: laws) }

  func rows(of scenario: ScenarioComparison) -> [FigureRow] {
    FigureRow.rows(
      of: scenario.results.map(\.figures), keys: keys, naming: naming, shares: false)
  }

  var totalRows: [FigureRow] {
    FigureRow.rows(of: comparison.totals, keys: keys, naming: naming, shares: true)
  }

  /// A table of figures, one column a law.
  func table(_ rows: [FigureRow]) -> TextTable {
    var table = TextTable(
      [TextTable.Column(Wording.figure[language])]
        + laws.indices.map { TextTable.Column(title(ofLaw: $0), .right) })
    for row in rows where !row.isEmptyPart {
      let label = String(repeating: "  ", count: row.depth) + row.label[language]
      table.rows.append([label] + row.values.map { figureText.value($0, row.unit) })
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
