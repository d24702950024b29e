package import Attribution
package import Diagnostics
internal import Foundation
package import Legislation
internal import MarkedYAML
package import Outcomes
package import Pricing
package import Scenarios
package import Vocabulary

/// A folder of rules: the vocabulary, the prices and the laws that stand on them.
///
/// Files are read when they are first needed and only once, so that a comparison of two laws does not
/// wait for the others.
package struct RuleLibrary: Sendable {
  package var files: SourceFiles
  package private(set) var vocabulary: Vocabulary?
  let root: String
  private var overlays: [String: (raw: RawLaw, reform: Reform?)] = [:]
  /// Files of citizens that were opened, which are too large to be kept.
  var dataFiles: Set<String> = []
  /// What each reform that was read is laid over, and its own folder: other parts of it can follow.
  private var reforms: [String: (base: RawLaw, folder: RuleFolder)] = [:]

  /// - Parameters:
  ///   - root: the folder that holds `vocabulary.yaml`.
  ///   - laws: those that will be asked for, by name; their files are read while the vocabulary is.
  ///   - scenarios: the files and folders of scenarios that will be asked for, likewise.
  package init(root: String, for laws: [String] = [], on scenarios: [String] = []) {
    self.root = root
    files = SourceFiles(givenFolder: root)
    if !laws.isEmpty {
      readAhead(laws, scenarios: scenarios + ["\(root)/vocabulary.yaml", "\(root)/prices.yaml"])
    }
    guard let node = files.document(at: "\(root)/vocabulary.yaml") else { return }
    let read = VocabularyReader.read(node)
    files.findings.merge(read.findings)
    vocabulary = read.value
  }

  package var findings: Findings { files.findings }

  /// The same rules with another text in one file: for asking what a change would do. Nothing is written.
  package func replacing(_ path: String, with text: String) -> RuleLibrary {
    var library = self
    library.files = files.replacing(path, with: text)
    library.overlays = [:]
    library.reforms = [:]
    return library
  }

  /// Whether a law reads the same here as in other rules, once its measures are laid over the law it amends:
  /// then no citizen can tell them apart. False before both have read it.
  package func saysTheSame(of law: String, as other: RuleLibrary) -> Bool {
    guard let here = overlays[law]?.raw, let there = other.overlays[law]?.raw else { return false }
    return here.saysTheSame(as: there)
  }

  /// The files of a law, those that only lie beside it not among them, that have been read.
  package func filesRead(of law: String) -> [String] {
    files.texts.keys.filter { path in
      path.hasPrefix("\(root)/\(law)/") && !path.hasPrefix(testFolder(of: law))
        && path != coverageFile(of: law)
    }.sorted()
  }

  /// Every folder that holds a law, in alphabetical order.
  package var lawNames: [String] { RuleLibrary.lawNames(below: root) }

  /// Every folder below another that holds a law, in alphabetical order.
  package static func lawNames(below root: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/law.yaml") }
  }

  package mutating func prices() -> PriceList? {
    guard let vocabulary, let node = files.document(at: "\(root)/prices.yaml") else { return nil }
    let read = PriceReader.read(node, vocabulary: vocabulary)
    files.findings.merge(read.findings)
    return read.value
  }

  /// A file beside the laws: `vocabulary` or `prices`.
  mutating func document(named name: String) -> YAMLNode? { files.document(at: "\(root)/\(name).yaml") }

  /// What is measured of citizens, and the published figures beside it.
  package mutating func figures() -> PublishedFigures? {
    guard let vocabulary, let node = files.document(at: figuresFile) else { return nil }
    let read = PublishedFiguresReader.read(node, vocabulary: vocabulary)
    files.findings.merge(read.findings)
    return read.value
  }

  /// Where the target lies, if there is one.
  package var targetFile: String { "\(root)/target.yaml" }

  /// What savings are measured against; `nil` where the folder has no target.
  package mutating func target() -> Target? {
    guard let vocabulary, FileManager.default.fileExists(atPath: targetFile),
      let node = files.document(at: targetFile)
    else { return nil }
    let read = TargetReader.read(node, vocabulary: vocabulary, laws: lawNames)
    files.findings.merge(read.findings)
    guard let target = read.value else { return nil }
    if let level = prices().flatMap({ Int($0.level) }), target.amount(inPricesOf: level) == nil {
      tell(
        "no-index-value",
        "the target is in prices of \(target.level) and the price list in those of \(level), and no index leads from one to the other",
        at: target.range, hint: "name an index with both years in 'indexed by:'")
      return nil
    }
    return target
  }

  /// Assumptions on behaviour; `nil` where the folder has none.
  package mutating func behaviour() -> Behaviour? {
    let path = "\(root)/behaviour.yaml"
    guard let vocabulary, FileManager.default.fileExists(atPath: path),
      let node = files.document(at: path)
    else { return nil }
    let read = BehaviourReader.read(node, vocabulary: vocabulary)
    files.findings.merge(read.findings)
    return read.value
  }

  package var hasFigures: Bool { FileManager.default.fileExists(atPath: figuresFile) }

  private var figuresFile: String { "\(root)/figures.yaml" }

  /// A law by the name of its folder, read and checked; a reform is laid over the law it amends.
  package mutating func law(named name: String) -> Law? {
    guard let vocabulary, let (raw, reform) = overlay(named: name, at: nil, amendedBy: []) else { return nil }
    let read = LawReader.read(raw, vocabulary: vocabulary, laws: lawNames, reform: reform)
    files.findings.merge(read.findings)
    return read.value
  }

  /// A reform with a part of it left out.
  ///
  /// What is wrong with the part is told with it and not among the findings of the files: that a measure
  /// cannot stand without another is no mistake of its author's.
  ///
  /// - Returns: `nil` where there is no reform of that name, or one that does not read well.
  /// - Complexity: the files are read once; laying the part over the base and reading the law that
  ///   results is all that each part costs.
  package mutating func law(named name: String, _ selection: ReformSelection) -> Checked<Law>? {
    guard let vocabulary, overlay(named: name, at: nil, amendedBy: []) != nil,
      let (base, folder) = reforms[name]
    else { return nil }
    var findings = Findings()
    let overlay = ReformOverlay(
      base: base, reform: folder, selection: selection, findings: &findings)
    guard !findings.hasErrors else { return Checked(nil, findings) }
    let reform = ReformReader.part(folder, overlay: overlay, selection: selection, findings: &findings)
    let read = LawReader.read(overlay.law, vocabulary: vocabulary, reform: reform)
    findings.merge(read.findings)
    return Checked(findings.hasErrors ? nil : read.value, findings)
  }

  mutating func overlay(
    named name: String, at place: SourceRange?, amendedBy chain: [String]
  ) -> (raw: RawLaw, reform: Reform?)? {
    if let known = overlays[name] { return known }
    guard lawNames.contains(name) else {
      let nearest = nearestName(to: name, among: lawNames)
      tell(
        "unknown-law", "there is no law '\(name)' in '\(root)'",
        at: place ?? .start(of: "\(root)/\(name)/law.yaml"),
        hint: nearest.map { "write '\($0)'" } ?? "use one of: \(lawNames.joined(separator: ", "))")
      return nil
    }
    let folder = RuleFolder(at: "\(root)/\(name)", files: &files)
    guard let law = folder.law else { return nil }
    if law.id != name {
      tell(
        "law-misnamed", "the folder '\(name)' holds a law that calls itself '\(law.id)'",
        at: law.header[Word.law.rawValue]?.range ?? law.header.range, hint: "write 'law: \(name)'")
    }
    guard let base = folder.amends else {
      overlays[name] = (law, nil)
      return (law, nil)
    }
    let chain = chain + [name]
    if chain.contains(base.text) {
      tell(
        "amendment-cycle", "laws amend one another: \(chain.joined(separator: ", "))",
        at: base.marked.range, hint: "let one of them stand alone")
      return nil
    }
    guard let below = overlay(named: base.text, at: base.marked.range, amendedBy: chain) else { return nil }
    var findings = Findings()
    let overlay = ReformOverlay(base: below.raw, reform: folder, findings: &findings)
    let reform = ReformReader.reform(folder, overlay: overlay, findings: &findings)
    files.findings.merge(findings)
    guard !findings.hasErrors else { return nil }
    reforms[name] = (below.raw, folder)
    overlays[name] = (overlay.law, reform)
    return (overlay.law, reform)
  }

  /// The tests beside a law, or those in the given files and folders.
  package mutating func tests(at path: String) -> [RuleTest] {
    guard let vocabulary else { return [] }
    var tests: [RuleTest] = []
    for file in files.yamlFiles(at: path) {
      guard let node = files.document(at: file) else { continue }
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      var scenarios = files
      let above = neighbourhood
      var reader = RuleTestReader(vocabulary: vocabulary, folder: folder) { path in
        guard FileManager.default.fileExists(atPath: path) else { return .missing }
        guard GivenFolders.path(path, liesIn: above), GivenFolders.isFile(path) else { return .outside }
        return scenarios.document(at: path).map { .document($0) } ?? .missing
      }
      let read = reader.read(node)
      files = scenarios
      files.findings.merge(read.findings)
      tests += read.value ?? []
    }
    return tests
  }

  /// The folder that holds the folder of rules, where the scenarios lie beside it: as far as a test may reach.
  private var neighbourhood: String {
    let parts = root.split(separator: "/", omittingEmptySubsequences: true)
    guard let last = parts.last, last != "..", last != "." else { return "\(root)/.." }
    let above = parts.dropLast().joined(separator: "/")
    return root.hasPrefix("/") ? "/\(above)" : above
  }

  /// The folder of a law's tests.
  package func testFolder(of law: String) -> String { "\(root)/\(law)/\(RuleFolder.testFolder)" }

  package func isFolder(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  package func hasTests(_ law: String) -> Bool {
    FileManager.default.fileExists(atPath: testFolder(of: law))
  }

  private func coverageFile(of law: String) -> String { "\(root)/\(law)/\(RuleFolder.coverageFile)" }

  /// Which rows of the facts a law holds; `nil` where nothing lies beside the law that says so.
  package mutating func coverage(of law: Law) -> FactCoverage? {
    let file = coverageFile(of: law.id)
    guard FileManager.default.fileExists(atPath: file), let node = files.document(at: file) else { return nil }
    let read = CoverageReader.read(node, law: law)
    files.findings.merge(read.findings)
    return read.value
  }

  /// The scenarios in a file, or in a folder and all below it.
  package mutating func scenarios(at path: String) -> [Scenario] {
    guard let vocabulary else { return [] }
    var scenarios: [Scenario] = []
    for file in files.yamlFiles(at: path) {
      guard let node = files.document(at: file), !PopulationReader.isPopulation(node),
        !PopulationMappingReader.isMapping(node)
      else { continue }
      let read = ScenarioReader.read(node, vocabulary: vocabulary)
      files.findings.merge(read.findings)
      guard let scenario = read.value else { continue }
      if let earlier = scenarios.first(where: { $0.id == scenario.id }) {
        files.findings.add(
          Diagnostic(
            .error, "declared-twice", "two scenarios are called '\(scenario.id)'",
            at: scenario.range, hint: "rename one of them",
            notes: [.init("the other is here", at: earlier.range)]))
        continue
      }
      scenarios.append(scenario)
    }
    return scenarios
  }

  /// The files that `scenarios(at:)` reads: populations and mappings of files lie beside them.
  package mutating func scenarioFiles(at path: String) -> [String] {
    files.yamlFiles(at: path).filter { file in
      guard let node = files.document(at: file) else { return true }
      return !PopulationReader.isPopulation(node) && !PopulationMappingReader.isMapping(node)
    }
  }

  /// Takes over what a copy of this library has read since, with what it found.
  mutating func take(readBy copy: RuleLibrary) {
    files.take(readBy: copy.files)
    overlays.merge(copy.overlays) { here, _ in here }
    reforms.merge(copy.reforms) { here, _ in here }
  }

  /// Keeps the texts that a copy of this library read, so that findings can be drawn, and not what was
  /// found in them.
  package mutating func keep(textsOf copy: RuleLibrary) {
    let findings = files.findings
    files = copy.files
    files.findings = findings
  }

  mutating func tell(_ code: String, _ message: String, at range: SourceRange, hint: String) {
    files.findings.add(Diagnostic(.error, code, message, at: range, hint: hint))
  }
}
