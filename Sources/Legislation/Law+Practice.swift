package import Vocabulary

extension Law {
  /// The same law with one use of discretion fixed at an end of its range; a law without it is as it was.
  package func setting(_ practice: ProvisionID, to level: PracticeLevel) -> Law {
    guard practices.contains(where: { $0.provision.id == practice }) else { return self }
    return Law(
      id: id, title: title, begins: begins, coverage: coverage, vocabulary: vocabulary, slots: slots,
      names: names, definitions: definitions, parameters: parameters,
      practices: practices.map { $0.provision.id == practice ? $0.fixed(at: level) : $0 },
      clocks: clocks, episodes: episodes, benefits: benefits, financings: financings, groups: groups,
      units: units, duties: duties, reform: reform)
  }
}

extension Practice {
  /// Without a range: every level is this one.
  fileprivate func fixed(at level: PracticeLevel) -> Practice {
    Practice(
      provision: provision, kind: kind, type: type, floor: floor, ceiling: ceiling, low: self[level],
      base: self[level], high: self[level], evidence: evidence)
  }
}
