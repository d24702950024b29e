internal import Attribution
internal import Diagnostics
internal import Foundation
internal import Legislation
internal import MarkedYAML
internal import Outcomes
internal import Pricing
internal import Reading
internal import Scenarios
internal import Testing
internal import Vocabulary

@Suite("Words that reports show")
struct WordsTests {
  private static let root = Shipped.root

  private static func prices(_ more: String) -> (PriceList?, Findings) {
    var library = RuleLibrary(root: "\(root)/Rules").replacing(
      "\(root)/Rules/prices.yaml",
      with: """
        price level: 2023
        work:
          interview: {minutes: {low: 1, base: 2, high: 3}, source: t}
        \(more)
        """)
    let prices = library.prices()
    return (prices, library.findings)
  }

  @Test("for what is priced are the entry's own, else the vocabulary's, else its key")
  func labels() throws {
    let (found, findings) = Self.prices(
      """
        call: {label: {da: Opkald, en: Call}, minutes: {low: 1, base: 2, high: 3}, source: t}
        visit: {minutes: {low: 1, base: 2, high: 3}, source: t}
      """)
    let prices = try #require(found, "\(findings.all.map(\.message))")

    #expect(prices.label(of: "call") == Label(danish: "Opkald", english: "Call"))
    #expect(prices.label(of: "interview")[.danish] == "Samtale")
    #expect(prices.label(of: "municipality")[.english] == "Municipality")
    #expect(prices.label(of: "visit")[.danish] == "visit")
  }

  @Test("stand in one language or in two, and one of two is not enough")
  func remarks() throws {
    func note(_ text: String) -> (Label?, [String]) {
      let (prices, findings) = Self.prices(
        "  call: {minutes: {low: 1, base: 2, high: 3}, source: t, note: \(text)}")
      return (prices?.work["call"]?.citation.note, findings.all.map(\.code))
    }

    #expect(note("a guess") == (Label("a guess", only: .english), []))
    #expect(note("{da: et gæt, en: a guess}") == (Label(danish: "et gæt", english: "a guess"), []))
    #expect(note("{da: et gæt}").1 == ["missing-key"])
    #expect(note("[a, guess]").1 == ["wrong-shape"])
  }

  private func read<Read>(_ found: Read?) throws -> Read { try #require(found) }

  @Test("of the shipped prices, assumptions and practice stand in both languages")
  func shipped() throws {
    var library = RuleLibrary(root: "\(Self.root)/Rules")
    let prices = try read(library.prices())
    let target = try read(library.target())
    let behaviour = try read(library.behaviour())
    let figures = try read(library.figures())
    let country = try read(library.population(at: "\(Self.root)/Scenarios/denmark-2023.yaml"))
    var remarks: [(String, Label?)] = []
    let keys = Array(prices.work.keys) + prices.expenses.keys + prices.weeks.keys + prices.hours.keys
    for key in keys where prices.labels[key] == nil { Issue.record("'\(key)' has no words") }
    remarks += prices.work.map { ($0.key, $0.value.citation.note) }
    for charges in [prices.hours, prices.expenses, prices.weeks] {
      remarks += charges.map { ($0.key, $0.value.price.citation.note) }
    }
    remarks += target.outOfScope.map { ($0.name, $0.reason) } + [("target", target.citation.note)]
    remarks += behaviour.notModelled.map { ($0.name, $0.reason) }
    remarks += behaviour.effects.flatMap { [($0.name, $0.population), ($0.name, $0.factor.citation.note)] }
    remarks += figures.figures.flatMap { [($0.name, $0.fedBy), ($0.name, $0.restsOn)] }
    remarks += country.figures.filter { $0.citation.status == .assumption }.map { ($0.name, $0.citation.note) }
    for name in ["current", "framework"] {
      let law = try read(library.law(named: name))
      remarks += law.practices.map { ($0.provision.id.description, $0.evidence) }
    }
    let said = remarks.compactMap { name, remark in remark.map { (name, $0) } }

    #expect(said.count > 200)
    for (name, remark) in said { #expect(remark.only == nil, "\(name): \(remark.danish)") }
  }

  @Test("are there for every figure of the shipped country that a report shows")
  func figures() throws {
    var library = RuleLibrary(root: "\(Self.root)/Rules")
    let country = try read(library.population(at: "\(Self.root)/Scenarios/denmark-2023.yaml"))
    func label(_ name: String) -> Label? { country.figures.first { $0.name == name }?.label }

    #expect(label("archetypes/insured/inflow")?[.danish] == "Tilgang: Forsikrede ledige")
    #expect(label("distributions/spell-far/stretch")?[.english] == "Time far from work: lengths")
    #expect(
      label("archetypes/sick-with-a-job/states/absent/then/rows/1")?[.danish]
        == "Hvad der følger: Syge med et job, sygemeldt")
    for figure in country.figures where figure.citation.status == .assumption || figure.feeds != nil {
      for language in Language.allCases {
        #expect(!figure.label[language].contains("/"), "\(figure.name): \(figure.label[language])")
      }
      // No Danish word of them is made like a name of ours.
      #expect(figure.label.danish.firstMatch(of: /\b[a-z]+(-[a-z]+)+\b/) == nil, "\(figure.label.danish)")
    }
  }

  @Test("fall back to the names of entries that have none")
  func fallback() throws {
    var library = RuleLibrary(root: "\(Self.root)/Rules")
    let text = try String(contentsOfFile: "\(Self.root)/Scenarios/denmark-2023.yaml", encoding: .utf8)
      .replacing(/\n +label: \{da: "Tid langt fra arbejdsmarkedet"[^\n]*/, with: "")
    library = library.replacing("few.yaml", with: text)
    let country = try read(library.population(at: "few.yaml"))

    let figure = try #require(country.figures.first { $0.name == "distributions/spell-far/stretch" })
    #expect(figure.label == Label(danish: "spell-far: længder", english: "spell-far: lengths"))
  }
}
