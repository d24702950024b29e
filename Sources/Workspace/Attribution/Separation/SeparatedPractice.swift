internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Parallel
internal import Quantities
internal import Simulation
internal import Verification
internal import Vocabulary

/// What each use of discretion by itself makes of what counts, many of them in one replay.
///
/// Most uses of discretion bear on few duties. Those that bear on no duty together are moved at once, and
/// each is told from what its own duties then cost; whom none of them bears on is not replayed. What comes
/// out is what moving each by itself would give, to the øre.
struct SeparatedPractice {
  private let run: AttributionRun

  /// What counts under a law: in all, and by batch, each grown to everybody.
  ///
  /// - Unit: øre.
  struct Counted {
    let counted: Int
    let batches: [Int]
  }

  typealias Ends = (low: Counted, high: Counted)

  init(_ run: AttributionRun) { self.run = run }

  /// What some laws come to when their uses of discretion are moved.
  struct Found {
    /// By law, with each use of discretion by itself at its low and at its high end.
    fileprivate(set) var each: [[ProvisionID: Ends]]
    /// By law, with all of them there.
    fileprivate(set) var all: [Ends]
  }

  func ends(of laws: [Law]) throws(Diagnostic) -> Found {
    let sides = self.sides(laws)
    var tasks: [Task] = []
    for place in laws.indices { tasks += [.all(place, .low), .all(place, .high)] }
    for (side, one) in sides.enumerated() {
      tasks.append(.still(side))
      for color in one.colors.indices { tasks += [.moved(side, color, .low), .moved(side, color, .high)] }
    }
    let asked = tasks
    let replays = try run.sample.each(of: asked.count) { number throws(Diagnostic) -> Replays in
      switch asked[number] {
      case .all(let place, let level): return try all(laws[place], level)
      case .still(let side): return try sides[side].still(run)
      case .moved(let side, let color, let level): return try sides[side].moved(run, color, level)
      }
    }
    var found = Found(each: laws.map { _ in [:] }, all: [])
    for place in laws.indices {
      guard case .moved(let low) = replays[2 * place], case .moved(let high) = replays[2 * place + 1]
      else { continue }
      found.all.append((counted(low[0]), counted(high[0])))
    }
    var next = 2 * laws.count
    for side in sides {
      let count = 1 + 2 * side.colors.count
      let ends = try self.ends(of: side, Array(replays[next..<next + count]))
      found.each[side.place].merge(ends) { first, _ in first }
      next += count
    }
    return found
  }

  private enum Task: Sendable {
    /// A law by its place with everything moved.
    case all(Int, PracticeLevel)
    case still(Int)
    case moved(Int, _ color: Int, PracticeLevel)
  }

  /// What a replay leaves: tallies by class and batch where nothing is moved, sums by use and batch else.
  private enum Replays: Sendable {
    case still([[Tally]], Codebook)
    case moved([[OutlayCosting.Sum]])
  }

  private func all(_ law: Law, _ level: PracticeLevel) throws(Diagnostic) -> Replays {
    let values = Dictionary(
      law.practices.map { ($0.provision.id, $0[level]) }, uniquingKeysWith: { first, _ in first })
    let plan = try run.plan(law.setting(values))
    var replay = PricedReplay(run.sample, plan)
    return .moved([try whole(replay.tallies(of: 0..<UInt32(run.sample.count)), run.costing(plan.codebook))])
  }

  /// What counts, by batch.
  private func whole(_ tallies: [Tally], _ costing: OutlayCosting) throws(Diagnostic) -> [OutlayCosting.Sum] {
    var whole: [OutlayCosting.Sum] = []
    for tally in tallies {
      whole.append(try costing.sums(of: tally, in: run.years, parts: 1, duty: { _ in 0 }, benefit: { _ in 0 })[0][0])
    }
    return whole
  }

  // MARK: One law

  private func sides(_ laws: [Law]) -> [Side] {
    var parts: [(place: Int, law: Law, practices: [Practice])] = []
    for (place, law) in laws.enumerated() {
      // As many at a time as there are switches.
      for first in stride(from: 0, to: law.practices.count, by: 64) {
        parts.append((place, law, Array(law.practices[first..<min(law.practices.count, first + 64)])))
      }
    }
    var sides: [Side] = []
    var first: CitizenClasses?
    for part in parts {
      let switches = part.practices.enumerated().map { ($1.provision.id, Switches(1) << UInt64($0)) }
      let switched = SwitchedLaw(
        part.law, switches: Dictionary(switches, uniquingKeysWith: { first, _ in first }),
        level: run.question.settings.practice, in: run.sample.frame.window,
        frozen: run.question.settings.lawDate)
      // Looking for what to tell citizens apart by takes longest, and two laws on one people hardly differ in it.
      let classes = CitizenClasses(
        run.sample, switched, vocabulary: part.law.vocabulary, limit: SeparatedPractice.classes, rounds: 1,
        like: first)
      first = first ?? classes
      sides.append(Side(part.place, part.law, part.practices, classes))
    }
    return sides
  }

  private struct Side: Sendable {
    let place: Int
    let law: Law
    let practices: [Practice]
    let classes: [(all: Switches, citizens: [UInt32])]
    /// What bears on each duty and benefit, of whatever class.
    let duties: [String: Switches]
    let benefits: [String: Switches]
    /// Uses of discretion that are moved together, by their places.
    let colors: [[Int]]

    init(_ place: Int, _ law: Law, _ practices: [Practice], _ found: CitizenClasses) {
      self.place = place
      self.law = law
      self.practices = practices
      classes = found.classes.map { ($0.bearing.all, $0.citizens) }
      var duties: [String: Switches] = [:]
      var benefits: [String: Switches] = [:]
      for part in found.classes {
        duties.merge(part.bearing.duties) { $0 | $1 }
        benefits.merge(part.bearing.benefits) { $0 | $1 }
      }
      self.duties = duties
      self.benefits = benefits
      let masks = Set(Array(duties.values) + Array(benefits.values))
      var colors: [[Int]] = []
      var taken: [Switches] = []
      for place in practices.indices {
        let bit: Switches = 1 << UInt64(place)
        let beside: Switches = masks.reduce(0) { $1 & bit == 0 ? $0 : $0 | $1 }
        guard beside != 0 else { continue }
        if let color = taken.firstIndex(where: { $0 & beside == 0 }) {
          colors[color].append(place)
          taken[color] |= bit
        } else {
          colors.append([place])
          taken.append(bit)
        }
      }
      self.colors = colors
    }

    func bits(_ color: [Int]) -> Switches { color.reduce(0) { $0 | Switches(1) << UInt64($1) } }

    func still(_ run: AttributionRun) throws(Diagnostic) -> Replays {
      let plan = try run.plan(law)
      var replay = PricedReplay(run.sample, plan)
      var tallies: [[Tally]] = []
      for part in classes { tallies.append(try replay.tallies(of: part.citizens)) }
      return .still(tallies, plan.codebook)
    }

    func moved(_ run: AttributionRun, _ color: Int, _ level: PracticeLevel) throws(Diagnostic) -> Replays {
      let moved = colors[color]
      let values = Dictionary(
        moved.map { (practices[$0].provision.id, practices[$0][level]) }, uniquingKeysWith: { first, _ in first })
      let plan = try run.plan(law.setting(values))
      var replay = PricedReplay(run.sample, plan)
      let touched = classes.filter { $0.all & bits(moved) != 0 }.flatMap(\.citizens).sorted()
      return .moved(try sums(try replay.tallies(of: touched), moved, run, plan.codebook))
    }

    /// By use of discretion and batch, what the duties and benefits cost that it bears on.
    func sums(
      _ tallies: [Tally], _ moved: [Int], _ run: AttributionRun, _ codebook: Codebook
    ) throws(Diagnostic) -> [[OutlayCosting.Sum]] {
      func place(_ switches: Switches?) -> Int {
        moved.firstIndex { (switches ?? 0) & (Switches(1) << UInt64($0)) != 0 } ?? -1
      }
      let costing = run.costing(codebook)
      let duties = codebook.dutyTexts.map { place(self.duties[$0.reference.provision.name]) }
      let benefits = codebook.benefits.map { place(self.benefits[$0.provision.name]) }
      var sums = moved.map { _ in [OutlayCosting.Sum]() }
      for tally in tallies {
        let found = try costing.sums(
          of: tally, in: run.years, parts: moved.count, duty: { duties[$0] }, benefit: { benefits[$0] })
        for part in moved.indices { sums[part].append(found[part][0]) }
      }
      return sums
    }
  }

  /// More classes tell citizens better apart, and take longer to look through.
  private static let classes = 32

  // MARK: What comes out

  private func ends(of side: Side, _ found: [Replays]) throws(Diagnostic) -> [ProvisionID: Ends] {
    guard case .still(let tallies, let codebook)? = found.first else { return [:] }
    let batches = run.sample.batches
    func merged(_ isMeant: (Switches) -> Bool) -> [Tally] {
      batches.map { batch in
        var all = Tally()
        for (part, tally) in zip(side.classes, tallies) where isMeant(part.all) { all.merge(tally[batch]) }
        return all
      }
    }
    let whole = try self.whole(merged { _ in true }, run.costing(codebook))
    let still = counted(whole)
    var ends: [ProvisionID: Ends] = [:]
    for practice in side.practices { ends[practice.provision.id] = (still, still) }
    for (color, places) in side.colors.enumerated() {
      guard case .moved(let low) = found[1 + 2 * color], case .moved(let high) = found[2 + 2 * color]
      else { continue }
      let bits = side.bits(places)
      let base = try side.sums(merged { $0 & bits != 0 }, places, run, codebook)
      for (index, place) in places.enumerated() {
        func shifted(_ moved: [OutlayCosting.Sum]) -> Counted {
          counted(batches.map { whole[$0] + moved[$0] - base[index][$0] })
        }
        ends[side.practices[place].provision.id] = (shifted(low[index]), shifted(high[index]))
      }
    }
    return ends
  }

  private func counted(_ sums: [OutlayCosting.Sum]) -> Counted {
    func øre(_ sum: OutlayCosting.Sum) -> Int { Outlay(sums: [(sum.law, sum.practice)]).total }
    return Counted(
      counted: øre(sums.reduce(OutlayCosting.Sum(), +)),
      batches: zip(run.sample.batches, sums).map { batch, sum in
        let counted = øre(sum)
        return Money(øre: counted).share(run.sample.growth(of: batch), .halfUp)?.øre ?? counted
      })
  }
}

extension PricedReplay {
  /// What some citizens add up to in each batch of their sample.
  ///
  /// - Parameter places: ascending.
  mutating func tallies(of places: some RandomAccessCollection<UInt32>) throws(Diagnostic) -> [Tally] {
    var tallies: [Tally] = []
    var next = places.startIndex
    for range in sample.batchRanges {
      let first = next
      while next < places.endIndex, places[next] < range.upperBound { places.formIndex(after: &next) }
      tallies.append(try tally(of: places[first..<next]))
    }
    return tallies
  }
}
