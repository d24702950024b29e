internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Vocabulary

extension LawReader {
  mutating func promise(_ entry: RawEntry) -> Promise? {
    guard let fields = Fields(entry.node, .promise, &findings) else { return nil }
    let provision = provision(entry, .promises)
    switch (fields[.never], fields[.noMore]) {
    case (let node?, nil):
      guard let fields = Fields(node, .never, &findings) else { return nil }
      return never(fields).map { Promise(provision: provision, content: $0) }
    case (nil, let node?):
      guard let fields = Fields(node, .noMore, &findings) else { return nil }
      return noMore(fields).map { Promise(provision: provision, content: $0) }
    default:
      findings.add(
        Diagnostic(
          .error, "missing-key", "a promise says one thing: 'never' or 'no more'", at: entry.name.marked.range,
          hint: "write one of them"))
      return nil
    }
  }

  private mutating func never(_ fields: Fields) -> Promise.Content? {
    guard let kind = fields.requiredText(.kind, &findings),
      let name = term(kind, in: vocabulary.kinds, what: "a kind of work"),
      let when = requiredExpression(fields, .when, .boolean, "the condition of a promise")
    else { return nil }
    var exceptions: [Int] = []
    for scalar in fields.texts(.except, &findings) ?? [] {
      if let index = index(of: scalar, in: .duties, what: "a duty") { exceptions.append(index) }
    }
    return .never(kind: name, when: when, except: exceptions)
  }

  private mutating func noMore(_ fields: Fields) -> Promise.Content? {
    guard let than = fields.requiredText(.than, &findings) else { return nil }
    if let laws, !laws.contains(than.text) {
      findings.add(Complaint.unknownName(than, what: "a law of these rules", known: laws))
      return nil
    }
    var kind: String?
    if let text = fields.text(.kind, &findings) {
      guard let name = term(text, in: vocabulary.kinds, what: "a kind of work") else { return nil }
      kind = name
    }
    var basis: Duty.Basis?
    if let text = fields.text(.orderedBy, &findings) {
      guard let read = Duty.Basis(rawValue: text.text) else {
        findings.add(
          Complaint.unknownName(text, what: "what orders a duty", known: Duty.Basis.allCases.map(\.rawValue)))
        return nil
      }
      basis = read
    }
    return .noMore(kind: kind, than: than.text, basis: basis)
  }
}
