internal import Comparison
internal import Vocabulary

/// What a difference says itself, in both languages.
enum DifferenceWording {
  static let title = Label(danish: "Reglerne før og efter", english: "The rules before and after")
  static let nothingMoved = Label(
    danish: "Intet har flyttet sig: reglerne siger det samme, og hvert scenarie ender ens.",
    english: "Nothing moved: the rules say the same, and every scenario comes out alike.")
  static let sameText = Label(danish: "Reglerne siger det samme", english: "The rules say the same")
  static let rules = Label(danish: "Regler", english: "Rules")
  static let texts = Label(danish: "Hvad der siges anderledes", english: "What is said differently")
  static let asides = Label(danish: "Hvad der ikke kan sammenlignes", english: "What cannot be compared")
  static let before = Label(danish: "Før", english: "Before")
  static let after = Label(danish: "Efter", english: "After")
  static let allCourses = Label(danish: "Alle scenarier", english: "All scenarios")
  static let scenario = Label(danish: "Scenarie", english: "Scenario")
  static let firstDifference = Label(danish: "Første forskel", english: "First divergence")
  static let changedFigures = Label(danish: "Tal, der ændres", english: "Figures that change")
  static let provision = Label(danish: "Bestemmelse", english: "Provision")
  static let fate = Label(danish: "Hvad der sker", english: "What happens")
  static let key = Label(danish: "Nøgle", english: "Key")
  static let noCause = Label(danish: "Uden en ændret regel bag", english: "With no changed rule behind")
  static let because = Label(danish: "På grund af", english: "Because of")
  static let behind = Label(danish: "Hviler på", english: "Resting on")
  static let sameTotals = Label(danish: "samme tal", english: "the same figures")
  static let onlyFigures = Label(
    danish: "samme forløb, andre tal", english: "the same course, other figures")

  static func kind(_ kind: RuleChange.Kind) -> Label {
    switch kind {
    case .added: Label(danish: "tilføjet", english: "added")
    case .removed: Label(danish: "fjernet", english: "removed")
    case .changed: Label(danish: "ændret", english: "changed")
    }
  }

  static func share(_ moved: String, _ all: String) -> Label {
    Label(
      danish: "\(moved) af \(all) scenarier ender anderledes",
      english: "\(moved) of \(all) scenarios come out differently")
  }

  static func scenarios(_ count: String) -> Label {
    count == "1"
      ? Label(danish: "1 scenarie", english: "1 scenario")
      : Label(danish: "\(count) scenarier", english: "\(count) scenarios")
  }

  static func lawRemoved(_ law: String) -> Label {
    Label(danish: "Loven '\(law)' findes kun før", english: "The law '\(law)' is there only before")
  }

  static func lawAdded(_ law: String) -> Label {
    Label(danish: "Loven '\(law)' findes kun efter", english: "The law '\(law)' is there only after")
  }

  static func uncompared(_ file: String, side: String, reason: String) -> Label {
    Label(
      danish: "\(file) kan ikke læses med reglerne i \(side): \(reason)",
      english: "\(file) cannot be read by the rules of \(side): \(reason)")
  }
}
