internal import Comparison
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Vocabulary

extension PriceList {
  /// The prices that courses were costed with, by kind, then by name.
  func notes(for courses: [Course]) -> [PriceNote] {
    // By index: a demand is costly to take up, and two of its names are all that is wanted.
    var priceKeys: Set<String> = []
    var performing: Set<String> = []
    for course in courses {
      for index in course.demands.indices {
        priceKeys.insert(course.demands[index].priceKey)
        if let authority = course.demands[index].performer.authority { performing.insert(authority) }
      }
    }
    let (keys, authorities) = (priceKeys.sorted(), performing.sorted())
    return keys.compactMap { key in
      work[key].map { note(.work, key, $0.low.count, $0.base.count, $0.high.count, $0.citation) }
    }
      + authorities.compactMap { name in hours[name].map { note(.hour, name, $0.price) } }
      + keys.compactMap { key in expenses[key].map { note(.expense, key, $0.price) } }
      + keys.compactMap { key in weeks[key].map { note(.week, key, $0.price) } }
  }

  private func note(_ kind: PriceNote.Kind, _ name: String, _ price: Price<Money>) -> PriceNote {
    note(kind, name, price.low.øre, price.base.øre, price.high.øre, price.citation)
  }

  private func note(
    _ kind: PriceNote.Kind, _ name: String, _ low: Int, _ base: Int, _ high: Int, _ citation: Citation
  ) -> PriceNote {
    PriceNote(
      kind: kind, name: name, label: label(of: name), low: low, base: base, high: high, citation: citation)
  }
}
