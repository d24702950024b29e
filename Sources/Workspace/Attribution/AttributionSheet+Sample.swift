internal import Attribution
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Who was replayed, for which year, and how far another sample could lie.
extension AttributionSheet {
  var whoAndWhen: [Label] {
    let sample = attribution.sample
    let citizens = AmountWords.count(sample.citizens)
    let people = AmountWords.count(sample.people)
    let last = sample.window.until.adding(days: -1)
    let which = attribution.years.count > 1
      ? Label(
        danish: "Tallene er for \(sample.year), det sidste år; de andre år står for sig.",
        english: "The figures are for \(sample.year), the last year; the other years stand apart.")
      : Label(
        danish: "Hvad der falder i senere år, er ikke med.", english: "What falls in later years is not in it.")
    let who = Label(
      danish:
        "Stikprøve: \(citizens.danish) borgere af \(sample.population.danish), der står for \(people.danish), fra \(DescriptionWords.day(sample.window.from)) til \(DescriptionWords.day(last)). \(which.danish) Frø: \(sample.seed).",
      english:
        "Sample: \(citizens.english) citizens of \(sample.population.english), who stand for \(people.english), from \(sample.window.from) to \(last). \(which.english) Seed: \(sample.seed).")
    return [who] + moved
  }

  /// What is carried on from the year that is known to the year that is asked for.
  private var moved: [Label] {
    guard let known = attribution.sample.known else { return [] }
    let (year, level) = (attribution.sample.year, attribution.target.level)
    return [
      Label(
        danish:
          "\(year) er ikke en prognose: tilgang, bestand, varigheder og aldre er holdt på niveauet fra \(known) for alle forløbstyper, og lovene er dem, der i dag er kendt med dato; hvad ingen lov har ændret endnu, fortsætter. Timer, honorarer og tilbud er i målets priser (\(level)). Ydelser følger de sidste vedtagne satser og er ikke omregnet til \(level)-priser; de tæller ikke mod målet.",
        english:
          "\(year) is no forecast: inflow, stock, lengths and ages of every kind of course are held at \(known)'s, and the laws are those known with a date today; what no law has changed yet goes on. Hours, fees and offers are in the target's prices (\(level)). Benefits follow the last rates enacted and are not restated in prices of \(level); they do not count towards the target.")
    ]
  }

  var errors: [Label] {
    var told: [Label] = []
    if let error = attribution.sample.error {
      let one = AmountWords.millions(error.standardError)
      told.append(
        Label(
          danish:
            "Stikprøvens egen usikkerhed: besparelsens standardfejl er \(one.danish), målt på \(error.batches) delstikprøver. Den står for sig og er ikke med i intervallerne.",
          english:
            "The sample's own error: the standard error of the saving is \(one.english), told from \(error.batches) batches. It stands apart and is in none of the ranges."))
    }
    if let practice = attribution.ranges.practice {
      let citizens = AmountWords.count(practice.citizens)
      let (low, high) = (practice.errors.low?.standardError, practice.errors.high?.standardError)
      let (one, other) = (AmountWords.millions(low ?? 0), AmountWords.millions(high ?? 0))
      told.append(
        Label(
          danish:
            "Praksis og adfærd er genspillet på \(citizens.danish) borgere, og kun forskellen er lagt til tallet for alle. Standardfejlen på det, al praksis flytter besparelsen, er \(one.danish) i den lave ende og \(other.danish) i den høje; den står for sig.",
          english:
            "Practice and behaviour are replayed on \(citizens.english) citizens, and only the difference is added to the figure of all. The standard error of what all practice moves the saving by is \(one.english) at the low end and \(other.english) at the high one; it stands apart."))
    }
    return told
  }

  /// Each year of the window; `nil` where there is one.
  var years: Sheet.Table? {
    guard !attribution.years.isEmpty else { return nil }
    let shown = shownPlaces
    return Sheet.Table(
      "years", Label(danish: "År for år: ændring i hver kasse", english: "Year by year: change in each box"),
      [Sheet.Column("year", Label(danish: "År", english: "Year"))]
        + shown.map { place in
          Sheet.Column(
            "\(attribution.target.name(of: place))_oere", attribution.target.label(of: place), isNumber: true)
        } + [Sheet.Column("change_oere", Label(danish: "I alt", english: "In all"), isNumber: true)],
      rows: attribution.years.map { year in
        let changes = year.effects.effects.map(\.total)
        return [Sheet.Cell("\(year.year)")] + shown.map { AmountWords.cell(changes[$0]) }
          + [AmountWords.cell(changes.reduce(0, +))]
      })
  }
}
