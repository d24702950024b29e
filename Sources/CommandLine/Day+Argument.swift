// Publicly, since a day may be used where it is inlined, and so may what it conforms to.
public import ArgumentParser
public import Quantities

extension Day: ExpressibleByArgument {
  /// `2023-07-01`
  public init?(argument: String) { self.init(argument) }
}
