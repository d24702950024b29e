internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Reading
internal import Testing
internal import Vocabulary

@Suite("A part of a reform")
struct ReformSelectionTests {
  private static let reforms = ["agreement-2025", "expert-group-2024", "framework"]

  private func read(_ name: String) throws -> (library: RuleLibrary, law: Law, order: MeasureOrder) {
    var library = RuleLibrary(root: Shipped.rules)
    let read = library.law(named: name)
    let law = try #require(read)
    let measures = try #require(law.reform).measures
    let order = try #require(
      MeasureOrder(
        names: measures.map(\.provision.id.name),
        requires: Dictionary(
          uniqueKeysWithValues: measures.map { ($0.provision.id.name, Set($0.requires)) })))
    return (library, law, order)
  }

  private func names(_ set: MeasureSet, _ order: MeasureOrder) -> Set<String> {
    Set(set.places.map { order.names[$0] })
  }

  private func provisions(_ law: Law) -> [String] {
    law.duties.map { "\($0.provision.id) \($0.provision.measure ?? "")" }
      + law.groups.map { "\($0.provision.id) \($0.provision.measure ?? "")" }
      + law.units.map { "\($0.provision.id) \($0.provision.measure ?? "")" }
  }

  @Test("that is all of it is the reform, and one that is nothing of it the law it amends", arguments: reforms)
  func ends(name: String) throws {
    var (library, law, order) = try read(name)
    let current = library.law(named: "current")
    let base = try #require(current)

    let all = library.law(named: name, .measures(names(order.whole, order)))?.value
    let none = library.law(named: name, .measures([]))?.value

    #expect(try provisions(#require(all)) == provisions(law))
    #expect(try provisions(#require(none)) == provisions(base))
    #expect(none?.reform?.measures.isEmpty == true)
    #expect(library.findings.isEmpty)
  }

  @Test("reads well with one measure and what it needs, and with all but one and what needs it", arguments: reforms)
  func ones(name: String) throws {
    var (library, _, order) = try read(name)

    for place in order.names.indices {
      for set in [
        order.closure(of: MeasureSet([place])), order.whole.subtracting(order.dependents(of: place)),
      ] {
        let part = library.law(named: name, .measures(names(set, order)))
        #expect(
          part?.value != nil,
          "\(order.names[place]) in \(names(set, order).sorted()): \(part?.findings.sorted.map(\.message) ?? [])")
      }
    }
  }

  @Test("that lacks what a measure requires names both")
  func needed() throws {
    var (library, _, _) = try read("agreement-2025")

    let part = library.law(named: "agreement-2025", .measures(["sick-with-a-job-in-peace"]))

    let finding = try #require(part?.findings.sorted.first)
    #expect(part?.value == nil)
    #expect(finding.code == "measure-needed")
    #expect(
      finding.message
        == "'sick-with-a-job-in-peace' requires 'one-interview-for-the-sick', which is left out")
    #expect(library.findings.isEmpty)
  }

  @Test("without one repeal keeps what it repealed, and the rest of the reform")
  func oneRepeal() throws {
    var (library, law, _) = try read("framework")
    let name = "digital-for-all"
    let measure = try #require(law.reform?.measures.first { $0.provision.id.name == name })
    let change = try #require(measure.changes.first { $0.kind == .repeals && $0.provision.section == .duties })

    let whole = library.law(named: "framework", .measures([name]))?.value
    let left = library.law(named: "framework", .leavingOut(change, of: name, among: [name]))
    let (before, after) = (try #require(whole), try #require(left?.value))

    #expect(after.duties.contains { $0.provision.id == change.provision })
    #expect(!before.duties.contains { $0.provision.id == change.provision })
    #expect(after.duties.count == before.duties.count + 1)
    #expect(after.groups.count == before.groups.count)
  }

  @Test("without an enactment that others name cannot stand, and says what misses it")
  func oneEnactment() throws {
    var (library, law, _) = try read("agreement-2025")
    let measure = try #require(law.reform?.measures.first { $0.provision.id.name == "five-groups" })
    let change = try #require(
      measure.changes.first { $0.kind == .enacts && $0.provision.name == "on-assistance" })

    let read = library.law(named: "agreement-2025", .leavingOut(change, of: "five-groups"))
    let part = try #require(read)

    #expect(part.value == nil)
    #expect(part.findings.sorted.contains { $0.message.contains("on-assistance") })
  }

  @Test("is asked of reforms: a law of its own has no parts")
  func noReform() {
    var library = RuleLibrary(root: Shipped.rules)
    let current = library.law(named: "current", .measures([]))
    let nowhere = library.law(named: "nowhere", .measures([]))

    #expect(current == nil)
    #expect(nowhere == nil)
  }
}
