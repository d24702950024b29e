internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A course with what every format of it needs: what happened, in the order it happened.
struct CourseReport: Sendable {
  let result: CourseResult
  let scenario: Label
  let law: Label
  let naming: Naming
  let language: Language
  /// What the figures were made from; `nil` where nobody asks, as in a terminal.
  let receipt: Receipt?

  init(
    _ result: CourseResult, scenario: Label?, law: Label?, naming: Naming, language: Language,
    receipt: Receipt? = nil
  ) {
    self.receipt = receipt
    self.result = result
    self.scenario =
      scenario ?? Label(danish: result.course.scenario, english: result.course.scenario)
    self.law = law ?? Label(danish: result.course.law, english: result.course.law)
    self.naming = naming
    self.language = language
  }

  var course: Course { result.course }
  var figureText: FigureText { FigureText(language: language) }

  /// What stands in the ledger for each demand, in the order of the course's demands.
  ///
  /// The ledger knows a demand by its provision and day. Where two of one provision share a day, their
  /// kroner stand with the first of them.
  var costs: [Money] {
    struct Key: Hashable {
      let provision: ProvisionID
      let day: Day
    }
    var sums: [Key: Money] = [:]
    for entry in result.ledger.entries {
      sums[Key(provision: entry.provision, day: entry.day), default: .zero] += entry.amount
    }
    return course.demands.map {
      sums.removeValue(forKey: Key(provision: $0.reference.provision, day: $0.by)) ?? .zero
    }
  }

  /// One thing on one day.
  struct Happening: Hashable, Sendable {
    let day: Day
    let kind: String
    /// The name of the benefit, unit or duty.
    let what: String
    let details: [String]
    let citation: String
  }

  /// By day; within a day in the order in which the law decides: case, episodes, benefit, group, unit,
  /// hand-over, demands.
  var happenings: [Happening] {
    let told = cases + episodes + begun + handOvers + demands + unreached
    return told.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private var cases: [Happening] {
    course.cases.flatMap { stretch in
      let opens = Happening(
        day: stretch.from, kind: Wording.caseOpens[language], what: "", details: [], citation: "")
      guard stretch.until < course.period.until else { return [opens] }
      return [
        opens,
        Happening(
          day: stretch.until, kind: Wording.caseCloses[language], what: "", details: [],
          citation: ""),
      ]
    }
  }

  private var episodes: [Happening] {
    let open = course.episodes.map { begun($0, Wording.episode) }
    let ended = course.episodes.filter { $0.stretch.until < course.period.until }.map { held in
      Happening(
        day: held.stretch.until, kind: Wording.episodeEnds[language],
        what: held.reference.label[language], details: [],
        citation: figureText.citation(held.reference.citation))
    }
    return ended + open
  }

  private var begun: [Happening] {
    course.benefits.map { begun($0, Wording.benefit) }
      + course.groups.map { begun($0, Wording.group) }
      + course.units.map { begun($0, Wording.unit) }
  }

  private func begun(_ held: Course.Held, _ kind: Label) -> Happening {
    Happening(
      day: held.stretch.from, kind: kind[language], what: held.reference.label[language],
      details: [figureText.stretch(held.stretch)],
      citation: figureText.citation(held.reference.citation))
  }

  private var handOvers: [Happening] {
    course.handOvers.map { handOver in
      Happening(
        day: handOver.day, kind: Wording.handOver[language],
        what: "\(handOver.from.label[language]) → \(handOver.to.label[language])",
        details: [Wording.cause(handOver.cause)[language]],
        citation: figureText.citation(handOver.to.citation))
    }
  }

  private var demands: [Happening] {
    let costs = costs
    return course.demands.enumerated().map { index, demand in
      var details: [String] = []
      if demand.from < demand.by {
        details.append(Wording.from(figureText.day(demand.from))[language])
      }
      if demand.occurrence > 1 {
        details.append(Wording.occurrence(figureText.count(demand.occurrence))[language])
      }
      details.append(demand.performer.label[language])
      if let channel = demand.channel { details.append(naming.channel(channel)[language]) }
      if let runs = demand.runs {
        details.append(Wording.runs(figureText.stretch(runs))[language])
      }
      if let minutes = minutes(ofDemand: index), minutes > .zero {
        details.append(Wording.hours(figureText.time(minutes))[language])
      }
      if costs[index] != .zero { details.append(figureText.money(costs[index])) }
      let kind = demand.basis == .practice ? Wording.practiceDemand : Wording.demand
      return Happening(
        day: demand.by, kind: kind[language], what: demand.reference.label[language],
        details: details, citation: figureText.citation(demand.reference.citation))
    }
  }

  private var unreached: [Happening] {
    course.unreached.map { unreached in
      Happening(
        day: unreached.by, kind: Wording.unreached[language],
        what: unreached.reference.label[language],
        details: [Wording.ended(figureText.day(unreached.ended))[language]],
        citation: figureText.citation(unreached.reference.citation))
    }
  }

  func minutes(ofDemand index: Int) -> Minutes? {
    result.minutes.indices.contains(index) ? result.minutes[index] : nil
  }
}

// MARK: Tables

extension CourseReport {
  /// The happenings as rows under one another; a day is named once.
  ///
  /// - Parameter layout: whether details have a column of their own.
  private func chronicle(_ layout: Layout) -> TextTable {
    let columns = [Wording.day, Wording.happening, Wording.name, Wording.details]
    var table = TextTable(
      columns.prefix(layout == .wide ? 4 : 3).map { TextTable.Column($0[language]) })
    var last: Day?
    for happening in happenings {
      let day = happening.day == last ? "" : figureText.day(happening.day)
      let details = [happening.citation].filter { !$0.isEmpty } + happening.details
      switch layout {
      case .wide:
        table.add(day, happening.kind, happening.what, details.joined(separator: " · "))
      case .narrow:
        let told = [happening.what].filter { !$0.isEmpty } + details
        table.add(day, happening.kind, told.joined(separator: " · "))
      }
      last = happening.day
    }
    return table
  }

  enum Layout: Hashable, Sendable {
    /// For a page of 100 columns: name and details follow one another.
    case narrow
    case wide
  }

  var payments: TextTable {
    var table = TextTable([
      TextTable.Column(Wording.stretch[language]), TextTable.Column(Wording.benefit[language]),
      TextTable.Column(Wording.rate[language], .right), TextTable.Column(Wording.shares[language]),
    ])
    for payment in course.payments {
      let shares = payment.shares.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
        .map { "\(naming.payer($0.key)[language]) \(figureText.fraction($0.value))" }
      table.add(
        figureText.stretch(payment.stretch), payment.reference.label[language],
        "\(figureText.money(payment.rate)) \(Wording.per(payment.unit)[language])",
        shares.joined(separator: ", "))
    }
    return table
  }

  /// The accounts, the payers, and the line that shows that neither has an øre the other lacks.
  var ledger: TextTable {
    var table = TextTable([
      TextTable.Column(Wording.ledger[language]), TextTable.Column(Wording.amount[language], .right),
    ])
    let (byAccount, byPayer) = (result.ledger.byAccount, result.ledger.byPayer)
    for account in naming.accounts.names(with: Set(byAccount.keys)) {
      guard let amount = byAccount[account] else { continue }
      table.add(Wording.account(naming.account(account))[language], figureText.money(amount))
    }
    for (payer, amount) in byPayer.sorted(by: { $0.key < $1.key }) {
      table.add(Wording.payer(naming.payer(payer))[language], figureText.money(amount))
    }
    table.add(Wording.total[language], figureText.money(result.ledger.total))
    table.add(Wording.balance[language], figureText.money(result.ledger.balance))
    return table
  }

  var heading: String { "\(scenario[language]) · \(law[language])" }

  /// The line below the heading.
  var period: String {
    "\(figureText.stretch(course.period)). \(Wording.stretchNote[language])"
  }

  /// What a report for people holds, under its headings.
  func tables(_ layout: Layout) -> [(heading: String, table: TextTable)] {
    [
      (Wording.dayByDay[language], chronicle(layout)), (Wording.payments[language], payments),
      (Wording.ledger[language], ledger),
    ]
  }

  var none: String { Wording.none[language] }
}
