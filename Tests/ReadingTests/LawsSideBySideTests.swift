internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Legislation
internal import Reading
internal import Testing
internal import Vocabulary

@Suite("Laws read side by side")
struct LawsSideBySideTests {
  /// What is found when laws are read one after the other, and when they are read together.
  private func findings(
    in laws: [String: String], reading names: [String]
  ) throws -> (oneByOne: [Diagnostic], together: [Diagnostic], read: [String]) {
    let folder = try TinyLaw.folder(laws)
    defer { try? FileManager.default.removeItem(at: folder) }
    var first = RuleLibrary(root: folder.path)
    for name in names { _ = first.law(named: name) }
    var second = RuleLibrary(root: folder.path)
    let read = second.laws(named: names)
    return (first.findings.sorted, second.findings.sorted, read.map(\.id))
  }

  @Test("are the shipped laws, in the order that was asked for")
  func shipped() {
    let names = ["framework", "agreement-2025", "current", "expert-group-2024"]
    var together = RuleLibrary(root: "\(Shipped.root)/Rules")
    var oneByOne = together

    let laws = together.laws(named: names)
    let others = names.compactMap { oneByOne.law(named: $0) }

    #expect(laws.map(\.id) == names)
    #expect(laws.map { $0.duties.map(\.provision.id) } == others.map { $0.duties.map(\.provision.id) })
    #expect(names.allSatisfy { together.saysTheSame(of: $0, as: oneByOne) })
    #expect(together.findings.isEmpty)
    #expect(names.map(together.filesRead) == names.map(oneByOne.filesRead))
  }

  @Test("are found the same faults in, of the base, of two reforms and of a law that is not there")
  func faults() throws {
    let found = try findings(
      in: [
        "tiny": TinyLaw.text(
          "duties:\n  talk: {cite: T, kind: interview, for: nobody, by: holding unit, due: {within: 1 week}}\n"),
        "left": "law: left\namends: tiny\ntitle: {da: V, en: L}\nmeasures:\n  one: {repeals: [duties/walk]}\n",
        "right": "law: right\namends: tiny\ntitle: {da: H, en: R}\nmeasures:\n  one: {repeal: [duties/talk]}\n",
      ], reading: ["tiny", "left", "right", "up"])

    #expect(found.together == found.oneByOne)
    #expect(found.read.isEmpty)
    #expect(Set(found.together.map(\.code)).isSuperset(of: ["unknown-law"]))
    #expect(found.together.count >= 4)
  }

  @Test("that amend one another are told of as when one is read")
  func cycle() throws {
    let found = try findings(
      in: [
        "a": "law: a\namends: b\ntitle: {da: A, en: A}\nmeasures: {}\n",
        "b": "law: b\namends: a\ntitle: {da: B, en: B}\nmeasures: {}\n",
      ], reading: ["a"])

    #expect(found.together == found.oneByOne)
    #expect(found.together.contains { $0.code == "amendment-cycle" })
  }

  @Test("are told of alone when one is missing, though the prices are wrong too")
  func prices() throws {
    let folder = try TinyLaw.folder(["tiny": TinyLaw.text("")])
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a: [\n".utf8).write(to: folder.appendingPathComponent("prices.yaml"))
    var missing = RuleLibrary(root: folder.path, for: ["tiny", "other"])
    var whole = RuleLibrary(root: folder.path, for: ["tiny"])

    let isSilent = missing.findings.isEmpty && whole.findings.isEmpty
    let some = missing.laws(named: ["tiny", "other"], scenarios: [])
    let all = whole.laws(named: ["tiny"], scenarios: [])

    #expect(isSilent)
    #expect(some.laws.count == 1 && some.prices == nil)
    #expect(missing.findings.sorted.map(\.code) == ["unknown-law"])
    #expect(all.laws.count == 1 && all.prices == nil)
    #expect(whole.findings.sorted.map(\.code) == ["yaml-syntax"])
  }

  @Test("leave no trace of a file that lies beside them and is not part of any")
  func noTrace() throws {
    let folder = try TinyLaw.folder(["tiny": TinyLaw.text("")])
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a: [\n".utf8).write(to: folder.appendingPathComponent("tiny/coverage.yaml"))
    var library = RuleLibrary(root: folder.path)

    library.readAhead(["tiny"], scenarios: [folder.appendingPathComponent("tiny/coverage.yaml").path])
    let laws = library.laws(named: ["tiny"])

    #expect(laws.count == 1)
    #expect(library.findings.isEmpty)
    #expect(!library.filesRead(of: "tiny").contains { $0.hasSuffix("coverage.yaml") })
  }
}
