internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Verification
internal import Vocabulary

extension Prover {
  /// Each demand that could break a fence post.
  var promiseQuestions: [Question] { law.promises.indices.flatMap(questions) }

  private func questions(ofPromise index: Int) -> [Question] {
    guard case .never(let kind, _, let exceptions) = law.promises[index].content else { return [] }
    return law.duties.indices.filter { duty in
      !exceptions.contains(duty) && law.duties[duty].versions.contains { $0.text.kind == kind }
    }.map { .broken(promise: index, duty: $0) }
  }

  /// What the law promises of itself: fence posts that hold, and burdens that do not grow.
  mutating func keepPromises(
    _ courses: [Scenario], _ others: [Law], _ open: [Question: [LawStretch]]
  ) throws(Diagnostic) {
    for (index, promise) in law.promises.enumerated() {
      switch promise.content {
      case .never: add(.init(Obligation(.never, promise.provision), try settle(questions(ofPromise: index), open)))
      case .noMore(let kind, let than, let basis):
        guard let other = others.first(where: { $0.id == than }) else { continue }
        add(.init(Obligation(.noMore, promise.provision), try dominance(over: other, kind, basis, courses)))
      }
    }
  }

  /// Nobody meets more demands of a kind than under another law.
  ///
  /// Proved when no such duty is left, or when all that are left rest on nothing that the reform touches, so
  /// that they fall as they did. Otherwise courses are compared; that none shows more is no proof.
  private func dominance(
    over other: Law, _ kind: String?, _ basis: Duty.Basis?, _ courses: [Scenario]
  ) throws(Diagnostic) -> Verdict {
    let left = law.duties.filter { duty in
      duty.versions.contains { (kind == nil || $0.text.kind == kind) && (basis == nil || $0.text.basis == basis) }
    }
    if left.isEmpty || law.reform?.base == other.id && left.allSatisfy({ isUntouched($0.provision) }) {
      return .proved
    }
    let generator = CourseGenerator(law: law, seed: 2_023)
    let tried = courses + (0..<settings.courses).map(generator.course)
    guard let mine = plans[.base] else { return .proved }
    let theirs = try SimulationPlan(law: other)
    var replayers = [Replayer(mine, by: .fast), Replayer(theirs, by: .fast)]
    var compared = 0
    for scenario in tried {
      guard let here = try? replayers[0].course(of: scenario), let there = try? replayers[1].course(of: scenario)
      else { continue }
      compared += 1
      guard count(here, kind, basis) > count(there, kind, basis) else { continue }
      return .failed(try excess(of: scenario, over: other, theirs, mine, kind, basis))
    }
    return .unknown(
      Label(
        danish: "ikke bevist; ingen af \(compared) genafspillede forløb viser det modsatte",
        english: "not proved; none of \(compared) replayed courses shows the contrary"))
  }

  private func count(_ course: Course, _ kind: String?, _ basis: Duty.Basis?) -> Int {
    course.demands.count { demand in
      (kind == nil || demand.kind == kind) && (basis == nil || demand.basis.rawValue == basis?.rawValue)
    }
  }

  private func excess(
    of scenario: Scenario, over other: Law, _ theirs: SimulationPlan, _ mine: SimulationPlan, _ kind: String?,
    _ basis: Duty.Basis?
  ) throws(Diagnostic) -> Failure {
    func counts(_ scenario: Scenario) -> (here: Int, there: Int)? {
      guard let here = try? CourseSimulator.course(of: scenario, under: mine),
        let there = try? CourseSimulator.course(of: scenario, under: theirs)
      else { return nil }
      return (count(here, kind, basis), count(there, kind, basis))
    }
    let small = try scenario.shrunk(law.vocabulary) { candidate throws(Diagnostic) in
      counts(candidate).map { $0.here > $0.there } ?? false
    }
    let (here, there) = counts(small) ?? (0, 0)
    return Failure(
      message: Label(
        danish: "\(here) krav under \(law.id), \(there) under \(other.id)",
        english: "\(here) demands under \(law.id), \(there) under \(other.id)"),
      witness: Witness(
        scenario: small, law: law, practice: .base, day: small.period.until.adding(days: -1)))
  }

  /// Whether neither a provision nor anything it rests on was enacted or amended by the reform.
  private func isUntouched(_ provision: Provision) -> Bool {
    let changes = (law.reform?.measures ?? []).flatMap(\.changes).map(\.provision)
    let touched = Set(changes.map(\.description))
    // Who is in a group, or lives on a benefit, hangs on all of that section.
    let sections = Set(changes.map(\.section.rawValue))
    let rests = law.dependencies
    var seen: Set<String> = []
    var open = [provision.id.description, law.coverage.provision.id.description]
    while let name = open.popLast() {
      guard seen.insert(name).inserted else { continue }
      let section = name.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      if touched.contains(name) || ["benefits", "groups", "units"].contains(section) && sections.contains(section) {
        return false
      }
      open += rests[name] ?? []
    }
    return true
  }
}
