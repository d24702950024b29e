internal import Quantities

/// The functions of the language: name, parameters, result, meaning.
///
/// - Source: FEEL (OMG DMN 1.5, 10.3.4) for names, parameter names and meaning; the shapes that take
///   money are Hegn's. `known(x)` and `not(x)` are grammar, since they change what may stand inside.
enum StandardFunctions {
  typealias Parameter = StandardFunction.Parameter
  typealias Shape = StandardFunction.Shape

  static let all: [StandardFunction] = numeric + rounding + lists + texts + dates

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// In words: "years and months duration".
  static let longestName = all.map { $0.name.split(separator: " ").count }.max() ?? 1

  private static let number = StandardFunction.Requirement.exactly(.number)
  private static let text = StandardFunction.Requirement.exactly(.text)
  private static let date = StandardFunction.Requirement.exactly(.date)

  private static let numeric: [StandardFunction] = [
    StandardFunction(
      "abs",
      Shape([Parameter("n", .quantity)], .likeFirst) { v throws(EvaluationFailure) in try Numbers.magnitude(v[0]) }),
    StandardFunction(
      "sqrt",
      Shape([Parameter("number", number)], .always(.number)) { v throws(EvaluationFailure) in
        .number(try Numbers.root(v[0].rational))
      }),
    StandardFunction(
      "even",
      Shape([Parameter("number", number)], .always(.boolean)) { v throws(EvaluationFailure) in
        .boolean(try Numbers.isEven(v[0].rational))
      }),
    StandardFunction(
      "odd",
      Shape([Parameter("number", number)], .always(.boolean)) { v throws(EvaluationFailure) in
        .boolean(!(try Numbers.isEven(v[0].rational)))
      }),
    StandardFunction(
      "modulo",
      Shape([Parameter("dividend", number), Parameter("divisor", number)], .always(.number)) {
        v throws(EvaluationFailure) in .number(try Numbers.modulo(v[0].rational, v[1].rational))
      }),
  ]

  private static let rounding: [StandardFunction] = [
    rounding("decimal", .halfEven, scaleIsOptional: false),
    rounding("floor", .floor, scaleIsOptional: true),
    rounding("ceiling", .ceiling, scaleIsOptional: true),
    rounding("round up", .up, scaleIsOptional: false),
    rounding("round down", .down, scaleIsOptional: false),
    rounding("round half up", .halfUp, scaleIsOptional: false),
    rounding("round half down", .halfDown, scaleIsOptional: false),
  ]

  /// Numbers are rounded to decimals, as in FEEL; money to a step, as acts have it: "nearest krone".
  private static func rounding(
    _ name: String, _ mode: Rounding, scaleIsOptional: Bool
  ) -> StandardFunction {
    let scaled = Shape(
      [Parameter("n", number), Parameter("scale", number)], .always(.number)
    ) { v throws(EvaluationFailure) in
      .number(try Numbers.rounded(v[0].rational, mode, scale: v[1].rational))
    }
    let stepped = Shape(
      [Parameter("n", .money), Parameter("step", .exactly(.money(per: nil, isExact: false)))],
      .roundedLikeSecond
    ) { v throws(EvaluationFailure) in
      .money(try Numbers.rounded(v[0].rational, mode, step: v[1].rational))
    }
    let whole = Shape([Parameter("n", number)], .wholeNumber) { v throws(EvaluationFailure) in
      .number(try Numbers.rounded(v[0].rational, mode, scale: .zero))
    }
    return scaleIsOptional
      ? StandardFunction(name, scaled, stepped, whole) : StandardFunction(name, scaled, stepped)
  }

  private static let lists: [StandardFunction] = [
    StandardFunction(
      "list contains",
      Shape([Parameter("list", .list(of: .anything)), Parameter("element", .elementOfFirst)], .always(.boolean)) {
        v throws(EvaluationFailure) in .boolean(v[0].elements.contains(v[1]))
      }),
    StandardFunction(
      "count",
      Shape([Parameter("list", .list(of: .anything))], .wholeNumber) { v throws(EvaluationFailure) in
        .number(Rational(v[0].elements.count))
      }),
    overList("min", .ordered, .elementOfFirst) { v throws(EvaluationFailure) in try Lists.least(v[0].elements) },
    overList("max", .ordered, .elementOfFirst) { v throws(EvaluationFailure) in try Lists.greatest(v[0].elements) },
    overList("sum", .quantity, .elementOfFirst) { v throws(EvaluationFailure) in
      try Lists.sum(v[0].elements, of: "sum")
    },
    overList("mean", .quantity, .elementOfFirstInexact) { v throws(EvaluationFailure) in
      try Lists.mean(v[0].elements)
    },
    overList("all", .exactly(.boolean), .always(.boolean)) { v throws(EvaluationFailure) in
      .boolean(v[0].elements.allSatisfy { $0 == .boolean(true) })
    },
    overList("any", .exactly(.boolean), .always(.boolean)) { v throws(EvaluationFailure) in
      .boolean(v[0].elements.contains(.boolean(true)))
    },
  ]

  /// A function of a list that may also be given the elements one by one.
  private static func overList(
    _ name: String, _ element: StandardFunction.Requirement, _ result: StandardFunction.Result,
    _ evaluation: @escaping StandardFunction.Evaluation
  ) -> StandardFunction {
    let parameter = Parameter("list", .list(of: element))
    return StandardFunction(
      name, Shape([parameter], result, evaluation), Shape([parameter], variadic: true, result, evaluation))
  }

  private static let texts: [StandardFunction] = [
    StandardFunction(
      "substring",
      Shape(
        [Parameter("string", text), Parameter("start position", number), Parameter("length", number, isOptional: true)],
        .always(.text)
      ) { v throws(EvaluationFailure) in
        .text(try Texts.substring(v[0].characters, v[1].rational, v.count > 2 ? v[2].rational : nil))
      }),
    StandardFunction(
      "string length",
      Shape([Parameter("string", text)], .wholeNumber) { v throws(EvaluationFailure) in
        .number(Rational(v[0].characters.unicodeScalars.count))
      }),
    StandardFunction(
      "upper case",
      Shape([Parameter("string", text)], .always(.text)) { v throws(EvaluationFailure) in
        .text(v[0].characters.uppercased())
      }),
    StandardFunction(
      "lower case",
      Shape([Parameter("string", text)], .always(.text)) { v throws(EvaluationFailure) in
        .text(v[0].characters.lowercased())
      }),
    matching("contains") { Texts.contains($0, $1) },
    matching("starts with") { Texts.scalars($0).starts(with: Texts.scalars($1)) },
    matching("ends with") { Texts.scalars($0).reversed().starts(with: Texts.scalars($1).reversed()) },
  ]

  private static func matching(
    _ name: String, _ matches: @escaping @Sendable (String, String) -> Bool
  ) -> StandardFunction {
    StandardFunction(
      name,
      Shape([Parameter("string", text), Parameter("match", text)], .always(.boolean)) {
        v throws(EvaluationFailure) in .boolean(matches(v[0].characters, v[1].characters))
      })
  }

  private static let dates: [StandardFunction] = [
    StandardFunction(
      "date",
      Shape([Parameter("from", date)], .always(.date)) { v throws(EvaluationFailure) in v[0] },
      Shape([Parameter("from", text)], .always(.date)) { v throws(EvaluationFailure) in
        try Dates.date(from: v[0].characters)
      },
      Shape(
        [Parameter("year", number), Parameter("month", number), Parameter("day", number)], .always(.date)
      ) { v throws(EvaluationFailure) in
        try Dates.date(year: v[0].rational, month: v[1].rational, day: v[2].rational)
      }),
    StandardFunction(
      "years and months duration",
      Shape([Parameter("from", date), Parameter("to", date)], .always(.months)) {
        v throws(EvaluationFailure) in .months(Dates.wholeMonths(from: v[0].day, to: v[1].day))
      }),
    StandardFunction(
      "day of year",
      Shape([Parameter("date", date)], .wholeNumber) { v throws(EvaluationFailure) in
        .number(Rational(Dates.dayOfYear(v[0].day)))
      }),
    StandardFunction(
      "week of year",
      Shape([Parameter("date", date)], .wholeNumber) { v throws(EvaluationFailure) in
        .number(Rational(Dates.weekOfYear(v[0].day)))
      }),
    StandardFunction(
      "day of week",
      Shape([Parameter("date", date)], .always(.text)) { v throws(EvaluationFailure) in
        .text(Dates.weekdays[v[0].day.weekday - 1])
      }),
    StandardFunction(
      "month of year",
      Shape([Parameter("date", date)], .always(.text)) { v throws(EvaluationFailure) in
        .text(Dates.months[v[0].day.parts.month - 1])
      }),
  ]
}
