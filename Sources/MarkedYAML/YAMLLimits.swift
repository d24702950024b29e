/// How much of a file is read before it is refused: nothing an input holds may exhaust the machine.
package struct YAMLLimits: Hashable, Sendable {
  /// - Unit: bytes.
  package let fileSize: Int
  /// Collections inside one another, counted after aliases are put in.
  package let nesting: Int
  /// Keys, texts, lists and mappings of a file.
  package let nodes: Int
  /// Nodes that all aliases of a file together may stand for.
  package let aliasedNodes: Int

  package init(
    fileSize: Int = YAMLLimits.standard.fileSize, nesting: Int = YAMLLimits.standard.nesting,
    nodes: Int = YAMLLimits.standard.nodes, aliasedNodes: Int = YAMLLimits.standard.aliasedNodes
  ) {
    self.fileSize = fileSize
    self.nesting = nesting
    self.nodes = nodes
    self.aliasedNodes = aliasedNodes
  }

  private init(_ fileSize: Int, _ nesting: Int, _ nodes: Int, _ aliasedNodes: Int) {
    self.fileSize = fileSize
    self.nesting = nesting
    self.nodes = nodes
    self.aliasedNodes = aliasedNodes
  }

  /// - 16 MiB: some hundred times a large law, while its nodes still fit in the memory of a laptop.
  /// - 64 levels: a rule nests about ten deep. Trees are built, compared and freed by recursion, which
  ///   at this depth needs a small part of a worker thread's stack of 512 KiB.
  /// - 200 000 nodes: some forty times the largest file that is shipped. What reads them may look each up
  ///   among the others.
  /// - 100 000 aliased nodes: far more than anyone repeats by hand. Aliases of aliases grow by powers;
  ///   nine lines can stand for a billion nodes.
  package static let standard = YAMLLimits(16 * 1024 * 1024, 64, 200_000, 100_000)
}
