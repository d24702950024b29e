package import Outcomes
internal import Reading
internal import Vocabulary

/// The rule language told by its own readers: every key of every kind of entry.
package enum LanguageSheet {
  package static var sheet: Sheet {
    let shared = Sheet.Table(
      "shared",
      Label(danish: "Fælles for alle bestemmelser", english: "What every provision may have"), columns,
      rows: LanguageReference.shared.map { row($0, isNeeded: $0 == .cite) })
    let kinds = LanguageReference.kinds.map { kind in
      let name = kind.noun.filter { $0 != "'" }
      let more = kind.isProvision ? Label(danish: " (og de fælles)", english: " (and the shared)") : Label(danish: "", english: "")
      return Sheet.Table(
        name, Label(danish: name + more.danish, english: name + more.english), columns,
        rows: kind.keys.map { row($0.word, isNeeded: $0.isNeeded) })
    }
    return Sheet(
      title: Label(danish: "Regelsprogets nøgler", english: "The keys of the rule language"),
      paragraphs: [
        Label(
          danish: "Trykt af 'hegn describe'; betydningerne står på engelsk, som nøglerne gør.",
          english: "Printed by 'hegn describe'.")
      ], tables: [shared] + kinds)
  }

  private static let columns = [
    Sheet.Column("key", Label(danish: "Nøgle", english: "Key")),
    Sheet.Column("needed", Label(danish: "Skal stå", english: "Needed")),
    Sheet.Column("meaning", Label(danish: "Betydning", english: "Meaning")),
  ]

  private static func row(_ word: Word, isNeeded: Bool) -> [Sheet.Cell] {
    [
      Sheet.Cell(word.rawValue),
      isNeeded ? Sheet.Cell(Label(danish: "ja", english: "yes")) : .empty,
      Sheet.Cell(word.meaning),
    ]
  }
}
