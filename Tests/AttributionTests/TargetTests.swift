internal import Attribution
internal import Diagnostics
internal import Foundation
internal import Quantities
internal import Reading
internal import Testing
internal import Vocabulary

@Suite("A target")
struct TargetTests {
  /// The target that is shipped, read like any other.
  static func shipped() throws -> Target {
    var library = RuleLibrary(root: Shipped.rules)
    let read = library.target()
    let target = try #require(read)
    #expect(library.findings.isEmpty)
    return target
  }

  @Test("is three billion a year by 2030, in prices that need no conversion")
  func threeBillion() throws {
    let target = try Self.shipped()

    #expect(target.amount == Money(øre: 300_000_000_000))
    #expect(target.year == 2030)
    #expect(target.amount(inPricesOf: 2023) == target.amount)
  }

  @Test("puts every krone in exactly one place: what counts, a box, or the rest")
  func places() throws {
    let target = try Self.shipped()

    #expect(target.place(account: "administration", payer: .municipality, benefit: nil) == 0)
    #expect(target.place(account: "offers", payer: .state, benefit: nil) == 0)
    let others = target.place(account: "administration", payer: .unemploymentFund, benefit: nil)
    let pension = target.place(account: "benefits", payer: .municipality, benefit: "førtidspension")
    let benefits = target.place(account: "benefits", payer: .municipality, benefit: "dagpenge")
    #expect(target.name(of: others) == "other-payers")
    #expect(target.name(of: pension) == "førtidspension")
    #expect(target.name(of: benefits) == "benefits")
    let unknown = target.place(account: "stamps", payer: .state, benefit: nil)
    #expect(target.name(of: unknown) == "rest")
    #expect((0..<target.places).contains(unknown))
  }

  @Test("in other prices is what the chosen index makes of it, and nothing where no index reaches")
  func otherPrices() throws {
    let target = try Self.shipped()

    // 3 bn · 79.68 / 86.16 = 2 774 373 259.05 kr.
    #expect(target.amount(inPricesOf: 2019) == Money(øre: 277_437_325_905))
    #expect(target.amount(inPricesOf: 2024) == nil)
  }

  @Test("says of flow-back that nobody read the factor, and applies it to benefits alone")
  func flowBack() throws {
    let flowBack = try #require(try Self.shipped().flowBack)

    #expect(flowBack.share.citation.status == .unverified)
    #expect(flowBack.boxes == ["førtidspension", "benefits"])
    #expect(flowBack.share.low < flowBack.share.high)
  }
}

@Suite("Behaviour")
struct BehaviourTests {
  private func effect(_ name: String) throws -> Behaviour.Effect {
    var library = RuleLibrary(root: Shipped.rules)
    let read = library.behaviour()
    let behaviour = try #require(read)
    #expect(library.findings.isEmpty)
    return try #require(behaviour.effects.first { $0.name == name })
  }

  @Test("holds of every effect whom it was found for, where, and that applying it is an assumption")
  func sources() throws {
    var library = RuleLibrary(root: Shipped.rules)
    let read = library.behaviour()
    let behaviour = try #require(read)

    for effect in behaviour.effects {
      #expect(!effect.population.english.isEmpty)
      #expect(effect.factor.citation.source?.contains("economics 7.") == true)
      #expect(effect.factor.citation.status == .assumption)
      #expect(effect.factor.low <= effect.factor.base && effect.factor.base <= effect.factor.high)
    }
  }

  @Test("multiplies for each change more, and divides for each change less")
  func times() throws {
    let change = try effect("change-of-caseworker")

    #expect(change.factor(.base, times: 0) == .one)
    #expect(change.factor(.base, times: 1) == Rational(78, 100))
    // 0.78² = 0.6084, 1/0.78 = 1.28205…, to thousandths.
    #expect(change.factor(.base, times: 2) == Rational(608, 1_000))
    #expect(change.factor(.base, times: -1) == Rational(1_282, 1_000))
  }

  @Test("stops short of chances that are none or certain")
  func bounds() throws {
    let change = try effect("change-of-caseworker")

    #expect(change.factor(.low, times: 60) == Rational(1, 1_000))
    #expect(change.factor(.low, times: -60) == Rational(1_000))
  }

  @Test("takes a whole package of interviews, and nothing for a single one")
  func package() throws {
    let interviews = try effect("fortnightly-interviews")

    #expect(interviews.package == .init(count: 13, length: 182))
  }
}

/// The rules that are shipped.
enum Shipped {
  static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules").path
}
