/// Which cells of a table are left out, so that nobody can be told from what is shown.
///
/// One rule for every table that counts citizens cell by cell and tells a sum beside them:
///
///     citizens    2    7   31   90  │ 130        a cell of fewer than five is left out,
///     shown       •    •   31   90  │ 130        and the least other with it: the sum would give it away
///
/// An empty cell hides nobody and is shown. The rule itself is known to whoever reads a report, so what is
/// left out must also not be known from having been left out: it stays below the most that the cells still
/// shown would let it be.
package enum SmallCells {
  /// A cell of fewer citizens says nothing of people; statistics offices suppress such cells, too.
  package static let fewest = 5

  package static func isSmall(_ citizens: Int) -> Bool { citizens > 0 && citizens < fewest }

  /// - Parameters:
  ///   - citizens: how many simulated citizens each cell of a table rests on.
  ///   - forced: places of cells that are left out in any case, as in another table of the same people.
  /// - Returns: the places of all that are left out. Where any is shown that is not empty, those left out
  ///   are two at least and rest on `fewest` at least.
  package static func hidden(_ citizens: [Int], also forced: Set<Int> = []) -> Set<Int> {
    var hidden = forced.union(citizens.indices.filter { isSmall(citizens[$0]) })
    while !hidden.isEmpty {
      let shown = citizens.indices.filter { citizens[$0] > 0 && !hidden.contains($0) }
      guard let least = shown.min(by: { citizens[$0] < citizens[$1] }) else { break }
      let sum = hidden.reduce(0) { $0 + citizens[$1] }
      let small = hidden.count { citizens[$0] < fewest }
      // Small cells are known to be small, and the others to be no more than what is shown.
      let most = (fewest - 1) * small + (citizens[least] - 1) * (hidden.count - small)
      if hidden.count > 1, sum >= fewest, sum < most { break }
      hidden.insert(least)
    }
    return hidden
  }

  /// The names of rows that are left out of several tables of the same people, such as one under each law: a
  /// row that is left out of one could be had from another, where most stay as they were.
  ///
  /// - Parameter tables: how many citizens each row rests on, by its name; a table may lack rows.
  package static func hidden(_ tables: [[(name: String, citizens: Int)]]) -> Set<String> {
    var names: Set<String> = []
    while true {
      let before = names
      for table in tables {
        let forced = Set(table.indices.filter { table[$0].citizens > 0 && names.contains(table[$0].name) })
        let hidden = hidden(table.map(\.citizens), also: forced)
        names.formUnion(hidden.map { table[$0].name })
      }
      guard names != before else { return names }
    }
  }
}
