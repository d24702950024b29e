internal import Comparison
internal import Vocabulary

/// A difference as a page: the verdict first, then what each text said and says, then each law's courses.
struct DifferenceHTML {
  private let report: DifferenceReport

  init(_ report: DifferenceReport) { self.report = report }

  private var language: Language { report.language }
  private var difference: RuleDifference { report.difference }

  func print() -> String {
    let laws = difference.laws.filter { !$0.moved.isEmpty }
    return HTML.page(
      title: report.title, language: language,
      header: [HTML.heading(1, report.title), HTML.paragraph(report.verdict, style: "lead")],
      main: changes + report.asides.map { HTML.paragraph($0) } + laws.map(section))
  }

  private var changes: [Markup] {
    guard !difference.changes.isEmpty else { return [] }
    let heading = DifferenceWording.texts[language]
    var table = TextTable([
      TextTable.Column(DifferenceWording.provision[language]),
      TextTable.Column(DifferenceWording.key[language]),
      TextTable.Column(DifferenceWording.before[language]),
      TextTable.Column(DifferenceWording.after[language]),
    ])
    table.rows = difference.changes.flatMap(rows)
    return [HTML.heading(2, heading), HTML.table(table, caption: heading)]
  }

  /// One row a key; an entry that came or went is told in one row.
  private func rows(of change: RuleChange) -> [[String]] {
    let name = [change.name, change.label[language], change.citation].filter { !$0.isEmpty }
      .joined(separator: "\n")
    guard change.kind == .changed else {
      let fate = DifferenceWording.kind(change.kind)[language]
      return [[name, fate, change.kind == .removed ? "✓" : "", change.kind == .added ? "✓" : ""]]
    }
    return change.words.enumerated().map { index, words in
      [index == 0 ? name : "", words.key, words.old ?? "", words.new ?? ""]
    }
  }

  private func section(_ law: LawDifference) -> Markup {
    let heading = "\(law.title[language]): \(report.share(of: law))"
    var figures = TextTable(report.figureColumns)
    figures.rows = report.figures(law.before, law.after)
    let groups = law.groups.flatMap { group -> [Markup] in
      let heading = report.heading(group.cause, count: group.courses.count)
      var table = TextTable([
        TextTable.Column(DifferenceWording.scenario[language]),
        TextTable.Column(DifferenceWording.firstDifference[language]),
        TextTable.Column(DifferenceWording.changedFigures[language]),
      ])
      table.rows = group.courses.map { course in
        [course.scenario, report.divergence(course.divergence), report.changedFigures(course)]
      }
      return [HTML.heading(3, heading), HTML.table(table, caption: heading)]
    }
    return .tag(
      "section", [:], [HTML.heading(2, heading), HTML.table(figures, caption: heading)] + groups)
  }
}
