internal import Diagnostics

/// Calls: `known` and `duration`, which the checker itself must understand, and the standard functions.
extension Checker {
  mutating func checkCall(
    _ name: String, _ nameStretch: Range<Int>, _ arguments: [SyntaxTree.Argument], _ tree: SyntaxTree
  ) -> Node? {
    if name == "known" { return checkKnown(arguments, tree) }
    if name == "duration" { return checkDuration(arguments, tree) }
    guard let function = StandardFunctions.byName[name] else {
      for argument in arguments { _ = check(argument.value) }
      return report(messages.unknownFunction(name, at: nameStretch, isName: names[name] != nil))
    }
    let shapes = function.shapes.filter { $0.takes(arguments) }
    guard let first = shapes.first else {
      return report(messages.wrongArguments(function, arguments, at: tree.stretch))
    }
    let ordered = first.order(arguments)
    var nodes: [Node] = []
    for argument in ordered {
      let wanted = nodes.first.flatMap { list in
        list.type.element.map { Wanted(type: $0, name: nil, declaredAt: nil) }
      }
      if let node = plain(check(argument.value, wanted: wanted)) { nodes.append(node) }
    }
    guard nodes.count == ordered.count else { return nil }
    return checkTypes(function, shapes, nodes, tree)
  }

  private mutating func checkTypes(
    _ function: StandardFunction, _ shapes: [StandardFunction.Shape], _ nodes: [Node], _ tree: SyntaxTree
  ) -> Node? {
    var refused: (node: Node, requirement: StandardFunction.Requirement)?
    for shape in shapes {
      let isSpread = shape.isVariadic
      var arguments = nodes
      if isSpread {
        guard let list = joining(nodes, tree) else { return nil }
        arguments = [list]
      }
      let first = arguments.first?.type
      let mismatch = zip(arguments, shape.parameters).first { !$1.requirement.accepts($0.type, first: first) }
      guard let mismatch else {
        guard let type = shape.result.type(for: arguments.map(\.type)) else {
          return report(messages.emptyListArgument(function.name, at: tree.stretch))
        }
        return checkLiteral(
          Node(
            operation: .call(.init(name: function.name, shape: shape), arguments), type: type,
            stretch: tree.stretch))
      }
      // The shape that got furthest is the one the author had in mind.
      if refused == nil || mismatch.0.stretch.lowerBound > refused?.node.stretch.lowerBound ?? 0 {
        refused = (isSpread ? nodes[0] : mismatch.0, isSpread ? mismatch.1.requirement.element : mismatch.1.requirement)
      }
    }
    guard let refused else { return nil }
    return report(
      messages.wrongArgument(
        function.name, refused.node.stretch, refused.node.type, wanted: refused.requirement.words,
        declaration(of: refused.node)))
  }

  /// The arguments of `min(a, b, c)` as one list.
  private mutating func joining(_ nodes: [Node], _ tree: SyntaxTree) -> Node? {
    guard var type = nodes.first?.type else { return nil }
    for (earlier, node) in zip(nodes, nodes.dropFirst()) {
      guard let joined = UnitAlgebra.join(type, node.type) else {
        return reportDifference(earlier, node, at: tree.stretch)
      }
      type = joined
    }
    return Node(operation: .list(nodes), type: .list(of: type), stretch: tree.stretch)
  }

  // MARK: Functions that are grammar

  private mutating func checkKnown(_ arguments: [SyntaxTree.Argument], _ tree: SyntaxTree) -> Node? {
    guard arguments.count == 1, let argument = arguments.first, argument.name == nil else {
      return report(messages.wrongArguments("known", "one value", arguments.count, at: tree.stretch))
    }
    guard let node = check(argument.value) else { return nil }
    if !node.type.isOptional { findings.append(messages.alwaysKnown(node.stretch)) }
    return Node(operation: .known(node), type: .boolean, stretch: tree.stretch)
  }

  /// A duration must be a literal: only then is it settled whether it counts months or days.
  private mutating func checkDuration(_ arguments: [SyntaxTree.Argument], _ tree: SyntaxTree) -> Node? {
    guard arguments.count == 1, let argument = arguments.first, argument.name ?? "from" == "from" else {
      return report(messages.wrongArguments("duration", "one text", arguments.count, at: tree.stretch))
    }
    guard let node = plain(check(argument.value)) else { return nil }
    guard node.type == .text else {
      return report(
        messages.wrongArgument("duration", node.stretch, node.type, wanted: "a text", declaration(of: node)))
    }
    guard case .constant(.text(let text)) = node.operation else {
      return report(messages.computedDuration(at: node.stretch))
    }
    guard let value = ISODuration.value(of: text) else {
      return report(messages.malformed(text, "a duration", at: node.stretch))
    }
    return Node(
      operation: .constant(value), type: value.isMonths ? .months : .days, stretch: tree.stretch)
  }

  /// A date made of literals is made now, so that `date("2017-13-10")` is found before anything runs.
  private mutating func checkLiteral(_ node: Node) -> Node? {
    guard case .call(let call, let arguments) = node.operation, call.name == "date" else { return node }
    var values: [Value] = []
    for argument in arguments {
      guard case .constant(let value) = argument.operation else { return node }
      values.append(value)
    }
    do {
      let value = try call.shape.evaluation(values)
      return Node(operation: .constant(value), type: node.type, stretch: node.stretch)
    } catch {
      return report(messages.failure(error, at: node.stretch))
    }
  }
}

extension StandardFunction.Shape {
  /// Whether the arguments have the right number and names.
  func takes(_ arguments: [SyntaxTree.Argument]) -> Bool {
    if isVariadic { return !arguments.isEmpty && arguments.allSatisfy { $0.name == nil } }
    let required = parameters.count { !$0.isOptional }
    guard (required...parameters.count).contains(arguments.count) else { return false }
    let given = arguments.compactMap(\.name)
    if given.isEmpty { return true }
    // Optional parameters stand last, so the required ones must all be named.
    return given.count == arguments.count && Set(given).count == given.count
      && parameters.prefix(arguments.count).allSatisfy { given.contains($0.name) }
  }

  /// The arguments in the order of the parameters.
  func order(_ arguments: [SyntaxTree.Argument]) -> [SyntaxTree.Argument] {
    guard arguments.contains(where: { $0.name != nil }) else { return arguments }
    return parameters.compactMap { parameter in arguments.first { $0.name == parameter.name } }
  }
}

extension StandardFunction.Requirement {
  fileprivate var element: StandardFunction.Requirement {
    if case .list(let element) = self { element } else { self }
  }
}
