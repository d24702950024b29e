internal import Diagnostics
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Words that would make an expectation true, and where they belong.
struct Correction: Hashable, Sendable {
  let place: SourceRange
  let words: Words

  enum Words: Hashable, Sendable {
    case scalar(String)
    /// Written in the form that the list has in the file.
    case list([String])
  }
}

extension AssertionCheck {
  /// What would have to stand in the file for a failing expectation to hold.
  ///
  /// - Returns: `nil` when that is not a matter of other words: a demand that must not be, or one of which
  ///   it cannot be said which demand of the course it means.
  mutating func corrections(of assertion: RuleTest.Assertion) throws(Diagnostic) -> [Correction]? {
    func scalar(_ words: String) -> [Correction] { [.init(place: assertion.place, words: .scalar(words))] }
    func list(_ items: [String]) -> [Correction] { [.init(place: assertion.place, words: .list(items))] }
    switch assertion.claim {
    case .benefit(let day, _): return scalar(name(in: course.benefits, on: day))
    case .group(let day, _): return scalar(name(in: course.groups, on: day))
    case .unit(let day, _): return scalar(name(in: course.units, on: day))
    case .episodes(let day, _):
      return list(course.episodes.filter { $0.stretch.contains(day) }.map(\.name).sorted())
    case .value(let day, let name, let text): return scalar(try inspected(name, on: day, text).found)
    case .demandsOf(let provision, _):
      return list(course.demands.filter { $0.reference.provision.local == provision }.map { "\($0.by)" })
    case .count(let what, _): return scalar("\(count(of: what))")
    case .handOvers(let expected): return list(course.handOvers.enumerated().map { words(of: $1, as: expected, $0) })
    case .paid(let benefit, _): return scalar(AssertionCheck.words(try paid(benefit)))
    case .borne(let benefit, let payer, _): return scalar(AssertionCheck.words(try borne(benefit, by: payer)))
    case .demand(let expected): return corrections(of: expected)
    case .noDemand: return nil
    }
  }

  private func name(in held: [Course.Held], on day: Day) -> String {
    held.first { $0.stretch.contains(day) }?.name ?? "none"
  }

  /// The keys that the expectation at this place says, or all of a hand-over that it does not know.
  private func words(
    of found: Course.HandOver, as expected: [RuleTest.ExpectedHandOver], _ index: Int
  ) -> String {
    let like = expected.indices.contains(index) ? expected[index] : nil
    let parts: [(String, String, Bool)] = [
      ("on", "\(found.day)", true), ("from", found.from.provision.name, like.map { $0.from != nil } ?? true),
      ("to", found.to.provision.name, like.map { $0.to != nil } ?? true),
      ("cause", found.cause.rawValue, like.map { $0.cause != nil } ?? true),
    ]
    return "{" + parts.filter(\.2).map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// The one demand of the provision that no other expectation of the test means.
  private func corrections(of expected: RuleTest.ExpectedDemand) -> [Correction]? {
    guard let provision = expected.provision else { return nil }
    let others = test.assertions.compactMap { assertion -> RuleTest.ExpectedDemand? in
      if case .demand(let other) = assertion.claim, other != expected { other } else { nil }
    }
    let candidates = course.demands.filter { demand in
      demand.reference.provision.local == provision && !others.contains { matches(demand, $0) }
    }
    guard candidates.count == 1, let found = candidates.first else { return nil }
    let values: [RuleTest.ExpectedDemand.Key: String?] = [
      .by: "\(found.by)", .from: "\(found.from)", .until: found.runs.map { "\($0.until)" },
      .kind: found.kind, .performer: found.performer.name, .channel: found.channel,
    ]
    var corrections: [Correction] = []
    for (key, place) in expected.places.sorted(by: { $0.value < $1.value }) {
      // What the demand does not have, such as a channel, no words can say.
      guard let value = values[key] ?? nil else { return nil }
      corrections.append(.init(place: place, words: .scalar(value)))
    }
    return corrections
  }

  /// `10_746.67 kr`
  static func words(_ amount: Money) -> String {
    let magnitude = amount.øre.magnitude
    var digits = ""
    for (index, digit) in String(magnitude / 100).reversed().enumerated() {
      if index > 0, index % 3 == 0 { digits = "_" + digits }
      digits = "\(digit)" + digits
    }
    let rest = magnitude % 100
    let decimals = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + "\(rest)"
    return (amount.øre < 0 ? "-" : "") + digits + decimals + " kr"
  }
}
