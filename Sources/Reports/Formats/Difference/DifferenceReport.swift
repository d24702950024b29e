package import Comparison
package import Diagnostics
internal import Outcomes
internal import Quantities
package import Vocabulary

extension Reports {
  /// What a change of the rules does, to their text and to the courses of citizens.
  ///
  /// - Throws: `format-unavailable` for CSV and its like: texts and courses have no table in common.
  package static func difference(
    _ difference: RuleDifference, format: ReportFormat, language: Language, style: TextStyle = .plain
  ) throws(Diagnostic) -> String {
    let report = DifferenceReport(difference: difference, language: language)
    switch format {
    case .text: return DifferenceText(report, style: style).print()
    case .json: return DifferenceJSON(report).print()
    case .markdown: return DifferenceMarkdown(report).print()
    case .html: return DifferenceHTML(report).print()
    default:
      throw Diagnostic(
        .error, "format-unavailable",
        "a difference is of texts and of courses, and '\(format.rawValue)' has no form for both",
        at: .start(of: "--format"), hint: "write 'text', 'json', 'markdown' or 'html'")
    }
  }
}

/// A difference with what every format for people needs.
struct DifferenceReport: Sendable {
  let difference: RuleDifference
  let language: Language

  var figureText: FigureText { FigureText(language: language) }

  var title: String {
    "\(DifferenceWording.title[language]): \(difference.old) → \(difference.new)"
  }

  /// Everything in one sentence.
  var verdict: String {
    guard difference.hasMoved else { return DifferenceWording.nothingMoved[language] }
    let counts = RuleChange.Kind.allCases.map { kind in
      (kind, difference.changes.count { $0.kind == kind })
    }.filter { $0.1 > 0 }
    let texts =
      counts.isEmpty
      ? DifferenceWording.sameText[language]
      : DifferenceWording.rules[language] + ": "
        + counts.map { "\(figureText.count($1)) \(DifferenceWording.kind($0)[language])" }
        .joined(separator: ", ")
    let scenarios = difference.laws.map { law in
      "\(law.title[language]): \(share(of: law))"
    }.joined(separator: "; ")
    return scenarios.isEmpty ? "\(texts)." : "\(texts). \(scenarios)."
  }

  /// `3 of 96 scenarios`
  func share(of law: LawDifference) -> String {
    DifferenceWording.share(figureText.count(law.moved.count), figureText.count(law.compared))[language]
  }

  /// `current/duties/x: First interview (LAB § 31, stk. 4)`
  func heading(_ change: RuleChange) -> String {
    let name = change.label[language]
    let citation = change.citation.isEmpty ? "" : " (\(change.citation))"
    return name.isEmpty ? change.name + citation : "\(change.name): \(name)\(citation)"
  }

  /// A key that stands in a list of its own, or what a whole entry said.
  func words(_ words: RuleChange.Words) -> String {
    switch (words.old, words.new) {
    case (let old?, let new?): "\(words.key): \(old) → \(new)"
    case (let old?, nil): "\(words.key): − \(old)"
    case (nil, let new?): "\(words.key): + \(new)"
    case (nil, nil): words.key
    }
  }

  /// `because of current/definitions/x: Name (2 scenarios)`
  func heading(_ cause: Cause?, count: Int) -> String {
    let scenarios = DifferenceWording.scenarios(figureText.count(count))[language]
    guard let cause else { return "\(DifferenceWording.noCause[language]): \(scenarios)" }
    let how = cause.isNamed ? DifferenceWording.because : DifferenceWording.behind
    return "\(how[language]) \(cause.name), \(cause.label[language]): \(scenarios)"
  }

  func divergence(_ divergence: Divergence?) -> String {
    guard let divergence else { return DifferenceWording.onlyFigures[language] }
    let day = figureText.day(divergence.day)
    return "\(day): \(side(divergence.baseline)) → \(side(divergence.reform))"
  }

  private func side(_ side: Divergence.Side?) -> String {
    guard let side else { return Wording.nothingThatDay[language] }
    let citation = figureText.citation(side.reference.citation)
    let consequence = Wording.consequence(side)[language]
    return citation.isEmpty ? consequence : "\(consequence) (\(citation))"
  }

  // MARK: Figures

  var figureColumns: [TextTable.Column] {
    [
      TextTable.Column(Wording.figure[language]),
      TextTable.Column(DifferenceWording.before[language], .right),
      TextTable.Column(DifferenceWording.after[language], .right),
    ]
  }

  /// Demands, hand-overs, working time and cost, before and after.
  func figures(_ before: CourseFigures, _ after: CourseFigures) -> [[String]] {
    DifferenceFigure.allCases.map { figure in
      [figure.label[language]] + [before, after].map { figureText.value(figure.value($0), figure.unit) }
    }
  }

  /// `demands 8 → 9, cost 100,00 kr. → 120,00 kr.`: only what differs.
  func changedFigures(_ course: MovedCourse) -> String {
    let changed = DifferenceFigure.allCases.compactMap { figure -> String? in
      let (before, after) = (figure.value(course.before), figure.value(course.after))
      guard before != after else { return nil }
      return
        "\(figure.label[language]) \(figureText.value(before, figure.unit)) → \(figureText.value(after, figure.unit))"
    }
    return changed.isEmpty ? DifferenceWording.sameTotals[language] : changed.joined(separator: ", ")
  }

  /// What could not be compared, a line each.
  var asides: [String] {
    difference.removed.map { DifferenceWording.lawRemoved($0)[language] }
      + difference.added.map { DifferenceWording.lawAdded($0)[language] }
      + difference.uncompared.map { file in
        let side = file.side == .old ? difference.old : difference.new
        return DifferenceWording.uncompared(file.file, side: side, reason: file.reason)[language]
      }
  }
}

/// The figures that a change of the rules is told by.
enum DifferenceFigure: CaseIterable {
  case demands, handOvers, minutes, cost

  var label: Label {
    switch self {
    case .demands: Wording.demands
    case .handOvers: Wording.handOversInAll
    case .minutes: Wording.time
    case .cost: Wording.cost
    }
  }

  var unit: FigureRow.Unit {
    switch self {
    case .demands, .handOvers: .count
    case .minutes: .minutes
    case .cost: .øre
    }
  }

  func value(_ figures: CourseFigures) -> Int {
    switch self {
    case .demands: figures.demands
    case .handOvers: figures.handOvers
    case .minutes: figures.minutes.count
    case .cost: figures.cost.øre
    }
  }
}
