package import Vocabulary

/// What a law holds of the facts it is written from, row by row.
///
/// A row that nobody mapped would be a rule that nobody noticed is missing; so each says which provisions
/// hold it, or why none does, and may say what is left out besides.
///
/// Invariant: every row has provisions or a reason, and every provision is one of the law; upheld by the
/// reader.
package struct FactCoverage: Sendable {
  package struct Row: Hashable, Sendable {
    /// `2.1/first-interview-kth`
    package let id: String
    /// The section of the facts that the row stands in: `2.1`.
    package let section: String
    package let meaning: String
    package let provisions: [ProvisionID]
    /// What the law leaves out of the row; `nil` when it holds all of it.
    package let leftOut: String?

    package init(id: String, section: String, meaning: String, provisions: [ProvisionID], leftOut: String?) {
      self.id = id
      self.section = section
      self.meaning = meaning
      self.provisions = provisions
      self.leftOut = leftOut
    }
  }

  package let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }
}
