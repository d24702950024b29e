internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// What a provision says, in words: whom it is for, when it applies and since when.
struct ProvisionTexts {
  struct Text {
    var kind = Label(danish: "", english: "")
    var who = Label(danish: "", english: "")
    var by = Label(danish: "", english: "")
    var when = Label(danish: "", english: "")
    var schedule = Label(danish: "", english: "")
    var countedFrom = Label(danish: "", english: "")
    var basis = Label(danish: "", english: "")
    var inForce = Label(danish: "", english: "")
  }

  private let texts: [ProvisionID: Text]

  init(law: Law) {
    var texts: [ProvisionID: Text] = [:]
    let maker = ProvisionTextMaker(law: law, schedules: ScheduleWords(law: law))
    texts[law.coverage.provision.id] = maker.text(law.coverage.versions) { text, covers in
      text.when = covers.words
    }
    for group in law.groups { texts[group.provision.id] = maker.text(group) }
    for unit in law.units { texts[unit.provision.id] = maker.text(unit) }
    for benefit in law.benefits { texts[benefit.provision.id] = maker.text(benefit) }
    for financing in law.financings { texts[financing.provision.id] = maker.text(financing) }
    for episode in law.episodes { texts[episode.provision.id] = maker.text(episode) }
    for clock in law.clocks { texts[clock.provision.id] = maker.text(clock) }
    for duty in law.duties { texts[duty.provision.id] = maker.text(duty) }
    for promise in law.promises { texts[promise.provision.id] = maker.text(promise) }
    for practice in law.practices { texts[practice.provision.id] = maker.text(practice) }
    for parameter in law.parameters { texts[parameter.provision.id] = maker.text(parameter) }
    for definition in law.definitions { texts[definition.provision.id] = maker.text(definition) }
    self.texts = texts
  }

  func text(of provision: Provision) -> Text { texts[provision.id] ?? Text() }
}

/// Makes the texts, one function for each kind of entry.
struct ProvisionTextMaker {
  typealias Text = ProvisionTexts.Text

  let law: Law
  let schedules: ScheduleWords

  /// The last text in force, the days that bound it, and what earlier texts said otherwise.
  func text<Version: Sendable>(
    _ versions: [Dated<Version>], _ say: (inout Text, Version) -> Void
  ) -> Text {
    guard let last = versions.last else { return Text() }
    var text = Text()
    say(&text, last.text)
    let dates = versions.map { DescriptionWords.force($0.force) }
    guard versions.count > 1 else {
      text.inForce = dates[0]
      return text
    }
    var earlier: [Label] = []
    for (version, force) in zip(versions, dates).dropLast() {
      var past = Text()
      say(&past, version.text)
      let differs = [
        past.who == text.who ? nil : past.who, past.by == text.by ? nil : past.by,
        past.when == text.when ? nil : past.when, past.schedule == text.schedule ? nil : past.schedule,
        past.basis == text.basis ? nil : past.basis,
      ].compactMap { $0 }
      earlier.append(
        [force, differs.joined("; ")].joined(": "))
    }
    text.inForce = [dates[dates.count - 1], DescriptionWords.named("før", "before", earlier.joined("; "))]
      .joined("; ")
    return text
  }

  func text(_ group: TargetGroup) -> Text {
    var text = text(group.versions) { $0.when = $1.words }
    text.kind = group.number.map { Label(danish: "nr. \($0)", english: "no. \($0)") } ?? text.kind
    return text
  }

  func text(_ unit: Unit) -> Text {
    var text = text(unit.versions) { $0.when = $1.words }
    text.who = authority(unit.authority)
    return text
  }

  func text(_ benefit: Benefit) -> Text {
    text(benefit.versions) { text, version in
      text.when = [
        version.condition.words,
        version.amount.map { DescriptionWords.named("beløb:", "amount:", $0.words) } ?? DescriptionWords.always,
      ].joined("; ")
      text.by = authority(version.paidBy)
      switch version.financing {
      case .payer(let payer): text.basis = payerName(payer)
      case .steps(let index): text.basis = law.financings[index].provision.label
      }
    }
  }

  func text(_ financing: Financing) -> Text {
    text(financing.versions) { text, version in
      text.when = version.steps.map { step in
        let shares = Payer.allCases.filter { step.shares[$0] != nil }.map { payer in
          let share = step.shares[payer].flatMap { $0.multiplied(by: Rational(100)) } ?? .zero
          return DescriptionWords.named(payerName(payer).danish, payerName(payer).english, DescriptionWords.plain("\(share) %"))
        }.joined(", ")
        let bound = step.upTo.map { ScheduleWords.words(Period(days: $0)) }
        let until =
          bound.map { Label(danish: "indtil \($0.danish)", english: "up to \($0.english)") }
          ?? Label(danish: "derefter", english: "after that")
        return [until, shares].joined(": ")
      }.joined("; ")
      text.countedFrom = DescriptionWords.named(
        "på uret", "on the clock", law.clocks[version.clock].provision.label)
    }
  }

  func text(_ episode: Episode) -> Text {
    text(episode.versions) { text, version in
      text.when = [
        DescriptionWords.named("begynder når", "begins when", version.begins.words),
        DescriptionWords.named("slutter når", "ends when", version.ends.words),
        version.longest.map { DescriptionWords.named("højst", "at most", schedules.duration($0)) }
          ?? DescriptionWords.always,
      ].joined("; ")
    }
  }

  func text(_ clock: Clock) -> Text {
    text(clock.versions) { text, version in
      text.when = [
        DescriptionWords.named("tæller når", "counts while", version.condition.words),
        version.window.map { DescriptionWords.named("inden for de seneste", "within the last", ScheduleWords.words($0)) }
          ?? DescriptionWords.always,
        version.reset.map { DescriptionWords.named("nulstilles når", "resets when", $0.words) }
          ?? DescriptionWords.always,
        version.isUnbroken
          ? Label(danish: "nulstilles når det afbrydes", english: "resets when it is broken") : DescriptionWords.always,
      ].joined("; ")
    }
  }

  func text(_ practice: Practice) -> Text {
    var text = Text()
    let values = [practice.low, practice.base, practice.high].map { DescriptionWords.value($0, practice.type) }
    text.kind = DescriptionWords.plain(practice.kind)
    text.when = [
      DescriptionWords.named("lav", "low", values[0]), DescriptionWords.named("midt", "base", values[1]),
      DescriptionWords.named("høj", "high", values[2]),
    ].joined(", ")
    text.basis = practice.evidence
    return text
  }

  func text(_ parameter: Parameter) -> Text {
    var text = Text()
    text.when = parameter.steps.map { step in
      let value =
        step.value.map { DescriptionWords.value($0, parameter.type) }
        ?? Label(danish: "bortfalder", english: "ends")
      return DescriptionWords.since(step.from, value)
    }.joined("; ")
    return text
  }

  func text(_ definition: Definition) -> Text {
    var text = text(definition.versions) { text, version in
      switch version {
      case .branches(let branch): text.when = ProvisionTextMaker.words(branch) { $0.words }
      case .table(let table):
        let columns = table.columns.map(\.expression.inOneLine).joined(separator: ", ")
        let rows = table.rows.count
        text.when = Label(
          danish: "tabel over \(columns) med \(rows) rækker", english: "a table over \(columns) of \(rows) rows")
      }
    }
    text.kind = definition.type.known.enumeration.map {
      DescriptionWords.plain($0.members.joined(separator: ", "))
    } ?? text.kind
    return text
  }

  static func words<Outcome>(_ branch: Branch<Outcome>, _ say: (Outcome) -> Label) -> Label {
    let base = branch.outcome.map(say) ?? DescriptionWords.always
    let exceptions = branch.exceptions.map { exception in
      let condition = exception.condition.map { $0.words } ?? DescriptionWords.always
      let rest = words(exception, say)
      return Label(
        danish: "dog (\(exception.label)) når \(condition.danish): \(rest.danish)",
        english: "except (\(exception.label)) when \(condition.english): \(rest.english)")
    }
    return ([base] + exceptions).joined("; ")
  }

  func authority(_ name: String) -> Label {
    law.vocabulary.authorities.first { $0.name == name }?.label ?? DescriptionWords.plain(name)
  }

  private func payerName(_ payer: Payer) -> Label {
    law.vocabulary.payers.first { $0.name == payer.rawValue }?.label ?? DescriptionWords.plain(payer.rawValue)
  }
}

extension CheckedExpression {
  /// The rule's own text, which is the same in both languages.
  var words: Label { DescriptionWords.plain(inOneLine) }
}
