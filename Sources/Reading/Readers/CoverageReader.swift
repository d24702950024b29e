internal import Diagnostics
internal import Legislation
internal import MarkedYAML
internal import Vocabulary

/// Reads `coverage.yaml`, which lies beside a law and is no part of it.
struct CoverageReader {
  private let law: Law
  private let known: [String: ProvisionID]
  private var findings = Findings()

  static func read(_ node: YAMLNode, law: Law) -> Checked<FactCoverage> {
    var reader = CoverageReader(law: law)
    let coverage = reader.coverage(node)
    return Checked(coverage, reader.findings)
  }

  private init(law: Law) {
    self.law = law
    known = Dictionary(law.identities.map { ($0.local, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func coverage(_ node: YAMLNode) -> FactCoverage? {
    guard let fields = Fields(node, .coverage, &findings), let name = fields.requiredText(.law, &findings),
      fields.required(.rows, &findings) != nil
    else { return nil }
    if name.text != law.id {
      findings.add(
        Diagnostic(
          .error, "law-misnamed", "this lies beside the law '\(law.id)' and says it is of '\(name.text)'",
          at: name.marked.range, hint: "write 'law: \(law.id)'"))
    }
    return FactCoverage(rows: fields.entries(.rows, &findings).compactMap { row($0) })
  }

  private mutating func row(_ entry: YAMLEntry) -> FactCoverage.Row? {
    guard let section = section(of: entry.key) else { return nil }
    guard let fields = Fields(entry.value, .coverageRow, &findings),
      let meaning = fields.requiredText(.meaning, &findings)
    else { return nil }
    let names = fields.texts(.provisions, &findings) ?? []
    let reason = fields.text(.notModelled, &findings)
    let provisions = names.compactMap { provision($0) }
    if names.isEmpty, reason == nil {
      findings.add(
        Diagnostic(
          .error, "unmapped-row", "nothing says where the law holds '\(entry.name)'", at: entry.key.marked.range,
          hint: "add 'provisions:', or 'not modelled:' with the reason"))
      return nil
    }
    return FactCoverage.Row(
      id: entry.name, section: section, meaning: meaning.text, provisions: provisions, leftOut: reason?.text)
  }

  private mutating func provision(_ name: YAMLScalar) -> ProvisionID? {
    if let id = known[name.text] { return id }
    findings.add(Complaint.unknownName(name, what: "a provision of this law", known: known.keys.sorted()))
    return nil
  }

  /// `2.1` of `2.1/first-interview`; tells when the key is made otherwise.
  private mutating func section(of key: YAMLScalar) -> String? {
    let parts = key.text.split(separator: "/", omittingEmptySubsequences: false)
    let isNumbered =
      parts.count == 2 && !parts[0].isEmpty
      && parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { Int($0) != nil }
    let isNamed =
      parts.count == 2 && !parts[1].isEmpty
      && parts[1].allSatisfy { $0.isLetter && $0.isLowercase || $0.isWholeNumber || $0 == "-" }
    if isNumbered, isNamed { return String(parts[0]) }
    findings.add(
      Diagnostic(
        .error, "not-a-name", "'\(key.text)' cannot be a row of the facts", at: key.marked.range,
        hint: "write the section and a name: '2.1/first-interview'"))
    return nil
  }
}

extension Law {
  /// Every entry that a row can point at: practice too.
  fileprivate var identities: [ProvisionID] {
    [coverage.provision.id] + definitions.map(\.provision.id) + parameters.map(\.provision.id)
      + practices.map(\.provision.id) + clocks.map(\.provision.id) + episodes.map(\.provision.id)
      + benefits.map(\.provision.id) + financings.map(\.provision.id) + groups.map(\.provision.id)
      + units.map(\.provision.id) + duties.map(\.provision.id)
  }
}
