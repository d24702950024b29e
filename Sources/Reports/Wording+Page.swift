internal import Comparison
internal import Vocabulary

/// What only pages and their pictures say.
extension Wording {
  static let contents = Label(danish: "Indhold", english: "Contents")
  static let difference = Label(danish: "Forskel", english: "Difference")
  static let demandsByKind = Label(danish: "Krav efter art", english: "Demands by kind")
  static let handOversByCause = Label(
    danish: "Sagsbehandlerskift efter årsag", english: "Hand-overs by cause")
  static let costByPayer = Label(danish: "Udgift efter betaler", english: "Cost by payer")
  static let costByAccount = Label(danish: "Udgift efter konto", english: "Cost by account")
  static let asTable = Label(
    danish: "Samme tal som tabel", english: "The same figures as a table")
  static func percentagePoints(_ number: String) -> Label {
    Label(danish: "\(number) pct.point", english: "\(number) pp")
  }

  /// What the page is about, under its title.
  static func courses(_ scenarios: Int, under laws: [Label]) -> Label {
    let (danish, english) = (laws.map(\.danish), laws.map(\.english))
    return Label(
      danish: "\(scenarios) forløb under \(listed(danish, "og"))",
      english: "\(scenarios) \(scenarios == 1 ? "course" : "courses") under \(listed(english, "and"))")
  }
  static let noCountry = Label(
    danish: "Forløbene er eksempler: de viser, hvad lovene kræver af den enkelte sag, og kan ikke lægges sammen "
      + "til landets tal.",
    english: "The courses are examples: they show what the laws demand of the single case, and do not add "
      + "up to figures for the country.")

  private static func listed(_ names: [String], _ and: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }

  // MARK: Timelines
  static let timelineLegend = (
    filled: Label(danish: "krav ifølge loven", english: "demand ordered by law"),
    hollow: Label(danish: "krav ifølge praksis", english: "demand added by practice"),
    diamond: Label(danish: "sagsbehandlerskift", english: "hand-over")
  )
  static func timeline(of scenario: Label) -> Label {
    Label(
      danish: "Forløbet dag for dag: \(scenario.danish)",
      english: "The course day by day: \(scenario.english)")
  }
  static func numbers(_ key: String) -> Label {
    Label(danish: "Tal i figuren: \(key)", english: "Numbers in the picture: \(key)")
  }
  static func inOneLaw(_ law: String, demands: String, handOvers: String) -> Label {
    Label(
      danish: "\(law): \(demands) krav, \(handOvers) sagsbehandlerskift.",
      english: "\(law): \(demands) demands, \(handOvers) hand-overs.")
  }

  // MARK: Prices
  static let prices = Label(danish: "Priser bag udgifterne", english: "Prices behind the costs")
  static let price = Label(danish: "Pris", english: "Price")
  static let low = Label(danish: "Lav", english: "Low")
  static let base = Label(danish: "Midt", english: "Base")
  static let high = Label(danish: "Høj", english: "High")
  static let source = Label(danish: "Kilde", english: "Source")
  static func price(_ kind: PriceNote.Kind, of name: Label) -> Label {
    switch kind {
    case .work:
      Label(
        danish: "Tid (t:min): \(name.danish)", english: "Time (h:min): \(name.english)")
    case .hour: Label(danish: "En time: \(name.danish)", english: "An hour: \(name.english)")
    case .expense: Label(danish: "Honorar: \(name.danish)", english: "Fee: \(name.english)")
    case .week: Label(danish: "En uge: \(name.danish)", english: "A week: \(name.english)")
    }
  }

  // MARK: How figures are made again
  static let reproduction = Label(
    danish: "Sådan genskabes tallene", english: "How to make the figures again")
  static let reproductionNote = Label(
    danish: "Samme program, regler, priser, forløb og frø giver de samme tal, byte for byte. Et fingeraftryk er "
      + "SHA-256 af den liste, som sha256sum skriver over filerne i rækkefølge.",
    english: "The same program, rules, prices, courses and seed give the same figures, byte for byte. A "
      + "fingerprint is SHA-256 of the list that sha256sum writes over the files in order.")
  static let command = Label(danish: "Kommando", english: "Command")
  static let program = Label(danish: "Program", english: "Program")
  static let seed = Label(danish: "Frø", english: "Seed")
  static let value = Label(danish: "Værdi", english: "Value")
  static func input(_ kind: String, files: String, isOne: Bool) -> Label {
    let label = inputs[kind] ?? Label(danish: kind, english: kind)
    return Label(
      danish: "Fingeraftryk af \(label.danish), \(files) \(isOne ? "fil" : "filer")",
      english: "Fingerprint of \(label.english), \(files) \(isOne ? "file" : "files")")
  }
  private static let inputs = [
    "rules": Label(danish: "reglerne", english: "the rules"),
    "prices": Label(danish: "priserne", english: "the prices"),
    "scenarios": Label(danish: "forløbene", english: "the courses"),
    "population": Label(danish: "befolkningen", english: "the population"),
  ]

  /// The months, short enough for an axis.
  static let months = [
    Label(danish: "jan.", english: "Jan"), Label(danish: "feb.", english: "Feb"),
    Label(danish: "mar.", english: "Mar"), Label(danish: "apr.", english: "Apr"),
    Label(danish: "maj", english: "May"), Label(danish: "jun.", english: "Jun"),
    Label(danish: "jul.", english: "Jul"), Label(danish: "aug.", english: "Aug"),
    Label(danish: "sep.", english: "Sep"), Label(danish: "okt.", english: "Oct"),
    Label(danish: "nov.", english: "Nov"), Label(danish: "dec.", english: "Dec"),
  ]
}
