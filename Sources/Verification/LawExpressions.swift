internal import Expressions
internal import Legislation
internal import Vocabulary

/// An expression of a law, with the provision it belongs to and the place it has there.
struct PlacedExpression {
  enum Place: Equatable {
    case coverage, definition, clock, beginsWhen, endsWhen, benefit, amount, group, unit
    case dutyCondition, dutyException, schedule
    /// How long something may last or runs.
    case length
    case other
  }

  let expression: CheckedExpression
  let provision: Provision
  let place: Place
}

extension Law {
  /// Every expression of the law, in the order of its sections.
  var expressions: [PlacedExpression] {
    var all: [PlacedExpression] = []
    func add(_ expression: CheckedExpression?, _ provision: Provision, _ place: PlacedExpression.Place) {
      if let expression { all.append(.init(expression: expression, provision: provision, place: place)) }
    }
    for version in coverage.versions { add(version.text, coverage.provision, .coverage) }
    for definition in definitions {
      for version in definition.versions {
        for expression in version.text.expressions { add(expression, definition.provision, .definition) }
      }
    }
    for clock in clocks {
      for version in clock.versions {
        add(version.text.condition, clock.provision, .clock)
        add(version.text.reset, clock.provision, .other)
      }
    }
    for episode in episodes {
      for version in episode.versions {
        add(version.text.begins, episode.provision, .beginsWhen)
        add(version.text.ends, episode.provision, .endsWhen)
        add(version.text.longest, episode.provision, .length)
      }
    }
    for benefit in benefits {
      for version in benefit.versions {
        add(version.text.condition, benefit.provision, .benefit)
        add(version.text.amount, benefit.provision, .amount)
      }
    }
    for group in groups { for version in group.versions { add(version.text, group.provision, .group) } }
    for unit in units { for version in unit.versions { add(version.text, unit.provision, .unit) } }
    for duty in duties {
      for version in duty.versions {
        let text = version.text
        add(text.condition, duty.provision, .dutyCondition)
        add(text.lasts, duty.provision, .length)
        for expression in [text.suspension, text.restart, text.share] {
          add(expression, duty.provision, .other)
        }
        if case .day(let expression) = text.anchor { add(expression, duty.provision, .other) }
        text.schedule.forEach { branch in
          add(branch.condition, duty.provision, .dutyException)
          for expression in branch.outcome?.expressions ?? [] {
            add(expression, duty.provision, .schedule)
          }
        }
      }
    }
    return all
  }
}

extension Definition.Body {
  var expressions: [CheckedExpression] {
    switch self {
    case .table(let table): return table.expressions
    case .branches(let base):
      var all: [CheckedExpression] = []
      base.forEach { branch in all += [branch.condition, branch.outcome].compactMap { $0 } }
      return all
    }
  }
}

extension Definition.Body {
  /// The slots that it reads, those in the cells of a table included.
  var slots: [Int] {
    switch self {
    case .table(let table): table.slots
    case .branches: expressions.flatMap(\.slots)
    }
  }
}

extension Schedule {
  var expressions: [CheckedExpression] {
    switch self {
    case .nothing: []
    case .within(let value), .byEndOfWeek(let value), .at(let value): [value]
    case .atLeast(let count, let length): [count, length]
    case .every(let period, let bound): [period] + [bound].compactMap { $0 }
    case .on(_, let delay): [delay].compactMap { $0 }
    case .after(let delay, let rest): [delay] + rest.expressions
    }
  }
}

extension Law {
  /// The slots that an expression reads, those of the definitions it names included.
  func slotsRead(by expression: CheckedExpression) -> Set<Int> {
    var seen: Set<Int> = []
    var open = expression.slots
    while let slot = open.popLast() {
      guard seen.insert(slot).inserted, case .definition(let index) = slots[slot] else { continue }
      for version in definitions[index].versions {
        open += version.text.slots
      }
    }
    return seen
  }
}

extension DecisionTable {
  /// The columns and outcomes; cells compare with constants or with names that the columns stand beside.
  var expressions: [CheckedExpression] {
    columns.map(\.expression) + rows.flatMap(\.then)
  }
}
