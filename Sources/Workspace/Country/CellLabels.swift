internal import Legislation
internal import Outcomes
internal import Vocabulary

/// What the classes of citizens are called.
struct CellLabels {
  let measures: CitizenMeasures
  let groups: [Course.Reference]
  let education: Label
  let distance: Label

  init(measures: CitizenMeasures, groups: [Course.Reference], _ law: Law?) {
    self.measures = measures
    self.groups = groups
    let vocabulary = law?.vocabulary
    education =
      vocabulary.flatMap { $0.facts.indices.contains(measures.education) ? $0.facts[measures.education].label : nil }
      ?? Label(danish: "uddannelse", english: "education")
    distance =
      vocabulary.flatMap { $0.profiles.indices.contains(measures.distance) ? $0.profiles[measures.distance].label : nil }
      ?? Label(danish: "langt fra arbejde", english: "far from work")
  }

  subscript(_ key: PairedTally.ClassKey) -> Label {
    let number = Int(key.number)
    switch key.dimension {
    case .everybody: return Label(danish: "Alle", english: "Everybody")
    case .group:
      guard number > 0 else { return Label(danish: "Ingen målgruppe i dag", english: "No target group today") }
      return groups[number - 1].label
    case .age: return ages(number)
    case .education: return number == 1 ? education : education.negated
    case .distance: return number == 1 ? distance : distance.negated
    }
  }

  private func ages(_ band: Int) -> Label {
    let ages = measures.ages
    guard let first = ages.first, let last = ages.last else {
      return Label(danish: "Alle aldre", english: "All ages")
    }
    if band == 0 { return Label(danish: "Under \(first) år", english: "Under \(first)") }
    if band == ages.count { return Label(danish: "\(last) år og over", english: "\(last) and over") }
    let text = "\(ages[band - 1])–\(ages[band] - 1)"
    return Label(danish: "\(text) år", english: text)
  }
}

extension Label {
  fileprivate var negated: Label { Label(danish: "Ikke: \(danish)", english: "Not: \(english)") }
}
