internal import Comparison
internal import Outcomes
internal import Vocabulary

/// Courses of one citizen as a picture: what lasts, what falls due, who gets the case.
struct CourseTimeline {
  private let courses: [(title: String, course: Course)]
  private let naming: Naming
  private let language: Language

  init(_ courses: [(title: String, course: Course)], naming: Naming, language: Language) {
    self.courses = courses
    self.naming = naming
    self.language = language
  }

  private var text: FigureText { FigureText(language: language) }

  /// - Parameter details: the id of the part of the page that says the same in tables.
  /// - Returns: nothing when nothing happens in any course.
  func figure(id: String, title: String, details: String) -> [Markup] {
    guard let period = courses.first?.course.period, courses.contains(where: { !$0.course.isEmpty })
    else { return [] }
    let legend = Wording.timelineLegend
    let chart = TimelineChart(
      period: period, laws: courses.map(law),
      legend: (legend.filled[language], legend.hollow[language], legend.diamond[language]),
      language: language)
    let key = chart.key.enumerated().map { "\($0 + 1) = \($1)" }.joined(separator: "; ")
    let description = courses.map { title, course in
      Wording.inOneLaw(
        title, demands: text.count(course.demands.count), handOvers: text.count(course.handOvers.count))[
          language]
    }
    return [
      HTML.figure(
        chart.drawing(id: id), title: title, description: description.joined(separator: " "),
        caption: key.isEmpty ? [] : [Wording.numbers(key)[language]], details: details)
    ]
  }

  private func law(_ title: String, _ course: Course) -> TimelineChart.Law {
    let rows: [(Label, [Course.Held])] = [
      (Wording.benefit, course.benefits), (Wording.group, course.groups), (Wording.unit, course.units),
      (Wording.episode, course.episodes),
    ]
    return TimelineChart.Law(
      title: title,
      bars: rows.filter { !$0.1.isEmpty }.map { name, held in
        (
          name[language],
          held.map { TimelineChart.Bar(stretch: $0.stretch, label: $0.reference.label[language]) }
        )
      },
      strokes: kinds.map { kind in
        let demands = course.demands.filter { $0.kind == kind }
        return ("\(naming.kind(kind)[language]) (\(text.count(demands.count)))", demands.map(stroke))
      },
      diamonds: (Wording.handOver[language], course.handOvers.map(mark)))
  }

  private func stroke(_ demand: Course.Demand) -> TimelineChart.Stroke {
    TimelineChart.Stroke(
      day: demand.by, label: "\(text.day(demand.by)): \(demand.reference.label[language])",
      isHollow: demand.basis == .practice)
  }

  private func mark(_ handOver: Course.HandOver) -> TimelineChart.Stroke {
    let (from, to) = (handOver.from.label[language], handOver.to.label[language])
    return TimelineChart.Stroke(
      day: handOver.day, label: "\(text.day(handOver.day)): \(from) → \(to)", isHollow: false)
  }

  /// The kinds of demands that some law makes here: the same rows under each law.
  private var kinds: [String] {
    let found = Set(courses.flatMap { $0.course.demands.map(\.kind) })
    return naming.kinds.names(with: found).filter(found.contains)
  }
}

extension Course {
  fileprivate var isEmpty: Bool {
    benefits.isEmpty && groups.isEmpty && units.isEmpty && episodes.isEmpty && demands.isEmpty
      && handOvers.isEmpty
  }
}
