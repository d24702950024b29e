internal import Expressions

extension CompiledReplay {
  /// Whether a condition holds, from one of its questions on.
  ///
  /// - Complexity: O(questions asked on the way); nearly all are a comparison of two words.
  mutating func decide(from entry: Int32) -> Bool {
    var place = entry
    while place >= 0 {
      let test = tests[Int(place)]
      let holds: Bool
      switch test.operation {
      case .isTrue: holds = words[Int(test.first)] != 0
      case .equals: holds = words[Int(test.first)] == test.word
      case .isLess: holds = words[Int(test.first)] < test.word
      case .isOneOf: holds = (test.word &>> words[Int(test.first)]) & 1 != 0
      case .areEqual: holds = words[Int(test.first)] == words[test.word]
      case .isLessThanOther: holds = words[Int(test.first)] < words[test.word]
      case .definitionIsTrue: holds = definition(Int(test.first)) != 0
      case .definitionEquals: holds = definition(Int(test.first)) == test.word
      case .definitionIsLess: holds = definition(Int(test.first)) < test.word
      case .definitionIsOneOf: holds = (test.word &>> definition(Int(test.first))) & 1 != 0
      case .isBeforeDay: holds = isBefore(test.word, subject: today, elapses: true)
      case .isBeforeLawDay: holds = isBefore(test.word, subject: lawDay, elapses: frozen == Int.min)
      case .crossing: holds = cross(Int(test.first), bound: test.word)
      case .crossingOfNode:
        let bound = evaluate(Int32(truncatingIfNeeded: test.word))
        holds = cross(Int(test.first), bound: bound)
      case .nodesAreEqual:
        let (first, second) = both(test)
        holds = first == second
      case .nodeIsLess:
        let (first, second) = both(test)
        holds = first < second
      case .nodeIsAtMost:
        let (first, second) = both(test)
        holds = first <= second
      case .nodeIsTrue: holds = evaluate(test.first) != 0
      case .nodeEquals: holds = evaluate(test.first) == test.word
      case .nodeIsOneOf: holds = (test.word &>> evaluate(test.first)) & 1 != 0
      }
      place = holds ? test.yes : test.no
    }
    return place == Test.holds
  }

  private mutating func both(_ test: Test) -> (Int, Int) {
    let first = evaluate(test.first)
    return (first, evaluate(Int32(truncatingIfNeeded: test.word)))
  }
}
