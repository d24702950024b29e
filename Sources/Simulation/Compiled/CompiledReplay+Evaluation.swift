internal import Expressions
internal import Quantities

extension CompiledReplay {
  /// The word that a node computes. When nothing can be computed the replay is stuck, and the word
  /// means nothing.
  @inline(__always)
  mutating func evaluate(_ index: Int32) -> Int {
    let node = nodes[Int(index)]
    switch node.operation {
    case .constant: return node.word
    case .word: return words[Int(node.first)]
    case .decision: return decide(from: node.first) ? 1 : 0
    default: return compute(node)
    }
  }

  /// The word of a node that is more than one look.
  private mutating func compute(_ node: Node) -> Int {
    switch node.operation {
    case .definition: return definition(Int(node.first))
    case .negative: return -evaluate(node.first)
    case .condition:
      return evaluate(evaluate(node.first) != 0 ? node.second : node.third)
    case .otherwise:
      let first = evaluate(node.first)
      return first == Word.unknown ? evaluate(node.second) : first
    case .plus, .minus, .times: return arithmetic(node)
    case .least:
      let (first, second) = (evaluate(node.first), evaluate(node.second))
      return first < second ? first : second
    case .greatest:
      let (first, second) = (evaluate(node.first), evaluate(node.second))
      return first > second ? first : second
    case .addMonths, .addDays: return addition(node)
    case .part:
      let parts = Day(sinceEpoch: evaluate(node.first)).parts
      return node.word == 0 ? parts.year : node.word == 1 ? parts.month : parts.day
    case .roundHalfUp:
      let number = evaluate(node.first)
      let (steps, rest) = Int(number.magnitude).quotientAndRemainder(dividingBy: node.word)
      let rounded = (rest >= node.word - rest ? steps + 1 : steps) * node.word
      return number < 0 ? -rounded : rounded
    case .branch: return branch(node.first)
    case .rows: return rows(Int(node.first))
    case .plain, .plainTable: return plain(node)
    case .constant, .word, .decision, .stop, .not, .and, .or, .equal, .notEqual, .less, .atMost, .greater, .atLeast,
      .isMember, .crossing, .known:
      // The first three have been answered, and conditions are asked by their tests.
      isStuck = true
      return 0
    }
  }

  mutating func definition(_ index: Int) -> Int {
    let cell = cells.definitions + index
    if isDirty(cell) {
      let outer = beginAsking()
      words[layout.definitions + index] = evaluate(definitionNodes[index])
      endAsking(cell, outer)
    } else if until[cell] < soonest {
      soonest = until[cell]
    }
    return words[layout.definitions + index]
  }

  var born: Int {
    @inline(__always) get { plan.bornFact < 0 ? Word.unknown : words[layout.facts + plan.bornFact] }
  }

  var age: Int {
    mutating get {
      let born = self.born
      guard born != Word.unknown else { return 0 }
      if born != ageBorn || today < ageReached || today >= agePassed {
        let day = Day(sinceEpoch: born)
        ageBorn = born
        ageKnown = day.wholeYears(until: Day(sinceEpoch: today))
        ageReached = day.adding(months: 12 * ageKnown).sinceEpoch
        agePassed = day.adding(months: 12 * (ageKnown + 1)).sinceEpoch
      }
      return ageKnown
    }
  }

  mutating func reading(ofClock index: Int) -> Int {
    let clock = code.clocks[index]
    return clocks[index].value(on: today, hasWindow: clock.hasWindow, window: clock.window)
  }

  private mutating func arithmetic(_ node: Node) -> Int {
    let first = evaluate(node.first)
    let second = evaluate(node.second)
    let (result, overflow) =
      switch node.operation {
      case .plus: first.addingReportingOverflow(second)
      case .minus: first.subtractingReportingOverflow(second)
      default: first.multipliedReportingOverflow(by: second)
      }
    // Durations of thousands of years, and numbers that hardly fit, are left to the plain evaluator.
    if overflow || result.magnitude >= (node.third == 1 ? 100_000 : Word.limit.magnitude) {
      isStuck = true
      return 0
    }
    return result
  }

  private mutating func addition(_ node: Node) -> Int {
    let date = evaluate(node.first)
    let count = evaluate(node.second)
    let added = node.third == 1 ? -count : count
    // Years 300 to 9600, and no step longer than 300 years: nothing here can leave the calendar.
    let isDays = node.operation == .addDays
    guard (-600_000...2_780_000).contains(date), added.magnitude < (isDays ? 100_000 : 3_600) else {
      isStuck = true
      return 0
    }
    return isDays
      ? date + added : Day(sinceEpoch: date).adding(months: added).sinceEpoch
  }

  // MARK: Exceptions

  /// The outcome of a rule with exceptions.
  private mutating func branch(_ index: Int32) -> Int {
    var found = 0
    var word = 0
    applicable(Int(index)) { replay, outcome in
      let next = replay.evaluate(outcome)
      if found > 0, next != word { replay.isStuck = true }
      word = next
      found += 1
    }
    if found == 0 { isStuck = true }
    return word
  }

  /// The outcome of the only row that matches.
  private mutating func rows(_ index: Int) -> Int {
    let table = plan.branches[index]
    var outcome = table.outcome
    var found = 0
    for child in 0..<Int(table.count) {
      let row = plan.branches[Int(table.firstChild) + child]
      guard evaluate(row.condition) != 0 else { continue }
      outcome = row.outcome
      found += 1
    }
    if found > 1 { isStuck = true }
    return evaluate(outcome)
  }

  /// Visits the outcomes of the most specific branches that apply.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  mutating func applicable(_ index: Int, _ visit: (inout CompiledReplay, Int32) -> Void) -> Bool {
    let branch = plan.branches[index]
    var isFound = false
    for child in 0..<Int(branch.count) {
      let place = Int(branch.firstChild) + child
      guard evaluate(plan.branches[place].condition) != 0 else { continue }
      if applicable(place, visit) { isFound = true }
    }
    if !isFound, branch.outcome >= 0 {
      visit(&self, branch.outcome)
      return true
    }
    return isFound
  }
}
