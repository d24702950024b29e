internal import Attribution
internal import Diagnostics
internal import Expressions
internal import Foundation
internal import LawSupport
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Testing
internal import Vocabulary
internal import Workspace

extension AttributionTests {
  @Test("has a sampling error that is told apart, and none where everybody is alike")
  func samplingError() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution().sample.error
    let error = try #require(found)
    let none = try tiny.attribution(of: "tiny", against: "tiny").sample.error

    #expect(error.standardError > 0)
    #expect(error.batches == 20)
    #expect(none?.standardError == 0)
  }

  @Test("is the same again, and its sheet adds up as printed")
  func sheet() throws {
    var tiny = try tiny(citizens: 40)
    defer { tiny.remove() }
    let found = tiny.workspace.library.prices()
    let prices = try #require(found)
    func sheet() throws -> Sheet {
      AttributionSheet(
        try tiny.attribution {
          $0.draws = 20
          $0.prices = .init()
          $0.behaviour = .base
          $0.flowBack = .high
        }, prices: prices
      ).sheet
    }
    let first = try sheet()
    let again = try sheet()
    let effects = try #require(first.tables.first { $0.name == "effects" })
    let measures = try #require(first.tables.first { $0.name == "measures" })

    #expect(first == again)
    #expect(first.tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
    for column in 1..<6 {
      let figures = effects.rows.compactMap { $0[column].exact }
      #expect(figures.dropLast().reduce(0, +) == figures.last)
    }
    let shares = measures.rows.compactMap { $0[1].exact }
    #expect(shares.dropLast().reduce(0, +) == shares.last)
    #expect(shares.last == effects.rows[0][5].exact)
  }

  @Test("says where the target should lie, and which benefit of it no law has")
  func failures() throws {
    var tiny = try tiny(target: TinyReform.target.replacingOccurrences(of: "[aid]", with: "[aide]"))
    defer { tiny.remove() }

    let finding = #expect(throws: Diagnostic.self) { try tiny.attribution() }

    #expect(finding?.code == "unknown-benefit")
    #expect(finding?.hint == "write 'aid'")
  }
}
