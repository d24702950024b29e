internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// One way a rule can come out.
struct Alternative {
  let label: String
  let condition: String
  let value: Term
}

extension Encoding {
  /// What a definition says in the present state; where its rule cannot decide is noted as a fault.
  mutating func definition(_ index: Int) -> Term {
    let definition = law.definitions[index]
    let name = Encoding.symbol(definition.provision.id.name)
    guard let body = body(ofDefinition: index) else {
      return gap("\(definition.provision.id.local) (\(day))", definition.type)
    }
    switch body {
    case .table(let table):
      let (value, fault) = decide(table, definition.type, of: index)
      self.fault(naming(fault, "fault-\(name)"), ofDefinition: index)
      return naming(value, name)
    case .branches(let base):
      if base.exceptions.isEmpty, let only = base.outcome { return naming(term(only), name) }
      let found = alternatives(base, given: "true") { encoding, outcome in encoding.term(outcome) }
      apply(found.map(\.condition), ofDefinition: index)
      var faults: [String] = [Logic.not(Logic.or(found.map(\.condition)))]
      for (number, first) in found.enumerated() {
        for second in found.dropFirst(number + 1) {
          faults.append(
            Logic.and(first.condition, second.condition, compare(.notEqual, first.value, second.value)))
        }
      }
      self.fault(naming(Logic.or(faults), "fault-\(name)"), ofDefinition: index)
      guard var value = found.last?.value else {
        return gap(definition.provision.id.local, definition.type)
      }
      for alternative in found.dropLast().reversed() {
        value = Logic.choice(alternative.condition, alternative.value, value)
      }
      return naming(value, name)
    }
  }

  /// The most specific branches, each with the condition under which it is among those that apply.
  mutating func alternatives<Outcome>(
    _ branch: Branch<Outcome>, given: String, _ value: (inout Encoding, Outcome) -> Term
  ) -> [Alternative] {
    var all: [Alternative] = []
    var says: [String] = []
    for exception in branch.exceptions {
      guard let condition = exception.condition else { continue }
      let holds = naming(self.condition(condition), "when")
      let nested = alternatives(exception, given: Logic.and(given, holds), value)
      says += nested.map(\.condition)
      all += nested
    }
    if let outcome = branch.outcome {
      let applies = naming(Logic.and(given, Logic.not(Logic.or(says))), "base")
      all.append(Alternative(label: branch.label, condition: applies, value: value(&self, outcome)))
    }
    return all
  }

  /// What a table says, and when it cannot: two rows of a `unique` table match, none does, or rows of an
  /// `any` table differ.
  private mutating func decide(_ table: DecisionTable, _ type: ValueType, of index: Int) -> (Term, String) {
    var inputs: [Term] = []
    for column in table.columns { inputs.append(naming(term(column.expression), "column")) }
    var faults: [String] = []
    for (column, input) in zip(table.columns, inputs) {
      if let allowed = column.allowed { faults.append(Logic.not(passes(input, allowed.tests, of: column.expression))) }
    }
    var matches: [String] = []
    var values: [Term] = []
    for row in table.rows {
      var cells: [String] = []
      for (column, cell) in row.when.enumerated() where !cell.isAnything {
        cells.append(passes(inputs[column], cell.tests, of: table.columns[column].expression))
      }
      matches.append(naming(Logic.and(cells), "row"))
      if let entry = row.then.first { values.append(term(entry)) }
    }
    apply(matches, ofDefinition: index)
    guard values.count == matches.count else { return (gap("table", type), "false") }
    var value: Term
    if let otherwise = table.outputs.first?.otherwise {
      value = term(otherwise)
    } else {
      faults.append(Logic.not(Logic.or(matches)))
      value = values.last ?? Term(0)
    }
    switch table.hit {
    case .unique: faults.append(Logic.severalOf(matches))
    case .any:
      for (row, first) in matches.enumerated() {
        for other in matches.indices.dropFirst(row + 1) {
          faults.append(Logic.and(first, matches[other], compare(.notEqual, values[row], values[other])))
        }
      }
    case .first: break
    case .collect, .collectSum, .collectCount, .collectLeast, .collectGreatest:
      return (gap("table: collect", type), "false")
    }
    for (match, outcome) in zip(matches, values).reversed() { value = Logic.choice(match, outcome, value) }
    return (value, Logic.or(faults))
  }
}
