internal import Expressions
internal import Legislation
internal import Vocabulary

/// One side of a law that laws are compared by, and how the rules themselves say what belongs to it.
///
/// By section, kind of duty, schedule, performer, channel, price key, act and label; a provision may lie in
/// several dimensions. Nothing is sorted by hand, so that a law nobody has seen yet is sorted the same way.
struct Dimension: Sendable {
  let key: String
  let label: Label
  private let selects: @Sendable (Law, ProvisionFacts) -> Bool

  private init(
    _ key: String, _ danish: String, _ english: String,
    _ selects: @escaping @Sendable (Law, ProvisionFacts) -> Bool
  ) {
    self.key = key
    label = Label(danish: danish, english: english)
    self.selects = selects
  }

  /// The provisions of a law that lie in the dimension, in the law's order.
  func provisions(of law: Law) -> [Provision] {
    law.facts.filter { selects(law, $0) }.map(\.provision)
  }

  static let all: [Dimension] = [
    Dimension("target-groups", "Målgrupper", "Target groups") { _, facts in facts.isIn(.groups) },
    Dimension("classification", "Klassifikation", "Classification") { law, facts in
      facts.kind == "assessment" || law.dividesGroups(facts.provision)
    },
    Dimension("interviews", "Samtaler i alt", "Interviews in all") { _, facts in facts.kind == "interview" },
    Dimension("interviews-by-law", "  ifølge loven", "  ordered by law") { _, facts in
      facts.kind == "interview" && facts.basis == .law
    },
    Dimension("interviews-counted", "  med et lovbestemt antal", "  with a number in the law") { _, facts in
      facts.kind == "interview" && facts.basis == .law && facts.schedules.contains { $0.isCounted }
    },
    Dimension("interviews-timed", "  med en lovbestemt frist", "  with a day in the law") { _, facts in
      facts.kind == "interview" && facts.basis == .law && facts.setsADay
    },
    Dimension("interviews-who", "  hvor loven siger, hvem der holder dem", "  where the law says who holds them") {
      _, facts in facts.kind == "interview" && facts.basis == .law && facts.namesPerformer
    },
    Dimension("plans", "Planer", "Plans") { _, facts in facts.kind == "plan" },
    Dimension("offers", "Tilbud", "Offers") { _, facts in facts.kind == "offer" },
    Dimension("sanctions", "Sanktionernes proceskrav", "Process duties of sanctions") { _, facts in
      facts.isPriced("sanction")
    },
    Dimension("teams", "Rehabiliteringsteam", "Rehabilitation team") { _, facts in
      facts.kind == "team-meeting" || facts.says(["rehabiliteringsteam"])
    },
    Dimension("certificates", "Lægeattester", "Medical certificates") { _, facts in facts.kind == "certificate" },
    Dimension("sickness", "Sygdom", "Sickness") { _, facts in
      facts.cites("SDPL") || facts.says(["syg", "sygdom", "syge", "sygedagpenge", "sygemeldt", "sygemeldte", "sygeforløb"])
    },
    Dimension("youth", "Unge og uddannelsespålæg", "Youth and education orders") { _, facts in
      facts.isPriced("education-order")
        || !facts.isIn(.parameters)
          && facts.says(["unge", "ungeenheden", "uddannelseshjælp", "uddannelsesparate", "uddannelsespålæg", "25"])
    },
    Dimension("digital", "Digitalt og selvbetjening", "Digital and self-service") { _, facts in
      facts.channel == "digital" || facts.says(["digital", "digitale", "digitalt", "virtuelle", "selvbetjening", "jobnet"])
    },
    Dimension("units", "Enheder der kan have en sag", "Units that can hold a case") { _, facts in facts.holdsCases },
    Dimension("hand-overs", "Proceskrav ved skift", "Duties at a shift") { _, facts in
      facts.schedules.contains { $0.followsAShift }
    },
    Dimension("benefits", "Ydelser", "Benefits") { _, facts in facts.isIn(.benefits) },
    Dimension("financing", "Finansiering", "Financing") { _, facts in facts.isIn(.financing) },
    Dimension("practice-duties", "Proceskrav af praksis", "Duties of practice") { _, facts in facts.basis == .practice },
    Dimension("practice", "Praksisværdier", "Practice values") { _, facts in facts.isIn(.practice) },
  ]
}

/// What a provision shows of itself, whatever kind of entry it is.
struct ProvisionFacts {
  let provision: Provision
  var kind: String?
  var basis: Duty.Basis?
  var channel: String?
  var priceKey: String?
  var schedules: [Schedule] = []
  var setsADay = false
  var namesPerformer = false
  var holdsCases = false
  /// The groups that the provision is for, when it is for some only.
  var groups: [Provision] = []

  init(_ provision: Provision) { self.provision = provision }

  func isIn(_ section: Section) -> Bool { provision.id.section == section }

  /// Whether the price key begins so: what a duty costs says what it is.
  func isPriced(_ prefix: String) -> Bool { priceKey?.hasPrefix(prefix) ?? false }

  func cites(_ act: String) -> Bool {
    provision.citation.text.split { !$0.isLetter }.contains { $0 == act }
  }

  /// Whether the Danish label, or the labels of all groups it is for, has one of the words.
  func says(_ words: Set<String>) -> Bool {
    func has(_ label: Label) -> Bool {
      label.danish.lowercased().split { !($0.isLetter || $0.isNumber) }.contains { words.contains(String($0)) }
    }
    return has(provision.label) || (!groups.isEmpty && groups.allSatisfy { has($0.label) })
  }
}

extension Schedule {
  /// Whether it fixes how many demands there are, or how often they come.
  var isCounted: Bool {
    switch self {
    case .atLeast, .every: true
    case .after(_, let rest): rest.isCounted
    case .nothing, .within, .byEndOfWeek, .at, .on: false
    }
  }

  /// Whether something is due because the citizen's benefit, group or unit changed.
  var followsAShift: Bool {
    switch self {
    case .on(.benefit, _), .on(.group, _), .on(.unit, _): true
    case .after(_, let rest): rest.followsAShift
    default: false
    }
  }
}

extension Law {
  var facts: [ProvisionFacts] {
    described.map { provision in
      var facts = ProvisionFacts(provision)
      if let unit = units.first(where: { $0.provision.id == provision.id }) {
        facts.holdsCases = unit.versions.contains { $0.text.inOneLine != "false" }
      }
      if let duty = duties.first(where: { $0.provision.id == provision.id }), let text = duty.versions.last?.text {
        facts.kind = text.kind
        facts.basis = text.basis
        facts.channel = text.channel
        facts.priceKey = text.priceKey
        text.schedule.forEach { branch in facts.schedules += [branch.outcome].compactMap { $0 } }
        facts.setsADay = text.schedule.setsADay
        facts.namesPerformer = text.performer != .holdingUnit
        facts.groups = (text.groups ?? []).map { groups[$0].provision }
      }
      return facts
    }
  }

  /// Whether the condition of a group names a definition: what a citizen is classified by.
  func dividesGroups(_ provision: Provision) -> Bool {
    guard let index = definitions.firstIndex(where: { $0.provision.id == provision.id }) else { return false }
    return groups.contains { group in
      group.versions.contains { $0.text.slots.contains { slots[$0] == .definition(index) } }
    }
  }
}
