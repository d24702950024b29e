internal import Expressions
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Vocabulary

extension CitizenMeasures {
  /// What a citizen is by its circumstances and the first law's record.
  func cells(of scenario: Scenario, _ first: CourseRecord, frame: Tally.Frame) -> [PairedTally.ClassKey] {
    let day = first.firstDay(in: frame.window)
    let facts = scenario.facts([education, born], on: day)
    let age = facts[1].date.map { $0.wholeYears(until: day) } ?? 0
    let isFar = first.profiles.contains { $0.index == distance && $0.stretch.contains(day) }
    return [
      PairedTally.ClassKey(.everybody, 0),
      PairedTally.ClassKey(.group, first.group(on: day).map { $0 + 1 } ?? 0),
      PairedTally.ClassKey(.age, ages.count { $0 <= age }),
      PairedTally.ClassKey(.education, facts[0].boolean == true ? 1 : 0),
      PairedTally.ClassKey(.distance, isFar ? 1 : 0),
    ]
  }

  /// The stretches of the window in which the citizen's capacity is in question.
  func questions(in scenario: Scenario, window: Stretch) -> [Stretch] {
    var open: Day?
    var found: [Stretch] = []
    func note(_ value: Value, on day: Day) {
      let isSettled = value.member.map(clarity.settled.contains) ?? true
      if !isSettled, open == nil { open = day }
      if isSettled, let since = open {
        found.append(Stretch(from: since, until: day))
        open = nil
      }
    }
    if scenario.initial.indices.contains(clarity.fact) {
      note(scenario.initial[clarity.fact], on: scenario.period.from)
    }
    for change in scenario.changes {
      if case .fact(clarity.fact, let value) = change.what { note(value, on: change.day) }
    }
    if let since = open { found.append(Stretch(from: since, until: scenario.period.until)) }
    return found.map { $0.intersection(window) }.filter { $0.length > 0 }
  }
}

/// The measures of one citizen under one law.
///
/// A class, as `TallyWriter`.
final class FiguresReader: Sendable {
  private let frame: Tally.Frame
  /// Of each duty text, whether its demands are contacts, and whether the law orders them.
  private let contacts: [(isContact: Bool, isOrdered: Bool)]
  /// Of each benefit, whether waiting is over with it.
  private let isLasting: [Bool]

  init(_ measures: CitizenMeasures, codebook: Codebook, frame: Tally.Frame) {
    self.frame = frame
    contacts = codebook.dutyTexts.map {
      (measures.contactKinds.contains($0.kind), $0.basis == .law)
    }
    isLasting = codebook.benefits.map { measures.lastingBenefits.contains($0.provision.name) }
  }

  /// - Parameter benefits: what the citizen was paid within the frame.
  func figures(
    of record: CourseRecord, questions: [Stretch], benefits: Money
  ) -> CitizenFigures {
    var figures = CitizenFigures()
    for demand in record.demands where frame.window.contains(demand.by) {
      guard contacts[demand.text].isContact else { continue }
      figures.contacts += 1
      if contacts[demand.text].isOrdered { figures.orderedContacts += 1 }
    }
    figures.handOvers = record.handOvers.count { frame.window.contains($0.day) }
    figures.benefits = benefits
    for question in questions {
      for open in record.cases {
        let part = open.intersection(question)
        figures.waiting += part.length
        guard part.length > 0 else { continue }
        for held in record.benefits where isLasting[held.index] {
          figures.waiting -= held.stretch.intersection(part).length
        }
      }
    }
    return figures
  }
}

extension CourseRecord {
  func hasCase(in window: Stretch) -> Bool { cases.contains { $0.intersection(window).length > 0 } }

  /// The first day of a case within a window; the window's first day when there is no case.
  func firstDay(in window: Stretch) -> Day {
    for open in cases {
      let part = open.intersection(window)
      if part.length > 0 { return part.from }
    }
    return window.from
  }

  func group(on day: Day) -> Int? { groups.first { $0.stretch.contains(day) }?.index }
}

extension Scenario {
  /// The values of facts when everything of a day has happened.
  func facts(_ facts: [Int], on day: Day) -> [Value] {
    var values = facts.map { initial.indices.contains($0) ? initial[$0] : .unknown }
    for change in changes {
      guard change.day <= day else { break }
      guard case .fact(let fact, let value) = change.what, let place = facts.firstIndex(of: fact)
      else { continue }
      values[place] = value
    }
    return values
  }
}
