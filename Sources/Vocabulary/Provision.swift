package import Diagnostics
package import Quantities

/// The identity of an entry of a law: `current/duties/first-interview`.
///
/// Counting, pricing, tracing and comparing all speak of provisions by this name.
package struct ProvisionID: Hashable, Comparable, Sendable {
  package let law: String
  package let section: Section
  package let name: String

  package init(law: String, section: Section, name: String) {
    self.law = law
    self.section = section
    self.name = name
  }

  /// By its name, which is nearly always one provision's alone.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name without the law: `duties/first-interview`, as measures and tests write it.
  package var local: String { "\(section.rawValue)/\(name)" }

  package static func < (left: ProvisionID, right: ProvisionID) -> Bool {
    left.description < right.description
  }
}

extension ProvisionID: CustomStringConvertible {
  package var description: String { "\(law)/\(local)" }
}

/// The parts of a law.
package enum Section: String, Hashable, CaseIterable, Sendable {
  case law, definitions, parameters, practice, clocks, episodes, benefits, financing, groups, units
  case duties
  /// What a law undertakes for everybody; it decides nothing.
  case promises
  /// Only in reforms: a named bundle of repeals, amendments and enactments.
  case measures
}

/// What every entry of a law carries, whatever it does.
package struct Provision: Hashable, Sendable {
  package let id: ProvisionID
  package let label: Label
  package let citation: Citation
  package let force: Force
  /// The measure of a reform that enacted or last amended it; `nil` for the base's own text.
  package let measure: String?
  package let range: SourceRange

  package init(
    id: ProvisionID, label: Label, citation: Citation, force: Force, measure: String?,
    range: SourceRange
  ) {
    self.id = id
    self.label = label
    self.citation = citation
    self.force = force
    self.measure = measure
    self.range = range
  }
}

/// Where a rule comes from and how well that is known.
package struct Citation: Hashable, Sendable {
  /// Act, paragraph, stykke, nummer: `LAB § 31, stk. 4`.
  package let text: String
  package let status: Status
  package let source: String?
  package let note: Label?
  /// The day by which somebody must look at it again.
  package let reviewBy: Day?

  package init(
    text: String, status: Status, source: String? = nil, note: Label? = nil, reviewBy: Day? = nil
  ) {
    self.text = text
    self.status = status
    self.source = source
    self.note = note
    self.reviewBy = reviewBy
  }

  /// How well a rule is known, best first.
  package enum Status: String, Hashable, CaseIterable, Comparable, Sendable {
    /// Read in the law, official guidance, or the proposer's own text.
    case verified
    /// Read in a source that retells it.
    case secondary
    /// An older version of the rule.
    case old
    /// Inferred or calculated from others.
    case derived
    /// General knowledge or a weak source.
    case unverified
    /// Ours: chosen, named and ranged, since no source gives it.
    case assumption

    package static func < (left: Status, right: Status) -> Bool { left.order < right.order }
    private var order: Int { Status.allCases.firstIndex(of: self) ?? 0 }

    /// As reports print it, beside the citation.
    package var label: Label {
      switch self {
      case .verified: Label(danish: "læst i kilden", english: "verified")
      case .secondary: Label(danish: "genfortalt kilde", english: "secondary source")
      case .old: Label(danish: "ældre udgave", english: "older version")
      case .derived: Label(danish: "afledt", english: "derived")
      case .unverified: Label(danish: "ubekræftet", english: "unverified")
      case .assumption: Label(danish: "antagelse", english: "assumption")
      }
    }
  }
}

/// When a rule is in force: `[from, until)`, open at either end.
package struct Force: Hashable, Sendable {
  package let from: Day?
  package let until: Day?

  package init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  package static let always = Force()

  package func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }
}
