/// Every key of the rule language, once.
///
/// No other room spells one: what stands here is what an author can write. The reference that
/// `hegn describe` prints is made from these lines.
package enum Word: String, CaseIterable, Sendable {
  // What entries share.
  case label, cite, status, source, note, from, until, versions
  case danish = "da", english = "en"
  case reviewBy = "review by"

  // Laws and reforms.
  case law, title, amends, measures, covers, keeps, because, requires, after, repeals, enacts
  case inForceFrom = "in force from"
  case notModelled = "not modelled"
  case id, provisions
  case pejlemærke

  // Sections.
  case definitions, parameters, practice, clocks, episodes, benefits, financing, groups, units, duties, promises

  // Vocabulary.
  case facts, events, kinds, channels, authorities, payers, accounts, performers, profiles
  case type, meaning, standard = "default", optional

  // Rules.
  case when, value, exceptions, table, hit, columns, rows, then
  case unit, values, stage, kind, floor, ceiling, low, base, high, evidence
  case counts, within, unbroken
  case resetsWhen = "resets when"
  case beginsWhen = "begins when"
  case endsWhen = "ends when"
  case atMost = "at most"
  case amount
  case paidBy = "paid by"
  case countedOn = "counted on"
  case steps, shares
  case upTo = "up to"
  case number, authority
  case holdsWhen = "holds when"
  case `for`
  case countedFrom = "counted from"
  case due, by, channel, includes
  case suspendedWhile = "suspended while"
  case restartsWhen = "restarts when"
  case lasts, price, share
  case orderedBy = "ordered by"
  case consequence, round
  case every, at, on
  case atLeast = "at least"
  case `in`
  case byEndOfWeek = "by end of week"

  // Promises.
  case never, than, except
  case noMore = "no more"

  // Prices.
  case priceLevel = "price level"
  case work, hours, expenses, weeks, minutes, payer, account

  // Published figures and what is measured of citizens.
  case published, contacts, settled, lasting, education, born, distance
  case inQuestion = "in question"
  case fedBy = "fed by"
  case restsOn = "rests on"

  // The target, and behaviour.
  case year, boxes, index
  case flowBack = "flow-back"
  case indexedBy = "indexed by"
  case outOfScope = "out of scope"
  case effects, hazard, factor, profile, package
  case foundFor = "found for"
  case hangsOn = "hangs on"

  // Scenarios and tests.
  case scenario, shows, period, citizen, assumed, event
  case name, cites, input, output
  case lawDate = "law date"
  case seed
  case benefit, group
  case demands, count, paid, borne
  case demandsOf = "demands of"
  case notDemands = "not demands"
  case handOvers = "hand-overs"
  case performer, provision, cause, to

  // Populations.
  case population, window, distributions, archetypes
  case lengths, ages, choices, stretch, sets, feeds
  case inflow, stock, persons, history, states, happens
  case leavesAtAge = "leaves at age"
  case draw, ahead, known, mix

  // Files of citizens.
  case mapping, file, separator, tolerates, weight, fact, column, called
}

/// What kind of entry a mapping is, and which keys it may have.
struct Shape: Sendable {
  /// For messages: "a duty".
  let noun: String
  let words: [Word]
  /// The same as the author writes them.
  let names: [String]

  init(_ noun: String, _ words: Word...) { self.init(noun: noun, words: words) }

  init(noun: String, words: [Word]) {
    self.noun = noun
    self.words = words
    names = words.map(\.rawValue)
  }

  /// An entry of a law: its own keys and those that every provision may have.
  private static func provision(_ noun: String, _ own: Word...) -> Shape {
    Shape(noun: noun, words: own + shared)
  }

  static let label = Shape("a label", .danish, .english)

  static let law = Shape(
    "a law", .law, .title, .inForceFrom, .covers, .definitions, .parameters, .practice, .clocks,
    .episodes, .benefits, .financing, .groups, .units, .duties, .promises)
  static let lawPart = Shape(
    "a part of a law", .definitions, .parameters, .practice, .clocks, .episodes, .benefits,
    .financing, .groups, .units, .duties, .promises)
  static let reform = Shape(
    "a reform", .law, .title, .amends, .inForceFrom, .measures, .keeps, .notModelled)
  static let reformPart = Shape("a part of a reform", .measures, .keeps, .notModelled)
  static let measure = Shape(
    "a measure", .label, .cite, .status, .source, .note, .because, .requires, .after, .repeals,
    .amends, .enacts, .pejlemærke)
  static let statement = Shape(
    "a statement", .id, .label, .cite, .status, .source, .note, .because, .provisions, .pejlemærke)

  static let covers = provision("'covers'", .when)
  static let definition = provision("a definition", .type, .value, .exceptions, .table)
  static let table = Shape("a table", .hit, .because, .columns, .rows)
  static let row = Shape("a row", .when, .then, .cite, .status, .note, .label)
  static let exception = Shape(
    "an exception", .label, .when, .value, .cite, .status, .source, .note, .exceptions)
  static let dutyException = Shape(
    "an exception of a duty", .label, .when, .due, .cite, .status, .source, .note, .exceptions)
  /// Its values have days of their own, so it has neither versions nor bounds.
  static let parameter = Shape(
    "a parameter", .unit, .values, .label, .cite, .status, .source, .note, .reviewBy)
  static let step = Shape("a value of a parameter", .value, .cite, .status, .source, .note, .reviewBy,
    .stage)
  static let practice = Shape(
    "a practice value", .kind, .unit, .floor, .ceiling, .low, .base, .high, .evidence, .label, .cite,
    .status, .source, .note, .reviewBy)
  static let clock = provision("a clock", .counts, .within, .resetsWhen, .unbroken)
  static let episode = provision("an episode", .beginsWhen, .endsWhen, .atMost)
  static let benefit = provision("a benefit", .when, .amount, .paidBy, .financing)
  static let financing = provision("a financing rule", .countedOn, .steps)
  static let financingStep = Shape("a step", .upTo, .shares)
  static let group = provision("a group", .number, .when)
  static let unit = provision("a unit", .authority, .holdsWhen)
  static let duty = provision(
    "a duty", .kind, .for, .when, .countedFrom, .countedOn, .due, .by, .channel, .includes,
    .suspendedWhile, .restartsWhen, .lasts, .price, .share, .orderedBy, .consequence, .round,
    .exceptions)
  static let due = Shape(
    "a schedule", .within, .byEndOfWeek, .atLeast, .in, .every, .for, .at, .on, .after)

  static let promise = Shape(
    "a promise", .label, .cite, .status, .source, .note, .never, .noMore)
  static let never = Shape("a promise of never", .kind, .when, .except)
  static let noMore = Shape("a promise of no more", .kind, .than, .orderedBy)

  static let vocabulary = Shape(
    "the vocabulary", .facts, .events, .kinds, .channels, .authorities, .payers, .accounts,
    .performers, .profiles)
  static let fact = Shape(
    "a fact", .type, .label, .meaning, .standard, .optional, .source, .note)
  static let term = Shape("a term", .label, .meaning, .source, .note)
  static let profile = Shape(
    "a profile", .label, .when, .meaning, .source, .note, .cite, .status)

  static let prices = Shape(
    "a price list", .priceLevel, .work, .hours, .expenses, .weeks)
  static let workPrice = Shape(
    "a price of work", .minutes, .label, .source, .status, .note, .cite, .reviewBy)
  static let charge = Shape(
    "a price", .amount, .payer, .account, .label, .source, .status, .note, .cite, .reviewBy)
  static let priceRange = Shape("a range", .low, .base, .high)

  static let figures = Shape("the published figures", .measures, .published)
  static let citizenMeasures = Shape(
    "what is measured", .contacts, .inQuestion, .settled, .lasting, .education, .born, .ages,
    .distance, .note)
  static let publishedFigure = Shape(
    "a published figure", .label, .value, .unit, .kind, .benefit, .group, .episodes, .to, .after,
    .upTo, .accounts, .payers, .authorities, .profiles, .fedBy, .restsOn, .cite, .source, .status, .note)

  static let target = Shape(
    "the target", .label, .amount, .year, .priceLevel, .source, .status, .note, .cite, .counts, .boxes,
    .flowBack, .indexedBy, .index, .published, .outOfScope)
  static let costScope = Shape(
    "what counts", .accounts, .payers, .benefits, .source, .status, .note, .cite)
  static let box = Shape("a box", .label, .accounts, .payers, .benefits, .note)
  static let flowBack = Shape("flow-back", .share, .boxes, .source, .status, .note, .cite)
  static let priceIndex = Shape("an index", .label, .values, .source, .status, .note, .cite)
  static let published = Shape(
    "a published saving", .label, .law, .amount, .source, .status, .note, .cite)

  static let behaviour = Shape("a file of behaviour", .effects, .notModelled)
  static let effect = Shape(
    "an effect", .label, .hangsOn, .package, .hazard, .profile, .factor, .foundFor, .source, .status,
    .note, .cite)
  static let package = Shape("a package", .atLeast, .in)

  static let coverage = Shape("the coverage of a law", .law, .rows, .note)
  static let coverageRow = Shape("a row of the facts", .meaning, .provisions, .notModelled)

  static let scenario = Shape(
    "a scenario", .scenario, .title, .shows, .period, .citizen, .events, .source, .assumed, .note)
  /// Beside these it has facts, each with its new value.
  static let change = Shape("an event of a scenario", .on, .event, .note)
  static let test = Shape(
    "a rule test", .name, .law, .cites, .period, .lawDate, .practice, .seed, .input, .output, .note)
  static let input = Shape("the input of a test", .citizen, .events, .scenario)
  static let output = Shape(
    "the output of a test", .benefit, .group, .unit, .episodes, .value, .demands, .demandsOf,
    .notDemands, .count, .handOvers, .paid, .borne)
  static let expectedDemand = Shape(
    "an expected demand", .provision, .by, .from, .until, .kind, .performer, .channel)
  static let expectedHandOver = Shape("an expected hand-over", .on, .from, .to, .cause)

  static let population = Shape(
    "a population", .population, .title, .window, .note, .source, .distributions, .archetypes)
  static let distribution = Shape(
    "a distribution", .lengths, .ages, .choices, .stretch, .label, .source, .status, .note, .feeds)
  static let lengthRow = Shape("a row of lengths", .from, .to, .share)
  static let ageRow = Shape("a row of ages", .from, .to, .share)
  static let choiceRow = Shape("a choice", .sets, .share, .label, .note)
  static let archetype = Shape(
    "an archetype", .label, .inflow, .stock, .history, .leavesAtAge, .citizen, .states, .note)
  static let headcount = Shape("a number of people", .persons, .source, .status, .note, .feeds)
  static let lifeState = Shape("a state", .label, .sets, .happens, .lasts, .then, .stock, .note)
  static let exits = Shape("the ways out of a state", .rows, .source, .status, .note, .feeds)
  static let exit = Shape("a way out", .to, .share, .work, .note)
  static let factDraw = Shape("a draw", .draw, .ahead, .known)
  /// Beside the names of facts, which are the vocabulary's.
  static let factDraws = Shape("the facts of a state", .mix)
  static let mapping = Shape(
    "a mapping of a file", .mapping, .title, .window, .file, .separator, .tolerates, .columns, .facts, .events,
    .source, .note)
  static let mappedColumns = Shape("the columns of a file", .citizen, .on, .weight, .fact, .value)
  static let mappedFact = Shape("a mapped fact", .called, .column, .unit, .values, .note)
  static let mappedEvent = Shape("a mapped event", .called, .column, .when, .note)
  static let knownShare = Shape("the share who know", .share, .source, .status, .note, .feeds)
}
