internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Testing

/// A folder of rules whose files lead elsewhere, and a secret outside it.
private struct Trap {
  let root: URL
  var rules: String { root.appendingPathComponent("work/Rules").path }
  var secret: String { root.appendingPathComponent("secret.yaml").path }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("trap-\(UUID().uuidString)")
    let work = root.appendingPathComponent("work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let made = try TinyLaw.folder(["tiny": TinyLaw.text("")])
    try FileManager.default.moveItem(at: made, to: work.appendingPathComponent("Rules"))
    try write("password: hunter2\n", to: "secret.yaml")
  }

  func write(_ text: String, to path: String) throws {
    let place = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root.appendingPathComponent(path).path, withDestinationPath: target)
  }

  /// The codes of what reading found, and whether the secret is among the texts that findings are drawn with.
  func read(_ body: (inout RuleLibrary) -> Void) -> (codes: [String], saw: Bool) {
    var library = RuleLibrary(root: rules)
    body(&library)
    return (library.findings.all.map(\.code), library.files.texts.values.contains { $0.contains("hunter2") })
  }

  func remove() { try? FileManager.default.removeItem(at: root) }
}

@Suite("Reading stays in the folders that were given")
struct GivenFolderTests {
  @Test("when a file of a law is a link to something outside", arguments: ["law.yaml", "more.yaml"])
  func linkedFile(name: String) throws {
    let trap = try Trap()
    defer { trap.remove() }
    try? FileManager.default.removeItem(atPath: "\(trap.rules)/tiny/\(name)")
    try trap.link("work/Rules/tiny/\(name)", to: trap.secret)

    let found = trap.read { _ = $0.law(named: "tiny") }

    #expect(found.codes == ["leads-outside"])
    #expect(!found.saw)
  }

  @Test("when the folder of a law, of its tests or inside it is a link", arguments: ["other", "tiny/tests", "tiny/inner"])
  func linkedFolder(path: String) throws {
    let trap = try Trap()
    defer { trap.remove() }
    try trap.write("law: other\npassword: hunter2\n", to: "elsewhere/law.yaml")
    try trap.link("work/Rules/\(path)", to: trap.root.appendingPathComponent("elsewhere").path)

    let found = trap.read { library in
      _ = library.law(named: path == "other" ? "other" : "tiny")
      _ = library.tests(at: library.testFolder(of: "tiny"))
    }

    #expect(Set(found.codes).isSubset(of: ["leads-outside", "linked-folder", "no-such-file"]))
    #expect(!found.codes.isEmpty)
    #expect(!found.saw)
  }

  @Test("when a folder links to one that it lies in, as often as it likes")
  func loop() throws {
    let trap = try Trap()
    defer { trap.remove() }
    for name in ["a", "b", "c"] { try trap.link("work/Rules/tiny/\(name)", to: "..") }

    let found = trap.read { _ = $0.law(named: "tiny") }

    #expect(found.codes == ["linked-folder", "linked-folder", "linked-folder"])
  }

  @Test(
    "when a test names a scenario far away",
    arguments: ["../../../../secret.yaml", "../../../../../../../../../../../../etc/passwd", "/etc/passwd", "link.yaml"])
  func test(path: String) throws {
    let trap = try Trap()
    defer { trap.remove() }
    try trap.write(
      """
      - {name: one, law: tiny, cites: T, input: {scenario: "\(path)"}, output: {count: {demands: 0}}}
      """, to: "work/Rules/tiny/tests/t.yaml")
    try trap.link("work/Rules/tiny/tests/link.yaml", to: trap.secret)

    let found = trap.read { library in _ = library.tests(at: "\(library.testFolder(of: "tiny"))/t.yaml") }

    // A path from the root is one from the folder of the test, where there is no such thing.
    #expect(found.codes == [path == "/etc/passwd" ? "no-such-file" : "leads-outside"])
    #expect(!found.saw)
  }

  @Test("and a test may name a scenario beside the rules")
  func neighbour() throws {
    let trap = try Trap()
    defer { trap.remove() }
    try trap.write(
      """
      scenario: anna
      title: {da: Anna, en: Anna}
      shows: {da: t, en: t}
      period: 2023-01-01..2023-02-01
      citizen: {born: 1980-06-15}
      """, to: "work/Scenarios/anna.yaml")
    try trap.write(
      """
      - {name: one, law: tiny, cites: T, input: {scenario: ../../../Scenarios/anna.yaml}, output: {count: {demands: 0}}}
      """, to: "work/Rules/tiny/tests/t.yaml")

    var library = RuleLibrary(root: trap.rules)
    let tests = library.tests(at: library.testFolder(of: "tiny"))

    #expect(tests.count == 1)
    #expect(library.findings.isEmpty)
  }

  @Test("when a mapping names a file of citizens elsewhere", arguments: ["../secret.yaml", "link.csv"])
  func mapping(file: String) throws {
    let trap = try Trap()
    defer { trap.remove() }
    try trap.write(
      """
      mapping: m
      title: {da: M, en: M}
      window: 2023-01-01..2024-01-01
      file: \(file)
      columns: {citizen: id, on: day, fact: fact, value: value}
      """, to: "work/map.yaml")
    try trap.link("work/link.csv", to: trap.secret)

    let found = trap.read { library in _ = library.citizens(by: trap.root.appendingPathComponent("work/map.yaml").path) }

    #expect(found.codes == ["leads-outside"])
  }

  @Test("and never waits at a pipe")
  func pipe() throws {
    let trap = try Trap()
    defer { trap.remove() }
    #expect(mkfifo("\(trap.rules)/tiny/pipe.yaml", 0o600) == 0)

    let found = trap.read { _ = $0.law(named: "tiny") }

    #expect(found.codes == ["not-a-file"])
  }

  @Test("and a folder of rules may itself be reached by a link")
  func linkedRoot() throws {
    let trap = try Trap()
    defer { trap.remove() }
    try trap.link("linked", to: trap.rules)

    var library = RuleLibrary(root: trap.root.appendingPathComponent("linked").path)
    let law = library.law(named: "tiny")

    #expect(law != nil)
    #expect(library.findings.isEmpty)
  }
}
