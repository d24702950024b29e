internal import Benchmark
internal import Quantities
internal import Scenarios
internal import Simulation

/// Law applied to people.
func replayBenchmarks() {
  for name in ["jasmin", "lise", "soeren", "ulla", "viktor"] {
    Benchmark("replay: \(name) under current") { benchmark in
      let ground = try ground.get()
      let persona = ground.personas.filter { $0.id == name }
      if persona.isEmpty { benchmark.error("there is no persona '\(name)'") }
      try replay(persona, under: ground.current)
    }

    Benchmark("replay: \(name) under framework") { benchmark in
      let ground = try ground.get()
      let persona = ground.personas.filter { $0.id == name }
      if persona.isEmpty { benchmark.error("there is no persona '\(name)'") }
      try replay(persona, under: ground.framework)
    }
  }

  Benchmark("replay: all courses under current") { _ in
    let ground = try ground.get()
    try replay(ground.courses, under: ground.current)
  }

  Benchmark("replay: all courses under framework") { _ in
    let ground = try ground.get()
    try replay(ground.courses, under: ground.framework)
  }

  Benchmark("replay: 40 years, 500 events under current") { _ in
    let ground = try ground.get()
    try replay([ground.fortyYears], under: ground.current)
  }

  Benchmark("replay: 40 years, 500 events under framework") { _ in
    let ground = try ground.get()
    try replay([ground.fortyYears], under: ground.framework)
  }

  // A pair: what asking why costs over replaying the same course to the same day.
  Benchmark("explain: 40 years to the last day, not watching") { _ in
    let ground = try ground.get()
    let last = ground.fortyYears.period.until.adding(days: -1)
    blackHole(try Inspection(of: ground.fortyYears, under: ground.current, on: last))
  }

  Benchmark("explain: 40 years to the last day, watching it") { _ in
    let ground = try ground.get()
    let last = ground.fortyYears.period.until.adding(days: -1)
    var inspection = try Inspection(of: ground.fortyYears, under: ground.current, on: last)
    blackHole(try inspection.day())
  }
}

private func replay(_ scenarios: [Scenario], under plan: SimulationPlan) throws {
  for scenario in scenarios { blackHole(try CourseSimulator.course(of: scenario, under: plan)) }
}
