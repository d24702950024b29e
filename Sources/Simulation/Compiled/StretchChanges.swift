extension StretchCode {
  /// The cells that may come out otherwise under these texts than under those before: a day on which the law
  /// changes seldom changes much of it.
  ///
  /// What has not changed is the same node, with the nodes of the definitions it names; see `ExpressionCompiler`.
  func changes(since earlier: StretchCode, cells: Cells, atoms: Atoms, dutyPlace: [Int]) -> BitRow {
    var row = BitRow(width: cells.width)
    func compare<Text: Equatable>(_ here: Frozen<Text>, _ there: Frozen<Text>, _ changed: (Int) -> Void) {
      for index in 0..<here.count where here[index] != there[index] { changed(index) }
    }
    compare(definitions, earlier.definitions) { row.insert(cells.definitions + $0) }
    compare(episodes, earlier.episodes) {
      row.insert(cells.episodeEnds + $0)
      row.insert(cells.episodeBegins + $0)
    }
    if coverage != earlier.coverage { row.insert(cells.coverage) }
    for index in 0..<benefits.count {
      if benefits[index].condition != earlier.benefits[index].condition { row.insert(cells.benefits + index) }
      if benefits[index].amount != earlier.benefits[index].amount { row.insert(cells.amounts + index) }
    }
    compare(groups, earlier.groups) { row.insert(cells.groups + $0) }
    compare(units, earlier.units) { row.insert(cells.units + $0) }
    compare(clocks, earlier.clocks) { index in
      row.insert(cells.clocks + index)
      row.insert(cells.clockResets + index)
      // Read through another window it shows something else.
      for word in 0..<cells.width { row.insert(readers[(atoms.clocks + index) * cells.width + word], word: word) }
    }
    compare(profiles, earlier.profiles) { row.insert(cells.profiles + $0) }
    compare(duties, earlier.duties) { row.insert(cells.duties + dutyPlace[$0]) }
    for (here, there) in [(dutiesFor, earlier.dutiesFor), (dutiesToAsk, earlier.dutiesToAsk)] {
      compare(here, there) { place in
        row.insert(here[place] ^ there[place], word: (cells.duties >> 6) + place % cells.dutyWidth)
      }
    }
    return row
  }
}
