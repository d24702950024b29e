internal import Attribution
internal import Diagnostics
internal import Expressions
internal import Legislation
package import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Vocabulary

/// Everything that figures of a country rest on and no source settles: each with its range, and where it
/// comes from.
struct AssumptionSheet {
  let laws: [Law]
  let prices: PriceList
  let behaviour: Behaviour?
  let target: Target?
  let population: Population?

  var sheet: Sheet {
    Sheet(
      title: Label(danish: "Antagelser med kilder", english: "Assumptions with their sources"),
      paragraphs: [
        Label(
          danish:
            "Lav, midt og høj er de værdier, som '--practice', '--prices' og '--behaviour' vælger, og som tilfældige træk ligger imellem. Sikkerheden står i firkantet parentes efter kilden.",
          english:
            "Low, base and high are the values that '--practice', '--prices' and '--behaviour' choose, and that draws lie between. How well a value is known stands in brackets after its source.")
      ],
      tables: [practice, minutes, priced, effects, people, counted, silent].filter { !$0.rows.isEmpty })
  }

  /// - Parameter unit: how the columns' keys end.
  private static func ends(_ unit: String = "") -> [Sheet.Column] {
    [
      Sheet.Column("low\(unit)", Label(danish: "Lav", english: "Low"), isNumber: true),
      Sheet.Column("base\(unit)", Label(danish: "Midt", english: "Base"), isNumber: true),
      Sheet.Column("high\(unit)", Label(danish: "Høj", english: "High"), isNumber: true),
    ]
  }
  private static let source = Sheet.Column("source", Label(danish: "Kilde", english: "Source"))
  private static let reason = Sheet.Column("note", Label(danish: "Begrundelse", english: "Reason"), joins: true)

  // MARK: Practice

  /// Each use of discretion once, and again where a law gives it another range.
  private var practice: Sheet.Table {
    var told: [ProvisionID: [[Label]]] = [:]
    var rows: [[Sheet.Cell]] = []
    for law in laws {
      for practice in law.practices {
        let ends = [practice.low, practice.base, practice.high].map { value in
          practice.kind == "share" && value.number != nil
            ? AssumptionSheet.percent(value.number ?? .zero) : DescriptionWords.value(value, practice.type)
        }
        let id = practice.provision.id
        guard told[id]?.contains(ends) != true else { continue }
        told[id, default: []].append(ends)
        rows.append(
          [Sheet.Cell(practice.provision.label, items: [id.description]), Sheet.Cell(law.title)]
            + ends.map { Sheet.Cell($0) } + [
              Sheet.Cell(AssumptionSheet.whole(practice.provision.citation)),
              Sheet.Cell(practice.evidence),
            ])
      }
    }
    return Sheet.Table(
      "practice", Label(danish: "Praksis: hvor loven lader myndigheden frit", english: "Practice: where the law leaves the authority free"),
      [
        Sheet.Column("practice", Label(danish: "Praksis", english: "Practice")),
        Sheet.Column("law", Label(danish: "Lov", english: "Law")),
      ] + AssumptionSheet.ends() + [AssumptionSheet.source, AssumptionSheet.reason], rows: rows)
  }

  // MARK: Prices

  private var minutes: Sheet.Table {
    Sheet.Table(
      "minutes",
      Label(danish: "Arbejdstid pr. gang, minutter", english: "Work for each occurrence, minutes"),
      [Sheet.Column("price", Label(danish: "Arbejde", english: "Work"))]
        + AssumptionSheet.ends("_minutes") + [AssumptionSheet.source, AssumptionSheet.reason],
      rows: prices.work.sorted { $0.key < $1.key }.map { key, price in
        let ends = [price.low, price.base, price.high].map { Sheet.Cell(DescriptionWords.plain("\($0.count)"), exact: $0.count) }
        return row(Label(danish: "", english: ""), "work", key, ends, price.citation)
      })
  }

  private var priced: Sheet.Table {
    let tables = [
      (Label(danish: "En time: ", english: "An hour: "), "hours", prices.hours),
      (Label(danish: "Honorar: ", english: "Fee: "), "expenses", prices.expenses),
      (Label(danish: "En uge: ", english: "A week: "), "weeks", prices.weeks),
    ]
    var rows: [[Sheet.Cell]] = []
    for (label, place, charges) in tables {
      for (key, charge) in charges.sorted(by: { $0.key < $1.key }) {
        let price = charge.price
        let ends = [price.low, price.base, price.high].map {
          Sheet.Cell(DescriptionWords.value(.money(Rational($0.øre)), .number), exact: $0.øre)
        }
        rows.append(row(label, place, key, ends, price.citation))
      }
    }
    return Sheet.Table(
      "prices",
      Label(danish: "Priser (niveau \(prices.level))", english: "Prices (level of \(prices.level))"),
      [Sheet.Column("price", Label(danish: "Pris", english: "Price"))] + AssumptionSheet.ends("_oere")
        + [AssumptionSheet.source, AssumptionSheet.reason], rows: rows)
  }

  private func row(
    _ table: Label, _ place: String, _ key: String, _ ends: [Sheet.Cell], _ citation: Citation
  ) -> [Sheet.Cell] {
    let label = prices.label(of: key)
    return [
      Sheet.Cell(
        Label(danish: table.danish + label.danish, english: table.english + label.english),
        items: ["\(place)/\(key)"])
    ] + ends + [Sheet.Cell(AttributionSheet.source(citation)), Sheet.Cell(AssumptionSheet.note(citation))]
  }

  // MARK: Behaviour, target

  private var effects: Sheet.Table {
    Sheet.Table(
      "behaviour", Label(danish: "Adfærd: kun når der spørges efter den", english: "Behaviour: only when it is asked for"),
      [Sheet.Column("effect", Label(danish: "Faktor på chancen for arbejde", english: "Factor on the chance of work"))]
        + AssumptionSheet.ends()
        + [
          Sheet.Column("found_for", Label(danish: "Fundet for", english: "Found for")), AssumptionSheet.source,
          AssumptionSheet.reason,
        ],
      rows: (behaviour?.effects ?? []).map { effect in
        let factor = effect.factor
        return [Sheet.Cell(effect.label, items: [effect.name])]
          + [factor.low, factor.base, factor.high].map { Sheet.Cell(DescriptionWords.value(.number($0), .number)) }
          + [
            Sheet.Cell(effect.population), Sheet.Cell(AttributionSheet.source(factor.citation)),
            Sheet.Cell(AssumptionSheet.note(factor.citation)),
          ]
      })
  }

  /// What is said to count, and how much of changed benefits returns.
  private var counted: Sheet.Table {
    var rows: [[Sheet.Cell]] = []
    if let target {
      let amount = Sheet.Cell(AmountWords.millions(target.amount.øre))
      rows.append([
        Sheet.Cell(target.label), amount, amount, amount, Sheet.Cell(AttributionSheet.source(target.citation)),
        Sheet.Cell(AssumptionSheet.note(target.citation)),
      ])
      if let share = target.flowBack?.share {
        rows.append(
          [Sheet.Cell(Label(danish: "Tilbageløb af ændrede ydelser", english: "Flow-back of changed benefits"))]
            + [share.low, share.base, share.high].map { Sheet.Cell(AssumptionSheet.percent($0)) } + [
              Sheet.Cell(AttributionSheet.source(share.citation)), Sheet.Cell(AssumptionSheet.note(share.citation)),
            ])
      }
    }
    return Sheet.Table(
      "target", Label(danish: "Målet og tilbageløbet", english: "The target and the flow-back"),
      [Sheet.Column("figure", Label(danish: "Tal", english: "Figure"))] + AssumptionSheet.ends()
        + [AssumptionSheet.source, AssumptionSheet.reason], rows: rows)
  }

  /// What is said without a figure.
  private var silent: Sheet.Table {
    Sheet.Table(
      "not-modelled", Label(danish: "Ikke med i modellen", english: "Not modelled"),
      [
        Sheet.Column("subject", Label(danish: "Emne", english: "Subject")),
        Sheet.Column("because", Label(danish: "Fordi", english: "Because")), AssumptionSheet.source,
      ],
      rows: (behaviour?.notModelled ?? []).map { note in
        [
          Sheet.Cell(note.label, items: [note.name]), Sheet.Cell(note.reason),
          Sheet.Cell(AttributionSheet.source(note.citation)),
        ]
      }, layout: .cards)
  }
}

extension AssumptionSheet {
  // MARK: The population

  /// Every figure of the population that is an assumption; the rows of one table of chances together.
  private var people: Sheet.Table {
    let assumed = (population?.figures ?? []).filter { $0.citation.status == .assumption }
    var entries: [(name: String, figures: [PopulationFigure])] = []
    for figure in assumed {
      let name = figure.name.split(separator: "/").prefix { $0 != "rows" }.joined(separator: "/")
      if entries.last?.name == name {
        entries[entries.count - 1].figures.append(figure)
      } else {
        entries.append((name, [figure]))
      }
    }
    let of = AmountWords.count(population?.figures.count ?? 0)
    let count = AmountWords.count(assumed.count)
    return Sheet.Table(
      "population",
      Label(
        danish: "Befolkningen: \(count.danish) af \(of.danish) tal er antagelser",
        english: "The population: \(count.english) of \(of.english) figures are assumptions"),
      [
        Sheet.Column("figure", Label(danish: "Tal", english: "Figure")),
        Sheet.Column("ranges", Label(danish: "Lav – midt – høj", english: "Low – base – high")),
        AssumptionSheet.source, AssumptionSheet.reason,
      ],
      rows: entries.map { entry in
        let citation = entry.figures[0].citation
        let isCount = entry.name.hasSuffix("/inflow") || entry.name.hasSuffix("/stock")
        let ranges = entry.figures.map { figure in
          let ends = [figure.low, figure.base, figure.high].map { value in
            isCount ? AmountWords.count(value.whole ?? 0) : AssumptionSheet.percent(value)
          }
          return ends.joined(" – ")
        }
        return [
          Sheet.Cell(entry.figures[0].label, items: [entry.name]), Sheet.Cell(ranges.joined("; ")),
          Sheet.Cell(AttributionSheet.source(citation)), Sheet.Cell(AssumptionSheet.note(citation)),
        ]
      })
  }

  /// A share, or a factor on lengths: per cent with at most one decimal.
  private static func percent(_ value: Rational) -> Label {
    guard let permille = value.multiplied(by: Rational(1_000))?.rounded(.halfUp)?.whole else {
      return Label(danish: value.description, english: value.description)
    }
    let (whole, tenths) = (permille / 10, abs(permille % 10))
    return tenths == 0
      ? Label(danish: "\(whole) %", english: "\(whole)%")
      : Label(danish: "\(whole),\(tenths) %", english: "\(whole).\(tenths)%")
  }

  private static func note(_ citation: Citation) -> Label { citation.note ?? Label(danish: "", english: "") }

  /// The paragraph and what it was read in.
  private static func whole(_ citation: Citation) -> Label {
    let text = [citation.text, citation.source ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    return Label(
      danish: "\(text) [\(citation.status.label.danish)]", english: "\(text) [\(citation.status.label.english)]")
  }
}

extension Workspace {
  /// What figures of laws on a population rest on and no source settles.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  package mutating func assumptions(of laws: [String], population path: String) -> Sheet? {
    let read = laws.compactMap { library.law(named: $0) }
    let population = library.isPopulation(at: path) ? library.population(at: path) : nil
    let (target, behaviour) = (library.target(), library.behaviour())
    guard read.count == laws.count, let prices = library.prices(), !library.findings.hasErrors
    else { return nil }
    return AssumptionSheet(
      laws: read, prices: prices, behaviour: behaviour, target: target, population: population
    ).sheet
  }
}
