internal import Legislation
internal import Outcomes
internal import Vocabulary

/// A law as tables: one for each section, a row for each provision.
///
/// Everything in it is read off the rules: there is no second text of the law to go stale.
struct LawSheet {
  private let law: Law
  private let tested: TestedProvisions
  private let texts: ProvisionTexts

  init(_ law: Law, tested: TestedProvisions) {
    self.law = law
    self.tested = tested
    texts = ProvisionTexts(law: law)
  }

  private static let columns = [
    Sheet.Column("provision", Label(danish: "Bestemmelse", english: "Provision")),
    Sheet.Column("label", Label(danish: "Navn", english: "Name"), joins: true),
    Sheet.Column("kind", Label(danish: "Art", english: "Kind"), joins: true),
    Sheet.Column("cite", Label(danish: "Hjemmel", english: "Citation")),
    Sheet.Column("status", Label(danish: "Sikkerhed", english: "Status"), joins: true),
    Sheet.Column("who", Label(danish: "Hvem", english: "Who")),
    Sheet.Column("by", Label(danish: "Ved", english: "By"), joins: true),
    Sheet.Column("when", Label(danish: "Hvornår", english: "When")),
    Sheet.Column("schedule", Label(danish: "Frist", english: "Due"), joins: true),
    Sheet.Column("counted_from", Label(danish: "Regnet", english: "Counted"), joins: true),
    Sheet.Column("basis", Label(danish: "Grundlag", english: "Basis"), joins: true),
    Sheet.Column("in_force", Label(danish: "I kraft", english: "In force"), joins: true),
    Sheet.Column("tests", Label(danish: "Prøver", english: "Tests")),
  ]

  /// Who and what first, definitions last: a reader begins with the people.
  private static let order: [Section] = [
    .law, .groups, .units, .benefits, .financing, .episodes, .clocks, .duties, .promises, .practice,
    .parameters, .definitions,
  ]

  var sheet: Sheet {
    // Promises decide nothing, so comparisons leave them out; a reader of the law does not.
    let rows = Dictionary(grouping: law.described + law.promises.map(\.provision), by: \.id.section)
    var tables = LawSheet.order.map { section in
      Sheet.Table(
        section.rawValue, DescriptionWords.section(section), LawSheet.columns,
        rows: (rows[section] ?? []).map(row), layout: .cards)
    }
    tables.append(
      Sheet.Table(
        "tests", Label(danish: "Prøverne", english: "The tests"),
        [
          Sheet.Column("test", Label(danish: "Nr.", english: "No."), isNumber: true),
          Sheet.Column("name", Label(danish: "Prøve", english: "Test")),
        ],
        rows: tested.names.enumerated().map { [Sheet.Cell("\($0 + 1)"), Sheet.Cell($1)] }))
    return Sheet(
      title: law.title,
      paragraphs: [
        Label(
          danish:
            "Læst af reglerne selv. En prøve står ved de bestemmelser, som dens forløb berører, og dem, den nævner.",
          english:
            "Read off the rules themselves. A test stands with the provisions that its course touches, and those it names.")
      ], tables: tables)
  }

  private func row(_ provision: Provision) -> [Sheet.Cell] {
    let text = texts.text(of: provision)
    let tests = tested[provision.id]
    return [
      Sheet.Cell(provision.id.local), Sheet.Cell(provision.label), Sheet.Cell(text.kind),
      Sheet.Cell(provision.citation.text), Sheet.Cell(provision.citation.status.label),
      Sheet.Cell(text.who), Sheet.Cell(text.by), Sheet.Cell(text.when), Sheet.Cell(text.schedule),
      Sheet.Cell(text.countedFrom), Sheet.Cell(text.basis), Sheet.Cell(text.inForce),
      Sheet.Cell(LawSheet.numbers(tests), items: tests.map { tested.names[$0] }),
    ]
  }

  /// `1, 4–7`: the numbers that the tests have in their own table.
  static func numbers(_ indices: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in indices.map({ $0 + 1 }) {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound), \(run.upperBound)"
      default: "\(run.lowerBound)–\(run.upperBound)"
      }
    }.joined(separator: ", ")
  }
}
