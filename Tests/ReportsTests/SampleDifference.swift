internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A change of rules made by hand, with one of everything that is told of one.
extension Sample {
  private static func label(_ danish: String, _ english: String) -> Label {
    Label(danish: danish, english: english)
  }

  private static let changedPlan = RuleChange(
    kind: .changed, name: "current/duties/plan", label: label("Min Plan", "My Plan"), citation: "LAB § 45",
    laws: ["current", "framework"],
    words: [
      .init(key: "due/within", old: "2 weeks", new: "3 weeks"),
      .init(key: "note", old: nil, new: "From *2024* | on"),
    ])

  private static let changes = [
    RuleChange(
      kind: .removed, name: "current/duties/contact", label: label("Kontakt", "Contact"), citation: "",
      laws: ["current"], words: [.init(key: "kind", old: "interview", new: nil)]),
    changedPlan,
    RuleChange(
      kind: .added, name: "current/groups/new", label: label("Nye", "New ones"), citation: "LAB § 6, nr. 14",
      laws: ["current"], words: [.init(key: "when", old: nil, new: "sick")]),
    RuleChange(
      kind: .changed, name: "prices/work/plan", label: label("En plan", "A plan"), citation: "", laws: [],
      words: [.init(key: "minutes/base", old: "60", new: "90")]),
  ]

  private static func moved(
    _ scenario: String, _ divergence: Divergence?, _ cause: Cause?, isCostlier: Bool = true
  ) -> MovedCourse {
    MovedCourse(
      scenario: scenario, title: label("Forløbet \(scenario)", "The course \(scenario)"),
      divergence: divergence, cause: cause, before: current.figures,
      after: isCostlier ? framework.figures : current.figures)
  }

  static let difference = RuleDifference(
    old: "HEAD~3", new: "Rules", changes: changes,
    laws: [
      LawDifference(
        id: "current", title: laws[0].title, compared: 14,
        moved: [
          moved("søren", nil, nil),
          moved(
            "lise",
            Divergence(
              day: day("2023-01-15"), baseline: .init(reference: firstInterview, consequence: .demand),
              reform: nil),
            Cause(name: changedPlan.name, label: changedPlan.label, isNamed: true)),
          moved(
            "viktor",
            Divergence(
              day: day("2023-06-01"), baseline: nil,
              reform: .init(reference: sickPay, consequence: .benefit)),
            Cause(name: changedPlan.name, label: changedPlan.label, isNamed: true), isCostlier: false),
        ]
          + (1...11).map { index in
            moved(
              "ulla-\(index)", nil,
              Cause(name: "prices/work/plan", label: label("En plan", "A plan"), isNamed: false))
          },
        before: current.figures, after: framework.figures),
      LawDifference(
        id: "framework", title: laws[1].title, compared: 14, moved: [], before: framework.figures,
        after: framework.figures),
    ],
    removed: ["old-law"], added: ["new-law"],
    uncompared: [.init(file: "Scenarios/new.yaml", side: .old, reason: "'new-fact' is not a fact")])

  static let noDifference = RuleDifference(
    old: "HEAD", new: "Rules", changes: [],
    laws: [
      LawDifference(
        id: "current", title: laws[0].title, compared: 2, moved: [], before: current.figures,
        after: current.figures)
    ], removed: [], added: [], uncompared: [])
}
