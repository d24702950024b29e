/// Cells, and asking them anew only if they must be.
extension CompiledReplay {
  @inline(__always)
  func isDirty(_ cell: Int) -> Bool { dirty[cell >> 6] & (1 << UInt64(cell & 63)) != 0 }

  @inline(__always)
  mutating func soil(_ cell: Int) { dirty[cell >> 6] |= 1 << UInt64(cell & 63) }

  @inline(__always)
  mutating func clean(_ cell: Int) { dirty[cell >> 6] &= ~(1 << UInt64(cell & 63)) }

  @inline(__always)
  func isAnyDirty(_ row: Frozen<UInt64>) -> Bool {
    for word in 0..<width where dirty[word] & row[word] != 0 { return true }
    return false
  }

  /// Whether a condition holds, asked anew only if it must be. The empty condition, -1, holds.
  mutating func holds(_ node: Int32, cell: Int) -> Bool {
    if node < 0 { return true }
    if isDirty(cell) { ask(node, cell: cell) }
    return values[cell] != 0
  }

  mutating func ask(_ node: Int32, cell: Int) {
    let outer = beginAsking()
    values[cell] = evaluate(node)
    endAsking(cell, outer)
  }

  /// What is compared from here on, until `endAsking`, is compared by one cell.
  ///
  /// - Returns: what the cell around it has noted so far, to be handed back.
  @inline(__always)
  mutating func beginAsking() -> Int {
    let outer = soonest
    soonest = Int.max
    return outer
  }

  /// A cell has been asked: it stays as it is until something happens, or the first day on which a
  /// comparison comes out otherwise. What asks that cell stays no longer.
  @inline(__always)
  mutating func endAsking(_ cell: Int, _ outer: Int) {
    until[cell] = soonest
    if soonest < nextFlip { nextFlip = soonest }
    if outer < soonest { soonest = outer }
    clean(cell)
  }
}
