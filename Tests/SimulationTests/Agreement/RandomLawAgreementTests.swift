internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Testing

/// The two evaluators, under laws that nobody wrote.
///
/// A law that the checker has something against (a condition that nobody can fulfil, two benefits at once) is
/// replayed like any other: then the two must differ in nothing, or both not decide.
///
/// `HEGN_AGREEMENT_LAWS` asks for more laws, `HEGN_AGREEMENT_CITIZENS` for more citizens under each, and
/// `HEGN_AGREEMENT_SEED` for others; a run that asks for laws says what it compared.
@Suite("Under a law made by chance")
struct RandomLawAgreementTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let laws = environment["HEGN_AGREEMENT_LAWS"].flatMap(Int.init) ?? 32
  static let citizens = environment["HEGN_AGREEMENT_CITIZENS"].flatMap(Int.init) ?? 8
  static let seed = environment["HEGN_AGREEMENT_SEED"].flatMap(UInt64.init) ?? 2_026
  /// So many stretches of the laws, for as many workers as there are.
  static let parts = 2

  /// What was compared.
  private struct Count {
    var laws = 0
    /// That the reader did not take.
    var refused = 0
    /// That were given to the checker, and that it has nothing against.
    var checked = 0
    var passed = 0
    var citizens = 0
    var left = 0
    var undecided = 0
    var demands = 0
    var unreached = 0
    var handOvers = 0
    var payments = 0
    var episodes = 0
    /// What the checker has against laws, and why citizens are not decided.
    var codes: [String: Int] = [:]

    mutating func add(_ record: CourseRecord) {
      demands += record.demands.count
      unreached += record.unreached.count
      handOvers += record.handOvers.count
      payments += record.payments.count
      episodes += record.episodes.count
    }
  }

  @Test("the fast evaluator gives the records of the plain one for citizens made by chance", arguments: 0..<parts)
  func agreement(part: Int) throws {
    let bench = try RandomLawBench()
    defer { bench.leave() }
    var count = Count()
    for index in stride(from: part, to: Self.laws, by: Self.parts) {
      try compare(law: index, bench, &count)
    }
    if Self.environment["HEGN_AGREEMENT_LAWS"] != nil { print("part \(part): \(count)") }

    // Otherwise the laws, or the citizens, say nothing.
    #expect(count.refused * 20 <= count.laws, "the reader takes most laws")
    #expect(count.passed * 5 >= count.checked * 2, "the checker has nothing against many laws")
    #expect(count.undecided * 5 <= count.citizens, "most laws decide most citizens")
    #expect(count.left * 5 <= count.citizens, "most laws have a compiled answer")
    let kinds = [count.demands, count.unreached, count.handOvers, count.payments, count.episodes]
    #expect(kinds.allSatisfy { $0 > count.laws / 4 }, "everything that a record can hold happens: \(kinds)")
  }

  private func compare(law index: Int, _ bench: RandomLawBench, _ count: inout Count) throws {
    let draft = LawMaker.law(index, seed: Self.seed)
    count.laws += 1
    let law: Law
    switch bench.read(draft) {
    case .law(let read): law = read
    case .refused(let findings):
      count.refused += 1
      for code in Set(findings.map(\.code)) { count.codes["refused: \(code)", default: 0] += 1 }
      return
    }
    // The checker replays citizens of its own, which takes longer than all that follows.
    if index / Self.parts % 3 == 0 {
      let errors = Set(bench.errors(in: law).map(\.code))
      count.checked += 1
      if errors.isEmpty { count.passed += 1 }
      for code in errors { count.codes["check: \(code)", default: 0] += 1 }
    }
    var agreement = Agreement(try bench.plan(law, number: index))
    let maker = CitizenMaker(law: law, seed: Self.seed &+ UInt64(index))
    for citizen in 0..<Self.citizens {
      let scenario = maker.citizen(citizen)
      count.citizens += 1
      switch agreement.verdict(on: scenario) {
      case .same(let record): count.add(record)
      case .left: count.left += 1
      case .undecided(let error):
        count.undecided += 1
        count.codes["undecided: \(error.code)", default: 0] += 1
      case .different:
        let small = bench.smallest(draft, index, scenario)
        let folder = try bench.write(
          small?.draft ?? draft, small?.citizen ?? scenario, named: "hegn-agreement-\(Self.seed)-\(index)-\(citizen)")
        let words = small.map { $0.agreement.difference(on: $0.citizen) } ?? "only after the citizens before"
        Issue.record(
          """
          seed \(Self.seed), law \(index), citizen \(citizen): the evaluators differ
          \(words)
          hegn run random \(folder)/citizen.yaml --rules \(folder)
          plan: \(agreement.plan.practice), frozen \(agreement.plan.frozen.map { "\($0)" } ?? "no"), back \(agreement.plan.reachesBack)
          """)
        return
      }
    }
  }

  @Test("no instant of interest is missed: looked at on every day the course is the same", arguments: 0..<parts)
  func everyDayLookedAt(part: Int) throws {
    let bench = try RandomLawBench()
    defer { bench.leave() }
    for index in stride(from: part, to: Self.laws / 4, by: Self.parts) {
      guard case .law(let law) = bench.read(LawMaker.law(index, seed: Self.seed)) else { continue }
      let plan = try bench.plan(law, number: index)
      let maker = CitizenMaker(law: law, seed: Self.seed &+ UInt64(index))
      let citizens = (0..<Self.citizens).map { maker.citizen($0) }
      for scenario in citizens.filter({ $0.period.length <= 400 }).prefix(Self.citizens / 4) {
        guard let course = try? CourseSimulator.record(of: scenario, under: plan) else { continue }
        let looked = try CourseSimulator.record(of: scenario.withEveryDay(), under: plan)
        guard course != looked else { continue }
        let folder = try bench.write(
          LawMaker.law(index, seed: Self.seed), scenario, named: "hegn-days-\(Self.seed)-\(index)")
        Issue.record("seed \(Self.seed), law \(index), \(scenario.id): a day is missed; see \(folder)")
        return
      }
    }
  }
}
