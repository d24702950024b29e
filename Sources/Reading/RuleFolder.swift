internal import Diagnostics
internal import MarkedYAML
internal import Vocabulary

/// A law's folder as it lies on the disk: the law itself or a reform, its entries by section.
struct RuleFolder {
  /// Tests lie beside the law they bind, and are no part of it.
  static let testFolder = "tests"
  /// The facts a law is written from lie beside it too.
  static let coverageFile = "coverage.yaml"

  private(set) var law: RawLaw?
  /// What this folder amends; `nil` for a law of its own.
  private(set) var amends: YAMLScalar?
  private(set) var measures: [RawEntry] = []
  private(set) var keeps: [YAMLNode] = []
  private(set) var notModelled: [YAMLNode] = []

  private static let sections: [(Word, Section)] = [
    (.definitions, .definitions), (.parameters, .parameters), (.practice, .practice),
    (.clocks, .clocks), (.episodes, .episodes), (.benefits, .benefits), (.financing, .financing),
    (.groups, .groups), (.units, .units), (.duties, .duties), (.promises, .promises),
  ]

  init(at path: String, files: inout SourceFiles) {
    let main = "\(path)/law.yaml"
    guard let node = files.document(at: main) else { return }
    let isReform = node[Word.amends.rawValue] != nil
    var findings = Findings()
    read(header: node, isReform: isReform, &findings)
    let aside = [main, "\(path)/\(RuleFolder.coverageFile)"]
    for file in files.yamlFiles(at: path, excluding: [RuleFolder.testFolder]) where !aside.contains(file) {
      guard let part = files.document(at: file) else { continue }
      _ = Fields(part, isReform ? .reformPart : .lawPart, &findings)
      add(part, &findings)
    }
    files.findings.merge(findings)
  }

  private mutating func read(header: YAMLNode, isReform: Bool, _ findings: inout Findings) {
    guard let fields = Fields(header, isReform ? .reform : .law, &findings),
      let id = fields.requiredText(.law, &findings)
    else { return }
    amends = isReform ? fields.text(.amends, &findings) : nil
    var law = RawLaw(id: id.text, header: header)
    law.title = fields.required(.title, &findings)
    law.begins = isReform ? fields[.inForceFrom] : fields.required(.inForceFrom, &findings)
    if !isReform, let covers = fields.required(.covers, &findings) {
      let key = header.mapping?.first { $0.name == Word.covers.rawValue }?.key
      law.covers = key.map { RawEntry(name: $0, node: covers, law: id.text, measure: nil) }
    }
    self.law = law
    add(header, &findings)
  }

  private mutating func add(_ node: YAMLNode, _ findings: inout Findings) {
    guard var law else { return }
    for (word, section) in RuleFolder.sections {
      guard let entries = node[word.rawValue] else { continue }
      law.add(entries, to: section, measure: nil, &findings)
    }
    self.law = law
    guard let fields = Fields.plain(node) else { return }
    if amends != nil {
      for entry in fields.entries(.measures, &findings) {
        if let earlier = measures.first(where: { $0.name.text == entry.name }) {
          findings.add(RawLaw.duplicate(entry.key, earlier.name))
        } else {
          measures.append(RawEntry(name: entry.key, node: entry.value, law: law.id, measure: nil))
        }
      }
    }
    if amends != nil {
      keeps += fields.items(.keeps, &findings)
      notModelled += fields.items(.notModelled, &findings)
    }
  }
}

extension RawLaw {
  init(id: String, header: YAMLNode) {
    self.id = id
    self.header = header
  }

  /// Adds the entries of a section; a name that is taken is told with both places.
  ///
  /// - Returns: the entries that were added.
  @discardableResult
  mutating func add(
    _ node: YAMLNode, to section: Section, measure: String?, _ findings: inout Findings
  ) -> [RawEntry] {
    guard let entries = node.mapping else {
      if !node.isNull {
        findings.add(Complaint.wrongShape(node, expected: "'\(section.rawValue)' maps names to entries"))
      }
      return []
    }
    var added: [RawEntry] = []
    var taken = Dictionary(self[section].map { ($0.name.text, $0.name) }) { first, _ in first }
    for entry in entries {
      if let earlier = taken.updateValue(entry.key, forKey: entry.name) {
        taken[entry.name] = earlier
        findings.add(RawLaw.duplicate(entry.key, earlier))
        continue
      }
      if let complaint = Complaint.notAName(entry.key) {
        taken[entry.name] = nil
        findings.add(complaint)
        continue
      }
      let raw = RawEntry(name: entry.key, node: entry.value, law: id, measure: measure)
      sections[section, default: []].append(raw)
      added.append(raw)
    }
    return added
  }

  static func duplicate(_ name: YAMLScalar, _ earlier: YAMLScalar) -> Diagnostic {
    Diagnostic(
      .error, "declared-twice", "'\(name.text)' is declared twice", at: name.marked.range,
      hint: "rename one of them, or use 'versions:' for a text that changed on a day",
      notes: [.init("first declared here", at: earlier.marked.range)])
  }
}
