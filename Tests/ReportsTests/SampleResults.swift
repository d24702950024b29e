internal import Comparison
internal import Outcomes
internal import Quantities
internal import Reports
internal import Vocabulary

/// Small results made by hand, with one of everything that a report can say.
enum Sample {
  static let naming = Naming(
    kinds: [
      Term(name: "interview", label: Label(danish: "Samtale", english: "Interview")),
      Term(name: "plan", label: Label(danish: "Plan", english: "Plan")),
      Term(name: "offer", label: Label(danish: "Tilbud", english: "Offer")),
    ],
    channels: [Term(name: "in-person", label: Label(danish: "Personligt fremmøde", english: "In person"))],
    payers: [
      Term(name: "municipality", label: Label(danish: "Kommune", english: "Municipality")),
      Term(name: "state", label: Label(danish: "Stat", english: "State")),
      Term(name: "a-kasse", label: Label(danish: "A-kasse", english: "Unemployment fund")),
    ],
    accounts: [
      Term(name: "administration", label: Label(danish: "Administration", english: "Administration")),
      Term(name: "benefits", label: Label(danish: "Ydelser", english: "Benefits")),
    ],
    profiles: [
      Term(
        name: "far-from-work",
        label: Label(danish: "Langt fra arbejdsmarkedet", english: "Far from the labour market"))
    ])

  static let laws = [
    LawSummary(
      id: "current", title: Label(danish: "Gældende lov", english: "Current law"),
      targetGroups: 13, units: 7, provisions: 1_204, duties: 96, deadlines: 71,
      statuses: [.verified: 1_100, .secondary: 92, .assumption: 12], practiceValues: 9),
    LawSummary(
      id: "framework",
      title: Label(danish: "Rammelov om en enkel beskæftigelsesindsats", english: "Framework law"),
      targetGroups: 5, units: 3, provisions: 88, duties: 12, deadlines: 4,
      statuses: [.verified: 60, .derived: 28], practiceValues: 6),
  ]

  static func day(_ text: String) -> Day { Day(text)! }

  static func stretch(_ from: String, _ until: String) -> Stretch {
    Stretch(from: day(from), until: day(until))
  }

  static func reference(
    _ law: String, _ section: Section, _ name: String, _ danish: String, _ english: String,
    _ citation: String, _ status: Citation.Status = .verified
  ) -> Course.Reference {
    Course.Reference(
      provision: ProvisionID(law: law, section: section, name: name),
      label: Label(danish: danish, english: english),
      citation: Citation(text: citation, status: status))
  }

  static let period = stretch("2023-01-01", "2025-01-01")
  static let municipality = "municipality"

  static let firstInterview = reference(
    "current", .duties, "first-interview", "Første jobsamtale", "First interview",
    "LAB § 31, stk. 4")
  static let contact = reference(
    "current", .duties, "contact", "Jobsamtale, \"løbende\" | kontakt", "Interview, current",
    "LAB § 31, stk. 1", .secondary)
  static let plan = reference(
    "current", .duties, "plan", "Min Plan", "My Plan", "LAB § 45")
  static let jobTeam = reference(
    "current", .units, "job-team", "Jobteam", "Job team", "RSL § 9")
  static let sicknessUnit = reference(
    "current", .units, "sickness", "Sygedagpengeenhed", "Sickness unit", "RSL § 9")
  static let cash = reference(
    "current", .benefits, "kontanthjælp", "Kontanthjælp", "Cash benefit", "LAS § 11")
  static let sickPay = reference(
    "current", .benefits, "sygedagpenge", "Sygedagpenge", "Sick pay", "SDPL § 5")

  static func demand(
    _ reference: Course.Reference, _ occurrence: Int, from: String, by: String, kind: String,
    basis: Course.Demand.Basis = .law, runs: Stretch? = nil, profiles: [String] = []
  ) -> Course.Demand {
    Course.Demand(
      reference: reference, occurrence: occurrence, from: day(from), by: day(by), kind: kind,
      performer: Course.Demand.Performer(
        name: "job-team", label: Label(danish: "Jobteam", english: "Job team"),
        authority: municipality),
      channel: kind == "interview" ? "in-person" : nil, basis: basis, priceKey: kind, runs: runs,
      group: "jobparat", benefit: "kontanthjælp", profiles: profiles)
  }

  static var current: CourseResult {
    var course = Course(law: "current", scenario: "lise", period: period)
    course.cases = [stretch("2023-01-01", "2024-07-01")]
    course.benefits = [
      Course.Held(stretch: stretch("2023-01-01", "2023-06-01"), reference: cash),
      Course.Held(stretch: stretch("2023-06-01", "2024-07-01"), reference: sickPay),
    ]
    course.groups = [
      Course.Held(
        stretch: stretch("2023-01-01", "2024-07-01"),
        reference: reference(
          "current", .groups, "jobparat", "Jobparate kontanthjælpsmodtagere", "Job-ready",
          "LAB § 6, nr. 2"))
    ]
    course.units = [
      Course.Held(stretch: stretch("2023-01-01", "2023-06-01"), reference: jobTeam),
      Course.Held(stretch: stretch("2023-06-01", "2024-07-01"), reference: sicknessUnit),
    ]
    course.episodes = [
      Course.Held(
        stretch: stretch("2023-06-01", "2024-03-01"),
        reference: reference(
          "current", .episodes, "sick-course", "Sygedagpengeforløb", "Sickness course",
          "SDPL § 24"))
    ]
    course.demands =
      [
        demand(firstInterview, 1, from: "2023-01-01", by: "2023-01-08", kind: "interview"),
        demand(plan, 1, from: "2023-01-01", by: "2023-01-15", kind: "plan"),
      ]
      + ["2023-03-08", "2023-04-08", "2023-05-08", "2023-06-08", "2023-07-08"].enumerated().map {
        demand(
          contact, $0 + 1, from: "2023-01-01", by: $1, kind: "interview", basis: .practice,
          profiles: $0 < 2 ? [] : ["far-from-work"])
      }
    course.unreached = [
      Course.Unreached(reference: contact, by: day("2024-08-08"), ended: day("2024-07-01"))
    ]
    course.handOvers = [
      Course.HandOver(day: day("2023-06-01"), from: jobTeam, to: sicknessUnit, cause: .benefit)
    ]
    course.payments = [
      Course.Payment(
        stretch: stretch("2023-01-01", "2023-06-01"), reference: cash, rate: Money(øre: 1_176_300),
        unit: .month, shares: [.municipality: Rational(7, 10)!, .state: Rational(3, 10)!])
    ]
    course.profiles = ["far-from-work": [stretch("2023-05-01", "2025-01-01")]]
    return CourseResult(
      course: course, ledger: ledger(of: course), minutes: course.demands.map(minutes))
  }

  static var framework: CourseResult {
    var course = Course(law: "framework", scenario: "lise", period: period)
    let unit = reference(
      "framework", .units, "helper", "Én indgang", "One entrance", "KL 2023, s. 4", .derived)
    course.cases = [period]
    course.benefits = [Course.Held(stretch: period, reference: cash)]
    course.units = [Course.Held(stretch: period, reference: unit)]
    course.demands = [
      demand(
        reference("framework", .duties, "talk", "Samtale efter behov", "Talk by need", "KL 2023, s. 5"),
        1, from: "2023-01-01", by: "2023-01-29", kind: "interview")
    ]
    return CourseResult(
      course: course, ledger: ledger(of: course), minutes: course.demands.map(minutes))
  }

  static func minutes(_ demand: Course.Demand) -> Minutes {
    Minutes(demand.kind == "interview" ? 95 : 60)
  }

  /// 10 kroner and one øre a minute for each demand, and one month of benefit.
  static func ledger(of course: Course) -> Ledger {
    var ledger = Ledger()
    for demand in course.demands {
      ledger.add(
        Ledger.Entry(
          day: demand.by, account: "administration", provision: demand.reference.provision,
          amount: Money(øre: minutes(demand).count * 1_001), shares: [.municipality: .one])!)
    }
    for payment in course.payments {
      ledger.add(
        Ledger.Entry(
          day: day("2023-01-31"), account: "benefits", provision: payment.reference.provision,
          amount: Money(øre: 1_176_301), shares: payment.shares)!)
    }
    return ledger
  }

  static let divergence = Divergence(
    day: day("2023-01-08"),
    baseline: Divergence.Side(reference: firstInterview, consequence: .demand),
    reform: Divergence.Side(
      reference: reference(
        "framework", .measures, "fewer-interviews", "Færre samtaler", "Fewer interviews",
        "KL 2023, s. 5"), consequence: .repealed))

  static var comparison: Comparison {
    Comparison(
      laws: laws,
      scenarios: [
        ScenarioComparison(
          id: "lise",
          title: Label(danish: "Lise, tidligere anbragt", english: "Lise, formerly in care"),
          shows: both("the longest road in the deck: cash help, resource course, team meetings and at "
            + "last a fleksjob, and how often somebody new holds her case"),
          assumptions: [
            .init(subject: both("born"), reason: both("the deck gives no age")),
            .init(
              subject: both("capacity"),
              reason: both("the outcome is chosen: the deck says that 20 % go to a fleksjob within "
                + "twelve months of a finished ressourceforløb, and gives no day for it")),
          ],
          results: [current, framework], divergences: [nil, divergence]),
        ScenarioComparison(
          id: "quiet", title: Label(danish: "Ingenting sker", english: "Nothing happens"),
          shows: both("a citizen whom no law touches"), assumptions: [],
          results: ["current", "framework"].map {
            CourseResult(
              course: Course(law: $0, scenario: "quiet", period: period), ledger: Ledger(),
              minutes: [])
          },
          divergences: [nil, nil]),
      ])
  }

  static let explanation = Explanation(
    subject: "Jobparate kontanthjælpsmodtagere", outcome: "true", holds: true,
    citation: Citation(text: "LAB § 6, nr. 2", status: .verified, source: "retsinformation.dk"),
    provision: ProvisionID(law: "current", section: .groups, name: "jobparat"),
    parts: [
      Explanation(subject: "benefit in (kontanthjælp, overgangsydelse)", outcome: "true", holds: true,
        parts: [
          Explanation(
            subject: "benefit", outcome: "kontanthjælp",
            citation: Citation(text: "LAS § 11", status: .secondary),
            provision: ProvisionID(law: "current", section: .benefits, name: "kontanthjælp")),
        ]),
      Explanation(
        subject: "age >= 30 or qualified or anything else that makes the line go past the edge of "
          + "a page of one hundred columns", outcome: "true", holds: true,
        parts: [
          Explanation(subject: "age", outcome: "27"),
          Explanation(subject: "age >= 30", outcome: "false", holds: false),
        ]),
      Explanation(subject: "integration_programme", outcome: "false", holds: false),
    ])
}

extension Sample {
  /// The first scenario under many laws: the two of the sample in turn, so that ids repeat.
  static func comparison(laws count: Int) -> Comparison {
    let scenario = comparison.scenarios[0]
    let results = [current, framework]
    return Comparison(
      laws: (0..<count).map { laws[$0 % 2] },
      scenarios: [
        ScenarioComparison(
          id: scenario.id, title: scenario.title, shows: scenario.shows,
          assumptions: scenario.assumptions, results: (0..<count).map { results[$0 % 2] },
          divergences: (0..<count).map { $0 % 2 == 0 ? nil : divergence })
      ])
  }
}

/// One text for both languages.
func both(_ text: String) -> Label { Label(danish: text, english: text) }
