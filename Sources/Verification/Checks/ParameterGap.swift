internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Pricing
internal import Vocabulary

/// A parameter that is used where it has no value: before its first, or after its last has ended.
struct ParameterGap: Check {
  func findings(in law: Law, prices: PriceList) -> [Diagnostic] {
    var users: [Int: SourceRange] = [:]
    func use(_ slots: [Int], at place: SourceRange) {
      for slot in slots {
        if case .parameter(let index) = law.slots[slot], users[index] == nil { users[index] = place }
      }
    }
    for placed in law.expressions { use(placed.expression.slots, at: placed.expression.source.range) }
    // The cells of a table are no expressions of their own.
    for definition in law.definitions {
      for version in definition.versions { use(version.text.slots, at: definition.provision.range) }
    }
    return users.keys.sorted().flatMap { index -> [Diagnostic] in
      guard let user = users[index] else { return [] }
      return gaps(of: law.parameters[index], in: law, usedBy: user)
    }
  }

  private func gaps(
    of parameter: Parameter, in law: Law, usedBy user: SourceRange
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let name = parameter.provision.id.name
    let note = Diagnostic.Note("it is used here", at: user)
    if let first = parameter.steps.first, first.from > law.begins {
      findings.append(
        Diagnostic(
          .error, "no-value-in-force",
          "'\(name)' has no value from \(law.begins), where the law begins, to \(first.from)",
          at: first.range, hint: "add a value from \(law.begins), or let the law begin later",
          notes: [note]))
    }
    for (index, step) in parameter.steps.enumerated() where step.value == nil {
      let next = index + 1 < parameter.steps.count ? "to \(parameter.steps[index + 1].from)" : "on"
      findings.append(
        Diagnostic(
          .error, "no-value-in-force", "'\(name)' has no value from \(step.from) \(next)",
          at: step.range, hint: "add a value, or end what uses it on that day", notes: [note]))
    }
    return findings
  }
}
