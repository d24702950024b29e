package import Comparison
package import Outcomes

/// Everything about laws: what is saved, the country, how closely it resembles the counted one, single
/// courses, and what all of it rests on.
package struct Dossier: Sendable {
  package let country: CountryComparison
  /// What each law saves of a target; told first.
  package var savings: [Sheet] = []
  package var calibration: Calibration?
  /// The personas, say.
  package var courses: Comparison?
  package var assumptions: [Sheet] = []

  package init(_ country: CountryComparison) { self.country = country }
}
