/// What kind of value an expression has.
package indirect enum ValueType: Hashable, Sendable {
  case boolean
  case enumeration(Enumeration)
  /// A pure number: a count, a share, a factor. Exact; see `Rational`.
  case number
  /// An amount of money; `per` is the stretch of time it is paid for, `nil` for a lump sum. An amount
  /// that is not `exact` may hold fractions of an øre and must be rounded before a law may pay it.
  case money(per: TimeUnit?, isExact: Bool)
  /// A duration of months and years.
  case months
  /// A duration of days, weeks and parts of days.
  case days
  case date
  case text
  /// `nil` is the element type of the empty list, which fits every list.
  case list(of: ValueType?)
  /// A value that may be unknown. Must be handled (`x ?? v`, `known(x)`) before it is used.
  case optional(ValueType)
}

/// A closed set of names, such as the benefits of a law.
///
/// Invariant: two enumerations of one name have the same members; `Names` sees to it.
package struct Enumeration: Hashable, Sendable {
  package let name: String
  package let members: [String]

  package init(name: String, members: [String]) {
    self.name = name
    self.members = members
  }

  package func index(of member: String) -> Int? { members.firstIndex(of: member) }

  package static func == (left: Enumeration, right: Enumeration) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A stretch of time that money is paid for.
package enum TimeUnit: String, Hashable, CaseIterable, Sendable {
  case hour, day, week, month, year
}
