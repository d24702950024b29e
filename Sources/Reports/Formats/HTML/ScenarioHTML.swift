internal import Comparison
internal import Outcomes
internal import Vocabulary

/// One scenario of a page: its figures, its course as a picture and as tables, where the laws part.
struct ScenarioHTML {
  private let report: ComparisonReport
  private let scenario: ScenarioComparison
  private let id: String
  private let isFolded: Bool

  /// - Parameter isFolded: whether the tables of the courses are folded away at first, and so on paper; the
  ///   picture says what they say.
  init(_ report: ComparisonReport, _ scenario: ScenarioComparison, id: String, isFolded: Bool) {
    self.isFolded = isFolded
    self.report = report
    self.scenario = scenario
    self.id = id
  }

  private var language: Language { report.language }

  var section: Markup {
    let period = report.period(of: scenario).map { "\($0): " } ?? ""
    var parts = [
      HTML.heading(2, scenario.title[language], id: id),
      HTML.paragraph(period + scenario.shows[language] + "."),
    ]
    parts += timeline
    parts += [
      HTML.heading(3, Wording.figures[language]),
      HTML.table(
        report.table(report.rows(of: scenario), withDifference: true),
        caption: "\(Wording.figures[language]): \(scenario.title[language])"),
    ]
    parts += divergences
    parts += [
      HTML.heading(3, Wording.duties[language]),
      .tag("div", ["id": "\(id)-tables"], scenario.results.enumerated().map(tables)),
    ]
    parts += assumptions
    if let command = report.receipt?.commands[scenario.id] {
      parts.append(
        .tag("p", ["class": "note"], [.text(Wording.reproduction[language] + ": "), HTML.command(command)]))
    }
    return .tag("section", ["class": "scenario"], parts)
  }

  // MARK: The course

  private var timeline: [Markup] {
    let courses = scenario.results.enumerated().map { (report.title(ofLaw: $0), $1.course) }
    let figure = CourseTimeline(courses, naming: report.naming, language: language).figure(
      id: "\(id)-timeline", title: Wording.timeline(of: scenario.title)[language],
      details: "\(id)-tables")
    return figure.isEmpty ? [] : [HTML.heading(3, Wording.course[language])] + figure
  }

  private func tables(_ index: Int, _ result: CourseResult) -> Markup {
    let parts: [(Label, TextTable)] = [
      (Wording.course, report.stretches(of: result.course)),
      (Wording.duties, report.duties(of: result.course)),
      (Wording.handOvers, report.handOvers(of: result.course)),
    ]
    let title = report.title(ofLaw: index)
    return HTML.details(
      title, isOpen: !isFolded,
      parts.map { heading, table in
        let caption = "\(heading[language]): \(title)"
        return table.rows.isEmpty
          ? HTML.paragraph("\(caption): \(Wording.none[language])") : HTML.table(table, caption: caption)
      })
  }

  // MARK: Where the laws part, and what was assumed

  private var divergences: [Markup] {
    guard report.laws.count > 1 else { return [] }
    return [
      HTML.heading(3, Wording.divergence[language]),
      HTML.table(
        report.divergences(of: scenario),
        caption: "\(Wording.divergence[language]): \(scenario.title[language])"),
    ]
  }

  private var assumptions: [Markup] {
    guard !scenario.assumptions.isEmpty else { return [] }
    return [
      HTML.heading(3, Wording.assumptions[language]),
      HTML.table(
        report.assumptions(of: scenario),
        caption: "\(Wording.assumptions[language]): \(scenario.title[language])"),
    ]
  }
}
