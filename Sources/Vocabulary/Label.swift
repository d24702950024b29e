/// A name for people to read, in both languages.
package struct Label: Hashable, Sendable {
  package let danish: String
  package let english: String
  /// The language that both texts are in, where nobody has said it in the other; `nil` for a text in each,
  /// and for a name that is the same in both.
  package let only: Language?

  package init(danish: String, english: String) {
    self.danish = danish
    self.english = english
    only = nil
  }

  /// Words that stand in one language, and are shown as they are in the other.
  package init(_ text: String, only language: Language) {
    (danish, english, only) = (text, text, language)
  }

  /// Both texts in one line, for those who look for any change of them.
  package var whole: String { danish == english ? danish : "\(danish) / \(english)" }

  package subscript(_ language: Language) -> String {
    switch language {
    case .danish: danish
    case .english: english
    }
  }
}

/// The language of a report. Danish first, as the law is.
package enum Language: String, Hashable, CaseIterable, Sendable {
  case danish = "da"
  case english = "en"
}
