internal import Comparison
internal import Testing
internal import Vocabulary

@Suite("A change of rules")
struct RuleChangeTests {
  private func text(_ name: String, _ lines: (String, String)...) -> RuleText {
    RuleText(
      name: name, label: Label(danish: name, english: name), citation: "T",
      lines: lines.map { .init(key: $0.0, words: $0.1) })
  }

  private func words(_ old: RuleText?, _ new: RuleText?) -> [String] {
    RuleChange.changes(from: [old].compactMap { $0 }, to: [new].compactMap { $0 }, of: "l")
      .flatMap(\.words).map { "\($0.key): \($0.old ?? "–") → \($0.new ?? "–")" }
  }

  @Test("is none when the keys merely stand in another order")
  func order() {
    let changes = RuleChange.changes(
      from: [text("a", ("x", "1"), ("y", "2"))], to: [text("a", ("y", "2"), ("x", "1"))], of: "l")

    #expect(changes == [])
  }

  @Test("tells old and new words of a key, and keys that came or went")
  func keys() {
    #expect(
      words(text("a", ("x", "1"), ("y", "2"), ("z", "3")), text("a", ("x", "1"), ("y", "4"), ("w", "5")))
        == ["y: 2 → 4", "w: – → 5", "z: 3 → –"])
  }

  @Test("tells only the items of a list that came or went")
  func items() {
    #expect(
      words(text("a", ("r", "1"), ("r", "2"), ("r", "3")), text("a", ("r", "1"), ("r", "3"), ("r", "4")))
        == ["r: 2 → –", "r: – → 4"])
  }

  @Test("sees that the items of a list changed places, for the first may decide")
  func places() {
    #expect(words(text("a", ("r", "1"), ("r", "2")), text("a", ("r", "2"), ("r", "1"))).count == 2)
  }

  @Test("tells entries that came and went, by name")
  func entries() {
    let changes = RuleChange.changes(from: [text("b", ("x", "1"))], to: [text("a", ("x", "1"))], of: "l")

    #expect(changes.map(\.name) == ["a", "b"])
    #expect(changes.map(\.kind) == [.added, .removed])
  }

  @Test("that two laws share is told once, with both; another of the same entry for itself")
  func merging() {
    let (old, new, other) = (text("a", ("x", "1")), text("a", ("x", "2")), text("a", ("x", "3")))
    let merged = RuleChange.merging(
      RuleChange.changes(from: [old], to: [new], of: "first")
        + RuleChange.changes(from: [old], to: [other], of: "second")
        + RuleChange.changes(from: [old], to: [new], of: "third"))

    #expect(merged.map(\.laws) == [["first", "third"], ["second"]])
  }
}
