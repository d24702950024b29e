internal import Legislation
package import Outcomes
package import Proof
internal import Quantities
internal import Vocabulary

/// What was proved of laws, what was not, and the citizens who show it.
package struct ProofSheet {
  private let proofs: [Proofs]
  private let folder: String?

  /// - Parameter folder: where the citizens' scenario files lie, when they were written.
  package init(_ proofs: [Proofs], folder: String? = nil) {
    self.proofs = proofs
    self.folder = folder
  }

  /// Something wrong, and the name of the file that shows it.
  struct NamedFailure {
    let name: String
    let answer: Proofs.Answer
    let failure: Failure
  }

  static func failures(of proofs: Proofs) -> [NamedFailure] {
    var used: Set<String> = []
    return proofs.answers.compactMap { answer in
      guard case .failed(let failure) = answer.verdict else { return nil }
      let about = answer.obligation.provision.id.name
      var name = "\(proofs.law)-\(answer.obligation.kind.rawValue)-\(about)"
      while !used.insert(name).inserted { name += "-next" }
      return NamedFailure(name: name, answer: answer, failure: failure)
    }
  }

  package var hasFailures: Bool { proofs.contains { !ProofSheet.failures(of: $0).isEmpty } }

  package var hasUnknowns: Bool {
    proofs.contains { law in
      law.answers.contains { if case .unknown = $0.verdict { true } else { false } }
    }
  }

  package var sheet: Sheet {
    Sheet(
      title: Label(danish: "Beviser over alle borgere", english: "Proofs over all citizens"),
      paragraphs: [
        Label(
          danish:
            "Bevist: løseren udelukker, at nogen borger på noget tidspunkt bryder det. Brudt: en genafspillet borger viser det. Ukendt: hverken bevist eller vist.",
          english:
            "Proved: the solver rules out that any citizen breaks it at any instant. Broken: a replayed citizen shows it. Unknown: neither proved nor shown.")
      ],
      tables: [summary] + proofs.flatMap { [failures(of: $0), unknowns(of: $0)] } + [gaps])
  }

  // MARK: Tables

  private var summary: Sheet.Table {
    var rows: [[Sheet.Cell]] = []
    for law in proofs {
      for kind in Obligation.Kind.allCases {
        let answers = law.answers.filter { $0.obligation.kind == kind }
        guard !answers.isEmpty else { continue }
        let counts = ProofSheet.counts(answers)
        rows.append([
          Sheet.Cell(law.law), Sheet.Cell(kind.words), ProofSheet.number(counts.proved),
          ProofSheet.number(counts.failed), ProofSheet.number(counts.unknown),
        ])
      }
    }
    return Sheet.Table(
      "proofs", Label(danish: "Hvad der er bevist", english: "What is proved"),
      [
        Sheet.Column("law", Label(danish: "Lov", english: "Law")),
        Sheet.Column("obligation", Label(danish: "For alle borgere", english: "For all citizens")),
        Sheet.Column("proved", Label(danish: "Bevist", english: "Proved"), isNumber: true),
        Sheet.Column("broken", Label(danish: "Brudt", english: "Broken"), isNumber: true),
        Sheet.Column("unknown", Label(danish: "Ukendt", english: "Unknown"), isNumber: true),
      ], rows: rows)
  }

  private static func counts(_ answers: [Proofs.Answer]) -> (proved: Int, failed: Int, unknown: Int) {
    answers.reduce(into: (0, 0, 0)) { counts, answer in
      switch answer.verdict {
      case .proved: counts.0 += 1
      case .failed: counts.1 += 1
      case .unknown: counts.2 += 1
      }
    }
  }

  private static func number(_ count: Int) -> Sheet.Cell {
    Sheet.Cell(Label(danish: "\(count)", english: "\(count)"), exact: count)
  }

  private func failures(of law: Proofs) -> Sheet.Table {
    let rows = ProofSheet.failures(of: law).map { named in
      let provision = named.answer.obligation.provision
      let witness = named.failure.witness
      let file = folder.map { "\($0)/\(named.name).yaml" } ?? ""
      return [
        Sheet.Cell(named.answer.obligation.kind.words), Sheet.Cell(provision.id.description),
        Sheet.Cell(provision.citation.text), Sheet.Cell(named.failure.message),
        witness.map { Sheet.Cell($0.words) } ?? .empty, witness.map { Sheet.Cell("\($0.day)") } ?? .empty,
        witness.map { Sheet.Cell($0.practice.rawValue) } ?? .empty,
        witness == nil ? .empty : Sheet.Cell(file),
      ]
    }
    return Sheet.Table(
      "broken-\(law.law)", Label(danish: "Brudt: \(law.title.danish)", english: "Broken: \(law.title.english)"),
      [
        Sheet.Column("obligation", Label(danish: "For alle borgere", english: "For all citizens")),
        Sheet.Column("provision", Label(danish: "Bestemmelse", english: "Provision")),
        Sheet.Column("cite", Label(danish: "Hjemmel", english: "Citation"), joins: true),
        Sheet.Column("message", Label(danish: "Hvad der sker", english: "What happens")),
        Sheet.Column("citizen", Label(danish: "Borgeren", english: "The citizen")),
        Sheet.Column("day", Label(danish: "Dag", english: "Day"), joins: true),
        Sheet.Column("practice", Label(danish: "Praksis", english: "Practice"), joins: true),
        Sheet.Column("file", Label(danish: "Forløb", english: "Scenario"), joins: true),
      ], rows: rows, layout: .cards)
  }

  private func unknowns(of law: Proofs) -> Sheet.Table {
    let rows = law.answers.compactMap { answer -> [Sheet.Cell]? in
      guard case .unknown(let reason) = answer.verdict else { return nil }
      return [
        Sheet.Cell(answer.obligation.kind.words), Sheet.Cell(answer.obligation.provision.id.description),
        Sheet.Cell(reason),
      ]
    }
    return Sheet.Table(
      "unknown-\(law.law)", Label(danish: "Ukendt: \(law.title.danish)", english: "Unknown: \(law.title.english)"),
      [
        Sheet.Column("obligation", Label(danish: "For alle borgere", english: "For all citizens")),
        Sheet.Column("provision", Label(danish: "Bestemmelse", english: "Provision")),
        Sheet.Column("reason", Label(danish: "Hvorfor", english: "Why")),
      ], rows: rows, layout: .cards)
  }

  private var gaps: Sheet.Table {
    Sheet.Table(
      "gaps",
      Label(
        danish: "Uden nøjagtig oversættelse: en ukendt værdi står i stedet",
        english: "Without an exact translation: an unknown value stands in its place"),
      [
        Sheet.Column("law", Label(danish: "Lov", english: "Law")),
        Sheet.Column("expression", Label(danish: "Udtryk", english: "Expression")),
      ], rows: proofs.flatMap { law in law.gaps.map { [Sheet.Cell(law.law), Sheet.Cell($0)] } })
  }
}

extension Obligation.Kind {
  /// The sentence that is proved.
  var words: Label {
    switch self {
    case .oneBenefit: Label(danish: "højst én ydelse ad gangen", english: "at most one benefit at a time")
    case .oneGroup:
      Label(danish: "præcis én målgruppe for alle omfattede", english: "exactly one target group for everyone covered")
    case .oneUnit:
      Label(danish: "præcis én enhed har hver åben sag", english: "exactly one unit holds every open case")
    case .exceptions:
      Label(danish: "undtagelser strider ikke og levner intet hul", english: "exceptions neither conflict nor leave a gap")
    case .tables: Label(danish: "tabeller er entydige og fuldstændige", english: "tables are unique and complete")
    case .schedules: Label(danish: "frister strider ikke mod hinanden", english: "schedules do not conflict")
    case .applies: Label(danish: "bestemmelsen kan gælde for nogen", english: "the provision can apply to somebody")
    case .branches: Label(danish: "grenen eller rækken kan gælde for nogen", english: "the branch or row can apply to somebody")
    case .deadlines: Label(danish: "ingen frist ligger før sin begyndelse", english: "no deadline lies before its beginning")
    case .payers: Label(danish: "ydelsen har en betaler", english: "the benefit has a payer")
    case .parameters: Label(danish: "tallet har en værdi, når det bruges", english: "the figure has a value where it is used")
    case .never: Label(danish: "hegnspælen står", english: "the fence post stands")
    case .noMore: Label(danish: "ingen møder flere krav", english: "nobody meets more demands")
    }
  }
}
