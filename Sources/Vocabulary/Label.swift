/// A name for people to read, in both languages.
package struct Label: Hashable, Sendable {
  package let danish: String
  package let english: String

  package init(danish: String, english: String) {
    self.danish = danish
    self.english = english
  }

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
