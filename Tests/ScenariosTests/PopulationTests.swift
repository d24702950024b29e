internal import Expressions
internal import Quantities
internal import Scenarios
internal import Testing

@Suite("A population")
struct PopulationTests {
  let country = SmallCountry.population()

  @Test("makes the same citizen whatever the size of the sample and whoever was made before")
  func sameCitizen() {
    let few = (0..<50).map { CitizenFacts(country.citizen($0, of: 50)) }
    let many = (0..<50).reversed().map { CitizenFacts(country.citizen($0, of: 10_000_000)) }

    #expect(few == many.reversed())
  }

  @Test("makes other citizens with another seed")
  func otherSeed() throws {
    let other = try #require(country.seeded(2))

    let same = (0..<100).filter { CitizenFacts(country.citizen($0, of: 100)) == CitizenFacts(other.citizen($0, of: 100)) }

    #expect(same.isEmpty)
  }

  @Test("in another year has as many people, the same luck and everybody at the same age")
  func anotherYear() throws {
    let later = try #require(country.moved(to: 2030...2030))
    let back = try #require(later.moved(to: 2023...2023))

    #expect(later.total == country.total)
    #expect(later.window == Stretch(from: Day("2030-01-01")!, until: Day("2031-01-01")!))
    for index in 0..<200 as Range<UInt64> {
      let (own, moved) = (country.citizen(index, of: 200), later.citizen(index, of: 200))
      #expect(own.archetype == moved.archetype && own.isOfStock == moved.isOfStock)
      #expect(
        own.began.days(until: country.window.from) == moved.began.days(until: later.window.from))
      #expect(CitizenFacts(back.citizen(index, of: 200)) == CitizenFacts(own))
    }
  }

  @Test("over several years has each year's inflow and one stock")
  func severalYears() throws {
    let three = try #require(country.moved(to: 2028...2030))

    #expect(three.archetypes.map(\.inflow) == country.archetypes.map { 3 * $0.inflow })
    for index in country.archetypes.indices { #expect(three.stock(of: index) == country.stock(of: index)) }
    #expect(three.window.length == 366 + 365 + 365)
  }

  @Test("shares all its people among its citizens, to the millionth", arguments: [1, 7, 999, 2_000, 12_345])
  func weightsAddUp(count: UInt64) {
    let sum = (0..<count).reduce(Weight.zero) { $0 + country.citizen($1, of: count).weight }

    #expect(sum == Weight(persons: 2_000))
    #expect(sum == country.total)
  }

  @Test("has each archetype by its share of the people")
  func sharesOfArchetypes() {
    var counts = [0, 0]
    var stock = 0
    for index in 0..<100_000 as Range<UInt64> {
      let citizen = country.citizen(index, of: 100_000)
      counts[citizen.archetype] += 1
      if citizen.isOfStock { stock += 1 }
    }

    // The sequence of picks is even, so that the error is far below that of chance.
    #expect(abs(counts[0] - 75_000) < 20)
    #expect(abs(stock - 45_000) < 20)
  }

  @Test("lets lengths come out by their shares")
  func lengths() {
    var within = [0, 0, 0]
    var all = 0
    for index in 0..<100_000 as Range<UInt64> {
      let citizen = country.citizen(index, of: 100_000)
      guard citizen.archetype == 0, !citizen.isOfStock, citizen.began < Day("2023-12-01")! else { continue }
      all += 1
      let first = citizen.scenario.changes.first { change in
        if case .fact(let fact, _) = change.what { fact != SmallCountry.expected && change.day > citizen.began } else { false }
      }
      guard let end = first?.day else { continue }
      let days = citizen.began.days(until: end)
      if days <= 28 { within[0] += 1 }
      if days <= 14 { within[1] += 1 }
      if days <= 7 { within[2] += 1 }
    }

    // Four standard errors of a share of 20 % among 45,000 are 0.75 points.
    #expect(abs(Double(within[0]) / Double(all) - 0.2) < 0.0075)
    #expect(abs(Double(within[1]) / Double(all) - 0.1) < 0.0075)
    #expect(abs(Double(within[2]) / Double(all) - 0.05) < 0.0075)
  }

  @Test("draws the stock from all days on which somebody still there could have begun")
  func stockIsLengthBiased() {
    var running = 0
    var days = 0
    for index in 0..<100_000 as Range<UInt64> {
      let citizen = country.citizen(index, of: 100_000)
      guard citizen.isOfStock, citizen.archetype == 0 else { continue }
      #expect(citizen.began < SmallCountry.window.from)
      #expect(citizen.scenario.period.from < citizen.began)
      running += 1
      days += citizen.began.days(until: SmallCountry.window.from)
    }

    // By hand: the mean time since the beginning is the mean square of the length over twice its mean.
    // Lengths are even in their rows: mean 166.8, mean square 55,482; an illness of 8 to 21 days for 30 %
    // makes them 171.0 and 56,947, so 166.6. Four standard errors of 25,000 people are 3.6.
    let mean = Double(days) / Double(running)
    #expect(abs(mean - 166.6) < 3.6)
  }

  @Test("takes nobody into the stock who is too old on the first day")
  func ages() {
    for index in 0..<20_000 as Range<UInt64> {
      let citizen = country.citizen(index, of: 20_000)
      guard citizen.isOfStock, citizen.archetype == 1,
        case .date(let born) = citizen.scenario.initial[SmallCountry.born]
      else { continue }
      #expect(born.wholeYears(until: SmallCountry.window.from) < 67)
    }
  }

  @Test("draws nothing twice from one counter")
  func differentDraws() {
    let citizens = (0..<1_000).map { country.citizen($0, of: 1_000) }

    #expect(Set(citizens.map(\.scenario.id)).count == 1_000)
    #expect(Set(citizens.map { "\($0.began) \($0.scenario.initial[SmallCountry.born])" }).count > 990)
  }
}
