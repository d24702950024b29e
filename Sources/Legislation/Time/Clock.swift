package import Expressions
package import Quantities
package import Vocabulary

/// Time that accumulates while a condition holds.
///
/// - Unit: days. A day counts when the condition holds on it; on any day the clock shows the days that
///   counted before it.
package struct Clock: Sendable {
  package struct Text: Sendable {
    package let condition: CheckedExpression
    /// Only days within this window before the present day count; `nil` for all days.
    package let window: Period?
    /// When true the clock goes back to zero.
    package let reset: CheckedExpression?
    /// Whether the clock goes back to zero as soon as the condition stops.
    package let isUnbroken: Bool

    package init(
      condition: CheckedExpression, window: Period?, reset: CheckedExpression?, isUnbroken: Bool
    ) {
      self.condition = condition
      self.window = window
      self.reset = reset
      self.isUnbroken = isUnbroken
    }
  }

  package let provision: Provision
  package let versions: [Dated<Text>]

  package init(provision: Provision, versions: [Dated<Text>]) {
    self.provision = provision
    self.versions = versions
  }
}

/// A stretch that begins and ends by rule and remembers that it is open.
package struct Episode: Sendable {
  package struct Text: Sendable {
    package let begins: CheckedExpression
    package let ends: CheckedExpression
    /// The longest one episode may last; a new one may begin on the day it ends.
    package let longest: CheckedExpression?

    package init(begins: CheckedExpression, ends: CheckedExpression, longest: CheckedExpression?) {
      self.begins = begins
      self.ends = ends
      self.longest = longest
    }
  }

  package let provision: Provision
  package let versions: [Dated<Text>]

  package init(provision: Provision, versions: [Dated<Text>]) {
    self.provision = provision
    self.versions = versions
  }
}
