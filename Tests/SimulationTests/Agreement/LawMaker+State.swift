/// Figures, clocks, episodes, and the sharing of costs.
extension LawMaker {
  mutating func parameter(_ name: String) -> Draft {
    let kind: ExpressionMaker.Kind
    let unit: String
    switch name {
    case "p-days": (kind, unit) = (.days, "days")
    case "p-months": (kind, unit) = (.months, "months")
    case "p-money": (kind, unit) = (.money(per: "month"), "money per month")
    case "p-share": (kind, unit) = (.number, "share")
    default: (kind, unit) = (.number, "number")
    }
    let days = ["2019-07-01"] + (chance.once(in: 2) ? [day()] : [])
    let values = days.map { Draft.Entry($0, .text(figure(name))) }
    declare(name, kind)
    return .keys(("cite", .text("T")), ("unit", .text(unit)), ("values", .mapping(values)))
  }

  private mutating func figure(_ name: String) -> String {
    switch name {
    case "p-days": chance.one(of: ["\(chance.from(1...12)) weeks", "\(chance.from(1...60)) days"])
    case "p-months": "\(chance.from(1...12)) months"
    case "p-money": "\(chance.from(1...20))_345 kr per month"
    case "p-share": "\(chance.from(0...10) * 10) %"
    default: "\(chance.from(0...5))"
    }
  }

  mutating func practice(_ name: String) -> Draft {
    let isCount = name == "u-count"
    let low = chance.from(1...3)
    let steps = [low, low + chance.below(3), low + 2 + chance.below(4)]
    func value(_ step: Int) -> Draft { .text(isCount ? "\(step)" : "\(step) weeks") }
    declare(name, isCount ? .number : .days)
    return .keys(
      ("kind", .text(isCount ? "count" : "interval")), ("unit", .text(isCount ? "number" : "days")),
      ("floor", .text("none")), ("ceiling", .text("none")), ("low", value(steps[0])), ("base", value(steps[1])),
      ("high", value(steps[2])), ("evidence", .text("none is known")))
  }

  mutating func clock() -> Draft {
    let window = chance.one(of: [nil, nil, "26 weeks", "9 months", "30 days", "1 month"])
    let isUnbroken = window == nil && chance.once(in: 3)
    return dated(
      .keys(
        ("counts", condition(depth: 1)), ("within", window.map { .text($0) }),
        ("resets when", condition(onceIn: 3)), ("unbroken", isUnbroken ? .text("true") : nil)),
      { $0.chance.once(in: 2) ? .keys(("counts", $0.condition(depth: 1))) : .keys(("within", .text("13 weeks"))) },
      mayEnd: true)
  }

  mutating func episode() -> Draft {
    let longest = chance.once(in: 2) ? Draft.text(expressions.duration()) : nil
    let begins = expressions.expression(.boolean, depth: 1)
    // What may begin anew on the day it ends does so every day: some episodes, and not most.
    let ends = chance.once(in: 16) ? condition(depth: 1) : .condition("not(\(begins))")
    return dated(
      .keys(("begins when", .condition(begins)), ("ends when", ends), ("at most", longest)),
      { .keys(("ends when", $0.condition(depth: 1))) }, mayEnd: true)
  }

  mutating func financing() -> Draft {
    func shares(_ municipality: Int) -> Draft {
      .keys(("municipality", .text("\(municipality) %")), ("state", .text("\(100 - municipality) %")))
    }
    var steps: [Draft] = []
    var bound = 0
    for _ in 0..<chance.below(3) {
      bound += chance.from(1...9)
      steps.append(.keys(("up to", .text("\(bound) weeks")), ("shares", shares(chance.from(0...9) * 10))))
    }
    steps.append(.keys(("shares", shares(70))))
    return .keys(
      ("cite", .text("T")), ("counted on", .text(chance.one(of: clocks))), ("steps", .list(steps)))
  }
}
