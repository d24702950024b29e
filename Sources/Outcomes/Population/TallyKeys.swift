package import Vocabulary

extension Tally {
  /// Everything about a demand that a price or a report can depend on.
  package struct DemandKey: SumKey {
    /// The year of its by day.
    package let year: Int16
    /// Index into `Codebook.dutyTexts`.
    package let text: UInt16
    /// Indices, each one more than in the codebook; 0 for none.
    private let units: UInt16
    private let groups: UInt16
    private let benefits: UInt16
    /// Days that it runs; -1 for a moment.
    private let runs: Int32
    /// One bit a profile, by its index.
    package let profiles: UInt64

    package init(
      year: Int, text: Int, unit: Int?, group: Int?, benefit: Int?, length: Int?, profiles: UInt64
    ) {
      self.year = Int16(clamping: year)
      self.text = UInt16(clamping: text)
      units = Tally.place(unit)
      groups = Tally.place(group)
      benefits = Tally.place(benefit)
      runs = length.map { Int32(clamping: $0) } ?? -1
      self.profiles = profiles
    }

    package var unit: Int? { Tally.index(units) }
    package var group: Int? { Tally.index(groups) }
    package var benefit: Int? { Tally.index(benefits) }
    package var length: Int? { runs < 0 ? nil : Int(runs) }

    private var first: UInt64 {
      UInt64(UInt16(bitPattern: year)) << 48 | UInt64(text) << 32 | UInt64(units) << 16 | UInt64(groups)
    }
    private var second: UInt64 { UInt64(benefits) << 32 | UInt64(UInt32(bitPattern: runs)) }

    package var order: (UInt64, UInt64, UInt64) {
      (first, second, profiles)
    }
  }

  /// A benefit paid in a year.
  package struct BenefitKey: SumKey {
    package let year: Int16
    package let benefit: UInt16

    package init(year: Int, benefit: Int) {
      self.year = Int16(clamping: year)
      self.benefit = UInt16(clamping: benefit)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(UInt16(bitPattern: year)), UInt64(benefit), 0)
    }
  }

  /// What one payer bears of a benefit in a year.
  package struct BenefitShareKey: SumKey {
    package let year: Int16
    package let benefit: UInt16
    package let payer: Payer
    private let place: UInt8

    package init(year: Int, benefit: Int, payer: Payer) {
      self.year = Int16(clamping: year)
      self.benefit = UInt16(clamping: benefit)
      self.payer = payer
      place = UInt8(clamping: Payer.allCases.firstIndex(of: payer) ?? 0)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(UInt16(bitPattern: year)), UInt64(benefit), UInt64(place))
    }
  }

  /// A thing held in a year.
  package struct HeldKey: SumKey {
    package let kind: Kind
    package let index: UInt16
    /// 0 where the whole frame is meant.
    package let year: Int16

    package init(_ kind: Kind, _ index: Int, year: Int) {
      self.kind = kind
      self.index = UInt16(clamping: index)
      self.year = Int16(clamping: year)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(kind.rawValue), UInt64(index), UInt64(UInt16(bitPattern: year)))
    }
  }

  /// A thing held in a month.
  package struct MonthKey: SumKey {
    package let kind: Kind
    package let index: UInt16
    package let year: Int16
    /// 1 to 12.
    package let month: UInt8

    package init(_ kind: Kind, _ index: Int, year: Int, month: Int) {
      self.kind = kind
      self.index = UInt16(clamping: index)
      self.year = Int16(clamping: year)
      self.month = UInt8(clamping: month)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(kind.rawValue), UInt64(index), UInt64(UInt16(bitPattern: year)) << 8 | UInt64(month))
    }
  }

  package struct HandOverKey: SumKey {
    package let year: Int16
    package let cause: Course.HandOver.Cause
    /// Indices of the codebook's units.
    package let from: UInt16
    package let to: UInt16
    private let place: UInt8

    package init(year: Int, cause: Course.HandOver.Cause, from: Int, to: Int) {
      self.year = Int16(clamping: year)
      self.cause = cause
      self.from = UInt16(clamping: from)
      self.to = UInt16(clamping: to)
      place = UInt8(clamping: Course.HandOver.Cause.allCases.firstIndex(of: cause) ?? 0)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(UInt16(bitPattern: year)), UInt64(place), UInt64(from) << 16 | UInt64(to))
    }
  }

  /// A stretch of a benefit or an episode.
  package struct SpellKey: SumKey {
    package let kind: Kind
    package let index: UInt16
    /// The year it began, which may lie before the frame.
    package let began: Int16
    /// The year it ended; 0 while it runs on when the course ends.
    private let end: Int16
    /// Weeks that it lasted, the last one begun: 4 for 22 to 28 days.
    package let weeks: UInt16
    private let follower: UInt16

    package init(_ kind: Kind, _ index: Int, began: Int, ended: Int?, weeks: Int, next: Int?) {
      self.kind = kind
      self.index = UInt16(clamping: index)
      self.began = Int16(clamping: began)
      end = ended.map { Int16(clamping: $0) } ?? 0
      self.weeks = UInt16(clamping: weeks)
      follower = Tally.place(next)
    }

    package var ended: Int? { end == 0 ? nil : Int(end) }
    /// The benefit held on the day it ended; `nil` for none.
    package var next: Int? { Tally.index(follower) }

    package var order: (UInt64, UInt64, UInt64) {
      (
        UInt64(kind.rawValue) << 16 | UInt64(index),
        UInt64(UInt16(bitPattern: began)) << 16 | UInt64(UInt16(bitPattern: end)),
        UInt64(weeks) << 16 | UInt64(follower)
      )
    }
  }

  package struct DurationKey: SumKey {
    package let kind: Kind
    package let index: UInt16
    package let year: Int16
    /// Weeks since it began, the last one begun.
    package let weeks: UInt16

    package init(_ kind: Kind, _ index: Int, year: Int, weeks: Int) {
      self.kind = kind
      self.index = UInt16(clamping: index)
      self.year = Int16(clamping: year)
      self.weeks = UInt16(clamping: weeks)
    }

    package var order: (UInt64, UInt64, UInt64) {
      (UInt64(kind.rawValue), UInt64(index), UInt64(UInt16(bitPattern: year)) << 16 | UInt64(weeks))
    }
  }

  /// An index that may be missing, as a number: 0 for none.
  fileprivate static func place(_ index: Int?) -> UInt16 { index.map { UInt16(clamping: $0 + 1) } ?? 0 }
  fileprivate static func index(_ place: UInt16) -> Int? { place == 0 ? nil : Int(place) - 1 }
}

extension Codebook {
  /// The authority whose hours such a demand takes; `nil` when somebody outside does it.
  package func authority(of key: Tally.DemandKey) -> String? {
    if let performer = dutyTexts[Int(key.text)].performer { return performer.authority }
    return key.unit.flatMap { unitPerformers[$0].authority }
  }
}
