package import Diagnostics
internal import Expressions
package import Legislation
internal import Outcomes
internal import Quantities
package import Scenarios
internal import Simulation
internal import Vocabulary

/// Proves a law: for each obligation it is shown that nobody breaks it, or a citizen who does.
///
/// Two questions are put to the solver. First, whether any instant of any course could break it; a refusal is
/// a proof. Otherwise, whether a course of few instants does, from its first day on; what is found is replayed,
/// and only what the replay shows is told. What neither refutes nor shows is unknown, and said to be.
package struct Prover {
  package struct Settings: Sendable {
    /// The longest the solver may think about one question.
    /// - Unit: seconds.
    package var limit = 5
    /// How many citizens are tried before one question is given up.
    package var candidates = 24
    /// How many instants the longest course has that is looked for.
    package var instants = 6
    /// How many courses by chance are replayed where a proof is out of reach.
    package var courses = 200

    package init() {}
  }

  let law: Law
  let plans: [PracticeLevel: SimulationPlan]
  let stretches: [LawStretch]
  let solver: Solver
  let settings: Settings
  private var answers: [Proofs.Answer] = []
  private var gaps: [String] = []
  private var branches: Set<Branching> = []
  private var alive: Set<Branching> = []
  private var refuted: Set<String> = []
  /// Where the solver could not say, or not in the time it had.
  private var givenUp: Set<Question> = []

  private init(_ law: Law, solver: Solver, settings: Settings) throws(Diagnostic) {
    self.law = law
    self.solver = solver
    self.settings = settings
    var plans: [PracticeLevel: SimulationPlan] = [:]
    for level in PracticeLevel.allCases { plans[level] = try SimulationPlan(law: law, practice: level) }
    self.plans = plans
    stretches = plans[.base].map { LawStretch.all(of: law, under: $0) } ?? []
  }

  /// - Parameters:
  ///   - courses: courses to learn from which provisions apply to somebody, and to compare laws on.
  ///   - others: the laws that promises compare this one with.
  /// - Throws: what making a plan throws, and `solver-refused`.
  package static func proofs(
    of law: Law, among others: [Law], courses: [Scenario], solver: Solver, settings: Settings
  ) throws(Diagnostic) -> Proofs {
    var prover = try Prover(law, solver: solver, settings: settings)
    prover.answers += law.payersAndParameters(prover.stretches)
    let seen = prover.provisionsMet(in: courses)
    let applications = prover.applications
    for (_, obligation) in applications where seen.contains(obligation.provision.id) {
      prover.answers.append(.init(obligation, .proved))
    }
    let unseen = applications.filter { !seen.contains($0.1.provision.id) }
    let faults = prover.faults
    let open = try prover.doubtful((faults + unseen).map(\.0) + prover.promiseQuestions)
    for (question, obligation) in faults {
      let doubtful = open[question] ?? []
      let verdict = doubtful.isEmpty ? .proved : try prover.verdict(on: question, in: doubtful)
      prover.answers.append(.init(obligation, verdict))
    }
    try prover.settle(unseen, open)
    try prover.keepPromises(courses, others, open)
    return Proofs(law: law.id, title: law.title, answers: prover.answers, gaps: prover.gaps)
  }

  // MARK: What is asked

  /// Everything that must never be, with what each would break.
  private var faults: [(Question, Obligation)] {
    var all: [(Question, Obligation)] = [
      (.twoBenefits, Obligation(.oneBenefit, law.coverage.provision)),
      (.groupNotOne, Obligation(.oneGroup, law.coverage.provision)),
      (.unitNotOne, Obligation(.oneUnit, law.coverage.provision)),
    ]
    for (index, definition) in law.definitions.enumerated() {
      let bodies = definition.versions.map(\.text)
      let hasTable = bodies.contains { if case .table = $0 { true } else { false } }
      let hasBranches = bodies.contains { body in
        if case .branches(let base) = body { !base.exceptions.isEmpty || base.outcome == nil } else { false }
      }
      if hasTable { all.append((.undecided(definition: index), Obligation(.tables, definition.provision))) }
      if hasBranches, !hasTable {
        all.append((.undecided(definition: index), Obligation(.exceptions, definition.provision)))
      }
    }
    for (index, duty) in law.duties.enumerated() {
      if duty.versions.contains(where: { !$0.text.schedule.exceptions.isEmpty }) {
        all.append((.scheduleUndecided(duty: index), Obligation(.schedules, duty.provision)))
      }
      all.append((.deadlineBeforeBeginning(duty: index), Obligation(.deadlines, duty.provision)))
    }
    return all
  }

  /// Asks each in every stretch of the law's time; those that are refuted in all of them do not come back.
  private mutating func doubtful(_ questions: [Question]) throws(Diagnostic) -> [Question: [LawStretch]] {
    var open: [Question: [LawStretch]] = [:]
    for stretch in stretches {
      var anywhere = try Anywhere(law: law, stretch: stretch, solver: solver, limit: settings.limit)
      for question in questions {
        let answer = try anywhere.ask(question, exactly: !question.isAboutSomebody, refuted: &refuted)
        if answer == .unknown { givenUp.insert(question) }
        if answer != .unsatisfiable { open[question, default: []].append(stretch) }
      }
      try askBranches(&anywhere, stretch)
      note(anywhere.gaps)
    }
    return open
  }

  private mutating func note(_ words: [String]) {
    for gap in words where !gaps.contains(gap) { gaps.append(gap) }
  }

  /// A citizen for whom it is so, or the word that none was found.
  private mutating func verdict(
    on question: Question, in doubtful: [LawStretch]
  ) throws(Diagnostic) -> Verdict {
    let (witness, message, refused) = try search(question, in: doubtful)
    guard let witness, let message else { return .unknown(noCitizen([question], refused)) }
    return .failed(Failure(message: message, witness: witness))
  }

  /// Why it is unknown.
  private func noCitizen(_ questions: [Question], _ refused: Int) -> Label {
    let reason =
      refused == 0
      ? Label(
        danish: "løseren kan ikke udelukke det, og ingen borger er fundet, der viser det",
        english: "the solver cannot rule it out, and no citizen was found who shows it")
      : Label(
        danish: "løseren kan ikke udelukke det; \(refused) bud på en borger er afvist af genafspilning",
        english: "the solver cannot rule it out; \(refused) candidates were refuted by replay")
    guard questions.contains(where: givenUp.contains) else { return reason }
    return Label(
      danish: "\(reason.danish); løseren gav op undervejs (et højere '--time-limit' kan hjælpe)",
      english: "\(reason.english); the solver gave up on the way (a higher '--time-limit' may help)")
  }

  /// Looks for a citizen, short courses before long ones.
  fileprivate mutating func search(
    _ question: Question, in doubtful: [LawStretch]
  ) throws(Diagnostic) -> (Witness?, Label?, refused: Int) {
    var refused = 0
    // The first stretch and the last differ most: what is wrong between them is mostly wrong in one of them.
    let rest = doubtful.dropFirst()
    let tried = doubtful.prefix(1) + rest.suffix(1) + rest.dropLast()
    for instants in 1...settings.instants {
      for stretch in tried where refused < settings.candidates {
        var found: (Scenario, PracticeLevel)?
        var unrolling = try Unrolling(
          law: law, stretch: stretch, instants: instants, solver: solver, limit: settings.limit)
        let result = try unrolling.search(question, atMost: settings.candidates - refused) { scenario, level throws(Diagnostic) in
          guard self.shows(question, scenario, level) != nil else { return false }
          found = (scenario, level)
          return true
        }
        refused += result.refused
        if result.gaveUp { givenUp.insert(question) }
        guard let (scenario, level) = found else { continue }
        let small = try scenario.shrunk(law.vocabulary) { candidate throws(Diagnostic) in
          self.shows(question, candidate, level) != nil
        }
        guard let shown = shows(question, small, level) else { continue }
        let witness = Witness(
          scenario: small.with(until: max(small.period.until, shown.day.adding(days: 1))), law: law,
          practice: level, day: shown.day)
        return (witness, shown.message, refused)
      }
    }
    return (nil, nil, refused)
  }
}

extension Prover {
  // MARK: Provisions that apply to nobody

  /// What applies to somebody in a course that was replayed needs no solver.
  fileprivate func provisionsMet(in courses: [Scenario]) -> Set<ProvisionID> {
    var seen: Set<ProvisionID> = []
    guard let plan = plans[.base] else { return seen }
    var replayer = Replayer(plan, by: .fast)
    for course in courses {
      // A course that the rules cannot decide shows nothing here; `check` and `test` tell of it.
      guard let outcome = try? replayer.course(of: course) else { continue }
      for held in outcome.benefits + outcome.groups + outcome.units + outcome.episodes {
        seen.insert(held.reference.provision)
      }
      for demand in outcome.demands { seen.insert(demand.reference.provision) }
    }
    return seen
  }

  /// What could apply to nobody is dead; of the rest a citizen is looked for.
  fileprivate mutating func settle(
    _ unseen: [(Question, Obligation)], _ open: [Question: [LawStretch]]
  ) throws(Diagnostic) {
    // A citizen who was found meets more than what she was looked for.
    var met: Set<ProvisionID> = []
    for (question, obligation) in unseen {
      if met.contains(obligation.provision.id) {
        answers.append(.init(obligation, .proved))
        continue
      }
      guard let possible = open[question] else {
        answers.append(.init(obligation, .failed(Failure(message: Prover.dead(obligation.provision)))))
        continue
      }
      let (witness, _, refused) = try search(question, in: possible)
      answers.append(.init(obligation, witness != nil ? .proved : .unknown(noCitizen([question], refused))))
      if let course = witness?.scenario {
        met.formUnion(provisionsMet(in: [course.with(until: course.period.until.adding(days: 730))]))
      }
    }
    for branching in branches.subtracting(alive).sorted() {
      let definition = law.definitions[branching.definition]
      let words = definition.words(ofBranch: branching.branch, version: branching.version)
      answers.append(
        .init(
          Obligation(.branches, definition.provision),
          .failed(Failure(message: Prover.dead(words, of: definition.provision)))))
    }
  }

  /// Which branches of exceptions and rows of tables could apply to somebody.
  fileprivate mutating func askBranches(
    _ anywhere: inout Anywhere, _ stretch: LawStretch
  ) throws(Diagnostic) {
    for (index, definition) in law.definitions.enumerated() {
      // Versions may number their branches differently, so each is a branch of its own.
      guard let version = definition.versions.firstIndex(where: { $0.force.contains(stretch.from) }) else { continue }
      for branch in 0..<anywhere.branches(ofDefinition: index) {
        let branching = Branching(definition: index, version: version, branch: branch)
        branches.insert(branching)
        guard !alive.contains(branching) else { continue }
        if try anywhere.ask(.branch(definition: index, branch), exactly: false, refuted: &refuted) != .unsatisfiable { alive.insert(branching) }
      }
    }
  }

  /// Everything that should apply to somebody; what its author switched off by a plain `false` is left out.
  fileprivate var applications: [(Question, Obligation)] {
    var all: [(Question, Obligation)] = []
    func add(_ question: Question, _ provision: Provision, _ conditions: [CheckedExpression?]) {
      let isOff = conditions.allSatisfy { $0?.root.isFalse ?? false }
      if !isOff { all.append((question, Obligation(.applies, provision))) }
    }
    for (index, item) in law.benefits.enumerated() {
      add(.benefit(index), item.provision, item.versions.map(\.text.condition))
    }
    for (index, item) in law.groups.enumerated() { add(.group(index), item.provision, item.versions.map(\.text)) }
    for (index, item) in law.units.enumerated() { add(.unit(index), item.provision, item.versions.map(\.text)) }
    for (index, item) in law.episodes.enumerated() {
      add(.episode(index), item.provision, item.versions.map(\.text.begins))
    }
    for (index, item) in law.duties.enumerated() {
      add(.duty(index), item.provision, item.versions.map(\.text.condition))
    }
    return all
  }

  private static func dead(_ provision: Provision) -> Label {
    Label(
      danish: "\(provision.id.local) (\(provision.label.danish)) kan ikke gælde for nogen",
      english: "\(provision.id.local) (\(provision.label.english)) can apply to nobody")
  }

  private static func dead(_ words: String, of provision: Provision) -> Label {
    Label(
      danish: "\(words) i \(provision.id.local) kan ikke gælde for nogen",
      english: "\(words) of \(provision.id.local) can apply to nobody")
  }

  mutating func add(_ answer: Proofs.Answer) { answers.append(answer) }

  /// What came of several questions of which none may be answered with yes.
  mutating func settle(
    _ questions: [Question], _ open: [Question: [LawStretch]]
  ) throws(Diagnostic) -> Verdict {
    var refused = 0
    let doubtful = questions.filter { open[$0] != nil }
    if doubtful.isEmpty { return .proved }
    for question in doubtful {
      let (witness, message, count) = try search(question, in: open[question] ?? [])
      refused += count
      if let witness, let message { return .failed(Failure(message: message, witness: witness)) }
    }
    return .unknown(noCitizen(doubtful, refused))
  }
}

/// A branch or row of one version of a definition.
struct Branching: Hashable, Comparable {
  let definition: Int
  let version: Int
  let branch: Int

  static func < (left: Branching, right: Branching) -> Bool {
    (left.definition, left.version, left.branch) < (right.definition, right.version, right.branch)
  }
}

extension CheckedExpression.Node {
  fileprivate var isFalse: Bool {
    if case .constant(let value) = operation { value == .boolean(false) } else { false }
  }
}

extension Definition {
  /// `the exception 'graduate'`, `row 3`: as an author finds it.
  fileprivate func words(ofBranch index: Int, version: Int) -> String {
    guard versions.indices.contains(version) else { return "\(index)" }
    switch versions[version].text {
    case .table: return "row \(index + 1)"
    case .branches(let base):
      // In the order in which their alternatives are made: exceptions before what they depart from.
      var labels: [String] = []
      func collect(_ branch: Branch<CheckedExpression>) {
        for exception in branch.exceptions where exception.condition != nil { collect(exception) }
        if branch.outcome != nil { labels.append(branch.label) }
      }
      collect(base)
      return labels.indices.contains(index) ? "'\(labels[index])'" : "\(index)"
    }
  }
}
