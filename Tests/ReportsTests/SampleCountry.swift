internal import Comparison
internal import Outcomes
internal import Quantities
internal import Reports
internal import Vocabulary

extension Sample {
  /// Two laws on a country of a few hundred people, with a large and a small class.
  static var country: CountryComparison { country(citizens: 26) }

  /// - Parameter citizens: how many have the group and the benefit, each for twenty people.
  static func country(citizens: Int) -> CountryComparison {
    let books = [
      codebook("current", shares: [.municipality: Rational(7, 10)!, .state: Rational(3, 10)!]),
      codebook("framework", shares: [.municipality: .one]),
    ]
    let tallies = books.enumerated().map { index, book in tally(book, interviews: 4 - 2 * index, citizens) }
    let years = [2023, 2024]
    let ledgers = zip(books, tallies).map { ledger($0, $1) }
    return CountryComparison(
      laws: laws,
      sample: SampleSummary(
        population: "small", title: Label(danish: "Et lille land", english: "A small country"),
        citizens: citizens, people: 20 * citizens, seed: 7, window: stretch("2023-01-01", "2025-01-01"), lawDate: nil,
        priceLevel: "2023", prices: "base", practice: "base"),
      years: years.map { year in
        CountryYear(
          year: year,
          figures: books.indices.map { law in
            CountryFigures(
              of: year, tally: tallies[law], codebook: books[law], ledger: ledgers[law],
              burdens: tallies[law].demands.rows.map { _ in
                CountryFigures.Burden(minutes: Minutes(90), effort: Money(øre: 76_500))
              })
          })
      }, ledgers: ledgers,
      distributions: [
        Distribution(law: 1, pairs: pairs) { key in
          switch (key.dimension, key.number) {
          case (.everybody, _): Label(danish: "Alle", english: "Everybody")
          case (.group, 0): Label(danish: "Ingen målgruppe i dag", english: "No target group today")
          case (.distance, 1):
            Label(danish: "Langt fra arbejdsmarkedet", english: "Far from the labour market")
          default: Label(danish: "Andre", english: "Others")
          }
        }
      ])
  }

  static func text(of country: CountryComparison, _ format: ReportFormat) -> String {
    Reports.country(country, naming: naming, format: format, language: .danish)
  }

  private static func codebook(_ law: String, shares: [Payer: Rational]) -> Codebook {
    let contact = reference(law, .duties, "contact", "Jobsamtale", "Interview", "LAB § 31")
    let cash = reference(law, .benefits, "kontanthjælp", "Kontanthjælp", "Cash benefit", "LAS § 11")
    let group = reference(law, .groups, "jobparat", "Jobparate", "Job-ready", "LAB § 6")
    let unit = reference(law, .units, "job-team", "Jobteam", "Job team", "RSL § 9")
    return Codebook(
      law: law, benefits: [cash], groups: [group], units: [unit],
      unitPerformers: [
        Course.Demand.Performer(name: "job-team", label: unit.label, authority: municipality)
      ], episodes: [], duties: [contact],
      dutyTexts: [
        Codebook.DutyText(
          duty: 0, reference: contact, kind: "interview", performer: nil, channel: nil, basis: .law,
          priceKey: "interview")
      ], shares: [shares], profiles: ["far-from-work"], frozen: nil)
  }

  private static func tally(_ book: Codebook, interviews: Int, _ citizens: Int) -> Tally {
    var tally = Tally()
    let writer = TallyWriter(codebook: book, frame: Tally.Frame(stretch("2023-01-01", "2025-01-01")))
    for citizen in 0..<citizens {
      var record = CourseRecord()
      let from = day("2023-02-01").adding(days: 7 * citizen)
      let held = CourseRecord.Held(index: 0, stretch: Stretch(from: from, until: day("2024-03-01")))
      (record.benefits, record.groups, record.units) = ([held], [held], [held])
      record.cases = [held.stretch]
      record.demands = (1...interviews).map { number in
        CourseRecord.Demand(
          text: 0, occurrence: number, from: from, by: from.adding(days: 60 * number), runsUntil: nil,
          unit: 0, group: 0, benefit: 0, profiles: citizen % 2 == 0 ? 1 : 0)
      }
      record.payments = [
        CourseRecord.Payment(
          stretch: held.stretch,
          terms: CourseRecord.PaymentTerms(
            benefit: 0, rate: Money(øre: 1_176_300), unit: .month, shares: 0))
      ]
      if citizen == 3 {
        record.handOvers = [
          CourseRecord.HandOver(day: day("2023-06-01"), from: 0, to: 0, cause: .benefit)
        ]
      }
      // A citizen whose benefit is too large would be told of; these are not.
      _ = try? writer.add(
        record, period: stretch("2023-01-01", "2025-01-01"), weight: Weight(persons: 20), to: &tally)
    }
    return tally
  }

  private static func ledger(_ book: Codebook, _ tally: Tally) -> CountryLedger {
    let work = tally.demands.rows.map { row in
      CountryLedger.Entry(
        year: Int(row.key.year), account: "administration", payer: .municipality,
        provision: book.dutyTexts[0].reference.provision, amount: row.sum * 76_500)
    }
    let paid = tally.benefitShares.rows.map { row in
      CountryLedger.Entry(
        year: Int(row.key.year), account: Accrual.account, payer: row.key.payer,
        provision: book.benefits[0].provision, amount: row.sum)
    }
    let charged =
      work.map { CountryLedger.Charge(year: $0.year, account: $0.account, amount: $0.amount) }
      + tally.benefits.rows.map {
        CountryLedger.Charge(year: Int($0.key.year), account: Accrual.account, amount: $0.sum)
      }
    return CountryLedger(entries: work + paid, charged: charged)
  }

  /// 52 citizens, of whom 50 have a group; too few are without one to be shown.
  private static var pairs: PairedTally {
    var pairs = PairedTally()
    for citizen in 0..<52 {
      var (before, after) = (CitizenFigures(), CitizenFigures())
      before.contacts = 4
      before.orderedContacts = 4
      after.contacts = citizen % 3 == 0 ? 2 : 5
      after.handOvers = citizen % 5 == 0 ? 1 : 0
      before.waiting = citizen
      after.waiting = citizen / 2
      before.benefits = Money(øre: 12_000_000)
      after.benefits = Money(øre: 12_000_000 - citizen * 30_000)
      let group = citizen < 50 ? 1 : 0
      pairs.add(
        [before, after],
        cells: [
          PairedTally.ClassKey(.everybody, 0), PairedTally.ClassKey(.group, group),
          PairedTally.ClassKey(.distance, citizen % 2),
        ], weight: Weight(persons: 10))
    }
    return pairs
  }
}
