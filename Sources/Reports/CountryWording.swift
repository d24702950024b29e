internal import Outcomes
internal import Vocabulary

/// The words of reports on a country, in both languages.
enum CountryWording {
  static let title = Label(danish: "Landet", english: "The country")
  static func year(_ year: Int) -> Label {
    Label(danish: "Året \(year)", english: "The year \(year)")
  }
  static func sample(
    title: Label, citizens: Int, people: Int, seed: UInt64, figures: (Language) -> FigureText
  ) -> Label {
    Label(
      danish:
        "\(title.danish): \(figures(.danish).count(citizens)) simulerede borgere står for \(figures(.danish).count(people)) personer (frø \(seed)).",
      english:
        "\(title.english): \(figures(.english).count(citizens)) simulated citizens stand for \(figures(.english).count(people)) people (seed \(seed)).")
  }
  static func moved(to year: Int, from known: Int, prices: String) -> Label {
    Label(
      danish:
        "\(year) er ikke en prognose: tilgang, bestand, varigheder og aldre er holdt på niveauet fra \(known), og lovene er dem, der er kendt med dato. Indsatsen er i \(prices)-priser; ydelser følger de sidste vedtagne satser.",
      english:
        "\(year) is no forecast: inflow, stock, lengths and ages are held at \(known)'s, and the laws are those known with a date. The effort is in prices of \(prices); benefits follow the last rates enacted.")
  }
  static let small = Label(
    danish:
      "Grupper, ydelser og enheder med færre end fem simulerede borgere vises ikke (•), og heller ikke de mindste andre, når de ellers kunne regnes ud.",
    english:
      "Groups, benefits and units of fewer than five simulated citizens are not shown (•), nor are the least others where they could be worked out.")
  static let behaviour = Label(
    danish: "Uændret adfærd: umiddelbar virkning.", english: "Unchanged behaviour: the immediate effect.")
  static let balanced = Label(
    danish: "Regnskabet balancerer til øren under hver lov.",
    english: "The ledger balances to the øre under every law.")
  static let unbalanced = Label(
    danish: "Regnskabet balancerer IKKE.", english: "The ledger does NOT balance.")
  static let persons = Label(
    danish: "Personer med sag i årets løb", english: "People with a case in the year")
  static let fullTime = Label(danish: "Fuldtidspersoner med sag", english: "Full-time persons with a case")
  static let effort = Label(
    danish: "Udgift til indsatsen (uden ydelser)", english: "Cost of the effort (benefits left out)")
  static let effortPerFullTime = Label(
    danish: "Indsats pr. fuldtidsperson", english: "Effort per full-time person")
  static let costWithBenefits = Label(
    danish: "Udgift i alt, ydelser medregnet", english: "Cost in all, benefits included")
  static let byGroup = Label(danish: "Efter målgruppe", english: "By target group")
  static let byBenefit = Label(danish: "Efter ydelse", english: "By benefit")
  static let byUnit = Label(danish: "Efter enhed", english: "By unit")
  static let personsColumn = Label(danish: "Personer", english: "People")
  static let fullTimeColumn = Label(danish: "Fuldtid", english: "Full-time")
  static let demandsColumn = Label(danish: "Krav", english: "Demands")
  static let hoursColumn = Label(danish: "Timer", english: "Hours")
  static let effortColumn = Label(danish: "Indsats", english: "Effort")
  static let difference = Label(danish: "Forskel", english: "Difference")

  static let time = Label(danish: "Arbejdstid", english: "Working time")
  static func worked(by authority: Label) -> Label {
    Label(danish: "hos: \(authority.danish)", english: "at: \(authority.english)")
  }

  // MARK: Who loses
  static let losers = Label(danish: "Hvem taber", english: "Who loses")
  static func losers(under law: Label) -> Label {
    Label(danish: "Hvem taber: \(law.danish)", english: "Who loses: \(law.english)")
  }
  static let pairing = Label(
    danish:
      "Hver borger følges under begge love; en forskel er borgerens egen, over hele perioden. Celler med færre end fem simulerede borgere vises ikke (•), og heller ikke de mindste andre, når de ellers kunne regnes ud.",
    english:
      "Each citizen is followed under both laws; a difference is the citizen's own, over the whole period. Cells of fewer than five simulated citizens are not shown (•), nor are the least others where they could be worked out.")
  static let who = Label(danish: "Hvem", english: "Who")
  static let before = Label(danish: "Før, pr. person", english: "Before, each")
  static let after = Label(danish: "Efter, pr. person", english: "After, each")
  static let losing = Label(danish: "Taber", english: "Lose")
  static let gaining = Label(danish: "Vinder", english: "Gain")
  static let tenth = Label(
    danish: "Den dårligst stillede tiendedel: forværring pr. person",
    english: "The worst-off tenth: worsening each")
  static let minimum = Label(
    danish: "Under det, loven i dag kræver af samtaler",
    english: "Below the contacts that the first law orders")
  static let withMinimum = Label(danish: "Med krav på samtaler", english: "Owed contacts")
  static let belowMinimum = Label(danish: "Får færre end det", english: "Have fewer")

  static func measure(_ measure: PairedTally.Measure) -> Label {
    switch measure {
    case .contacts: Label(danish: "Samtaler", english: "Interviews")
    case .handOvers: Label(danish: "Sagsbehandlerskift", english: "Hand-overs")
    case .waiting:
      Label(danish: "Dages ventetid på afklaring", english: "Days of waiting for clarification")
    case .benefits: Label(danish: "Ydelser", english: "Benefits")
    }
  }

  static func dimension(_ dimension: PairedTally.Dimension) -> Label {
    switch dimension {
    case .everybody: Label(danish: "alle", english: "everybody")
    case .group: Label(danish: "målgruppe i dag", english: "target group today")
    case .age: Label(danish: "alder", english: "age")
    case .education: Label(danish: "uddannelse", english: "education")
    case .distance: Label(danish: "afstand til arbejdsmarkedet", english: "distance from work")
    }
  }
}
