package import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
package import Scenarios
internal import Vocabulary

/// The citizens of a file of one's own, one after another.
///
/// The rows of a citizen follow one another, in any order of days. The facts of her first day are those
/// she begins with; later ones change. Memory holds one piece of the file, one citizen, and eight bytes
/// or so for each citizen seen, to notice one whose rows come back.
///
/// A row that cannot be read is told with line and column, and takes its whole citizen out: a course with
/// a hole in it would be another course. Nothing is left out without being counted, and more bad rows
/// than the mapping tolerates end the reading.
package struct PopulationCSV {
  package let mapping: PopulationMapping
  private var rows: CSVRows
  /// The columns by what they are for.
  private let citizenColumn: Int
  private let dayColumn: Int
  private let weightColumn: Int?
  private let factColumn: Int?
  private let valueColumn: Int?
  private let wide: [(column: Int, content: PopulationMapping.Content)]
  /// Of a long file, what its words for facts and events stand for.
  private let long: WordTable<PopulationMapping.Content>
  private let columns: Int
  private let standard: [Value]
  /// The facts that every citizen needs.
  private let needed: [Int]
  /// The day that was read last: rows of one day often follow one another.
  private var lastDay: (text: KnownWord, day: Day)?
  /// The weight that was read last: that of a citizen stands in each of her rows.
  private var lastWeight: (text: KnownWord, weight: Weight)?

  /// What was found wrong: the first hundred, and the end when there were too many.
  package private(set) var findings = Findings()
  package private(set) var badRows = 0
  /// Citizens that a bad row took out.
  package private(set) var leftOut = 0
  /// Citizens that came out whole.
  package private(set) var citizens: UInt64 = 0
  private var seen: Set<UInt64> = []
  private var isDone = false
  /// Whether a row could not be split since the last one that could: it may have been of either neighbour.
  private var damaged = false
  /// Whether a row has been read that belongs to the next citizen.
  private var hasRow = false
  /// What the changes of a citizen stand in while they are read.
  private var room: [Scenario.Change] = []

  /// How many findings are kept.
  private static let told = 100

  /// - Throws: `no-such-file`, `unknown-column` and other findings about the header.
  package init(_ mapping: PopulationMapping, from source: ByteSource) throws(Diagnostic) {
    self.mapping = mapping
    var rows = CSVRows(source, separator: mapping.separator)
    let hasHeader: Bool
    do {
      hasHeader = try rows.read()
    } catch let fault as CSVRows.Fault {
      throw Diagnostic(.error, fault.code, fault.message, at: fault.place, hint: fault.hint)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(.error, "unreadable", "the file cannot be read", at: .start(of: source.file))
    }
    guard hasHeader else {
      throw Diagnostic(
        .error, "no-header", "the file is empty", at: .start(of: source.file),
        hint: "let the first row name the columns")
    }
    let names = (0..<rows.count).map { rows.text($0) }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw Diagnostic(
        .error, "declared-twice", "two columns are called '\(name)'", at: rows.place(index),
        hint: "rename one of them")
    }
    func column(_ name: YAMLScalar) throws(Diagnostic) -> Int {
      if let index = names.firstIndex(of: name.text) { return index }
      let nearest = nearestName(to: name.text, among: names)
      throw Diagnostic(
        .error, "unknown-column", "the file has no column '\(name.text)'", at: name.marked.range,
        hint: nearest.map { "write '\($0)'" } ?? "use one of: \(names.joined(separator: ", "))",
        notes: [.init("the columns are named here", at: rows.place)])
    }
    citizenColumn = try column(mapping.citizen)
    dayColumn = try column(mapping.day)
    var weightColumn: Int?
    if let weight = mapping.weight { weightColumn = try column(weight) }
    self.weightColumn = weightColumn
    switch mapping.form {
    case .long(let fact, let value, let readings):
      factColumn = try column(fact)
      valueColumn = try column(value)
      long = WordTable(readings.map { ($0.name, $0.content) })
      wide = []
    case .wide(let contents):
      factColumn = nil
      valueColumn = nil
      long = WordTable([])
      var wide: [(column: Int, content: PopulationMapping.Content)] = []
      for entry in contents { wide.append((try column(entry.column), entry.content)) }
      self.wide = wide
    }
    columns = names.count
    standard = mapping.vocabulary.facts.map { $0.standard ?? .unknown }
    needed = mapping.vocabulary.facts.indices.filter { mapping.vocabulary.facts[$0].standard == nil }
    self.rows = rows
  }

  /// How much of the file has been read, and how much there is, as far as that is known.
  ///
  /// - Unit: bytes.
  package var reach: (read: Int, of: Int?) { rows.reach }

  /// The next citizens, up to `limit` of them; none when the file or the tolerance is at its end.
  package mutating func next(_ limit: Int) -> [Citizen] {
    var citizens: [Citizen] = []
    citizens.reserveCapacity(limit)
    while citizens.count < limit, !isDone {
      if let citizen = nextCitizen() { citizens.append(citizen) }
    }
    return citizens
  }

  /// The citizens that come next in the file; `nil` for one that was left out, and at the end.
  private mutating func nextCitizen() -> Citizen? {
    if !hasRow, !readRow() { return nil }
    let name = rows[namingCell]
    let fingerprint = PopulationCSV.fingerprint(name)
    var draft = CitizenDraft(name, place: rows.place(namingCell), room: &room)
    defer { room = draft.changes }
    if !seen.insert(fingerprint).inserted {
      bad("citizen-returns", "rows of citizen '\(draft.key)' came before", at: draft.place, hint: "sort the file by citizen")
      draft.isWhole = false
    }
    repeat {
      take(into: &draft)
      hasRow = false
    } while readRow(of: draft.name)
    // A row that could not be split may have been hers, or the next one's.
    if damaged { draft.isWhole = false }
    if isDone, badRows > mapping.tolerated { return nil }
    return finished(draft, fingerprint)
  }

  /// Reads on while rows are bad; a row that cannot be split belongs to no citizen that is known.
  private mutating func readRow() -> Bool {
    while !isDone {
      do {
        guard try rows.read() else {
          isDone = true
          return false
        }
      } catch let fault as CSVRows.Fault {
        bad(fault.code, fault.message, at: fault.place, hint: fault.hint)
        damaged = true
        continue
      } catch {
        if let diagnostic = error as? Diagnostic { findings.add(diagnostic) }
        isDone = true
        return false
      }
      hasRow = true
      return true
    }
    return false
  }

  private mutating func readRow(of name: KnownWord) -> Bool {
    guard readRow() else { return false }
    return name.isSaid(by: rows[namingCell])
  }

  /// The cell that names the citizen; the first where the row ends before it, which is told of the row.
  private var namingCell: Int { citizenColumn < rows.count ? citizenColumn : 0 }

  private mutating func take(into draft: inout CitizenDraft) {
    let before = badRows
    defer { if badRows > before { draft.isWhole = false } }
    if damaged {
      damaged = false
      draft.isWhole = false
    }
    guard rows.count == columns else {
      bad(
        "wrong-cells", "this row has \(rows.count) cells, and the file \(columns) columns", at: rows.place(rows.count),
        hint: "give every column a cell, and quote cells that hold the separator")
      return
    }
    guard !draft.key.isEmpty else {
      bad("missing-key", "this row names no citizen", at: rows.place(citizenColumn), hint: "give every row its citizen")
      return
    }
    guard let day = readDay() else {
      bad("not-a-date", "'\(rows.text(dayColumn))' is not a day of the calendar", at: rows.place(dayColumn), hint: "write a date as 2023-07-01")
      return
    }
    guard day < mapping.window.until else {
      bad(
        "outside-period", "\(day) lies after the window, which ends before \(mapping.window.until)",
        at: rows.place(dayColumn), hint: "leave the row out, or widen 'window' in the mapping")
      return
    }
    takeWeight(into: &draft)
    if let factColumn, let valueColumn {
      takeFact(named: factColumn, valueColumn, on: day, into: &draft)
      return
    }
    for place in wide.indices {
      let column = wide[place].column
      let cell = rows[column]
      guard !cell.isEmpty else { continue }
      switch wide[place].content {
      case .fact(let reading): take(reading, in: column, on: day, into: &draft)
      case .event(let event, let when):
        if cell.says(when) {
          draft.add(.event(event), on: day)
        } else if !cell.elementsEqual("false".utf8) {
          bad(
            "type-mismatch", "'\(rows.text(column))' does not say whether it happened", at: rows.place(column),
            hint: "write '\(String(decoding: when, as: UTF8.self))' or leave the cell empty")
        }
      }
    }
  }

  /// Takes a row of a long file.
  private mutating func takeFact(named factColumn: Int, _ valueColumn: Int, on day: Day, into draft: inout CitizenDraft) {
    switch long[rows[factColumn]] {
    case .fact(let reading): take(reading, in: valueColumn, on: day, into: &draft)
    case .event(let event, _): draft.add(.event(event), on: day)
    case nil:
      guard case .long(_, _, let readings) = mapping.form else { return }
      let name = rows.text(factColumn)
      let nearest = nearestName(to: name, among: readings.map { String(decoding: $0.name, as: UTF8.self) })
      bad("unknown-name", "'\(name)' is not a fact or event", at: rows.place(factColumn), hint: nearest.map { "write '\($0)'" })
    }
  }

  private mutating func readDay() -> Day? {
    let cell = rows[dayColumn]
    if let lastDay, lastDay.text.isSaid(by: cell) { return lastDay.day }
    guard let day = CellReading.day(cell) else { return nil }
    lastDay = (KnownWord(cell), day)
    return day
  }

  private mutating func readWeight(_ cell: UnsafeBufferPointer<UInt8>) -> Weight? {
    if let lastWeight, lastWeight.text.isSaid(by: cell) { return lastWeight.weight }
    guard let persons = CellReading.decimal(cell, places: 6),
      let millionths = persons.multiplied(by: Rational(1_000_000))?.whole, millionths > 0, millionths <= 1_000_000_000_000_000
    else { return nil }
    let weight = Weight(millionths: Int64(millionths))
    lastWeight = (KnownWord(cell), weight)
    return weight
  }

  private mutating func takeWeight(into draft: inout CitizenDraft) {
    guard let weightColumn else { return }
    let cell = rows[weightColumn]
    if cell.isEmpty, draft.weight != nil { return }
    guard let weight = readWeight(cell) else {
      bad("out-of-range", "'\(rows.text(weightColumn))' is no weight", at: rows.place(weightColumn), hint: "write people above 0, with at most six decimals")
      return
    }
    if let earlier = draft.weight, earlier != weight {
      bad("set-twice", "citizen '\(draft.key)' had another weight before", at: rows.place(weightColumn), hint: "give a citizen one weight")
      return
    }
    draft.weight = weight
  }

  private mutating func take(_ reading: CellReading, in column: Int, on day: Day, into draft: inout CitizenDraft) {
    guard let value = reading.value(of: rows[column]) else {
      let name = mapping.vocabulary.facts[reading.fact].name
      bad("type-mismatch", "'\(rows.text(column))' is no value of '\(name)'", at: rows.place(column), hint: "write \(reading.expected)")
      return
    }
    if draft.sets(reading.fact, on: day) {
      let name = mapping.vocabulary.facts[reading.fact].name
      bad("set-twice", "'\(name)' is set twice on \(day)", at: rows.place(column), hint: "keep one of the rows")
      return
    }
    draft.add(.fact(reading.fact, value), on: day)
  }

  /// The citizen, when all her rows were good and she has what every citizen needs.
  private mutating func finished(_ draft: CitizenDraft, _ fingerprint: UInt64) -> Citizen? {
    guard draft.isWhole, let from = draft.first else {
      leftOut += 1
      return nil
    }
    let (initial, later) = draft.course(from: from, standard: standard)
    for index in needed {
      guard case .unknown = initial[index] else { continue }
      let fact = mapping.vocabulary.facts[index]
      bad("fact-needed", "citizen '\(draft.key)' has no '\(fact.name)' on \(from), her first day", at: draft.place, hint: "add a row of that day with '\(fact.name)'")
      leftOut += 1
      return nil
    }
    citizens += 1
    let scenario = Scenario(
      id: draft.key, title: Label(danish: draft.key, english: draft.key), shows: mapping.title,
      period: Stretch(from: from, until: mapping.window.until), initial: initial, changes: later,
      source: nil, assumed: [], range: draft.place)
    return Citizen(
      key: fingerprint, scenario: scenario, archetype: 0, weight: draft.weight ?? .one, began: from,
      isOfStock: from < mapping.window.from)
  }

  private mutating func bad(_ code: String, _ message: String, at place: SourceRange, hint: String?) {
    badRows += 1
    // All are told while they are few; those tolerated are warnings, since the run goes on.
    if badRows <= PopulationCSV.told {
      findings.add(
        Diagnostic(badRows > mapping.tolerated ? .error : .warning, code, message, at: place, hint: hint))
    }
    guard badRows > mapping.tolerated, !isDone else { return }
    isDone = true
    if badRows > PopulationCSV.told || mapping.tolerated > 0 {
      findings.add(
        Diagnostic(
          .error, "too-many-bad-rows", "\(badRows) rows are bad, and the mapping tolerates \(mapping.tolerated)",
          at: place, hint: "mend them, or raise 'tolerates' in the mapping"))
    }
  }

  /// FNV-1a, spread: the number that a citizen is known by.
  private static func fingerprint(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Lot.mixing(hash)
  }
}
