package import Expressions
package import Vocabulary

extension Law {
  /// The same law with one use of discretion fixed at an end of its range; a law without it is as it was.
  package func setting(_ practice: ProvisionID, to level: PracticeLevel) -> Law {
    guard let found = practices.first(where: { $0.provision.id == practice }) else { return self }
    return setting([practice: found[level]])
  }

  /// The same law with uses of discretion fixed at values; names that it does not have are passed over.
  ///
  /// - Precondition: each value is of its practice's type and within its range.
  package func setting(_ values: [ProvisionID: Value]) -> Law {
    guard practices.contains(where: { values[$0.provision.id] != nil }) else { return self }
    return Law(
      id: id, title: title, begins: begins, coverage: coverage, vocabulary: vocabulary, slots: slots,
      names: names, definitions: definitions, parameters: parameters,
      practices: practices.map { practice in
        values[practice.provision.id].map(practice.fixed) ?? practice
      },
      clocks: clocks, episodes: episodes, benefits: benefits, financings: financings, groups: groups,
      units: units, duties: duties, promises: promises, reform: reform)
  }
}

extension Practice {
  /// Without a range: every level is this one.
  fileprivate func fixed(at value: Value) -> Practice {
    Practice(
      provision: provision, kind: kind, type: type, floor: floor, ceiling: ceiling, low: value,
      base: value, high: value, evidence: evidence)
  }
}
