/// Definitions: values, values with exceptions that nest, and decision tables.
extension LawMaker {
  mutating func definition(_ name: String) -> Draft.Entry {
    let stage = chance.one(of: [.facts, .facts, .facts, .benefit, .group, .unit] as [ExpressionMaker.Stage])
    let members = Array(["red", "green", "blue", "white"].prefix(chance.from(2...4)))
    let kind = chance.one(
      of: [.boolean, .boolean, .number, .days, .months, .date, .money(per: "month"), .member(of: members)]
        as [ExpressionMaker.Kind])
    let hasTable = chance.once(in: 3)
    let keys = hasTable ? table(kind, stage) : branches(kind, stage)
    let text = dated(
      keys,
      { hasTable ? $0.table(kind, stage) : .keys(("value", .text($0.outcome(kind, stage)))) }, mayEnd: false)
    guard case .mapping(var entries) = text else { return Draft.Entry(name, text) }
    if hasTable || kind.isEnumeration || chance.once(in: 2) { entries.insert(.init("type", type(kind)), at: 0) }
    declare(name, kind, stage)
    if case .member = kind { choosers.append((name, members, stage)) }
    return Draft.Entry(name, .mapping(entries))
  }

  private func type(_ kind: ExpressionMaker.Kind) -> Draft {
    switch kind {
    case .boolean: .text("boolean")
    case .number: .text("number")
    case .days: .text("days")
    case .months: .text("months")
    case .date: .text("date")
    case .amount: .text("money")
    case .money(let per): .text("money per \(per)")
    case .member(let members): .texts(members)
    }
  }

  private mutating func outcome(_ kind: ExpressionMaker.Kind, _ stage: ExpressionMaker.Stage) -> String {
    switch kind {
    // A length is longer than nothing, so that a schedule can count on it.
    case .days, .months: expressions.length(kind, upTo: stage)
    default: expressions.expression(kind, depth: 2, upTo: stage)
    }
  }

  // MARK: Branches

  private mutating func branches(_ kind: ExpressionMaker.Kind, _ stage: ExpressionMaker.Stage) -> Draft {
    let isSaidByExceptions = isSound && chance.once(in: 6)
    let exceptions = isSaidByExceptions || chance.once(in: 2) ? exceptions(kind, stage, depth: 2, isComplete: isSaidByExceptions) : nil
    return .keys(
      ("value", isSaidByExceptions ? nil : .text(outcome(kind, stage))), ("exceptions", exceptions))
  }

  private mutating func exceptions(
    _ kind: ExpressionMaker.Kind, _ stage: ExpressionMaker.Stage, depth: Int, isComplete: Bool
  ) -> Draft {
    let conditions = exclusive(chance.from(1...2), stage, isComplete: isComplete)
    return .list(
      conditions.enumerated().map { index, condition in
        let inner =
          depth > 0 && chance.once(in: 3) ? exceptions(kind, stage, depth: depth - 1, isComplete: false) : nil
        return .keys(
          ("label", .text("e\(depth)\(index)")), ("when", .condition(condition)),
          ("value", .text(outcome(kind, stage))), ("exceptions", inner))
      })
  }

  // MARK: Tables

  private mutating func table(_ kind: ExpressionMaker.Kind, _ stage: ExpressionMaker.Stage) -> Draft {
    let columns = (0..<chance.from(1...3)).map { _ in column(stage) }
    var hit = chance.one(of: ["unique", "unique", "unique", "first", "any", "collect"])
    var rows: [[String]] = []
    switch hit {
    case "collect":
      switch kind {
      case .number: hit = "collect \(chance.one(of: ["count", "sum", "min", "max"]))"
      case .days, .months, .money: hit = "collect \(chance.one(of: ["sum", "min", "max"]))"
      default: hit = "first"
      }
      fallthrough
    case "first":
      rows = (0..<chance.from(1...3)).map { _ in columns.map { chance.once(in: 2) ? "-" : chance.one(of: $0.cells) } }
      rows.append(columns.map { _ in "-" })
    default: rows = split(columns.map(\.cells))
    }
    let same = hit == "any" ? outcome(kind, stage) : nil
    if hit == "any" { rows.append(columns.map { _ in "-" }) }
    return .keys(
      (
        "table",
        .keys(
          ("hit", .text(hit)), ("because", hit == "first" ? .text("their order is that of the act") : nil),
          ("columns", .texts(columns.map(\.name))),
          (
            "rows",
            .list(rows.map { .keys(("when", .texts($0)), ("then", .text(same ?? outcome(kind, stage)))) })
          ))
      ))
  }

  /// What a column is about, and cells of which one fits any value.
  private mutating func column(_ stage: ExpressionMaker.Stage) -> (name: String, cells: [String]) {
    let known = expressions.names.filter { $0.stage <= stage && !$0.isOptional }
    if chance.once(in: 5) { return (expressions.expression(.boolean, depth: 1, upTo: stage), ["true", "false"]) }
    let name = chance.one(of: known)
    switch name.kind {
    case .boolean: return (name.text, ["true", "false"])
    case .member(let members):
      let middle = chance.from(1...max(1, members.count - 1))
      let (first, rest) = (members.prefix(middle), members.dropFirst(middle))
      let inverse = rest.isEmpty ? ["-"] : [chance.once(in: 3) ? "not(\(first.joined(separator: ", ")))" : rest.joined(separator: ", ")]
      return (name.text, [first.joined(separator: ", ")] + inverse)
    default:
      let (low, high) = bounds(name)
      if chance.once(in: 2) { return (name.text, ["< \(low)", ">= \(low)"]) }
      return (name.text, ["<= \(low)", "(\(low)..\(high)]", "> \(high)"])
    }
  }

  /// Two values of a name's kind, the first the lesser.
  private mutating func bounds(_ name: ExpressionMaker.Name) -> (String, String) {
    let low = chance.from(1...4)
    let high = low + chance.from(1...9)
    switch name.kind {
    case .days: return ("\(low) weeks", "\(high) weeks")
    case .months: return ("\(low) months", "\(high) months")
    case .date: return ("202\(chance.from(1...2))-0\(low)-15", "2023-0\(min(9, high))-01")
    case .amount: return ("\(low)_000 kr", "\(high)_000 kr")
    case .money(let per): return ("\(low)_000 kr per \(per)", "\(high)_000 kr per \(per)")
    default: return name.text == "age" ? ("\(18 + low)", "\(25 + high)") : ("\(low)", "\(high)")
    }
  }

  /// Rows of which one fits whatever the columns hold.
  private mutating func split(_ columns: [[String]]) -> [[String]] {
    guard let cells = columns.first else { return [[]] }
    let rest = Array(columns.dropFirst())
    if chance.once(in: 4) { return split(rest).map { ["-"] + $0 } }
    return cells.flatMap { cell in split(rest).map { [cell] + $0 } }
  }
}

extension ExpressionMaker.Kind {
  fileprivate var isEnumeration: Bool { if case .member = self { true } else { false } }
}
