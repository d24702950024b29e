internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Legislation
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Verification

/// Where laws made by chance are read, by the reader that reads every other law.
struct RandomLawBench {
  private let root: URL
  private let library: RuleLibrary
  private let prices: PriceList

  struct Unready: Error, CustomStringConvertible {
    let description: String
  }

  /// What becomes of a law's text.
  enum Reading {
    case law(Law)
    case refused([Diagnostic])
  }

  init() throws {
    root = try TinyLaw.folder(["random": ""])
    try Data(RandomLawBench.vocabulary.utf8).write(to: root.appendingPathComponent("vocabulary.yaml"))
    var library = RuleLibrary(root: root.path)
    guard let prices = library.prices(), !library.findings.hasErrors else {
      throw Unready(description: library.findings.sorted.map { "\($0.range): \($0.message)" }.joined(separator: "\n"))
    }
    self.library = library
    self.prices = prices
  }

  /// Removes what was written.
  func leave() { try? FileManager.default.removeItem(at: root) }

  func read(_ draft: Draft) -> Reading {
    var reading = library.replacing("\(root.path)/random/law.yaml", with: draft.yaml)
    let law = reading.law(named: "random")
    guard let law, !reading.findings.hasErrors else { return .refused(reading.findings.sorted) }
    return .law(law)
  }

  /// What the checker says against a law that reads well.
  func errors(in law: Law) -> [Diagnostic] {
    Verifier.findings(in: law, prices: prices).all.filter { $0.severity == .error }
  }

  /// How law number `index` is replayed: on the calendar or frozen, with discretion at each of its levels.
  func plan(_ law: Law, number index: Int) throws(Diagnostic) -> SimulationPlan {
    try SimulationPlan(
      law: law, frozen: index % 6 == 5 ? Day("2022-05-01") : nil, reachesBack: index % 7 == 3,
      practice: PracticeLevel.allCases[index % PracticeLevel.allCases.count], seed: UInt64(index))
  }

  // MARK: A pair on which evaluators differ

  /// Whether a law still reads and its evaluators differ on a citizen.
  private func agreement(_ draft: Draft, _ index: Int, differingOn citizen: Scenario) -> Agreement? {
    guard case .law(let law) = read(draft), let plan = try? plan(law, number: index) else { return nil }
    let agreement = Agreement(plan)
    return agreement.differs(on: citizen) ? agreement : nil
  }

  /// A law and a citizen, as small as they can be made while the evaluators still differ.
  func smallest(_ draft: Draft, _ index: Int, _ citizen: Scenario) -> (draft: Draft, citizen: Scenario, agreement: Agreement)? {
    guard var agreement = agreement(draft, index, differingOn: citizen) else { return nil }
    var (draft, citizen, left) = (draft, agreement.smallest(citizen), 4_000)
    var turned = true
    while turned {
      turned = false
      var candidates = draft.smaller
      var next = 0
      while next < candidates.count, left > 0 {
        left -= 1
        if let found = self.agreement(candidates[next], index, differingOn: citizen) {
          (agreement, draft, turned) = (found, candidates[next], true)
          // What came before and could not go will hardly go now.
          candidates = draft.smaller
        } else {
          next += 1
        }
      }
      citizen = agreement.smallest(citizen)
    }
    return (draft, citizen, agreement)
  }

  /// Writes a law and a citizen as files that `hegn run` takes.
  ///
  /// - Returns: the folder.
  func write(_ draft: Draft, _ citizen: Scenario, named name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: root, to: folder)
    try Data(draft.yaml.utf8).write(to: folder.appendingPathComponent("random/law.yaml"))
    if let vocabulary = library.vocabulary {
      try Data(citizen.file(vocabulary).utf8).write(to: folder.appendingPathComponent("citizen.yaml"))
    }
    return folder.path
  }

  private static let vocabulary = """
    facts:
      born: {type: date}
      working: {type: boolean, default: false}
      sick: {type: boolean, default: false}
      trained: {type: boolean, default: false}
      level: {type: [low, middle, high], default: low}
      children: {type: whole number, default: 0}
      hours: {type: decimal, default: 0}
      wage: {type: money, default: 0 kr}
      outlook: {type: duration, optional: true}
      promised: {type: date, optional: true}
    events: {missed: {}, called: {}}
    kinds: {interview: {}, offer: {}, decision: {}}
    channels: {phone: {}}
    authorities: {municipality: {}, a-kasse: {}, state: {}, region: {}}
    payers: {municipality: {}, state: {}, a-kasse: {}, region: {}, employer: {}, citizen: {}}
    accounts: {administration: {}, offers: {}, certificates: {}, benefits: {}}
    performers: {doctor: {}}
    profiles:
      parent: {label: {da: Forælder, en: Parent}, when: children > 0}
      young: {label: {da: Ung, en: Young}, when: age < 30}
      long: {label: {da: Længe uden arbejde, en: Long out of work}, when: not(working) and today >= working.since + 3 months}
    """
}
