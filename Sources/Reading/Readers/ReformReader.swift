internal import Diagnostics
internal import Legislation
internal import MarkedYAML
internal import Vocabulary

/// Reads what a reform says of itself: its measures, what it keeps, what it leaves aside.
enum ReformReader {
  static func reform(
    _ folder: RuleFolder, overlay: ReformOverlay, findings: inout Findings
  ) -> Reform {
    Reform(
      base: folder.amends?.text ?? "", measures: measures(folder, overlay, .whole, &findings),
      kept: folder.keeps.compactMap { statement($0, law: overlay.law, keeps: true, &findings) },
      notModelled: folder.notModelled.compactMap {
        statement($0, law: overlay.law, keeps: false, &findings)
      })
  }

  /// A reform of which a part was laid over its base: no statements, which are about all of it.
  static func part(
    _ folder: RuleFolder, overlay: ReformOverlay, selection: ReformSelection,
    findings: inout Findings
  ) -> Reform {
    Reform(
      base: folder.amends?.text ?? "", measures: measures(folder, overlay, selection, &findings),
      kept: [], notModelled: [])
  }

  private static func measures(
    _ folder: RuleFolder, _ overlay: ReformOverlay, _ selection: ReformSelection,
    _ findings: inout Findings
  ) -> [Reform.Measure] {
    folder.measures.filter { selection.holds($0.name.text) }.map { entry in
      Reform.Measure(
        provision: ProvisionReader(law: overlay.law.id, section: .measures).read(entry, &findings),
        reason: Fields.plain(entry.node)?.remark(.because, &findings) ?? nothing,
        requires: names(entry.node[Word.requires.rawValue]),
        changes: overlay.changes[entry.name.text] ?? [])
    }
  }

  private static let nothing = Label(danish: "", english: "")

  private static func names(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    return (node.sequence ?? [node]).compactMap { $0.scalar?.text }
  }

  private static func statement(
    _ node: YAMLNode, law: RawLaw, keeps: Bool, _ findings: inout Findings
  ) -> Reform.Statement? {
    guard let fields = Fields(node, .statement, &findings),
      let id = fields.requiredText(.id, &findings)
    else { return nil }
    let entry = RawEntry(name: id, node: node, law: law.id, measure: nil)
    var kept: [ProvisionID] = []
    for pattern in fields.texts(.provisions, &findings) ?? [] {
      let matches = law.provisions(matching: pattern.text)
      if matches.isEmpty {
        findings.add(
          Complaint.unknownName(
            pattern, what: "a provision that this reform keeps", known: law.allProvisions))
      }
      for (section, name) in matches {
        guard let raw = law[section].first(where: { $0.name.text == name }) else { continue }
        kept.append(ProvisionID(law: raw.law, section: section, name: name))
      }
    }
    return Reform.Statement(
      provision: ProvisionReader(law: law.id, section: .measures).read(entry, &findings),
      reason: fields.remark(.because, &findings) ?? nothing, keeps: keeps ? kept : [])
  }
}
