internal import Diagnostics

extension Solver {
  /// How often the calendar may correct the solver before it gives up.
  private static let corrections = 60

  /// Whether a situation fulfils everything that stands, days and months being those of the calendar.
  func check(_ calendar: [CalendarFunction]) throws(Diagnostic) -> Answer {
    for _ in 0..<Solver.corrections {
      let answer = try check()
      guard answer == .satisfiable, !calendar.isEmpty else { return answer }
      let wrong = try corrections(of: calendar)
      if wrong.isEmpty { return .satisfiable }
      for truth in wrong { try tell("(assert \(truth))") }
    }
    return .unknown
  }

  private func corrections(of calendar: [CalendarFunction]) throws(Diagnostic) -> [String] {
    let terms = calendar.flatMap { $0.arguments.map(\.text) + [$0.text] }
    let found = try values(of: terms).map(\.whole)
    var truths: [String] = []
    var index = 0
    for function in calendar {
      let parts = found[index..<(index + function.arguments.count)]
      let claimed = found[index + function.arguments.count]
      index += function.arguments.count + 1
      let arguments = parts.compactMap { $0 }
      guard arguments.count == parts.count, claimed != function.value(arguments) else { continue }
      truths += function.truth(about: arguments)
    }
    return truths
  }
}
