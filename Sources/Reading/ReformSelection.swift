package import Legislation

/// Which part of a reform is laid over the law it amends.
package struct ReformSelection: Hashable, Sendable {
  /// `nil` for all of them.
  private let measures: Set<String>?
  private let leftOut: LeftOut?

  private struct LeftOut: Hashable {
    let measure: String
    let change: Reform.Change
  }

  package static let whole = ReformSelection(measures: nil, leftOut: nil)

  /// These measures and no others.
  package static func measures(_ names: Set<String>) -> ReformSelection {
    ReformSelection(measures: names, leftOut: nil)
  }

  /// These measures but for one repeal, amendment or enactment.
  ///
  /// - Parameter measures: `nil` for all of the reform.
  package static func leavingOut(
    _ change: Reform.Change, of measure: String, among measures: Set<String>? = nil
  ) -> ReformSelection {
    ReformSelection(measures: measures, leftOut: LeftOut(measure: measure, change: change))
  }

  func holds(_ measure: String) -> Bool { measures?.contains(measure) ?? true }

  func leavesOut(_ change: Reform.Change, of measure: String) -> Bool {
    leftOut.map { $0.measure == measure && $0.change == change } ?? false
  }

  /// Whether a measure may be left with nothing to change.
  func touches(_ measure: String) -> Bool { leftOut?.measure == measure }
}
