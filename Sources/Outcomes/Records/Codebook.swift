package import Quantities
package import Vocabulary

/// What the indices of a `CourseRecord` stand for under one law.
package struct Codebook: Sendable {
  package let law: String
  package let benefits: [Course.Reference]
  package let groups: [Course.Reference]
  package let units: [Course.Reference]
  /// Who works when a unit does, by the unit's index.
  package let unitPerformers: [Course.Demand.Performer]
  /// Of each episode, with the texts it has had, by the first law day of each.
  package let episodes: [[EpisodeText]]
  package let duties: [Course.Reference]
  package let dutyTexts: [DutyText]
  package let shares: [[Payer: Rational]]
  package let profiles: [String]
  /// The day whose law holds throughout; `nil` when the law follows the calendar.
  package let frozen: Day?
  /// The place of each duty when they are sorted by name.
  package let dutyRanks: [Int]
  package let episodeRanks: [Int]

  package init(
    law: String, benefits: [Course.Reference], groups: [Course.Reference],
    units: [Course.Reference], unitPerformers: [Course.Demand.Performer],
    episodes: [[EpisodeText]], duties: [Course.Reference], dutyTexts: [DutyText],
    shares: [[Payer: Rational]], profiles: [String], frozen: Day?
  ) {
    self.law = law
    self.benefits = benefits
    self.groups = groups
    self.units = units
    self.unitPerformers = unitPerformers
    self.episodes = episodes
    self.duties = duties
    self.dutyTexts = dutyTexts
    self.shares = shares
    self.profiles = profiles
    self.frozen = frozen
    dutyRanks = Codebook.ranks(of: duties.map(\.provision))
    episodeRanks = Codebook.ranks(of: episodes.map { $0[0].reference.provision })
  }

  package struct EpisodeText: Sendable {
    package let force: Force
    package let reference: Course.Reference

    package init(force: Force, reference: Course.Reference) {
      self.force = force
      self.reference = reference
    }
  }

  /// One text of a duty: what its demands say of themselves.
  package struct DutyText: Sendable {
    package let duty: Int
    package let reference: Course.Reference
    package let kind: String
    /// `nil`: whoever holds the case.
    package let performer: Course.Demand.Performer?
    package let channel: String?
    package let basis: Course.Demand.Basis
    package let priceKey: String

    package init(
      duty: Int, reference: Course.Reference, kind: String, performer: Course.Demand.Performer?,
      channel: String?, basis: Course.Demand.Basis, priceKey: String
    ) {
      self.duty = duty
      self.reference = reference
      self.kind = kind
      self.performer = performer
      self.channel = channel
      self.basis = basis
      self.priceKey = priceKey
    }
  }

  /// Who does a demand's work.
  package func performer(of demand: CourseRecord.Demand) -> Course.Demand.Performer {
    dutyTexts[demand.text].performer ?? demand.unit.map { unitPerformers[$0] } ?? Codebook.nobody
  }

  private static let nobody = Course.Demand.Performer(
    name: "", label: Label(danish: "", english: ""), authority: nil)

  private static func ranks(of names: [ProvisionID]) -> [Int] {
    let order = names.indices.map { ($0, names[$0].description) }.sorted { $0.1 < $1.1 }
    var ranks = Array(repeating: 0, count: names.count)
    for (rank, entry) in order.enumerated() { ranks[entry.0] = rank }
    return ranks
  }
}

extension Codebook {
  /// The course that a record stands for.
  package func course(_ record: CourseRecord, of scenario: String, period: Stretch) -> Course {
    var course = Course(law: law, scenario: scenario, period: period)
    course.cases = record.cases
    course.benefits = record.benefits.map { held($0, benefits) }
    course.groups = record.groups.map { held($0, groups) }
    course.units = record.units.map { held($0, units) }
    course.episodes = record.episodes.map { held in
      let texts = episodes[held.index]
      let began = frozen ?? held.stretch.from
      let text = texts.first { $0.force.contains(began) } ?? texts[0]
      return Course.Held(stretch: held.stretch, reference: text.reference)
    }
    course.demands = record.demands.map(demand)
    course.unreached = record.unreached.map {
      Course.Unreached(reference: duties[$0.duty], by: $0.by, ended: $0.ended)
    }
    course.handOvers = record.handOvers.map {
      Course.HandOver(day: $0.day, from: units[$0.from], to: units[$0.to], cause: $0.cause)
    }
    course.payments = record.payments.map { payment in
      Course.Payment(
        stretch: payment.stretch, reference: benefits[payment.terms.benefit],
        rate: payment.terms.rate, unit: payment.terms.unit, shares: shares[payment.terms.shares])
    }
    for held in record.profiles {
      course.profiles[profiles[held.index], default: []].append(held.stretch)
    }
    return course
  }

  private func held(_ held: CourseRecord.Held, _ references: [Course.Reference]) -> Course.Held {
    Course.Held(stretch: held.stretch, reference: references[held.index])
  }

  private func demand(_ demand: CourseRecord.Demand) -> Course.Demand {
    let text = dutyTexts[demand.text]
    return Course.Demand(
      reference: text.reference, occurrence: demand.occurrence, from: demand.from, by: demand.by,
      kind: text.kind, performer: performer(of: demand), channel: text.channel, basis: text.basis,
      priceKey: text.priceKey,
      runs: demand.runsUntil.map { Stretch(from: demand.by, until: $0) },
      group: demand.group.map { groups[$0].provision.name },
      benefit: demand.benefit.map { benefits[$0].provision.name },
      profiles: profiles.indices.filter { demand.profiles & (1 << UInt64($0)) != 0 }
        .map { profiles[$0] })
  }
}
