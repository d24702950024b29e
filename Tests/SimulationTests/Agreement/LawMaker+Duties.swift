/// Duties: every form of schedule and anchor, on the calendar or a clock, suspended, restarted, drawn by lot.
extension LawMaker {
  mutating func duties() -> [Draft.Entry] {
    let count = chance.from(3...7)
    return (0..<count).map { index in Draft.Entry("t\(index)", duty(index, of: count)) }
  }

  private mutating func duty(_ index: Int, of count: Int) -> Draft {
    let kind = chance.one(of: ["interview", "offer", "decision"])
    let schedule = schedule()
    let isFor = chance.once(in: 2) ? Draft.text("everyone") : .texts(chance.some(of: groups))
    let earlier = (0..<index).map { "t\($0)" }
    let includes = earlier.isEmpty || !chance.once(in: 3) ? nil : Draft.texts(chance.some(of: earlier))
    let isByChange = if case .mapping(let keys) = schedule { keys.contains { $0.key == "on" } } else { false }
    let keys = Draft.keys(
      ("kind", .text(kind)), ("for", isFor), ("when", condition(onceIn: 4)),
      ("counted from", isByChange || chance.once(in: 5) ? nil : .text(anchor())),
      ("counted on", chance.once(in: 4) ? .text(chance.one(of: clocks)) : nil), ("due", schedule),
      ("by", .text(chance.one(of: ["holding unit", "holding unit", "municipality", "doctor"] + units))),
      ("channel", chance.once(in: 4) ? .text("phone") : nil), ("includes", includes),
      ("suspended while", condition(onceIn: 4)), ("restarts when", condition(onceIn: 5)),
      ("lasts", kind == "offer" || chance.once(in: 8) ? .text(expressions.duration()) : nil),
      ("share", chance.once(in: 5) ? .text(expressions.share()) : nil),
      ("ordered by", chance.once(in: 6) ? .text("practice") : nil),
      ("consequence", chance.once(in: 8) ? .text("t\(chance.below(count))") : nil),
      ("round", chance.once(in: 4) ? .text(chance.one(of: ["up", "down"])) : nil),
      ("exceptions", chance.once(in: 3) ? exceptions(depth: 1) : nil))
    return dated(
      keys,
      { maker in
        switch maker.chance.below(4) {
        case 0: .keys(("when", maker.condition(depth: 1)))
        case 1: .keys(("by", .text("municipality")))
        case 2: .keys(("due", .text("none")))
        default: .keys(("due", maker.schedule()))
        }
      }, mayEnd: true)
  }

  private mutating func exceptions(depth: Int) -> Draft {
    let conditions = exclusive(chance.from(1...2))
    return .list(
      conditions.enumerated().map { index, condition in
        .keys(
          ("label", .text("x\(depth)\(index)")), ("when", .condition(condition)),
          ("due", chance.once(in: 4) ? .text("none") : schedule()),
          ("exceptions", depth > 0 && chance.once(in: 3) ? exceptions(depth: depth - 1) : nil))
      })
  }

  private mutating func anchor() -> String {
    switch chance.below(10) {
    case 0: return "case"
    case 1, 2: return "benefit"
    case 3: return "group"
    case 4: return "unit"
    case 5 where !episodes.isEmpty: return "episode \(chance.one(of: episodes))"
    case 6: return "event \(chance.one(of: ["missed", "called"]))"
    case 7: return "fact \(chance.one(of: ["sick", "level", "children", "promised"]))"
    case 8: return "day \(chance.one(of: ["promised", "called.last"]))"
    default: return "day \(expressions.expression(.date, depth: 1))"
    }
  }

  mutating func schedule() -> Draft {
    let isDelayed = chance.once(in: 5)
    func duration(_ maker: inout LawMaker) -> Draft { .text(maker.expressions.duration()) }
    let after = isDelayed ? duration(&self) : nil
    switch chance.below(7) {
    case 0: return .keys(("within", duration(&self)), ("after", after))
    case 1: return .keys(("at", duration(&self)), ("after", after))
    case 2: return .keys(("by end of week", .text(expressions.count())), ("after", after))
    case 3: return .keys(("at least", .text(expressions.count())), ("in", duration(&self)), ("after", after))
    case 4:
      let bound = chance.once(in: 2) ? Draft.text("\(chance.from(2...14)) months") : nil
      return .keys(("every", duration(&self)), ("for", bound), ("after", after))
    default:
      let within = chance.once(in: 2) ? duration(&self) : nil
      return .keys(("on", .text(change())), ("within", within), ("after", after))
    }
  }

  private mutating func change() -> String {
    switch chance.below(9) {
    case 0: return "case"
    case 1, 2: return "benefit"
    case 3: return "group"
    case 4: return "unit"
    case 5 where !episodes.isEmpty: return "episode \(chance.one(of: episodes))"
    case 6 where !episodes.isEmpty: return "end of episode \(chance.one(of: episodes))"
    case 7: return "fact \(chance.one(of: ["sick", "level", "trained", "hours"]))"
    default: return "event \(chance.one(of: ["missed", "called"]))"
    }
  }
}
