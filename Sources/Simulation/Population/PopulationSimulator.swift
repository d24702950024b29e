internal import Dispatch
package import Diagnostics
package import Outcomes
internal import Parallel
internal import Quantities
internal import Scenarios
internal import Synchronization

/// Replays a sample under several laws at once and adds it up, on as many workers as it is given.
///
///     sample ──► blocks of citizens ──► worker: replay under every law, tally ──► merged
///
/// Workers take block after block, so none waits for another. What they add up can be added in any
/// order, so neither their number nor the division of the sample shows in the result.
package struct PopulationSimulator<Evaluator: CourseEvaluator>: Sendable {
  private let frame: Tally.Frame
  private let measures: CitizenMeasures
  private let codebooks: [Codebook]
  private let makeEvaluators: @Sendable () -> [Evaluator]
  private let writers: [TallyWriter]
  private let readers: [FiguresReader]

  /// Citizens that a worker takes at a time: enough that taking costs nothing, few enough that all
  /// workers end together.
  private static var block: Int { 64 }

  /// - Parameters:
  ///   - codebooks: of the laws, the one that losses are told against first.
  ///   - evaluators: one for each law, anew for each worker.
  package init(
    frame: Tally.Frame, measures: CitizenMeasures, codebooks: [Codebook],
    evaluators: @escaping @Sendable () -> [Evaluator]
  ) {
    self.frame = frame
    self.measures = measures
    self.codebooks = codebooks
    makeEvaluators = evaluators
    writers = codebooks.map { TallyWriter(codebook: $0, frame: frame) }
    readers = codebooks.map { FiguresReader(measures, codebook: $0, frame: frame) }
  }

  /// What is to be done with a sample.
  package struct Orders: Sendable {
    /// The citizens by number; all of the sample when `nil`.
    package var part: Range<Int>?
    package var workers = 1
    /// Told how many citizens are done, now and then and from any worker.
    package var progress: @Sendable (Int) -> Void = { _ in }
    /// Asked now and then; the run ends early when it says so.
    package var isCancelled: @Sendable () -> Bool = { false }

    package init() {}
  }

  /// - Returns: `nil` when it was cancelled.
  /// - Throws: what the rules cannot decide, for the first citizen of whom they cannot; the same one
  ///   however many workers there are.
  @_specialize(where Evaluator == Replayer)
  package func run(_ sample: Sample, _ orders: Orders = Orders()) throws(Diagnostic) -> PopulationTally? {
    let part = (orders.part ?? 0..<sample.count).clamped(to: 0..<sample.count)
    let next = Atomic(part.lowerBound)
    return try run(orders) {
      let start = next.add(Self.block, ordering: .relaxed).oldValue
      guard start < part.upperBound else { return nil }
      return Block(start: start, count: min(Self.block, part.upperBound - start)) { sample[$0] }
    }
  }

  /// The same of citizens who come one after another; the order's `part` is not looked at.
  @_specialize(where Evaluator == Replayer)
  package func run(
    _ stream: CitizenStream, _ orders: Orders = Orders()
  ) throws(Diagnostic) -> PopulationTally? {
    try run(orders) {
      let (start, members) = stream.next(Self.block)
      guard !members.isEmpty else { return nil }
      return Block(start: start, count: members.count) { members[$0 - start] }
    }
  }

  /// Citizens that one worker replays.
  private struct Block {
    let start: Int
    let count: Int
    let member: (Int) -> Sample.Member
  }

  /// - Parameter take: the next block, in order of the citizens' numbers; asked by any worker.
  private func run(_ orders: Orders, take: @Sendable () -> Block?) throws(Diagnostic) -> PopulationTally? {
    let done = Atomic(0)
    let isCancelled = Atomic(false)
    let failedAt = Atomic(Int.max)
    let state = Guarded((tally: PopulationTally(laws: codebooks.count), failure: Diagnostic?.none))
    DispatchQueue.concurrentPerform(iterations: max(1, orders.workers)) { _ in
      var worker = Worker(simulator: self, evaluators: makeEvaluators())
      // Blocks are taken in order, so whoever fails first by number has been taken before this one.
      while !isCancelled.load(ordering: .relaxed), let block = take(),
        block.start < failedAt.load(ordering: .relaxed)
      {
        for index in block.start..<(block.start + block.count) {
          do throws(Diagnostic) {
            try worker.add(block.member(index), number: index)
          } catch {
            state.withLock { state in
              guard index < failedAt.load(ordering: .relaxed) else { return }
              failedAt.store(index, ordering: .relaxed)
              state.failure = error
            }
            break
          }
        }
        orders.progress(done.add(block.count, ordering: .relaxed).newValue)
        if orders.isCancelled() { isCancelled.store(true, ordering: .relaxed) }
      }
      state.withLock { $0.tally.merge(worker.tally) }
    }
    let (tally, failure) = state.withLock { $0 }
    if let failure { throw failure }
    return isCancelled.load(ordering: .relaxed) ? nil : tally
  }

  /// What one worker keeps from citizen to citizen.
  private struct Worker {
    let simulator: PopulationSimulator
    var evaluators: [Evaluator]
    var records: [CourseRecord]
    var tally: PopulationTally

    init(simulator: PopulationSimulator, evaluators: [Evaluator]) {
      self.simulator = simulator
      self.evaluators = evaluators
      records = evaluators.map { _ in CourseRecord() }
      tally = PopulationTally(laws: evaluators.count)
    }

    mutating func add(_ member: Sample.Member, number: Int) throws(Diagnostic) {
      let (scenario, window) = (member.scenario, simulator.frame.window)
      let questions = simulator.measures.questions(in: scenario, window: window)
      var figures: [CitizenFigures] = []
      figures.reserveCapacity(evaluators.count)
      var hasCase = false
      // Held by nobody else while it is read, for each look at a shared one would count its arrays.
      var record = CourseRecord()
      for law in evaluators.indices {
        swap(&record, &records[law])
        defer { swap(&record, &records[law]) }
        do throws(Diagnostic) {
          try evaluators[law].replay(scenario, into: &record)
        } catch {
          throw error.told(of: scenario.id, number, under: simulator.codebooks[law].law)
        }
        let paid = try simulator.writers[law].add(
          record, period: scenario.period, weight: member.weight, to: &tally.laws[law])
        figures.append(simulator.readers[law].figures(of: record, questions: questions, benefits: paid))
        hasCase = hasCase || record.hasCase(in: window)
      }
      guard hasCase else { return }
      swap(&record, &records[0])
      let cells = simulator.measures.cells(of: scenario, record, frame: simulator.frame)
      swap(&record, &records[0])
      tally.pairs.add(figures, cells: cells, weight: member.weight)
    }
  }
}

extension Diagnostic {
  /// The same, saying of whom and how to meet the citizen again.
  fileprivate func told(of citizen: String, _ number: Int, under law: String) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: range, hint: hint,
      notes: notes + [
        Note(
          "the citizen is '\(citizen)' under the law '\(law)'; '--citizen \(number)' replays it alone",
          at: range)
      ])
  }
}
