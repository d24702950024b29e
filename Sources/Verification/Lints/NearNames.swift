internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Vocabulary

/// Names that differ only in case or accents: nobody keeps them apart when reading or typing.
struct NearNames: Lint {
  private static let page = FindingPage(
    .warning, "near-names", "Names that differ only in case or accents.",
    why:
      "A rule that names the wrong one of two reads well, checks well and decides otherwise. 'ø' counts as 'o' and 'oe', 'å' as 'a' and 'aa', 'æ' as 'ae'; hyphens count for nothing.",
    bad: "facts: {aktoer: {type: boolean}, aktør: {type: boolean}}",
    good: "facts: {aktør: {type: boolean}}")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for law in rules.laws {
      let facts = law.vocabulary.facts.map { ($0.name, $0.range) }
      findings += pairs(facts + law.provisions.dropFirst().map { ($0.id.name, $0.range) })
      for fact in law.vocabulary.facts {
        findings += pairs((fact.type.known.enumeration?.members ?? []).map { ($0, fact.range) })
      }
      for definition in law.definitions {
        let members = definition.type.known.enumeration?.members ?? []
        findings += pairs(members.map { ($0, definition.provision.range) })
      }
    }
    return findings
  }

  /// The same name in two sections is one name, and no finding.
  private func pairs(_ names: [(String, SourceRange)]) -> [Diagnostic] {
    var known: [String: (name: String, range: SourceRange)] = [:]
    var told: Set<String> = []
    return names.compactMap { name, range in
      let foldings = NearNames.foldings(of: name)
      let other = foldings.lazy.compactMap { known[$0] }.first { $0.name != name }
      for folding in foldings where known[folding] == nil { known[folding] = (name, range) }
      guard let other, told.insert(name).inserted else { return nil }
      return Self.page.finding(
        "'\(name)' and '\(other.name)' differ only in case or accents", at: range,
        hint: "rename one of them, or use one name for both",
        notes: [.init("the other is here", at: other.range)])
    }
  }

  /// How a name may be typed by somebody without a Danish keyboard.
  static func foldings(of name: String) -> Set<String> {
    var short = ""
    var long = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "-": continue
      case "æ": (short, long) = (short + "ae", long + "ae")
      case "ø", "ö": (short, long) = (short + "o", long + "oe")
      case "å": (short, long) = (short + "a", long + "aa")
      case "ä": (short, long) = (short + "a", long + "ae")
      case "à", "á", "â", "ã": (short, long) = (short + "a", long + "a")
      case "è", "é", "ê", "ë": (short, long) = (short + "e", long + "e")
      case "ì", "í", "î", "ï": (short, long) = (short + "i", long + "i")
      case "ò", "ó", "ô", "õ": (short, long) = (short + "o", long + "o")
      case "ù", "ú", "û", "ü": (short, long) = (short + "u", long + "u")
      // A mark that stands behind its letter.
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      default:
        short.unicodeScalars.append(scalar)
        long.unicodeScalars.append(scalar)
      }
    }
    return [short, long]
  }
}
