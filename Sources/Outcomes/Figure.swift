/// One figure of one scenario under one law, as machine formats name it.
///
///     lise, current, demands_by_kind, interview, 12, count
package struct Figure: Hashable, Sendable {
  package let scenario: String
  package let law: String
  /// What is counted: `demands_by_kind`.
  package let name: String
  /// Which part of it: a kind, an account; empty for the whole.
  package let key: String
  /// - Unit: that of `unit`; `nil` where there is nothing to tell.
  package let value: Int?
  /// `count`, `minutes`, `oere` or `permille`.
  package let unit: String

  package init(
    scenario: String, law: String, name: String, key: String, value: Int?, unit: String
  ) {
    self.scenario = scenario
    self.law = law
    self.name = name
    self.key = key
    self.value = value
    self.unit = unit
  }
}
