internal import Vocabulary

/// What the figures of a population are called, by the words of the entries that they stand in.
///
///     archetypes/insured/inflow              Tilgang: Forsikrede ledige
///     archetypes/insured/states/sick/then    Hvad der følger: Forsikrede ledige, syg
///     distributions/spell-far/stretch        Tid langt fra arbejdsmarkedet: længder
struct FigureWords {
  /// The words of an entry, by its place: "archetypes/insured", "archetypes/insured/states/sick".
  var places: [String: Label] = [:]
  let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// - Parameter name: of a figure; a row of a table is called as its table.
  func label(of name: String) -> Label {
    let parts = name.split(separator: "/").map(String.init)
    let path = Array(parts.prefix { $0 != "rows" })
    guard path.count > 1 else { return Label(danish: name, english: name) }
    let whose = places[path.prefix(2).joined(separator: "/")] ?? Label(danish: path[1], english: path[1])
    if path[0] == "distributions" {
      return path.last == "stretch"
        ? Label(danish: "\(whose.danish): længder", english: "\(whose.english): lengths") : whose
    }
    let hasState = path.count > 4 && path[2] == "states"
    let state = hasState ? place(path.prefix(4), path[3]) : nil
    let of = joined([whose] + (state.map { [$0] } ?? []))
    switch path.last {
    case Word.inflow.rawValue: return Label(danish: "Tilgang: \(of.danish)", english: "Inflow: \(of.english)")
    case Word.stock.rawValue: return Label(danish: "Bestand: \(of.danish)", english: "Stock: \(of.english)")
    case Word.then.rawValue:
      return Label(danish: "Hvad der følger: \(of.danish)", english: "What follows: \(of.english)")
    case Word.known.rawValue:
      let fact = path.dropLast().last.map { name in
        vocabulary.fact(named: name).map { vocabulary.facts[$0].label } ?? Label(danish: name, english: name)
      }
      let all = joined([of] + (fact.map { [$0] } ?? []))
      return Label(danish: "Andel, der ved det: \(all.danish)", english: "Share who can tell: \(all.english)")
    default: return of
    }
  }

  private func place(_ path: ArraySlice<String>, _ name: String) -> Label {
    places[path.joined(separator: "/")] ?? Label(danish: name, english: name)
  }

  private func joined(_ labels: [Label]) -> Label {
    Label(
      danish: labels.map(\.danish).joined(separator: ", "), english: labels.map(\.english).joined(separator: ", "))
  }
}
