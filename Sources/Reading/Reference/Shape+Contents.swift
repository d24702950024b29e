/// What stands behind a key, as far as YAML can tell.
indirect enum KeyContent: Sendable {
  /// A line: an expression, a name, a sentence. YAML may take it for a number or a switch.
  case text
  /// A line, or nothing.
  case textOrNothing
  case flag, whole, day
  /// One line, or a list of them.
  case texts
  case list(KeyContent)
  /// Names, each with a content.
  case map(KeyContent)
  case shape(Shape)
  /// The keys of a shape, none of them needed: what replaces parts of an entry.
  case part(Shape)
  case either([KeyContent])
  /// A mapping whose keys are not all the language's: facts, provisions. Those of the shape are.
  case open(Shape?)

  static let label = KeyContent.either([.text, .shape(.label)])
  /// One value, or a range of them.
  static let ranged = KeyContent.either([.text, .shape(.priceRange)])
}

extension Shape {
  /// Every shape of the language, in the order that a reader meets them.
  static let all: [Shape] = [
    law, lawPart, label, covers, definition, exception, table, row, parameter, step, practice, clock, episode,
    benefit, financing, financingStep, group, unit, duty, due, dutyException, promise, never, noMore, reform, reformPart, measure,
    statement, vocabulary, fact, term, profile, prices, workPrice, charge, priceRange, scenario, change, test, input,
    output, expectedDemand, expectedHandOver, coverage, coverageRow, figures, citizenMeasures,
    publishedFigure, population, distribution, lengthRow, ageRow,
    choiceRow, archetype, headcount, lifeState, exits, exit, factDraw, factDraws, knownShare, mapping,
    mappedColumns, mappedFact, mappedEvent, target, costScope, box, flowBack, priceIndex, published, behaviour,
    effect, package,
  ]

  /// What every provision of a law may have beside its own keys.
  static let shared: [Word] = [
    .label, .cite, .status, .source, .note, .reviewBy, .from, .until, .versions,
  ]

  var isProvision: Bool { Shape.shared.allSatisfy(words.contains) }

  func isSame(as other: Shape) -> Bool { noun == other.noun }

  /// The keys without which the reader complains.
  var needed: [Word] {
    let known: [String: [Word]] = [
      Shape.label.noun: [.danish, .english],
      Shape.law.noun: [.law, .title, .inForceFrom, .covers],
      Shape.reform.noun: [.law, .title, .amends],
      Shape.covers.noun: [.when, .cite],
      Shape.definition.noun: [.cite],
      Shape.exception.noun: [.label, .when],
      Shape.table.noun: [.columns, .rows],
      Shape.row.noun: [.when, .then],
      Shape.parameter.noun: [.cite, .unit, .values],
      Shape.step.noun: [.value],
      Shape.practice.noun: [.kind, .unit, .floor, .ceiling, .low, .base, .high, .evidence],
      Shape.clock.noun: [.counts, .cite],
      Shape.episode.noun: [.beginsWhen, .endsWhen, .cite],
      Shape.benefit.noun: [.when, .paidBy, .financing, .cite],
      Shape.financing.noun: [.countedOn, .steps, .cite],
      Shape.financingStep.noun: [.shares],
      Shape.group.noun: [.when, .cite],
      Shape.unit.noun: [.authority, .holdsWhen, .cite],
      Shape.duty.noun: [.kind, .for, .due, .by, .cite],
      Shape.dutyException.noun: [.label, .when],
      Shape.promise.noun: [.cite],
      Shape.never.noun: [.kind, .when],
      Shape.noMore.noun: [.than],
      Shape.measure.noun: [.cite],
      Shape.statement.noun: [.id, .cite],
      Shape.vocabulary.noun: [.facts],
      Shape.fact.noun: [.type],
      Shape.profile.noun: [.when],
      Shape.prices.noun: [.priceLevel],
      Shape.workPrice.noun: [.minutes, .source],
      Shape.charge.noun: [.amount, .payer, .account, .source],
      Shape.priceRange.noun: [.low, .base, .high],
      Shape.scenario.noun: [.scenario, .shows, .period],
      Shape.change.noun: [.on],
      Shape.test.noun: [.name, .law, .cites, .period, .input, .output],
      Shape.expectedHandOver.noun: [.on],
      Shape.coverage.noun: [.law, .rows],
      Shape.coverageRow.noun: [.meaning],
      Shape.figures.noun: [.measures],
      Shape.citizenMeasures.noun: [
        .contacts, .inQuestion, .settled, .lasting, .education, .born, .ages, .distance,
      ],
      Shape.publishedFigure.noun: [.value, .unit, .kind, .source],
      Shape.population.noun: [.population, .title, .window, .archetypes],
      Shape.distribution.noun: [.source],
      Shape.lengthRow.noun: [.to, .share],
      Shape.ageRow.noun: [.from, .to, .share],
      Shape.choiceRow.noun: [.sets, .share],
      Shape.archetype.noun: [.label, .inflow, .citizen, .states],
      Shape.headcount.noun: [.persons, .source],
      Shape.exits.noun: [.rows, .source],
      Shape.exit.noun: [.to, .share],
      Shape.knownShare.noun: [.share, .source],
      Shape.mapping.noun: [.mapping, .title, .window, .file, .columns],
      Shape.mappedColumns.noun: [.citizen, .on],
      Shape.target.noun: [.amount, .year, .priceLevel, .source, .counts],
      Shape.costScope.noun: [.accounts, .source],
      Shape.box.noun: [.accounts],
      Shape.flowBack.noun: [.share, .source],
      Shape.priceIndex.noun: [.values, .source],
      Shape.published.noun: [.law, .amount, .source],
      Shape.behaviour.noun: [.effects],
      Shape.effect.noun: [.hangsOn, .hazard, .factor, .foundFor, .source],
      Shape.package.noun: [.atLeast, .in],
    ]
    return known[noun] ?? []
  }

  /// What stands behind one of its keys.
  func content(of word: Word) -> KeyContent {
    if let own = ownContent(of: word) { return own }
    switch word {
    case .label, .title, .shows, .note, .because, .evidence, .foundFor, .fedBy, .restsOn: return .label
    case .from, .until, .inForceFrom, .lawDate, .reviewBy: return .day
    case .versions: return .list(.part(self))
    case .unbroken, .optional: return .flag
    case .number: return .whole
    case .covers: return .shape(.covers)
    case .definitions: return .map(.shape(.definition))
    case .parameters: return .map(.shape(.parameter))
    case .practice: return .map(.shape(.practice))
    case .clocks: return .map(.shape(.clock))
    case .episodes: return .map(.shape(.episode))
    case .benefits: return .map(.shape(.benefit))
    case .financing: return .map(.shape(.financing))
    case .groups: return .map(.shape(.group))
    case .units: return .map(.shape(.unit))
    case .duties: return .map(.shape(.duty))
    case .promises: return .map(.shape(.promise))
    case .never: return .shape(.never)
    case .noMore: return .shape(.noMore)
    case .measures: return .map(.shape(.measure))
    case .keeps, .notModelled, .outOfScope: return .list(.shape(.statement))
    case .enacts: return .shape(.lawPart)
    case .exceptions: return .list(.shape(isSame(as: .duty) || isSame(as: .dutyException) ? .dutyException : .exception))
    case .table: return .shape(.table)
    case .columns, .except, .includes, .provisions, .requires, .repeals, .pejlemærke: return .texts
    case .rows: return .list(.shape(.row))
    case .type: return .either([.text, .list(.text)])
    case .values: return .map(.either([.textOrNothing, .shape(.step)]))
    case .steps: return .list(.shape(.financingStep))
    case .shares: return .map(.text)
    case .due: return .either([.text, .shape(.due)])
    case .facts: return .map(.shape(.fact))
    case .events, .kinds, .channels, .authorities, .payers, .accounts, .performers: return .map(.shape(.term))
    case .profiles: return .map(.shape(.profile))
    case .work: return .map(.shape(.workPrice))
    case .hours, .expenses, .weeks: return .map(.shape(.charge))
    case .minutes, .factor: return .shape(.priceRange)
    case .boxes: return .map(.shape(.box))
    case .flowBack: return .shape(.flowBack)
    case .index: return .map(.shape(.priceIndex))
    case .published: return .map(.shape(.published))
    case .effects: return .map(.shape(.effect))
    case .package: return .shape(.package)
    case .citizen: return .open(nil)
    case .assumed: return .map(.label)
    case .input: return .shape(.input)
    case .output: return .shape(.output)
    default: return .text
    }
  }

  /// What a key says here and nowhere else.
  private func ownContent(of word: Word) -> KeyContent? {
    let own: [String: [Word: KeyContent]] = [
      Shape.row.noun: [.when: .texts],
      Shape.table.noun: [.because: .text],
      Shape.step.noun: [.value: .textOrNothing],
      Shape.benefit.noun: [.financing: .text],
      Shape.duty.noun: [.for: .texts],
      Shape.measure.noun: [.amends: .map(.open(nil)), .after: .texts],
      Shape.charge.noun: [.amount: .shape(.priceRange)],
      Shape.scenario.noun: [.events: .list(.open(.change))],
      Shape.input.noun: [.events: .list(.open(.change))],
      Shape.change.noun: [.on: .day, .event: .texts],
      Shape.test.noun: [.practice: .text, .seed: .whole],
      Shape.output.noun: [
        .benefit: .map(.text), .group: .map(.text), .unit: .map(.text), .episodes: .map(.texts),
        .value: .map(.map(.text)), .demands: .list(.shape(.expectedDemand)),
        .notDemands: .list(.shape(.expectedDemand)), .demandsOf: .map(.list(.day)), .count: .map(.whole),
        .handOvers: .list(.shape(.expectedHandOver)), .paid: .map(.text),
        .borne: .map(.map(.text)),
      ],
      Shape.expectedDemand.noun: [.by: .day],
      Shape.expectedHandOver.noun: [.on: .day, .from: .text],
      Shape.coverage.noun: [.rows: .map(.shape(.coverageRow))],
      Shape.population.noun: [
        .distributions: .map(.shape(.distribution)), .archetypes: .map(.shape(.archetype)),
      ],
      Shape.distribution.noun: [
        .lengths: .list(.shape(.lengthRow)), .ages: .list(.shape(.ageRow)),
        .choices: .list(.shape(.choiceRow)), .stretch: KeyContent.ranged,
      ],
      Shape.lengthRow.noun: [.from: .text, .share: KeyContent.ranged],
      Shape.ageRow.noun: [.from: .whole, .to: .whole, .share: KeyContent.ranged],
      Shape.choiceRow.noun: [.sets: .open(nil), .share: KeyContent.ranged],
      Shape.archetype.noun: [
        .inflow: .shape(.headcount), .stock: .shape(.headcount), .states: .map(.shape(.lifeState)),
        .leavesAtAge: .whole,
      ],
      Shape.headcount.noun: [.persons: KeyContent.ranged],
      Shape.lifeState.noun: [
        .sets: .open(nil), .happens: .map(.text), .then: .either([.text, .shape(.exits)]),
        .stock: .flag,
      ],
      Shape.exits.noun: [.rows: .list(.shape(.exit))],
      Shape.exit.noun: [.share: KeyContent.ranged, .work: .flag],
      Shape.factDraw.noun: [.known: .shape(.knownShare)],
      Shape.factDraws.noun: [.mix: .texts],
      Shape.knownShare.noun: [.share: KeyContent.ranged],
      Shape.mapping.noun: [
        .tolerates: .whole, .columns: .shape(.mappedColumns), .facts: .map(.shape(.mappedFact)),
        .events: .map(.shape(.mappedEvent)),
      ],
      Shape.mappedColumns.noun: [.citizen: .text],
      Shape.mappedFact.noun: [.values: .map(.textOrNothing)],
      Shape.coverageRow.noun: [.notModelled: .text],
      Shape.figures.noun: [
        .measures: .shape(.citizenMeasures), .published: .map(.shape(.publishedFigure)),
      ],
      Shape.citizenMeasures.noun: [
        .contacts: .texts, .settled: .texts, .lasting: .texts, .ages: .texts,
      ],
      Shape.publishedFigure.noun: [
        .benefit: .texts, .group: .texts, .episodes: .texts, .to: .texts, .accounts: .texts,
        .payers: .texts, .authorities: .texts,
        .profiles: .text,
      ],
      Shape.target.noun: [.counts: .shape(.costScope), .year: .whole],
      Shape.costScope.noun: [.accounts: .texts, .payers: .texts, .benefits: .texts],
      Shape.box.noun: [.accounts: .texts, .payers: .texts, .benefits: .texts],
      Shape.flowBack.noun: [.share: .shape(.priceRange), .boxes: .texts],
      Shape.priceIndex.noun: [.values: .map(.text)],
    ]
    return own[noun]?[word]
  }
}
