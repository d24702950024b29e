internal import Diagnostics
internal import Legislation
internal import Vocabulary

/// A citation that is not written as acts are cited: `LAB § 6, nr. 2`, `SDPL §§ 7, 40`, `LAB § 31, stk. 1–2`.
///
/// Only what stands around a paragraph sign, a stykke or a nummer is looked at; what else a citation says
/// (a title, a quotation, a year) is the author's.
struct CitationForm: Lint {
  private static let page = FindingPage(
    .warning, "citation-form", "A citation that is not written as acts are cited.",
    why:
      "Reports list, sort and count by citation, and readers look paragraphs up by them; one form lets both find the same paragraph. A space after '§', 'stk.' and 'nr.', '§§' before several, an en dash between numbers, and the letter of a paragraph apart from its number.",
    bad: "cite: ACT §6 nr 2; ACT § 7-9",
    good: "cite: ACT § 6, nr. 2; ACT §§ 7–9")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    // A reform cites again what it leaves of the law it amends.
    var judged: [String: (found: String, expected: String)?] = [:]
    return rules.laws.flatMap { law in
      var cited = law.provisions.map { ($0.citation.text, $0.range) }
      cited += (law.reform?.measures ?? []).map { ($0.provision.citation.text, $0.provision.range) }
      for parameter in law.parameters { cited += parameter.steps.map { ($0.citation.text, $0.range) } }
      return cited.compactMap { text, range in
        let fault = judged[text] ?? CitationForm.fault(in: text)
        judged[text] = .some(fault)
        return fault.map { found, expected in
          Self.page.finding(
            "'\(found)' in '\(text)' is not how acts are cited", at: range, hint: "write '\(expected)'")
        }
      }
    }
  }

  /// The first words that are written otherwise, and how they are written.
  static func fault(in citation: String) -> (found: String, expected: String)? {
    var words = unquoted(citation).split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      let next = words.first ?? ""
      if let fault = fault(of: word) { return fault }
      guard ["§", "§§", "stk.", "nr."].contains(word) else { continue }
      if let fault = fault(ofNumber: next, after: word) { return fault }
      if word == "§", isSeveral(words) { return ("§ \(next)", "§§ \(next.replacing("-", with: "–"))") }
      if word == "§§", !isSeveral(words) { return ("§§ \(next)", "§ \(next)") }
    }
    return nil
  }

  /// A sign or a shortening that lacks its space or its point.
  private static func fault(of word: String) -> (found: String, expected: String)? {
    let sign = word.prefix { $0 == "§" }
    if !sign.isEmpty, sign.count < word.count { return (word, "\(sign) \(word.dropFirst(sign.count))") }
    for short in ["stk", "nr"] where word.lowercased().hasPrefix(short) {
      let rest = word.dropFirst(short.count).drop { $0 == "." }
      guard word != "\(short).", rest.allSatisfy({ !$0.isLetter }) else { continue }
      return (word, rest.first?.isNumber == true ? "\(short). \(rest)" : "\(short).")
    }
    return nil
  }

  /// A hyphen for the dash between numbers, or a letter that sticks to its paragraph.
  private static func fault(
    ofNumber word: String, after sign: String
  ) -> (found: String, expected: String)? {
    let number = word.prefix { $0.isNumber }
    let rest = word.dropFirst(number.count)
    guard !number.isEmpty, let first = rest.first else { return nil }
    if first == "-", rest.dropFirst().first?.isNumber == true {
      let several = sign == "§" ? "§§" : sign
      return ("\(sign) \(word)", "\(several) \(number)–\(rest.dropFirst())")
    }
    if first.isLetter { return ("\(sign) \(word)", "\(sign) \(number) \(rest)") }
    return nil
  }

  /// Whether several paragraphs follow: `7–9`, `7, 40`, `69 a–c`, `59 ff.`
  private static func isSeveral(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first else { return false }
    if first.contains("–") { return true }
    // The letter of a paragraph stands apart from its number.
    var rest = words.dropFirst()
    var last = first
    if !first.hasSuffix(","), !first.hasSuffix(";"), let letter = rest.first, isLetter(letter) {
      if letter.contains("–") { return true }
      last = letter
      rest = rest.dropFirst()
    }
    // A bracket or a semicolon ends what belongs together.
    guard let next = rest.first, !last.hasSuffix(";"), !last.contains(")") else { return false }
    if last.hasSuffix(",") { return next.first?.isNumber == true }
    return ["ff.", "og", "and"].contains(next.prefix { $0 != ";" && $0 != "," }.description)
  }

  private static func isLetter(_ word: String) -> Bool {
    let letters = word.prefix { $0.isLetter }
    return letters.count == 1 && word.dropFirst().first?.isNumber != true
  }

  /// What stands between quotation marks was written by another.
  private static func unquoted(_ text: String) -> String {
    var isQuoted = false
    return String(
      text.filter { character in
        if character == "'" { isQuoted.toggle() }
        return !isQuoted && character != "'"
      })
  }
}
