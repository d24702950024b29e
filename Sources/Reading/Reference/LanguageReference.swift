/// Every key of the rule language by the kind of entry it stands in: what the readers accept, told.
package enum LanguageReference {
  package struct Kind: Hashable, Sendable {
    /// "a duty"
    package let noun: String
    package let keys: [Key]
    /// Whether it may have the shared keys too.
    package let isProvision: Bool
  }

  package struct Key: Hashable, Sendable {
    package let word: Word
    package let isNeeded: Bool
  }

  /// The keys that every provision may have.
  package static var shared: [Word] { Shape.shared }

  package static var kinds: [Kind] {
    Shape.all.map { shape in
      let own = shape.isProvision ? shape.words.filter { !Shape.shared.contains($0) } : shape.words
      let needed = shape.needed
      return Kind(
        noun: shape.noun, keys: own.map { Key(word: $0, isNeeded: needed.contains($0)) },
        isProvision: shape.isProvision)
    }
  }
}
