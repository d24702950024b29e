internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// What is asked of an instant: can this be?
enum Question: Hashable {
  case twoBenefits, groupNotOne, unitNotOne
  /// A definition whose exceptions conflict or leave a gap, or whose table cannot decide.
  case undecided(definition: Int)
  /// A branch or row that applies.
  case branch(definition: Int, Int)
  case scheduleUndecided(duty: Int)
  case deadlineBeforeBeginning(duty: Int)
  case benefit(Int), group(Int), unit(Int), episode(Int), duty(Int)
  /// A demand falls due while the promise says that none does.
  case broken(promise: Int, duty: Int)

  /// Whether somebody is looked for to whom a provision applies: a situation is then no fault.
  var isAboutSomebody: Bool {
    switch self {
    case .branch, .benefit, .group, .unit, .episode, .duty: true
    default: false
    }
  }
}

extension Encoding {
  /// The condition under which it is so, at the instant that was resolved.
  mutating func condition(_ question: Question, _ resolution: Resolution) -> String {
    switch question {
    case .twoBenefits: return resolution.twoBenefits
    case .groupNotOne:
      return Logic.and(Logic.not(resolution.twoBenefits), Logic.or(resolution.noGroup, resolution.twoGroups))
    case .unitNotOne:
      return Logic.and(
        Logic.not(Logic.or(resolution.twoBenefits, resolution.noGroup, resolution.twoGroups)),
        Logic.or(resolution.noUnit, resolution.twoUnits))
    case .undecided(let index):
      _ = value(of: .definition(index))
      return Logic.or(faults[index] ?? [])
    case .branch(let index, let branch):
      _ = value(of: .definition(index))
      return Logic.or((applied[index] ?? []).compactMap { $0.indices.contains(branch) ? $0[branch] : nil })
    case .scheduleUndecided(let index): return surviving(scheduleFault(index), resolution)
    case .deadlineBeforeBeginning(let index):
      let fault = deadlineFault(index)
      return isAnywhere ? fault : surviving(fault, resolution)
    case .benefit(let index): return surviving(resolution.benefits[index], resolution)
    case .group(let index): return surviving(resolution.groups[index], resolution)
    case .unit(let index): return surviving(resolution.units[index], resolution)
    case .episode(let index): return surviving(resolution.begins[index], resolution)
    case .duty(let index): return surviving(applies(index), resolution)
    case .broken(let promise, let duty):
      guard case .never(_, let when, _) = law.promises[promise].content else { return "false" }
      return surviving(Logic.and(fallsDue(duty), condition(when)), resolution)
    }
  }

  private func surviving(_ condition: String, _ resolution: Resolution) -> String {
    Logic.and(condition, Logic.not(resolution.stops))
  }
}
