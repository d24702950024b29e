internal import Comparison
internal import Outcomes
internal import Vocabulary

/// Every word that reports say themselves, in both languages: a `Label` cannot forget one.
enum Wording {
  // MARK: Headings
  static let comparison = Label(danish: "Sammenligning af love", english: "Comparison of laws")
  static let laws = Label(danish: "Lovene", english: "The laws")
  static let figures = Label(danish: "Tal", english: "Figures")
  static let course = Label(danish: "Forløbet", english: "The course")
  static let duties = Label(danish: "Krav og dage", english: "Duties and days")
  static let handOvers = Label(danish: "Sagsbehandlerskift", english: "Hand-overs")
  static let divergence = Label(danish: "Første forskel", english: "First divergence")
  static let assumptions = Label(danish: "Forudsætninger", english: "Assumptions")
  static let totals = Label(danish: "Alle scenarier tilsammen", english: "All scenarios together")
  static let dayByDay = Label(danish: "Dag for dag", english: "Day by day")
  static let payments = Label(danish: "Ydelser", english: "Benefits paid")
  static let ledger = Label(danish: "Regnskab", english: "Ledger")
  static let stretchNote = Label(
    danish: "Et tidsrum nævner sin første og sidste dag.",
    english: "A stretch names its first and its last day.")

  // MARK: The laws
  static let targetGroups = Label(danish: "Målgrupper", english: "Target groups")
  static let units = Label(danish: "Enheder", english: "Units")
  static let provisions = Label(danish: "Bestemmelser", english: "Provisions")
  static let orderedDuties = Label(danish: "Proceskrav", english: "Duties")
  static let deadlines = Label(danish: "heraf med frist", english: "of which with a deadline")
  static let practiceValues = Label(danish: "Praksisværdier", english: "Practice values")

  // MARK: Figures
  static let demands = Label(danish: "Krav i alt", english: "Demands in all")
  static let lawBasis = Label(danish: "ifølge loven", english: "ordered by law")
  static let practiceBasis = Label(danish: "ifølge praksis", english: "added by practice")
  static let time = Label(
    danish: "Arbejdstid (timer:minutter)", english: "Working time (hours:minutes)")
  static func time(on profile: Label) -> Label {
    Label(danish: "på: \(profile.danish)", english: "on: \(profile.english)")
  }
  static func share(on profile: Label) -> Label {
    Label(
      danish: "andel på: \(profile.danish)", english: "share on: \(profile.english)")
  }
  static let handOversInAll = Label(
    danish: "Sagsbehandlerskift i alt", english: "Hand-overs in all")
  static let cost = Label(danish: "Udgift i alt", english: "Cost in all")
  static func account(_ account: Label) -> Label {
    Label(danish: "konto: \(account.danish)", english: "account: \(account.english)")
  }
  static func payer(_ payer: Label) -> Label {
    Label(danish: "betaler: \(payer.danish)", english: "payer: \(payer.english)")
  }
  static func cause(_ cause: Course.HandOver.Cause) -> Label {
    switch cause {
    case .authority: Label(danish: "ny myndighed", english: "new authority")
    case .age: Label(danish: "alder", english: "age")
    case .endOfEpisode: Label(danish: "forløb slut", english: "end of episode")
    case .benefit: Label(danish: "ny ydelse", english: "new benefit")
    case .group: Label(danish: "ny målgruppe", english: "new target group")
    case .other: Label(danish: "andet", english: "other")
    }
  }

  // MARK: Stretches
  static let caseHeld = Label(danish: "Sag", english: "Case")
  static let benefit = Label(danish: "Ydelse", english: "Benefit")
  static let group = Label(danish: "Målgruppe", english: "Target group")
  static let unit = Label(danish: "Enhed", english: "Unit")
  static let episode = Label(danish: "Forløb", english: "Episode")

  // MARK: Happenings
  static let caseOpens = Label(danish: "Sag åbnes", english: "Case opens")
  static let caseCloses = Label(danish: "Sag lukkes", english: "Case closes")
  static let episodeEnds = Label(danish: "Forløb slut", english: "Episode ends")
  static let demand = Label(danish: "Krav", english: "Demand")
  static let practiceDemand = Label(danish: "Krav (praksis)", english: "Demand (practice)")
  static let handOver = Label(danish: "Skift", english: "Hand-over")
  static let unreached = Label(danish: "Ikke nået", english: "Not reached")
  static func ended(_ day: String) -> Label {
    Label(danish: "kravet ophørte \(day)", english: "the duty ended on \(day)")
  }
  static func from(_ day: String) -> Label {
    Label(danish: "fra \(day)", english: "from \(day)")
  }
  static func occurrence(_ number: String) -> Label {
    Label(danish: "nr. \(number)", english: "no. \(number)")
  }
  static func runs(_ stretch: String) -> Label {
    Label(danish: "løber \(stretch)", english: "runs \(stretch)")
  }
  static func hours(_ time: String) -> Label {
    Label(danish: "\(time) timer", english: "\(time) hours")
  }

  // MARK: Divergence
  static let nothingThatDay = Label(danish: "intet den dag", english: "nothing that day")
  static let otherLaw = Label(danish: "Den anden lov", english: "The other law")
  static func neverParts(from law: Label) -> Label {
    Label(
      danish: "skiller sig aldrig fra \(law.danish)", english: "never parts from \(law.english)")
  }
  static func consequence(_ side: Divergence.Side) -> Label {
    let label = side.reference.label
    return switch side.consequence {
    case .benefit: Label(danish: "\(label.danish) begynder", english: "\(label.english) begins")
    case .episode:
      Label(danish: "forløbet \(label.danish) begynder", english: "\(label.english) begins")
    case .handOver:
      Label(danish: "sagen går til \(label.danish)", english: "the case goes to \(label.english)")
    case .demand: Label(danish: "kræver \(label.danish)", english: "demands \(label.english)")
    case .repealed:
      Label(danish: "bortfalder ved \(label.danish)", english: "repealed by \(label.english)")
    }
  }

  // MARK: Columns
  static let figure = Label(danish: "Tal", english: "Figure")
  static let law = Label(danish: "Lov", english: "Law")
  static let day = Label(danish: "Dag", english: "Day")
  static let duty = Label(danish: "Krav", english: "Duty")
  static let citation = Label(danish: "Hjemmel", english: "Citation")
  static let count = Label(danish: "Antal", english: "Count")
  static let days = Label(danish: "Dage", english: "Days")
  static let kind = Label(danish: "Art", english: "Kind")
  static let name = Label(danish: "Navn", english: "Name")
  static let stretch = Label(danish: "Tidsrum", english: "Stretch")
  static let fromColumn = Label(danish: "Fra", english: "From")
  static let toColumn = Label(danish: "Til", english: "To")
  static let causeColumn = Label(danish: "Årsag", english: "Cause")
  static let happening = Label(danish: "Hændelse", english: "Happening")
  static let details = Label(danish: "Nærmere", english: "Details")
  static let rate = Label(danish: "Sats", english: "Rate")
  static let shares = Label(danish: "Fordeling", english: "Shares")
  static let amount = Label(danish: "Beløb", english: "Amount")
  static let accountColumn = Label(danish: "Konto", english: "Account")
  static let payerColumn = Label(danish: "Betaler", english: "Payer")
  static let total = Label(danish: "I alt", english: "Total")
  static let balance = Label(
    danish: "Balance (konti minus betalere)", english: "Balance (accounts less payers)")
  static let subject = Label(danish: "Forudsætning", english: "Assumption")
  static let reason = Label(danish: "Begrundelse", english: "Reason")
  static let none = Label(danish: "ingen", english: "none")

  static func per(_ unit: Course.Payment.Unit) -> Label {
    switch unit {
    case .day: Label(danish: "pr. dag", english: "per day")
    case .week: Label(danish: "pr. uge", english: "per week")
    case .month: Label(danish: "pr. måned", english: "per month")
    }
  }
  /// What an explanation says beside the rules' own words.
  static let explaining: [String: Label] = [
    "true": yes, "false": no,
    "unknown": Label(danish: "ukendt", english: "unknown"),
    "open": Label(danish: "åbent", english: "open"),
    "not open": Label(danish: "ikke åbent", english: "not open"),
    "began": Label(danish: "begyndte", english: "began"),
    "ended": Label(danish: "sluttede", english: "ended"),
    "begins when": Label(danish: "begynder når", english: "begins when"),
    "ends when": Label(danish: "slutter når", english: "ends when"),
    "amount": Label(danish: "beløb", english: "amount"),
    "hand-over": Label(danish: "sagsbehandlerskift", english: "hand-over"),
    "ledger": Label(danish: "regnskab", english: "ledger"),
    "account": Label(danish: "konto", english: "account"),
    "rate": Label(danish: "sats", english: "rate"),
    "minutes": Label(danish: "minutter", english: "minutes"),
    "hour": Label(danish: "en times arbejde", english: "an hour of work"),
    "fee": Label(danish: "honorar", english: "fee"),
    "days": Label(danish: "dage", english: "days"),
    "week": Label(danish: "en uge", english: "a week"),
    "borne by": Label(danish: "bæres af", english: "borne by"),
    "covered": Label(danish: "omfattet af loven", english: "covered by the law"),
    "suspended": Label(danish: "sat i bero", english: "suspended"),
    "counted from": Label(danish: "regnes fra", english: "counted from"),
    "last demand": Label(danish: "seneste krav", english: "last demand"),
    "next demand": Label(danish: "næste krav", english: "next demand"),
    "none in sight": Label(danish: "intet i sigte", english: "none in sight"),
  ]
  static let findings = Label(danish: "Fund i reglerne", english: "Findings in the rules")
  static let ruleTests = Label(danish: "Regeltest", english: "Rule tests")
  static let untouched = Label(
    danish: "Bestemmelser, som ingen test rører", english: "Provisions that no test touches")
  static let neverApplied = Label(
    danish: "gælder ikke i nogen test", english: "applies in no test")
  static let neverBounded = Label(
    danish: "gælder, men ingen test viser, hvor den netop ikke gør",
    english: "applies, but no test shows where it just does not")
  static let yes = Label(danish: "ja", english: "yes")
  static let no = Label(danish: "nej", english: "no")
}
