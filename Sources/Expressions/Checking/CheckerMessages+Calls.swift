internal import Diagnostics

/// What is said about calls of functions.
extension CheckerMessages {
  func unknownFunction(_ name: String, at stretch: Range<Int>, isName: Bool) -> Diagnostic {
    let nearest = nearestName(
      to: name, among: StandardFunctions.byName.keys.sorted() + ["known", "duration"])
    return error(
      "unknown-function", isName ? "'\(name)' is not a function" : "there is no function '\(name)'",
      stretch,
      hint: nearest.map { "write '\($0)('" })
  }

  func wrongArguments(
    _ function: StandardFunction, _ arguments: [SyntaxTree.Argument], at stretch: Range<Int>
  ) -> Diagnostic {
    let forms = function.shapes.map { shape in
      let list = shape.parameters.map { $0.isOptional ? "\($0.name)?" : $0.name }.joined(separator: ", ")
      return "'\(function.name)(\(list)\(shape.isVariadic ? ", …" : ""))'"
    }
    let known = Set(function.shapes.flatMap { $0.parameters.map(\.name) })
    if let stranger = arguments.compactMap(\.name).first(where: { !known.contains($0) }) {
      let nearest = nearestName(to: stranger, among: known)
      return error(
        "wrong-arguments", "'\(stranger)' is not a parameter of '\(function.name)'", stretch,
        hint: "write \(nearest.map { "'\($0)'" } ?? forms.joined(separator: " or "))")
    }
    return error(
      "wrong-arguments", "'\(function.name)' does not take \(counted(arguments.count)) like these", stretch,
      hint: "write \(forms.joined(separator: " or "))")
  }

  func wrongArguments(_ name: String, _ wanted: String, _ count: Int, at stretch: Range<Int>) -> Diagnostic
  {
    error("wrong-arguments", "'\(name)' takes \(wanted), found \(counted(count))", stretch)
  }

  func wrongArgument(
    _ name: String, _ stretch: Range<Int>, _ type: ValueType, wanted: String,
    _ declaration: NameDeclaration?
  ) -> Diagnostic {
    error(
      "wrong-argument", "'\(text(stretch))' is \(type.words), '\(name)' takes \(wanted) there", stretch,
      notes: declared([declaration].compactMap { $0 }))
  }

  func emptyListArgument(_ name: String, at stretch: Range<Int>) -> Diagnostic {
    error("empty-list", "'\(name)' of an empty list has no value", stretch)
  }

  func computedDuration(at stretch: Range<Int>) -> Diagnostic {
    error(
      "computed-duration",
      "'\(text(stretch))' is not written out, so it is open whether it counts months or days", stretch,
      hint: "write the duration itself, as in '6 months'")
  }

  private func counted(_ count: Int) -> String {
    switch count {
    case 0: "no arguments"
    case 1: "one argument"
    default: "\(count) arguments"
    }
  }
}
