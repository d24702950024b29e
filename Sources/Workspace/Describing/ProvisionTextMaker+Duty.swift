internal import Expressions
internal import Legislation
internal import Vocabulary

extension ProvisionTextMaker {
  func text(_ duty: Duty) -> Text {
    text(duty.versions) { text, version in
      text.kind = label(of: version.kind, in: law.vocabulary.kinds)
      text.who =
        version.groups.map { groups in groups.map { law.groups[$0].provision.label }.joined(", ") }
        ?? DescriptionWords.everyone
      text.by = performer(version)
      text.when = conditions(version)
      text.schedule = ProvisionTextMaker.words(version.schedule) { schedules.words($0) }
      text.countedFrom = schedules.anchor(version)
      text.basis = DescriptionWords.basis(version.basis)
    }
  }

  private func performer(_ text: Duty.Text) -> Label {
    let name: Label =
      switch text.performer {
      case .holdingUnit: DescriptionWords.holdingUnit
      case .unit(let index): law.units[index].provision.label
      case .authority(let name): authority(name)
      case .other(let name): label(of: name, in: law.vocabulary.performers)
      }
    guard let channel = text.channel else { return name }
    return [name, label(of: channel, in: law.vocabulary.channels)].joined(", ")
  }

  private func conditions(_ text: Duty.Text) -> Label {
    [
      text.condition?.words ?? DescriptionWords.always,
      text.share.map { DescriptionWords.named("for andelen", "for the share", $0.words) } ?? DescriptionWords.always,
      text.suspension.map { DescriptionWords.named("i bero mens", "suspended while", $0.words) }
        ?? DescriptionWords.always,
      text.restart.map { DescriptionWords.named("tælles forfra når", "counted anew when", $0.words) }
        ?? DescriptionWords.always,
      text.includes.isEmpty
        ? DescriptionWords.always
        : DescriptionWords.named(
          "medregner", "includes", text.includes.map { law.duties[$0].provision.label }.joined(", ")),
      text.lasts.map { DescriptionWords.named("varer", "lasts", schedules.duration($0)) } ?? DescriptionWords.always,
    ].joined("; ")
  }

  /// What is promised, as a sentence about everybody.
  func text(_ promise: Promise) -> Text {
    var text = Text()
    text.who = DescriptionWords.everyone
    switch promise.content {
    case .never(let kind, let when, let exceptions):
      text.kind = label(of: kind, in: law.vocabulary.kinds)
      text.when = [
        DescriptionWords.named("intet sådant krav forfalder, mens", "no such demand falls due while", when.words),
        exceptions.isEmpty
          ? DescriptionWords.always
          : DescriptionWords.named(
            "bortset fra", "but for", exceptions.map { law.duties[$0].provision.label }.joined(", ")),
      ].joined("; ")
    case .noMore(let kind, let other, let basis):
      text.kind = kind.map { label(of: $0, in: law.vocabulary.kinds) } ?? DescriptionWords.always
      text.when = DescriptionWords.named(
        "ingen møder flere sådanne krav end under", "nobody meets more such demands than under",
        DescriptionWords.plain(other))
      text.basis = basis.map(DescriptionWords.basis) ?? DescriptionWords.always
    }
    return text
  }

  private func label(of name: String, in terms: [Term]) -> Label {
    terms.first { $0.name == name }?.label ?? DescriptionWords.plain(name)
  }
}
