internal import Comparison
internal import Legislation
internal import Outcomes
internal import Vocabulary

/// Laws beside one another by what they are made of: a real release, or renamed rules?
///
/// Every figure is a count of provisions, and the provisions stand behind it.
struct ComparisonSheet {
  private let laws: [Law]
  /// For each law, for each dimension, its provisions.
  private let provisions: [[[Provision]]]

  /// - Precondition: the first law is what the others are told against.
  init(_ laws: [Law]) {
    self.laws = laws
    provisions = laws.map { law in Dimension.all.map { $0.provisions(of: law) } }
  }

  var sheet: Sheet {
    Sheet(
      title: Label(danish: "Hvad lovene består af", english: "What the laws are made of"),
      paragraphs: [
        Label(
          danish:
            "Talt af reglerne efter afsnit, art, frist, udfører og navn, hvad der nogensinde var i kraft. En bestemmelse kan stå i flere dimensioner.",
          english:
            "Counted from the rules by section, kind, due day, performer and name, whatever was ever in force. A provision may stand in several dimensions.")
      ],
      tables: [sizes, matrix] + laws.indices.dropFirst().map(fates) + laws.flatMap(measures) + [behind])
  }

  private func lawColumns() -> [Sheet.Column] {
    laws.map { Sheet.Column($0.id, $0.title, isNumber: true) }
  }

  // MARK: Sizes

  /// Counts of the whole law, as the comparison of courses tells them too.
  private var sizes: Sheet.Table {
    let summaries = laws.map { LawSummary($0, on: nil) }
    func row(_ danish: String, _ english: String, _ count: (LawSummary) -> Int) -> [Sheet.Cell] {
      [Sheet.Cell(Label(danish: danish, english: english))] + summaries.map { Sheet.Cell("\(count($0))") }
    }
    return Sheet.Table(
      "sizes", Label(danish: "Størrelse", english: "Size"),
      [Sheet.Column("figure", Label(danish: "Tal", english: "Figure"))] + lawColumns(),
      rows: [
        row("Målgrupper", "Target groups", \.targetGroups), row("Enheder", "Units", \.units),
        row("Bestemmelser", "Provisions", \.provisions), row("Proceskrav", "Duties", \.duties),
        row("heraf med frist", "of which with a deadline", \.deadlines),
        row("Praksisværdier", "Practice values", \.practiceValues),
      ])
  }

  // MARK: Dimensions

  private var matrix: Sheet.Table {
    Sheet.Table(
      "dimensions", Label(danish: "Dimensioner", english: "Dimensions"),
      [Sheet.Column("dimension", Label(danish: "Dimension", english: "Dimension"))] + lawColumns(),
      rows: Dimension.all.indices.map { dimension in
        [Sheet.Cell(Dimension.all[dimension].label)]
          + laws.indices.map { law in
            let found = provisions[law][dimension]
            return Sheet.Cell("\(found.count)", items: found.map(\.id.description))
          }
      })
  }

  /// What became of the first law's provisions under another, and what is new.
  private func fates(of law: Int) -> Sheet.Table {
    let title = laws[law].title
    return Sheet.Table(
      "fates-\(laws[law].id)",
      Label(
        danish: "Hvad der bliver af bestemmelserne: \(title.danish)",
        english: "What becomes of the provisions: \(title.english)"),
      [
        Sheet.Column("dimension", Label(danish: "Dimension", english: "Dimension")),
        Sheet.Column("before", Label(danish: "Før", english: "Before"), isNumber: true),
        Sheet.Column("repealed", Label(danish: "Ophævet", english: "Repealed"), isNumber: true),
        Sheet.Column("unchanged", Label(danish: "Uændret", english: "Unchanged"), isNumber: true),
        Sheet.Column("amended", Label(danish: "Ændret", english: "Amended"), isNumber: true),
        Sheet.Column("new", Label(danish: "Ny", english: "New"), isNumber: true),
        Sheet.Column("after", Label(danish: "Efter", english: "After"), isNumber: true),
      ],
      rows: Dimension.all.indices.map { dimension in
        let fate = Fate(
          of: provisions[0][dimension], laws[0].described, in: provisions[law][dimension], laws[law].described)
        return [Sheet.Cell(Dimension.all[dimension].label)] + fate.cells
      })
  }

  private struct Fate {
    let before: [Provision]
    let after: [Provision]
    let repealed: [Provision]
    let unchanged: [Provision]
    let amended: [Provision]
    let new: [Provision]

    /// - Parameters:
    ///   - allBefore: all provisions of the first law: one that lay in another dimension there is no new one.
    ///   - allAfter: all of the other: one that only left the dimension is not repealed.
    init(
      of before: [Provision], _ allBefore: [Provision], in after: [Provision], _ allAfter: [Provision]
    ) {
      self.before = before
      self.after = after
      let old = Dictionary(allBefore.map { ($0.id, $0.measure) }, uniquingKeysWith: { first, _ in first })
      let remaining = Set(allAfter.map(\.id))
      repealed = before.filter { !remaining.contains($0.id) }
      new = after.filter { old[$0.id] == nil }
      let kept = after.filter { old[$0.id] != nil }
      unchanged = kept.filter { old[$0.id] == .some($0.measure) }
      amended = kept.filter { old[$0.id] != .some($0.measure) }
    }

    var cells: [Sheet.Cell] {
      [before, repealed, unchanged, amended, new, after].map { provisions in
        Sheet.Cell("\(provisions.count)", items: provisions.map(\.id.description))
      }
    }
  }

  // MARK: Measures

  private func measures(of law: Law) -> [Sheet.Table] {
    guard let reform = law.reform else { return [] }
    return [
      Sheet.Table(
        "measures-\(law.id)",
        Label(danish: "Grebene i \(law.title.danish)", english: "The measures of \(law.title.english)"),
        [
          Sheet.Column("measure", Label(danish: "Greb", english: "Measure")),
          Sheet.Column("repeals", Label(danish: "Ophæver", english: "Repeals"), isNumber: true),
          Sheet.Column("amends", Label(danish: "Ændrer", english: "Amends"), isNumber: true),
          Sheet.Column("enacts", Label(danish: "Indfører", english: "Enacts"), isNumber: true),
          Sheet.Column("deadlines-before", Label(danish: "Frister før", english: "Deadlines before"), isNumber: true),
          Sheet.Column("deadlines-after", Label(danish: "Frister efter", english: "Deadlines after"), isNumber: true),
        ],
        rows: reform.measures.map { measure in
          [Sheet.Cell(measure.provision.label)]
            + [Reform.Change.Kind.repeals, .amends, .enacts].map { kind in
              let changed = measure.changes.filter { $0.kind == kind }.map(\.provision)
              return Sheet.Cell("\(changed.count)", items: changed.map(\.description))
            } + deadlines(touchedBy: measure, of: law)
        })
    ]
  }

  /// The deadlines in law among what a measure touches: as the first law has them, and as this one has.
  private func deadlines(touchedBy measure: Reform.Measure, of law: Law) -> [Sheet.Cell] {
    let touched = Set(measure.changes.map(\.provision))
    return [laws[0], law].map { law in
      let found = law.duties.filter { duty in
        touched.contains(duty.provision.id)
          && duty.versions.contains { $0.text.basis == .law && $0.text.schedule.setsADay }
      }
      return Sheet.Cell("\(found.count)", items: found.map(\.provision.id.description))
    }
  }

  // MARK: What stands behind

  private var behind: Sheet.Table {
    Sheet.Table(
      "behind", Label(danish: "Bestemmelserne bag tallene", english: "The provisions behind the counts"),
      [Sheet.Column("dimension", Label(danish: "Dimension", english: "Dimension"))]
        + laws.map { Sheet.Column($0.id, $0.title) },
      rows: Dimension.all.indices.map { dimension in
        [Sheet.Cell(Dimension.all[dimension].label)]
          + laws.indices.map { law in
            let found = provisions[law][dimension]
            return Sheet.Cell(found.map(\.id.local).joined(separator: ", "), items: found.map(\.id.description))
          }
      }, layout: .cards)
  }
}
