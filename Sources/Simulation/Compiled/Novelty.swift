internal import Legislation
internal import Quantities

/// What one stretch of a law says otherwise than the stretch before it.
///
/// A text that was in force before, and names nothing that says something else now, means what it meant: it
/// compiles to what it compiled to. A day on which the law changes seldom changes much of it.
struct Novelty {
  private let before: LawTexts.Versions
  private let now: LawTexts.Versions
  /// By slot: whether the name stands for another figure, or a definition that reads otherwise.
  private let isNew: [Bool]
  /// By definition: whether it reads otherwise, itself or by what it names.
  let isNewDefinition: [Bool]

  /// - Parameter slotsOfDefinition: what each definition names in the later stretch.
  init(
    _ law: Law, from earlier: (from: Day, texts: LawTexts), to later: (from: Day, texts: LawTexts),
    slotsOfDefinition: [[Int]]
  ) {
    before = earlier.texts.versions
    now = later.texts.versions
    let figures = law.parameters.map { parameter in
      parameter.steps.lastIndex { $0.from <= earlier.from } != parameter.steps.lastIndex { $0.from <= later.from }
    }
    var definitions: [Bool?] = zip(before.definitions, now.definitions).map { $0 == $1 ? nil : true }
    func readsOtherwise(definition index: Int) -> Bool {
      if let known = definitions[index] { return known }
      // Definitions never name one another in a circle.
      let found = slotsOfDefinition[index].contains { isOther(slot: $0) }
      definitions[index] = found
      return found
    }
    func isOther(slot: Int) -> Bool {
      switch law.slots[slot] {
      case .parameter(let index): figures[index]
      case .definition(let index): readsOtherwise(definition: index)
      default: false
      }
    }
    isNewDefinition = definitions.indices.map(readsOtherwise)
    isNew = law.slots.indices.map(isOther)
  }

  /// Whether what stood in the same place before must be compiled anew.
  ///
  /// - Parameters:
  ///   - slots: all that it names.
  ///   - kind: the versions of its kind.
  func concerns(_ index: Int, slots: [Int], _ kind: (LawTexts.Versions) -> [Int]) -> Bool {
    kind(before)[index] != kind(now)[index] || names(slots)
  }

  /// Whether one of these names stands for something else.
  func names(_ slots: [Int]) -> Bool { slots.contains { isNew[$0] } }

  var concernsCoverage: Bool { before.coverage != now.coverage }
}
