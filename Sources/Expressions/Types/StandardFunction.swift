/// A function of the language.
///
/// One name may have several shapes: `min(a, b, c)` and `min(list)`, `floor(n)` and `floor(n, scale)`.
struct StandardFunction: Sendable {
  let name: String
  let shapes: [Shape]

  /// What a parameter takes.
  indirect enum Requirement: Sendable {
    case exactly(ValueType)
    case money
    /// Anything with an order: numbers, money, durations, dates, texts.
    case ordered
    /// Numbers, money and durations: what can be added up.
    case quantity
    case list(of: Requirement)
    case anything
    /// Of the type of the first argument's elements.
    case elementOfFirst
  }

  struct Parameter: Sendable {
    let name: String
    let requirement: Requirement
    let isOptional: Bool

    init(_ name: String, _ requirement: Requirement, isOptional: Bool = false) {
      self.name = name
      self.requirement = requirement
      self.isOptional = isOptional
    }
  }

  /// What comes out, given the types that went in.
  enum Result: Sendable {
    case always(ValueType)
    /// A number that is never a fraction.
    case wholeNumber
    case likeFirst
    /// Like the first argument, but money loses its exactness.
    case likeFirstInexact
    case elementOfFirst
    case elementOfFirstInexact
    /// Money rounded to a step is as exact as the step.
    case roundedLikeSecond
  }

  typealias Evaluation = @Sendable ([Value]) throws(EvaluationFailure) -> Value

  struct Shape: Sendable {
    let parameters: [Parameter]
    /// The last parameter may be given any number of times, at least once; the values arrive as one list.
    let isVariadic: Bool
    let result: Result
    let evaluation: Evaluation

    init(
      _ parameters: [Parameter], variadic isVariadic: Bool = false, _ result: Result,
      _ evaluation: @escaping Evaluation
    ) {
      self.parameters = parameters
      self.isVariadic = isVariadic
      self.result = result
      self.evaluation = evaluation
    }
  }

  init(_ name: String, _ shapes: Shape...) {
    self.name = name
    self.shapes = shapes
  }
}

extension StandardFunction.Requirement {
  /// Whether a value of the type may stand there.
  func accepts(_ type: ValueType, first: ValueType?) -> Bool {
    switch (self, type) {
    case (.exactly(let wanted), _): UnitAlgebra.join(wanted, type) == wanted
    case (.money, .money), (.anything, _): true
    case (.ordered, _): type.isOrdered
    case (.quantity, .number), (.quantity, .money), (.quantity, .months), (.quantity, .days): true
    case (.list(let requirement), .list(let element)):
      element.map { requirement.accepts($0, first: first) } ?? true
    case (.elementOfFirst, _):
      if case .list(let element?)? = first { UnitAlgebra.join(element, type) != nil } else { true }
    default: false
    }
  }

  var words: String {
    switch self {
    case .exactly(let type): type.words
    case .money: "money"
    case .ordered: "a number, money, a duration, a date or a text"
    case .quantity: "a number, money or a duration"
    case .list: "a list"
    case .anything: "a value"
    case .elementOfFirst: "an element of the list's kind"
    }
  }
}

extension StandardFunction.Result {
  func type(for arguments: [ValueType]) -> ValueType? {
    switch self {
    case .always(let type): type
    case .wholeNumber: .number
    case .likeFirst: arguments.first
    case .likeFirstInexact: arguments.first?.losingExactness
    case .elementOfFirst: arguments.first?.element
    case .elementOfFirstInexact: arguments.first?.element?.losingExactness
    case .roundedLikeSecond:
      if case .money(let per, _)? = arguments.first, case .money(_, let isExact)? = arguments.last {
        .money(per: per, isExact: isExact)
      } else {
        nil
      }
    }
  }
}

extension ValueType {
  var losingExactness: ValueType {
    if case .money(let per, _) = self { .money(per: per, isExact: false) } else { self }
  }

  var element: ValueType? { if case .list(let element) = self { element } else { nil } }
}
