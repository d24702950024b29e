internal import Diagnostics
internal import Legislation
internal import Vocabulary

/// Two entries of one section that say the same, key by key.
///
/// Their names, labels, citations and remarks do not count; the figures of parameters may coincide, and are
/// not compared.
struct SameText: Lint {
  private static let page = FindingPage(
    .note, "same-text", "Two entries of one section that say the same.",
    why:
      "Two duties that say the same demand everything twice; two definitions that say the same drift apart when only one is amended. Where two paragraphs order the same, one entry can cite both; where they order two things that only their labels tell apart, the note may stand.",
    bad: "duties: {plan: {for: everyone, due: {within: 1 week}, …}, plan-again: {for: everyone, due: {within: 1 week}, …}}",
    good: "duties: {plan: {cite: ACT § 6; ACT § 9, for: everyone, due: {within: 1 week}, …}}")
  static let pages = [page]

  private static let remarks: Set<String> = [
    "label", "label/da", "label/en", "cite", "status", "source", "note", "review by", "number",
  ]
  private static let sections: Set<String> = [
    "definitions", "clocks", "episodes", "benefits", "groups", "units", "duties",
  ]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    var places: [String: Diagnostic.Note] = [:]
    for law in rules.laws {
      for provision in law.provisions where places[provision.id.description] == nil {
        places[provision.id.description] = .init("the other is here", at: provision.range)
      }
    }
    var first: [Said: String] = [:]
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    for text in rules.texts where seen.insert(text.name).inserted {
      guard let said = Said(text), let place = places[text.name] else { continue }
      guard let other = first[said], let note = places[other] else {
        first[said] = text.name
        continue
      }
      findings.append(
        Self.page.finding(
          "'\(text.name)' says the same as '\(other)'", at: place.range,
          hint: "let one of them cite both paragraphs, and remove the other", notes: [note]))
    }
    return findings
  }

  private struct Said: Hashable {
    let section: String
    let lines: Set<RuleText.Line>

    /// - Returns: `nil` for an entry that is not compared.
    init?(_ text: RuleText) {
      let parts = text.name.split(separator: "/")
      guard parts.count == 3, SameText.sections.contains(String(parts[1])) else { return nil }
      section = "\(parts[0])/\(parts[1])"
      lines = Set(text.lines.filter { !SameText.remarks.contains($0.key) })
    }
  }
}
