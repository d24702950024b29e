internal import Benchmark
internal import Comparison
internal import Outcomes
internal import Pricing
internal import Reports
internal import Simulation
internal import Vocabulary
internal import Workspace

/// From courses to kroner, and to text.
func reportBenchmarks() {
  Benchmark("price: the personas under current") { benchmark in
    let ground = try ground.get()
    let costing = Costing(prices: ground.prices, level: .base)
    var courses: [Course] = []
    for persona in ground.personas {
      courses.append(try CourseSimulator.course(of: persona, under: ground.current))
    }

    benchmark.startMeasurement()
    for course in courses { blackHole(try costing.ledger(of: course)) }
  }

  for format in ReportFormat.allCases {
    Benchmark("print: the personas compared, \(format.rawValue)") { benchmark in
      let ground = try ground.get()
      let comparison = try compared(ground)
      let naming = Naming(ground.vocabulary)

      benchmark.startMeasurement()
      blackHole(
        Reports.comparison(comparison, naming: naming, format: format, language: .danish))
    }
  }

  Benchmark("compare: the personas under both laws, read already") { _ in
    blackHole(try compared(ground.get()))
  }
}

private func compared(_ ground: Ground) throws -> Comparison {
  try Pipeline.comparison(
    of: [ground.current.law, ground.framework.law], on: ground.personas, prices: ground.prices,
    settings: Workspace.Settings())
}
