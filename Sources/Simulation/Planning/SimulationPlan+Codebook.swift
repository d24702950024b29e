internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

extension Codebook {
  /// What the indices of records replayed under a law stand for.
  init(_ law: Law, frozen: Day?) {
    func reference(_ provision: Provision, _ citation: Citation? = nil) -> Course.Reference {
      Course.Reference(
        provision: provision.id, label: provision.label, citation: citation ?? provision.citation)
    }
    func unit(_ unit: Unit) -> Course.Demand.Performer {
      Course.Demand.Performer(
        name: unit.provision.id.name, label: unit.provision.label, authority: unit.authority)
    }
    func term(_ name: String, _ terms: [Term], authority: String?) -> Course.Demand.Performer {
      let label = terms.first { $0.name == name }?.label ?? Label(danish: name, english: name)
      return Course.Demand.Performer(name: name, label: label, authority: authority)
    }
    func performer(_ performer: Performer) -> Course.Demand.Performer? {
      switch performer {
      case .holdingUnit: nil
      case .unit(let index): unit(law.units[index])
      case .authority(let name): term(name, law.vocabulary.authorities, authority: name)
      case .other(let name): term(name, law.vocabulary.performers, authority: nil)
      }
    }
    let texts = law.duties.indices.flatMap { index in
      law.duties[index].versions.map { version in
        Codebook.DutyText(
          duty: index, reference: reference(law.duties[index].provision, version.citation),
          kind: version.text.kind, performer: performer(version.text.performer),
          channel: version.text.channel, basis: version.text.basis == .law ? .law : .practice,
          priceKey: version.text.priceKey)
      }
    }
    self.init(
      law: law.id, benefits: law.benefits.map { reference($0.provision) },
      groups: law.groups.map { reference($0.provision) },
      units: law.units.map { reference($0.provision) }, unitPerformers: law.units.map(unit),
      episodes: law.episodes.map { episode in
        episode.versions.map {
          Codebook.EpisodeText(force: $0.force, reference: reference(episode.provision, $0.citation))
        }
      },
      duties: law.duties.map { reference($0.provision) }, dutyTexts: texts,
      shares: Codebook.shares(of: law), profiles: law.vocabulary.profiles.map(\.name),
      frozen: frozen)
  }

  /// Every way in which the law shares a benefit's cost: one payer alone, or a step of a ladder.
  private static func shares(of law: Law) -> [[Payer: Rational]] {
    var all: [[Payer: Rational]] = Payer.allCases.map { [$0: .one] }
    for financing in law.financings {
      for version in financing.versions {
        for step in version.text.steps where !all.contains(step.shares) { all.append(step.shares) }
      }
    }
    return all
  }
}
