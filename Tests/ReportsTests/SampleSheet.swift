internal import Outcomes
internal import Vocabulary

extension Sample {
  /// A sheet with every form that one can have: figures, cards, joined columns, things behind a text.
  static let sheet = Sheet(
    title: Label(danish: "En lille lov", english: "A small law"),
    paragraphs: [Label(danish: "Læst af reglerne selv.", english: "Read off the rules themselves.")],
    tables: [
      Sheet.Table(
        "sizes", Label(danish: "Størrelse", english: "Size"),
        [
          Sheet.Column("figure", Label(danish: "Tal", english: "Figure")),
          Sheet.Column("current", Label(danish: "Gældende ret", english: "Current law"), isNumber: true),
        ],
        rows: [
          [Sheet.Cell(Label(danish: "Målgrupper", english: "Target groups")), Sheet.Cell("13")],
          [
            Sheet.Cell(Label(danish: "  heraf nye", english: "  of which new")),
            Sheet.Cell("2", items: ["current/groups/a", "current/groups/b"]),
          ],
        ]),
      Sheet.Table(
        "duties", Label(danish: "Proceskrav", english: "Duties"),
        [
          Sheet.Column("provision", Label(danish: "Bestemmelse", english: "Provision")),
          Sheet.Column("label", Label(danish: "Navn", english: "Name"), joins: true),
          Sheet.Column("status", Label(danish: "Sikkerhed", english: "Status")),
          Sheet.Column("when", Label(danish: "Hvornår", english: "When")),
          Sheet.Column("schedule", Label(danish: "Frist", english: "Due"), joins: true),
          Sheet.Column("tests", Label(danish: "Prøver", english: "Tests")),
        ],
        rows: [
          [
            Sheet.Cell("duties/first-interview"),
            Sheet.Cell(Label(danish: "Første samtale", english: "First interview")), .empty,
            Sheet.Cell("age < 30 and (a | b) in [18..30) and not(benefit.before in (kontanthjælp, uddannelseshjælp))"),
            Sheet.Cell(Label(danish: "inden for 1 uge", english: "within 1 week")),
            Sheet.Cell("1, 3–5", items: ["One", "Three", "Four, or \"five\"", "Five"]),
          ],
          [
            Sheet.Cell("duties/plan"), Sheet.Cell(Label(danish: "Plan", english: "Plan")), .empty, .empty,
            Sheet.Cell(Label(danish: "inden for 6 måneder", english: "within 6 months")), .empty,
          ],
        ], layout: .cards),
      Sheet.Table(
        "none", Label(danish: "Intet", english: "Nothing"),
        [Sheet.Column("name", Label(danish: "Navn", english: "Name"))]),
    ])
}
