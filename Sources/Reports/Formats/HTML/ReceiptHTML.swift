internal import Outcomes
internal import Vocabulary

extension Receipt {
  /// The receipt as rows; Markdown and HTML print the same.
  func table(_ language: Language) -> TextTable {
    let figures = FigureText(language: language)
    var table = TextTable([
      TextTable.Column(Wording.reproduction[language]), TextTable.Column(Wording.value[language]),
    ])
    table.add(Wording.command[language], command)
    table.add(Wording.program[language], program)
    table.add(Wording.seed[language], String(seed))
    for input in inputs {
      table.add(
        Wording.input(
          input.kind.rawValue, files: figures.count(input.files.count), isOne: input.files.count == 1)[
            language], input.sha256)
    }
    return table
  }

  func section(_ language: Language) -> Markup {
    .tag(
      "section", [:],
      [
        HTML.heading(2, Wording.reproduction[language], id: "reproduction"),
        HTML.paragraph(Wording.reproductionNote[language]),
        HTML.table(table(language), caption: Wording.reproduction[language], isHeaded: true),
      ])
  }
}
