internal import Diagnostics
internal import Expressions
internal import Quantities
internal import Scenarios

/// One citizen of a file as far as she has been read.
struct CitizenDraft {
  let key: String
  let name: KnownWord
  let place: SourceRange
  var isWhole = true
  var weight: Weight?
  /// In the order of the rows.
  private(set) var changes: [Scenario.Change]
  /// Whether no row went back to an earlier day.
  private var isInOrder = true

  /// - Parameter room: what changes of the citizen before stood in, so that it serves again.
  init(_ name: UnsafeBufferPointer<UInt8>, place: SourceRange, room: inout [Scenario.Change]) {
    key = String(decoding: name, as: UTF8.self)
    self.name = KnownWord(name)
    self.place = place
    changes = []
    swap(&changes, &room)
    changes.removeAll(keepingCapacity: true)
  }

  mutating func add(_ what: Scenario.Change.What, on day: Day) {
    if let last = changes.last?.day, day < last { isInOrder = false }
    changes.append(Scenario.Change(day: day, what: what))
  }

  /// Whether a row has set a fact of a day already.
  func sets(_ fact: Int, on day: Day) -> Bool {
    for place in changes.indices.reversed() {
      let earlier = changes[place].day
      if isInOrder, earlier < day { return false }
      if earlier == day, case .fact(fact, _) = changes[place].what { return true }
    }
    return false
  }

  /// Her first day; `nil` when nothing was set on any.
  var first: Day? { isInOrder ? changes.first?.day : changes.lazy.map(\.day).min() }

  /// What she begins with, and what comes later.
  ///
  /// - Parameter standard: the values of facts that no row of the first day sets.
  func course(from first: Day, standard: [Value]) -> (initial: [Value], later: [Scenario.Change]) {
    var initial = standard
    var later: [Scenario.Change] = []
    later.reserveCapacity(changes.count)
    for change in changes {
      if change.day == first, case .fact(let fact, let value) = change.what {
        initial[fact] = value
      } else {
        later.append(change)
      }
    }
    return (initial, later)
  }
}
