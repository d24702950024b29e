internal import Comparison
internal import Outcomes
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("Who loses")
struct DistributionTests {
  private static let everybody = PairedTally.ClassKey(.everybody, 0)

  /// Citizens with four contacts each before, and as many after as the list says.
  private func pairs(contacts after: [Int], weight: Weight = .one) -> PairedTally {
    var pairs = PairedTally()
    for (citizen, contacts) in after.enumerated() {
      var (first, own) = (CitizenFigures(), CitizenFigures())
      first.contacts = 4
      first.orderedContacts = 3
      own.contacts = contacts
      pairs.add(
        [first, own],
        cells: [
          Self.everybody, PairedTally.ClassKey(.group, citizen < 3 ? 0 : citizen < 9 ? 1 : 2),
        ], weight: weight)
    }
    return pairs
  }

  private func distribution(_ pairs: PairedTally) -> Distribution {
    Distribution(law: 1, pairs: pairs) { Label(danish: "\($0.number)", english: "\($0.number)") }
  }

  @Test("is told by the citizen's own difference: what one gains makes up for nobody's loss")
  func ownDifference() throws {
    let cell = try #require(
      distribution(pairs(contacts: Array(repeating: 2, count: 10) + Array(repeating: 6, count: 10))).cells.first)
    let contacts = try #require(cell.measures.first { $0.measure == .contacts })

    #expect(contacts.first == 80 && contacts.own == 80)
    #expect(contacts.losing == 10 && contacts.gaining == 10)
    #expect(contacts.lost == 20 && contacts.gained == 20)
  }

  @Test("counts those who have less than the first law orders, practice left out")
  func minimum() throws {
    let after = Array(repeating: 2, count: 6) + Array(repeating: 3, count: 6)

    let cell = try #require(distribution(pairs(contacts: after, weight: Weight(persons: 10))).cells.first)

    #expect(cell.withMinimum == 120)
    #expect(cell.belowMinimum == 60)
  }

  @Test("takes the worst-off tenth exactly, dividing the people of one change where it must")
  func tenth() throws {
    // A tenth of 100 are 10: five lose four, ten lose one, of whom five are taken.
    let after = Array(repeating: 0, count: 5) + Array(repeating: 3, count: 10) + Array(repeating: 5, count: 85)

    let tenth = try #require(distribution(pairs(contacts: after)).tenths.first { $0.measure == .contacts })

    #expect(tenth.people == 10)
    #expect(tenth.meanWorsening == 2_500)
  }

  @Test("says of a tenth that gains least that it gains")
  func gainingTenth() throws {
    let tenth = try #require(
      distribution(pairs(contacts: Array(repeating: 6, count: 60))).tenths.first { $0.measure == .contacts })

    #expect(tenth.meanWorsening == -2_000)
  }

  @Test("shows nothing of a class of fewer than five citizens, however many people they stand for")
  func smallCells() throws {
    let cells = distribution(pairs(contacts: Array(repeating: 2, count: 20), weight: Weight(persons: 1_000))).cells
    let small = try #require(cells.first { $0.dimension == .group && $0.number == 0 })
    let beside = try #require(cells.first { $0.dimension == .group && $0.number == 1 })
    let large = try #require(cells.first { $0.dimension == .group && $0.number == 2 })

    #expect(small.people == nil && small.withMinimum == nil && small.belowMinimum == nil)
    #expect(small.measures.allSatisfy { $0.first == nil && $0.own == nil && $0.losing == nil && $0.lost == nil })
    // What is hidden alone could be worked out from the sum: the least of the others is hidden with it.
    #expect(beside.people == nil && beside.measures.allSatisfy { $0.first == nil })
    #expect(large.people == 11_000)
  }

  @Test("shows nothing of fewer than five who fall below the minimum")
  func fewBelow() throws {
    let after = Array(repeating: 2, count: 4) + Array(repeating: 3, count: 30)

    let cell = try #require(distribution(pairs(contacts: after)).cells.first)

    #expect(cell.withMinimum == 34)
    #expect(cell.belowMinimum == nil)
  }

  @Test("hides the losers of the least other class where one class's alone are few")
  func losersBeside() throws {
    // Two of group 0, five of group 1 and eight of group 2 lose; the first are too few to be shown.
    let after = [2, 2, 4] + [2, 2, 2, 2, 2, 4] + Array(repeating: 2, count: 8) + Array(repeating: 4, count: 20)
    var pairs = PairedTally()
    for (citizen, contacts) in after.enumerated() {
      var (first, own) = (CitizenFigures(), CitizenFigures())
      first.contacts = 4
      own.contacts = contacts
      let group = citizen < 3 || citizen > 30 ? 0 : citizen < 9 ? 1 : 2
      pairs.add([first, own], cells: [Self.everybody, PairedTally.ClassKey(.group, group)], weight: .one)
    }
    let losing = distribution(pairs).cells.filter { $0.dimension == .group }
      .map { $0.measures.first { $0.measure == .contacts }?.losing }

    #expect(losing == [nil, nil, 8])
  }

  @Test("shows nothing of fewer than five losers in a large class")
  func fewLosers() throws {
    let cell = try #require(
      distribution(pairs(contacts: Array(repeating: 2, count: 4) + Array(repeating: 4, count: 96))).cells.first)
    let contacts = try #require(cell.measures.first { $0.measure == .contacts })

    #expect(cell.people == 100)
    #expect(contacts.losing == nil && contacts.lost == nil)
    #expect(contacts.gaining == 0)
  }
}

@Suite("A country's ledger")
struct CountryLedgerTests {
  private let duty = ProvisionID(law: "current", section: .duties, name: "talk")

  private func entry(_ payer: Payer, _ millionths: Int128, year: Int = 2023) -> CountryLedger.Entry {
    CountryLedger.Entry(
      year: year, account: "offers", payer: payer, provision: duty, amount: Weighted(millionths: millionths))
  }

  @Test("balances when the payers bear all that was charged, and not by a millionth of an øre less")
  func balance() {
    let charged = [CountryLedger.Charge(year: 2023, account: "offers", amount: Weighted(millionths: 100))]
    let whole = CountryLedger(entries: [entry(.state, 30), entry(.municipality, 70)], charged: charged)
    let short = CountryLedger(entries: [entry(.state, 30), entry(.municipality, 69)], charged: charged)

    #expect(whole.isBalanced && whole.balance == .zero)
    #expect(!short.isBalanced && short.balance == Weighted(millionths: 1))
  }

  @Test("does not balance when one year bears what another was charged")
  func years() {
    let charged = [CountryLedger.Charge(year: 2023, account: "offers", amount: Weighted(millionths: 100))]
    let ledger = CountryLedger(entries: [entry(.state, 100, year: 2024)], charged: charged)

    #expect(ledger.balance == .zero)
    #expect(!ledger.isBalanced)
  }

  @Test("is the same in whatever order its entries came")
  func order() {
    let entries = [entry(.state, 1), entry(.municipality, 2), entry(.state, 3, year: 2022), entry(.state, 4)]

    let ledger = CountryLedger(entries: entries, charged: [])

    #expect(ledger == CountryLedger(entries: entries.reversed(), charged: []))
    #expect(ledger.entries.map(\.amount.millionths) == [3, 2, 5])
  }
}
