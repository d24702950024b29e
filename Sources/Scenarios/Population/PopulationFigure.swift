package import Diagnostics
package import Quantities
package import Vocabulary

/// A figure of a population: what it is, how well it is known, and what it was taken for.
package struct PopulationFigure: Hashable, Sendable {
  /// Where it stands: "archetypes/insured/inflow".
  package let name: String
  /// What people read in place of its name; the rows of a table have one label.
  package let label: Label
  /// People, shares of one, or factors on a length.
  package let low: Rational
  package let base: Rational
  package let high: Rational
  package let citation: Citation
  /// The published figure that this one was set by, so that it is no test of what comes out.
  package let feeds: String?
  package let range: SourceRange

  package init(
    name: String, label: Label? = nil, low: Rational, base: Rational, high: Rational, citation: Citation,
    feeds: String?, range: SourceRange
  ) {
    self.name = name
    self.label = label ?? Label(danish: name, english: name)
    self.low = low
    self.base = base
    self.high = high
    self.citation = citation
    self.feeds = feeds
    self.range = range
  }

  /// The same figure under words of its own.
  package func called(_ label: Label) -> PopulationFigure {
    PopulationFigure(
      name: name, label: label, low: low, base: base, high: high, citation: citation, feeds: feeds, range: range)
  }

  package func at(_ level: PopulationLevel) -> Rational {
    switch level {
    case .low: low
    case .base: base
    case .high: high
    }
  }
}

/// Which end of the ranges of a population's figures is taken.
package enum PopulationLevel: String, Hashable, CaseIterable, Sendable {
  case low, base, high
}

/// The ends of the ranges, all alike or some by name: so that a result can be asked how far one figure
/// moves it.
package struct PopulationLevels: Hashable, Sendable {
  package let all: PopulationLevel
  /// By the name of the figure, or of the entry that it stands in.
  package let own: [String: PopulationLevel]

  package init(_ all: PopulationLevel = .base, own: [String: PopulationLevel] = [:]) {
    self.all = all
    self.own = own
  }

  /// - Parameter name: "distributions/ages/rows/1"; the longest beginning that was named decides.
  package func level(of name: String) -> PopulationLevel {
    var part = Substring(name)
    while true {
      if let level = own[String(part)] { return level }
      guard let slash = part.lastIndex(of: "/") else { return all }
      part = part[..<slash]
    }
  }
}
