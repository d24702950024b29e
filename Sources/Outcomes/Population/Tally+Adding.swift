package import Diagnostics
package import Quantities
internal import Vocabulary

/// What it takes to add a record to a tally, worked out once for a law.
///
/// A class, though nothing in it changes: every citizen looks at it, and to look at a value in a list counts all
/// that it is made of.
package final class TallyWriter: Sendable {
  private let codebook: Codebook
  private let sharings: [Accrual.Sharing]
  private let frame: Tally.Frame
  private let years: ClosedRange<Int>
  /// Each of the years, from its first day to the first of the next.
  private let calendar: [Stretch]

  package init(codebook: Codebook, frame: Tally.Frame) {
    self.codebook = codebook
    self.frame = frame
    years = frame.years
    calendar = frame.years.map { Stretch(year: $0) }
    sharings = codebook.shares.map(Accrual.Sharing.init)
  }

  /// Adds one citizen's record.
  ///
  /// - Parameter period: the course's own, which says what has ended and what runs on.
  /// - Returns: what the citizen was paid in benefits within the frame.
  /// - Throws: `number-too-large` when a benefit's amount leaves the range of exact numbers.
  @discardableResult
  package func add(
    _ record: CourseRecord, period: Stretch, weight: Weight, to tally: inout Tally
  ) throws(Diagnostic) -> Money {
    tally.citizens += 1
    tally.people += Weighted(1, weight)
    let one = Weighted(1, weight)
    let paid = try addPriced(record, weight: weight, to: &tally)
    for handOver in record.handOvers where frame.window.contains(handOver.day) {
      tally.handOvers.add(
        one,
        to: Tally.HandOverKey(
          year: handOver.day.parts.year, cause: handOver.cause, from: handOver.from, to: handOver.to))
    }
    addHeld(record, weight, to: &tally)
    addSpells(.benefit, record.benefits, record, period, one, to: &tally)
    addSpells(.episode, record.episodes, record, period, one, to: &tally)
    return paid
  }

  /// Adds of one citizen's record what has a price, and nothing else: demands and benefits.
  ///
  /// - Returns: what the citizen was paid in benefits within the frame.
  /// - Throws: `number-too-large` when a benefit's amount leaves the range of exact numbers.
  @discardableResult
  package func addPriced(
    _ record: CourseRecord, weight: Weight, to tally: inout Tally
  ) throws(Diagnostic) -> Money {
    addDemands(record, weight, to: &tally)
    var paid = Money.zero
    for payment in record.payments { paid += try add(payment, weight, to: &tally) }
    return paid
  }

  /// Demands of one duty mostly follow one another and differ by their days alone: they are counted together.
  private func addDemands(_ record: CourseRecord, _ weight: Weight, to tally: inout Tally) {
    var index = record.demands.startIndex
    while index < record.demands.endIndex {
      let demand = record.demands[index]
      index += 1
      guard frame.window.contains(demand.by) else { continue }
      let year = year(of: demand.by)
      let own = calendar[year - years.lowerBound].intersection(frame.window)
      var count = 1
      while index < record.demands.endIndex, own.contains(record.demands[index].by),
        record.demands[index].counts(as: demand)
      {
        count += 1
        index += 1
      }
      tally.demands.add(
        Weighted(count, weight),
        to: Tally.DemandKey(
          year: year, text: demand.text, unit: demand.unit, group: demand.group,
          benefit: demand.benefit, length: demand.length, profiles: demand.profiles))
    }
  }

  /// The year of a day of the frame.
  private func year(of day: Day) -> Int {
    var year = years.lowerBound
    while year < years.upperBound, calendar[year - years.lowerBound].until <= day { year += 1 }
    return year
  }

  // MARK: Benefits

  private func add(
    _ payment: CourseRecord.Payment, _ weight: Weight, to tally: inout Tally
  ) throws(Diagnostic) -> Money {
    let terms = payment.terms
    let sharing = sharings[terms.shares]
    var paid = Money.zero
    // A year's months are added up before they are weighted: the sums are the same, and whole.
    let isExact = withUnsafeTemporaryAllocation(of: Money.self, capacity: sharing.shares.count) { parts in
      parts.initialize(repeating: .zero)
      var (year, inYear) = (0, Money.zero)
      func close() {
        guard year != 0 else { return }
        paid += inYear
        tally.benefits.add(
          Weighted(inYear.øre, weight), to: Tally.BenefitKey(year: year, benefit: terms.benefit))
        for place in parts.indices {
          tally.benefitShares.add(
            Weighted(parts[place].øre, weight),
            to: Tally.BenefitShareKey(
              year: year, benefit: terms.benefit, payer: sharing.shares[place].payer))
          parts[place] = .zero
        }
        inYear = .zero
      }
      let isExact = Accrual.forEachMonth(of: payment.stretch, rate: terms.rate, per: terms.unit) {
        day, amount in
        guard frame.window.contains(day) else { return true }
        if day.parts.year != year {
          close()
          year = day.parts.year
        }
        inYear += amount
        return Accrual.forEachPart(of: amount, by: sharing) { parts[$0] += $1 }
      }
      close()
      return isExact
    }
    guard !isExact else { return paid }
    throw Diagnostic(
      .error, "number-too-large", "a benefit's amount is too large to count exactly",
      at: .start(of: codebook.benefits[terms.benefit].provision.description))
  }

  // MARK: Time

  private func addHeld(_ record: CourseRecord, _ weight: Weight, to tally: inout Tally) {
    addHeld(.openCase, record.cases.lazy.map { CourseRecord.Held(index: 0, stretch: $0) }, weight, to: &tally)
    addHeld(.benefit, record.benefits, weight, to: &tally)
    addHeld(.group, record.groups, weight, to: &tally)
    addHeld(.unit, record.units, weight, to: &tally)
    addHeld(.episode, record.episodes, weight, to: &tally)
    addHeld(.profile, record.profiles, weight, to: &tally)
  }

  private func addHeld(
    _ kind: Tally.Kind, _ list: some RandomAccessCollection<CourseRecord.Held>, _ weight: Weight,
    to tally: inout Tally
  ) {
    let one = Weighted(1, weight)
    for place in list.indices {
      let held = list[place]
      let part = held.stretch.intersection(frame.window)
      guard part.length > 0 else { continue }
      // Of several stretches of one thing, the first that touches a year stands for the person in it.
      func isAmongEarlier(_ meets: (Stretch) -> Bool) -> Bool {
        for earlier in list[..<place] where earlier.index == held.index {
          let stretch = earlier.stretch.intersection(frame.window)
          if stretch.length > 0, meets(stretch) { return true }
        }
        return false
      }
      for year in years where part.overlaps(calendar[year - years.lowerBound]) {
        let own = calendar[year - years.lowerBound]
        let key = Tally.HeldKey(kind, held.index, year: year)
        tally.days.add(Weighted(part.intersection(own).length, weight), to: key)
        if !isAmongEarlier({ $0.overlaps(own) }) {
          tally.persons.add(one, to: key)
          tally.holders.add(Weighted(1, .one), to: key)
        }
      }
      let isAlone = !isAmongEarlier { _ in true }
      if isAlone {
        tally.persons.add(one, to: Tally.HeldKey(kind, held.index, year: 0))
      }
      guard kind == .openCase || kind == .benefit else { continue }
      for month in part.months where isAlone || !isAmongEarlier({ $0.months.contains(month) }) {
        tally.months.add(one, to: Tally.MonthKey(kind, held.index, year: month / 12, month: month % 12 + 1))
      }
    }
  }

  // MARK: Spells

  private func addSpells(
    _ kind: Tally.Kind, _ list: [CourseRecord.Held], _ record: CourseRecord, _ period: Stretch,
    _ one: Weighted, to tally: inout Tally
  ) {
    for held in list {
      let (from, until) = (held.stretch.from, held.stretch.until)
      guard until > frame.window.from, from < frame.window.until else { continue }
      let hasEnded = until < period.until && until < frame.window.until
      let end = min(until, frame.window.until)
      tally.spells.add(
        one,
        to: Tally.SpellKey(
          kind, held.index, began: from.parts.year, ended: hasEnded ? until.parts.year : nil,
          weeks: weeks(from, end),
          next: hasEnded ? record.benefits.first { $0.stretch.contains(until) }?.index : nil))
      var first = max(from, frame.window.from)
      if first.parts.day != 1 { first = first.firstOfNextMonth }
      while first < end {
        tally.durations.add(
          one,
          to: Tally.DurationKey(
            kind, held.index, year: first.parts.year, weeks: weeks(from, first)))
        first = first.firstOfNextMonth
      }
    }
  }
}

extension CourseRecord.Demand {
  /// Whether both are told apart by their days alone.
  fileprivate func counts(as other: Self) -> Bool {
    text == other.text && unit == other.unit && group == other.group && benefit == other.benefit
      && profiles == other.profiles && length == other.length
  }
}

/// Weeks begun between two days: 4 for 22 to 28 days.
private func weeks(_ from: Day, _ until: Day) -> Int { (from.days(until: until) + 6) / 7 }

extension Stretch {
  /// A calendar year.
  package init(year: Int) {
    let from = Day(year: year, month: 1, day: 1) ?? .first
    self.init(from: from, until: from.adding(months: 12))
  }

  /// Whether there is a day that both have.
  func overlaps(_ other: Stretch) -> Bool {
    max(from, other.from) < min(until, other.until)
  }

  /// The calendar months it touches, counted from year 0: month *m* of year *y* is 12 *y* + *m* − 1.
  package var months: ClosedRange<Int> {
    guard length > 0 else { return 0...0 }
    let (first, last) = (from.parts, until.adding(days: -1).parts)
    return (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
  }
}
