internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// What a replay shows: on which day, and in which words.
struct Shown {
  let day: Day
  let message: Label
}

extension Prover {
  /// Whether the plain evaluator shows for a citizen what the solver says is so.
  func shows(_ question: Question, _ scenario: Scenario, _ level: PracticeLevel) -> Shown? {
    guard let plan = plans[level] else { return nil }
    let day = scenario.period.until.adding(days: -1)
    switch question {
    case .twoBenefits, .groupNotOne, .unitNotOne, .undecided, .scheduleUndecided:
      guard let error = error(scenario, plan), isAbout(question, error) else { return nil }
      return Shown(day: day, message: Label(danish: error.message, english: error.message))
    case .branch: return nil
    case .benefit(let index):
      return applies(scenario, plan, law.benefits[index].provision) { $0.benefit?.id == law.benefits[index].provision.id }
    case .group(let index):
      return applies(scenario, plan, law.groups[index].provision) { $0.group?.id == law.groups[index].provision.id }
    case .unit(let index):
      return applies(scenario, plan, law.units[index].provision) { $0.unit?.id == law.units[index].provision.id }
    case .episode(let index):
      let id = law.episodes[index].provision.id
      return applies(scenario, plan, law.episodes[index].provision) { inspection in
        inspection.openEpisodes.contains { $0.id == id }
      }
    case .duty(let index):
      return applies(scenario, plan, law.duties[index].provision) { $0.isUnder(duty: index) }
    case .deadlineBeforeBeginning(let index):
      let provision = law.duties[index].provision
      guard applies(scenario, plan, provision, { $0.isUnder(duty: index) }) != nil else { return nil }
      return Shown(
        day: day,
        message: Label(
          danish: "fristen i \(provision.id.local) (\(provision.citation.text)) ligger før den dag, den regnes fra",
          english: "the deadline of \(provision.id.local) (\(provision.citation.text)) lies before the day it is counted from"))
    case .broken(let promise, let duty): return breaks(promise, duty, scenario, plan)
    }
  }

  private func error(_ scenario: Scenario, _ plan: SimulationPlan) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try CourseSimulator.course(of: scenario, under: plan)
      return nil
    } catch {
      return error
    }
  }

  private func isAbout(_ question: Question, _ error: Diagnostic) -> Bool {
    func isOne(of provisions: [Provision]) -> Bool { provisions.contains { $0.range == error.range } }
    switch question {
    case .twoBenefits: return error.code == "two-at-once" && isOne(of: law.benefits.map(\.provision))
    case .groupNotOne:
      return error.code == "no-group" || error.code == "two-at-once" && isOne(of: law.groups.map(\.provision))
    case .unitNotOne:
      return error.code == "no-unit" || error.code == "two-at-once" && isOne(of: law.units.map(\.provision))
    case .undecided(let index): return isUndecided(law.definitions[index], error)
    case .scheduleUndecided(let index): return concerns(law.duties[index].provision, error)
    default: return false
    }
  }

  private func isUndecided(_ definition: Definition, _ error: Diagnostic) -> Bool {
    if concerns(definition.provision, error) { return true }
    return definition.versions.contains { version in
      guard case .table(let table) = version.text else { return false }
      let places = [table.range] + table.rows.map(\.range)
      return places.contains(error.range) || error.notes.contains { note in places.contains { $0 == note.range } }
    }
  }

  private func concerns(_ provision: Provision, _ error: Diagnostic) -> Bool {
    ["conflict", "gap"].contains(error.code)
      && (error.range == provision.range || error.notes.contains { $0.range == provision.range })
  }

  private func applies(
    _ scenario: Scenario, _ plan: SimulationPlan, _ provision: Provision, _ holds: (Inspection) -> Bool
  ) -> Shown? {
    let day = scenario.period.until.adding(days: -1)
    guard let inspection = try? Inspection(of: scenario, under: plan, on: day), holds(inspection) else { return nil }
    return Shown(day: day, message: provision.label)
  }

  /// A demand of the duty that falls due while the promise says that none does; looked for up to two years
  /// beyond the course, since what applies now may be due later.
  private func breaks(
    _ index: Int, _ duty: Int, _ scenario: Scenario, _ plan: SimulationPlan
  ) -> Shown? {
    guard case .never(_, let when, _) = law.promises[index].content else { return nil }
    let longer = scenario.with(until: scenario.period.until.adding(days: 730))
    guard let course = try? CourseSimulator.course(of: longer, under: plan) else { return nil }
    let id = law.duties[duty].provision.id
    for demand in course.demands where demand.reference.provision == id {
      guard var inspection = try? Inspection(of: longer, under: plan, on: demand.by),
        let holds = try? inspection.holds(when), holds
      else { continue }
      return Shown(
        day: demand.by,
        message: Label(
          danish: "\(id.local) (\(demand.reference.label.danish), \(demand.reference.citation.text)) falder den \(demand.by)",
          english: "\(id.local) (\(demand.reference.label.english), \(demand.reference.citation.text)) falls due on \(demand.by)"))
    }
    return nil
  }
}
