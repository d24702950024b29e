internal import Comparison
internal import Vocabulary

/// A difference as a comment on a pull request: the verdict first, then tables; long lists are folded.
struct DifferenceMarkdown {
  private let report: DifferenceReport
  /// Rows that a reader of a comment takes in at a glance; more are folded away.
  private static let glance = 10

  init(_ report: DifferenceReport) { self.report = report }

  private var language: Language { report.language }
  private var difference: RuleDifference { report.difference }

  func print() -> String {
    var document = Markdown()
    document.heading(2, report.title)
    document.paragraph(report.verdict)
    addChanges(to: &document)
    document.list(report.asides.map { (depth: 0, text: $0) })
    for law in difference.laws where !law.moved.isEmpty { add(law, to: &document) }
    return document.print()
  }

  private func addChanges(to document: inout Markdown) {
    guard !difference.changes.isEmpty else { return }
    document.heading(3, DifferenceWording.texts[language])
    let columns = [
      TextTable.Column(DifferenceWording.provision[language]),
      TextTable.Column(DifferenceWording.key[language]),
      TextTable.Column(DifferenceWording.before[language]),
      TextTable.Column(DifferenceWording.after[language]),
    ]
    let rows = difference.changes.flatMap(rows)
    fold(rows.count, DifferenceWording.texts[language], &document) { $0.table(columns, rowsOfLines: rows) }
  }

  /// One row a key; an entry that came or went is told in one row.
  private func rows(of change: RuleChange) -> [[[String]]] {
    let citation = change.citation.isEmpty ? [] : [change.citation]
    let name = [change.name, change.label[language]] + citation
    let fate = DifferenceWording.kind(change.kind)[language]
    guard change.kind == .changed else {
      return [[name, [fate], [change.kind == .removed ? "✓" : ""], [change.kind == .added ? "✓" : ""]]]
    }
    return change.words.enumerated().map { index, words in
      [index == 0 ? name : [""], [words.key], [words.old ?? ""], [words.new ?? ""]]
    }
  }

  private func add(_ law: LawDifference, to document: inout Markdown) {
    document.heading(3, "\(law.title[language]): \(report.share(of: law))")
    document.table(report.figureColumns, report.figures(law.before, law.after))
    let columns = [
      TextTable.Column(DifferenceWording.scenario[language]),
      TextTable.Column(DifferenceWording.firstDifference[language]),
      TextTable.Column(DifferenceWording.changedFigures[language]),
    ]
    for group in law.groups {
      let heading = report.heading(group.cause, count: group.courses.count)
      let rows = group.courses.map { course in
        [course.scenario, report.divergence(course.divergence), report.changedFigures(course)]
      }
      if rows.count <= Self.glance { document.paragraph(heading) }
      fold(rows.count, heading, &document) { $0.table(columns, rows) }
    }
  }

  private func fold(
    _ rows: Int, _ summary: String, _ document: inout Markdown, _ add: (inout Markdown) -> Void
  ) {
    let isLong = rows > Self.glance
    if isLong { document.openDetails(summary) }
    add(&document)
    if isLong { document.closeDetails() }
  }
}
