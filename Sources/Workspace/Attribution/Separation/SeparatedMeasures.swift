internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Parallel
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Synchronization
internal import Verification
internal import Vocabulary

/// What every set of a reform's measures costs, exactly, without replaying everybody under every set.
///
///     measures ──► what bears on which duty, for whom ──► few sets, each duty in every way
///     few sets ──► replayed on those whom they tell something ──► costs by duty ──► any set
///
/// A duty's demands hang on few measures: those that change its text or anything that it asks about. Under
/// two sets that agree on these, a citizen meets the same demands of that duty, day by day; what benefits
/// pay likewise. So a set's costs are put together duty by duty from whichever replay agrees with it.
/// Whole øre are made of them once, at the end, as they are of one replay.
struct SeparatedMeasures {
  private let run: AttributionRun
  private let order: MeasureOrder
  /// All closed sets but the empty one, which is the baseline.
  private let sets: [MeasureSet]
  private let measures: [Reform.Measure]

  init(_ run: AttributionRun, _ orders: EnactmentOrders, _ measures: [Reform.Measure]) {
    self.run = run
    order = orders.order
    sets = orders.sets.filter { !$0.isEmpty }
    self.measures = measures
  }

  /// One class of citizens with the sets that it is replayed under.
  fileprivate struct Part: Sendable {
    let citizens: [UInt32]
    /// Which of `masks` a duty or benefit belongs to.
    let duties: [String: Int]
    let benefits: [String: Int]
    let masks: Int
    let cover: PatternCover
  }

  /// What some citizens come to under a set.
  fileprivate struct Replayed: Sendable {
    /// What they cost: by mask, then by place.
    let sums: [[OutlayCosting.Sum]]
    /// What is demanded of them, and the mask of each duty.
    let demands: [(mask: Int, count: DemandCount)]

    static let nothing = Replayed(sums: [], demands: [])
  }

  /// What all sets come to; the empty set is not among them.
  struct Found {
    /// Costs by place.
    let values: [MeasureSet: [Int]]
    private let places: [MeasureSet: Int]
    private let parts: [Part]
    private let replayed: [[Replayed]]

    fileprivate init(values: [MeasureSet: [Int]], sets: [MeasureSet], parts: [Part], replayed: [[Replayed]]) {
      self.values = values
      places = Dictionary(zip(sets, sets.indices), uniquingKeysWith: { first, _ in first })
      self.parts = parts
      self.replayed = replayed
    }

    /// How often every duty is demanded under a set; `nil` for the empty one.
    func demands(under set: MeasureSet) -> [DemandCount]? {
      guard let place = places[set] else { return nil }
      var all: [ProvisionID: DemandCount] = [:]
      for (part, replayed) in zip(parts, replayed) {
        // Of each replay only what it stands for; a duty stands in one mask.
        let demands = part.cover.stands.enumerated().flatMap { mask, stands in
          replayed[stands[place]].demands.filter { $0.mask == mask }.map(\.count)
        }
        for demand in demands {
          let id = demand.reference.provision
          guard let known = all[id] else {
            all[id] = demand
            continue
          }
          // Its earliest text stands for the duty, whoever meets it.
          all[id] = demand.version < known.version ? demand : known
          all[id]?.count = known.count + demand.count
        }
      }
      return Array(all.values)
    }
  }

  /// - Throws: what reading a law with some of the measures, or replaying under it, throws.
  func found() throws(Diagnostic) -> Found {
    let switched = try self.switched()
    let parts = parts(switched)
    let replayed = try replayed(parts)
    let (sets, places) = (sets, run.target.places)
    let block = max(1, (sets.count + 7) / 8)
    let all = SideBySide.map((sets.count + block - 1) / block) { number in
      ((number * block)..<min(sets.count, (number + 1) * block)).map { set in
        var sums = Array(repeating: OutlayCosting.Sum(), count: places)
        for (part, replayed) in zip(parts, replayed) {
          for mask in 0..<part.masks {
            let costs = replayed[part.cover.stands[mask][set]].sums[mask]
            for place in 0..<places { sums[place] = sums[place] + costs[place] }
          }
        }
        return Outlay(sums: sums.map { ($0.law, $0.practice) }).totals
      }
    }
    return Found(
      values: Dictionary(zip(sets, all.flatMap { $0 }), uniquingKeysWith: { first, _ in first }),
      sets: sets, parts: parts, replayed: replayed)
  }

  // MARK: Which measures bear on what

  /// The reform with its measures as switches: a law for every way in which any entry can read.
  private func switched() throws(Diagnostic) -> SwitchedLaw {
    var changing: [SwitchedLaw.Name: Switches] = [:]
    for (place, measure) in measures.enumerated() {
      for change in measure.changes {
        changing[SwitchedLaw.Name(change.provision), default: 0] |= 1 << UInt64(place)
      }
    }
    var none: Set<Int> = []
    let cover = PatternCover(PatternCover.greatest(changing.values), sets, preferred: &none)
    let (run, order, sets) = (run, order, sets)
    let read = SideBySide.map(cover.chosen.count) { number in
      Result { () throws(Diagnostic) -> Law in
        let set = sets[cover.chosen[number]]
        do throws(Diagnostic) { return try run.law(with: set, order) } catch { throw run.told(error, of: set, order) }
      }
    }
    var laws: [(measures: Switches, law: Law)] = []
    for (place, law) in zip(cover.chosen, read) { laws.append((sets[place].bits, try law.get())) }
    return SwitchedLaw(
      laws, changing: changing, level: run.question.settings.practice, in: run.sample.frame.window,
      frozen: run.question.settings.lawDate)
  }

  private func parts(_ switched: SwitchedLaw) -> [Part] {
    let classes = CitizenClasses(
      run.sample, switched, vocabulary: run.reform.vocabulary, limit: SeparatedMeasures.classes, rounds: 2)
    var preferred: Set<Int> = []
    var covers: [[Switches]: PatternCover] = [:]
    let masks = classes.classes.map { part in
      PatternCover.greatest(part.bearing.duties.values.map { $0 } + part.bearing.benefits.values)
    }
    // The hardest first: what it takes serves the others.
    func hardness(_ masks: [Switches]) -> Int { masks.reduce(0) { $0 + $1.nonzeroBitCount } }
    let harder = { (left: [Switches], right: [Switches]) in
      let (first, second) = (hardness(left), hardness(right))
      return first == second ? left.lexicographicallyPrecedes(right) : first > second
    }
    for mask in Set(masks).sorted(by: harder) {
      covers[mask] = PatternCover(mask, sets, preferred: &preferred)
    }
    var parts: [Part] = []
    for (part, masks) in zip(classes.classes, masks) {
      guard let cover = covers[masks] else { continue }
      func place(_ switches: Switches) -> Int { masks.firstIndex { switches & ~$0 == 0 } ?? 0 }
      parts.append(
        Part(
          citizens: part.citizens, duties: part.bearing.duties.mapValues(place),
          benefits: part.bearing.benefits.mapValues(place), masks: masks.count, cover: cover))
    }
    return parts
  }

  /// More classes tell citizens better apart, and take longer to look through.
  private static let classes = 256

  // MARK: Replays

  /// - Returns: by part, what it comes to under each set of its cover.
  private func replayed(_ parts: [Part]) throws(Diagnostic) -> [[Replayed]] {
    // By set, the parts that are replayed under it: a law is read once.
    var asked: [Int: [(part: Int, chosen: Int)]] = [:]
    for (part, one) in parts.enumerated() {
      for (chosen, set) in one.cover.chosen.enumerated() { asked[set, default: []].append((part, chosen)) }
    }
    // Those who take longest first, so that all workers end together.
    func work(_ set: Int) -> Int { (asked[set] ?? []).reduce(0) { $0 + parts[$1.part].citizens.count } }
    let all = asked.keys.sorted { (work($1), $0) < (work($0), $1) }
    let tasks = all.map { (set: sets[$0], parts: asked[$0] ?? []) }
    let begun = Atomic(0)
    let found = try run.sample.each(of: tasks.count) { number throws(Diagnostic) -> [Replayed] in
      run.question.progress(begun.add(1, ordering: .relaxed).newValue, tasks.count)
      let set = tasks[number].set
      do throws(Diagnostic) {
        return try replays(under: run.plan(run.law(with: set, order)), tasks[number].parts.map { parts[$0.part] })
      } catch {
        throw run.told(error, of: set, order)
      }
    }
    var replayed = parts.map { [Replayed](repeating: .nothing, count: $0.cover.chosen.count) }
    for (task, found) in zip(tasks, found) {
      for (place, one) in zip(task.parts, found) { replayed[place.part][place.chosen] = one }
    }
    return replayed
  }

  private func replays(under plan: SimulationPlan, _ parts: [Part]) throws(Diagnostic) -> [Replayed] {
    let costing = run.costing(plan.codebook)
    var replay = PricedReplay(run.sample, plan)
    var found: [Replayed] = []
    for part in parts {
      let tally = try replay.tally(of: part.citizens)
      let duties = plan.codebook.dutyTexts.map { part.duties[$0.reference.provision.name] ?? -1 }
      let benefits = plan.codebook.benefits.map { part.benefits[$0.provision.name] ?? -1 }
      let counts = DemandCount.all(
        of: PriceMatrix.Side(tally: tally, codebook: plan.codebook), in: run.years)
      found.append(
        Replayed(
          sums: try costing.sums(
            of: tally, in: run.years, parts: part.masks, duty: { duties[$0] }, benefit: { benefits[$0] }),
          demands: counts.map { (part.duties[$0.reference.provision.name] ?? -1, $0) }))
    }
    return found
  }
}

/// Replays citizens of a sample under one plan, and keeps what has a price.
struct PricedReplay {
  let sample: CitizenSample
  private let writer: TallyWriter
  private var replayer: Replayer
  /// Of whoever was replayed last: its room is used again.
  private var record = CourseRecord()

  init(_ sample: CitizenSample, _ plan: SimulationPlan) {
    self.sample = sample
    writer = TallyWriter(codebook: plan.codebook, frame: sample.frame)
    replayer = Replayer(plan, compiled: sample.compiled(plan))
  }

  /// - Throws: when the rules cannot decide a course.
  mutating func tally(of places: some Sequence<UInt32>) throws(Diagnostic) -> Tally {
    var tally = Tally()
    for place in places.lazy.map(Int.init) {
      let citizen = sample.citizen(place)
      try replayer.replay(citizen.scenario, into: &record)
      try writer.addPriced(record, weight: citizen.weight, to: &tally)
    }
    return tally
  }
}
