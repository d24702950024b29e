internal import Diagnostics
package import Foundation
package import Legislation
package import Outcomes
package import Pricing
internal import Quantities
package import Reading
package import Scenarios
internal import Simulation
internal import Vocabulary

/// A law of a few lines, read like any other from files in a folder of its own, with a citizen to try it on.
///
/// Sections that a test does not write are the plainest possible: everybody who does not work is covered,
/// is in the group `all`, is held by the unit `office` and lives on `aid`, 3 100 kr a month.
package struct TinyLaw {
  package let law: Law
  package let library: RuleLibrary
  package let prices: PriceList

  /// What reading a law, or a scenario, found.
  package struct Unreadable: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Parameters:
  ///   - text: sections of a law, as an author writes them.
  ///   - covers: who the law covers.
  package init(_ text: String = "", covers: String = "not(working)") throws {
    try self.init(fullText: TinyLaw.text(text, covers: covers))
  }

  /// - Parameter fullText: all of `law.yaml`.
  package init(fullText: String) throws {
    let folder = try TinyLaw.folder(["tiny": fullText])
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    guard let law = library.law(named: "tiny"), let prices = library.prices(), !library.findings.hasErrors else {
      throw Unreadable(description: TinyLaw.words(library.findings))
    }
    self.law = law
    self.prices = prices
    self.library = library
  }

  /// A law of one duty, `talk`, for everyone.
  package static func duty(_ keys: String, _ rest: String = "", covers: String = "not(working)") throws -> TinyLaw {
    try TinyLaw(
      """
      duties:
        talk: {cite: T, kind: interview, for: everyone, by: holding unit, \(keys)}
      \(rest)
      """, covers: covers)
  }

  /// The course of a citizen born in 1980.
  ///
  /// - Parameters:
  ///   - period: `2023-01-01..2024-01-01`.
  ///   - citizen: initial facts, in braces.
  ///   - events: each in braces: `on: 2023-02-01, sick: true`.
  package func course(
    _ period: String, citizen: String = "", events: [String] = [], id: String = "anna",
    frozen: String? = nil
  ) throws -> Course {
    try CourseSimulator.course(
      of: scenario(period, citizen: citizen, events: events, id: id),
      under: SimulationPlan(law: law, frozen: frozen.flatMap { Day($0) }))
  }

  package func scenario(
    _ period: String, citizen: String = "", events: [String] = [], id: String = "anna"
  ) throws -> Scenario {
    let born = citizen.contains("born:") ? "" : "born: 1980-06-15, "
    let list = events.map { "  - {\($0)}" }.joined(separator: "\n")
    let text = """
      scenario: \(id)
      title: {da: \(id), en: \(id)}
      shows: {da: t, en: t}
      period: \(period)
      citizen: {\(born)\(citizen)}
      \(events.isEmpty ? "" : "events:\n\(list)")
      """
    let file = try TinyLaw.place().appendingPathExtension("yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reading = library
    guard let scenario = reading.scenarios(at: file.path).first, !reading.findings.hasErrors else {
      throw Unreadable(description: TinyLaw.words(reading.findings))
    }
    return scenario
  }

  // MARK: Sections

  /// Sections under which illness changes everything: benefit, group and unit, and an episode runs.
  package static let wellOrIll = """
    benefits:
      aid: {cite: T, when: not(sick), paid by: municipality, financing: municipality}
      sick-pay: {cite: T, when: sick, paid by: municipality, financing: municipality}
    groups:
      well: {cite: T, when: benefit = aid}
      ill: {cite: T, when: benefit = sick-pay}
    units:
      office: {cite: T, authority: municipality, holds when: group = well}
      clinic: {cite: T, authority: municipality, holds when: group = ill}
    episodes:
      illness: {cite: T, begins when: sick, ends when: not(sick)}
    """

  // MARK: Files

  /// A folder of rules with the test vocabulary and prices and the given laws; the caller removes it.
  package static func folder(_ laws: [String: String], tests: String? = nil) throws -> URL {
    let root = try place()
    for (name, text) in laws {
      let folder = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: folder.appendingPathComponent("law.yaml"))
    }
    try Data(vocabulary.utf8).write(to: root.appendingPathComponent("vocabulary.yaml"))
    try Data(prices.utf8).write(to: root.appendingPathComponent("prices.yaml"))
    if let tests { try Data(tests.utf8).write(to: root.appendingPathComponent("tests.yaml")) }
    return root
  }

  private static func place() throws -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("law-\(UUID().uuidString)")
  }

  /// The text of a law in full, with plain sections for those the test leaves out.
  package static func text(_ text: String, covers: String = "not(working)") -> String {
    let plain = [
      "benefits": "  aid: {cite: T, when: not(working), amount: 3_100 kr per month, paid by: municipality, financing: municipality}",
      "groups": "  all: {cite: T, when: \"true\"}",
      "units": "  office: {cite: T, authority: municipality, holds when: \"true\"}",
    ]
    let written = "\n" + text
    let missing = plain.keys.sorted().filter { !written.contains("\n\($0):") }
    return """
      law: tiny
      title: {da: Lille lov, en: Tiny law}
      in force from: 2000-01-01
      covers: {when: "\(covers)", cite: T}
      \(missing.map { "\($0):\n\(plain[$0] ?? "")" }.joined(separator: "\n"))
      \(text)
      """
  }

  private static func words(_ findings: Findings) -> String {
    findings.sorted.map { "\($0.range): \($0.code): \($0.message)" }.joined(separator: "\n")
  }

  private static let vocabulary = """
    facts:
      born: {type: date}
      working: {type: boolean, default: false}
      sick: {type: boolean, default: false}
      trained: {type: boolean, default: false}
      level: {type: [low, middle, high], default: low}
      children: {type: whole number, default: 0}
      outlook: {type: duration, optional: true}
      wage: {type: money, default: 0 kr}
      hours: {type: decimal, default: 0}
    events: {missed: {}, called: {}}
    kinds: {interview: {}, offer: {}, decision: {}}
    channels: {phone: {}}
    authorities: {municipality: {}, a-kasse: {}, state: {}, region: {}}
    payers: {municipality: {}, state: {}, a-kasse: {}, region: {}, employer: {}, citizen: {}}
    accounts: {administration: {}, offers: {}, certificates: {}, benefits: {}}
    performers: {doctor: {}}
    profiles:
      parent: {label: {da: Forælder, en: Parent}, when: children > 0}
    """

  private static let prices = """
    price level: 2023
    work:
      interview: {minutes: {low: 30, base: 60, high: 90}, source: t}
      decision: {minutes: {low: 10, base: 20, high: 30}, source: t}
    hours:
      municipality: {amount: {low: 300 kr, base: 600 kr, high: 900 kr}, payer: municipality, account: administration, source: t}
    expenses: {}
    weeks:
      offer: {amount: {low: 500 kr, base: 1_000 kr, high: 2_000 kr}, payer: municipality, account: offers, source: t}
    """
}

extension Course {
  /// The by days of one duty's demands.
  package func days(of duty: String = "talk") -> [String] {
    demands.filter { $0.reference.provision.name == duty }.map { "\($0.by)" }
  }

  /// `2023-01-01..2023-02-01 aid`
  package static func words(_ held: [Held]) -> [String] {
    held.map { "\($0.stretch.from)..\($0.stretch.until) \($0.name)" }
  }

  /// `2023-02-01 office → clinic: benefit`
  package var handOverWords: [String] {
    handOvers.map {
      "\($0.day) \($0.from.provision.name) → \($0.to.provision.name): \($0.cause.rawValue)"
    }
  }

  /// `talk by 2023-01-08, ended 2023-01-05`
  package var unreachedWords: [String] {
    unreached.map { "\($0.reference.provision.name) by \($0.by), ended \($0.ended)" }
  }
}
