internal import Comparison
internal import Outcomes
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("Cells of few citizens")
struct SmallCellsTests {
  @Test(
    "are left out, and the least others with them until nothing can be had by subtraction",
    arguments: [
      ([0, 7, 31, 90], []), ([2, 7, 31, 90], [0, 1]), ([90, 4, 31], [1, 2]), ([1, 2, 40], [0, 1, 2]),
      ([3, 4, 40], [0, 1]), ([0, 3, 0, 8], [1, 3]), ([3], [0]), ([3, 0, 0], [0]), ([], []),
      // Had one of two alike been left out, it could be no more than the other, and the small one no less than 4.
      ([7, 7, 4], [0, 1, 2]),
    ] as [([Int], [Int])])
  func hidden(citizens: [Int], places: [Int]) {
    #expect(SmallCells.hidden(citizens).sorted() == places)
  }

  @Test("take with them what must be left out anyhow, though it is empty")
  func forced() {
    #expect(SmallCells.hidden([0, 6, 30], also: [0]) == [0, 1])
    #expect(SmallCells.hidden([0, 0, 30], also: [0, 1]) == [0, 1, 2])
  }

  /// Every table of so many cells, none above a largest one.
  private static func tables(of cells: Int, upTo most: Int) -> [[Int]] {
    (0..<cells).reduce([[]]) { tables, _ in tables.flatMap { table in (0...most).map { table + [$0] } } }
  }

  @Test(
    "cannot be worked out, even by somebody who knows the sum and the rule by which they were left out",
    arguments: [(2, 14), (3, 14), (4, 9)])
  func attack(cells: Int, most: Int) {
    struct Picture: Hashable {
      let shown: [Int?]
      let sum: Int
    }
    var tables: [Picture: [[Int]]] = [:]
    for table in Self.tables(of: cells, upTo: most) {
      let hidden = SmallCells.hidden(table)
      guard !hidden.isEmpty else { continue }
      let shown = table.indices.map { hidden.contains($0) ? nil : table[$0] }
      tables[Picture(shown: shown, sum: table.reduce(0, +)), default: []].append(table)
    }

    var tried = 0
    for (picture, possible) in tables {
      let left = picture.sum - picture.shown.reduce(0) { $0 + ($1 ?? 0) }
      // Tables with larger cells would fit, too, had they been made; and where nobody is shown there is
      // nothing more to leave out.
      guard left <= most, picture.shown.contains(where: { $0 ?? 0 > 0 }) else { continue }
      for place in picture.shown.indices where picture.shown[place] == nil {
        let values = Set(possible.map { $0[place] })
        guard values.contains(where: SmallCells.isSmall) else { continue }
        tried += 1
        #expect(values.count > 1, "\(picture.shown) of \(picture.sum): \(possible)")
      }
    }
    #expect(tried > 20 || cells == 2)
  }

  @Test("are left out of every table of the same people, since most figures stay as they were")
  func linked() {
    let before = [(name: "a", citizens: 2), (name: "b", citizens: 7), (name: "c", citizens: 50), (name: "d", citizens: 60)]
    let after = [(name: "a", citizens: 9), (name: "b", citizens: 0), (name: "c", citizens: 50), (name: "d", citizens: 60)]

    // Alone among those that are not empty after, 'a' needs another beside it, in both.
    #expect(SmallCells.hidden([before]) == ["a", "b"])
    #expect(SmallCells.hidden([before, after]) == ["a", "b", "c"])
  }
}

@Suite("Those who have a group, benefit or unit")
struct SmallHoldingTests {
  private static let window = Stretch(year: 2023)
  private static let kinds = [\CountryFigures.groups, \.benefits, \.units]

  /// A law in which groups, benefits and units have so many citizens each, of so many people.
  private func figures(_ law: String, _ counts: [Int], weights: (Int) -> Int = { _ in 10 }) throws -> CountryFigures {
    func references(_ section: Section, _ start: String) -> [Course.Reference] {
      counts.indices.map { index in
        let name = "\(start)\(index)"
        return Course.Reference(
          provision: ProvisionID(law: law, section: section, name: name),
          label: Label(danish: name, english: name), citation: Citation(text: "T", status: .verified))
      }
    }
    let units = references(.units, "u")
    let book = Codebook(
      law: law, benefits: references(.benefits, "b"), groups: references(.groups, "g"), units: units,
      unitPerformers: units.map {
        Course.Demand.Performer(name: $0.provision.name, label: $0.label, authority: nil)
      }, episodes: [], duties: [], dutyTexts: [], shares: [], profiles: [], frozen: nil)
    var tally = Tally()
    let writer = TallyWriter(codebook: book, frame: Tally.Frame(Self.window))
    for (index, count) in counts.enumerated() {
      for _ in 0..<count {
        var record = CourseRecord()
        let held = [CourseRecord.Held(index: index, stretch: Self.window)]
        record.cases = [Self.window]
        (record.groups, record.benefits, record.units) = (held, held, held)
        try writer.add(
          record, period: Self.window, weight: Weight(persons: weights(index)), to: &tally)
      }
    }
    return CountryFigures(
      of: 2023, tally: tally, codebook: book, ledger: CountryLedger(entries: [], charged: []), burdens: [])
  }

  private func shown(_ year: CountryYear) -> [[[Int?]]] {
    year.figures.map { figures in
      Self.kinds.map { figures[keyPath: $0].map { $0.figures?.persons } }
    }
  }

  @Test("are not told of fewer than five citizens, nor of the least others: the sum would tell them")
  func small() throws {
    let year = CountryYear(year: 2023, figures: [try figures("current", [2, 7, 31, 90])])

    for persons in shown(year)[0] { #expect(persons == [nil, nil, 310, 900]) }
    #expect(year.figures[0].persons == 1_300)
    #expect(year.figures[0].groups[1].figures == nil)
  }

  @Test("are told by the citizens they rest on, however many people one of them stands for")
  func weights() throws {
    // One citizen of the first stands for as many people as all of the others together.
    let year = CountryYear(
      year: 2023, figures: [try figures("current", [1, 20, 60]) { $0 == 0 ? 8_000 : 100 }])

    for persons in shown(year)[0] { #expect(persons == [nil, nil, 6_000]) }
  }

  @Test("are left out under every law where one leaves them out, and an empty one is told to be empty")
  func laws() throws {
    let year = CountryYear(
      year: 2023, figures: [try figures("current", [2, 7, 31, 90]), try figures("framework", [40, 0, 31, 90])])

    for persons in shown(year)[0] { #expect(persons == [nil, nil, nil, 900]) }
    for persons in shown(year)[1] { #expect(persons == [nil, 0, nil, 900]) }
  }

  @Test("keep the money of a benefit that is left out to themselves: its rate would tell the days")
  func ledger() throws {
    let figures = CountryYear(year: 2023, figures: [try figures("current", [2, 7, 31])]).figures[0]
    func entry(_ account: String, _ benefit: String) -> CountryLedger.Entry {
      CountryLedger.Entry(
        year: 2023, account: account, payer: .state,
        provision: ProvisionID(law: "current", section: .benefits, name: benefit),
        amount: Weighted(millionths: 1_000_000))
    }

    #expect(figures.hides(entry(Accrual.account, "b0")))
    #expect(figures.hides(entry(Accrual.account, "b1")))
    #expect(!figures.hides(entry(Accrual.account, "b2")))
    #expect(!figures.hides(entry("administration", "b0")))
  }
}
