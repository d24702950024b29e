/// How citizens are told apart, and what is measured for each, when laws are compared person by person.
///
/// None of it is law: it is named in `Rules/figures.yaml`.
package struct CitizenMeasures: Sendable {
  /// Kinds of duties that bring a citizen and somebody of the effort together.
  package let contactKinds: Set<String>
  /// The enumerated fact that says what is known of the citizen's capacity.
  package let clarity: Clarity
  /// Benefits by name with which waiting is over.
  package let lastingBenefits: Set<String>
  /// The yes-or-no fact of having an education.
  package let education: Int
  /// The fact with the day of birth.
  package let born: Int
  /// First ages of the bands, ascending; the first band is below the first of them.
  package let ages: [Int]
  /// The profile, by its index, of those far from work.
  package let distance: Int

  package struct Clarity: Hashable, Sendable {
    package let fact: Int
    /// The members with which nothing is in question.
    package let settled: Set<Int>

    package init(fact: Int, settled: Set<Int>) {
      self.fact = fact
      self.settled = settled
    }
  }

  package init(
    contactKinds: Set<String>, clarity: Clarity, lastingBenefits: Set<String>, education: Int,
    born: Int, ages: [Int], distance: Int
  ) {
    self.contactKinds = contactKinds
    self.clarity = clarity
    self.lastingBenefits = lastingBenefits
    self.education = education
    self.born = born
    self.ages = ages.sorted()
    self.distance = distance
  }
}
