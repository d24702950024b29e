/// What figures were made from, so that anybody can make them again.
///
/// It holds no time of day and no name of a machine: the same inputs give the same receipt.
package struct Receipt: Hashable, Sendable {
  /// Files of one kind, read as one.
  package struct Input: Hashable, Sendable {
    package enum Kind: String, Hashable, CaseIterable, Sendable {
      case rules, prices, scenarios, population
    }

    package let kind: Kind
    /// Their names in order: told from the folder of rules, or without any folder.
    package let files: [String]
    /// SHA-256, in hexadecimal, of the list that `sha256sum` writes over the files in that order.
    package let sha256: String

    package init(kind: Kind, files: [String], sha256: String) {
      self.kind = kind
      self.files = files
      self.sha256 = sha256
    }
  }

  /// The program with its version: `hegn 0.1.0`.
  package let program: String
  /// What to type to get all the figures.
  package let command: String
  /// What to type to get those of one scenario, by its id.
  package let commands: [String: String]
  package let seed: UInt64
  package let inputs: [Input]

  package init(
    program: String, command: String, commands: [String: String] = [:], seed: UInt64, inputs: [Input]
  ) {
    self.program = program
    self.command = command
    self.commands = commands
    self.seed = seed
    self.inputs = inputs
  }
}
