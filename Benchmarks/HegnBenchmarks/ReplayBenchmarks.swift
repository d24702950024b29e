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

  // Each beside the plain one of the same name above, in one run.
  Benchmark("fast: 40 years, 500 events under current") { benchmark in
    let ground = try ground.get()
    try replayFast([ground.fortyYears], under: ground.current, benchmark)
  }

  Benchmark("fast: 40 years, 500 events under framework") { benchmark in
    let ground = try ground.get()
    try replayFast([ground.fortyYears], under: ground.framework, benchmark)
  }

  Benchmark("fast: all courses under current") { benchmark in
    let ground = try ground.get()
    try replayFast(ground.courses, under: ground.current, benchmark)
  }

  Benchmark("fast: all courses under framework") { benchmark in
    let ground = try ground.get()
    try replayFast(ground.courses, under: ground.framework, benchmark)
  }

  Benchmark("compile: current") { _ in
    let ground = try ground.get()
    blackHole(Replayer(ground.current, by: .fast))
  }

  Benchmark("compile: framework") { _ in
    let ground = try ground.get()
    blackHole(Replayer(ground.framework, by: .fast))
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

/// Compiling is left out: it is done once for a law, however many citizens follow.
private func replayFast(
  _ scenarios: [Scenario], under plan: SimulationPlan, _ benchmark: Benchmark
) throws {
  var replayer = Replayer(plan, by: .fast)
  for scenario in scenarios { blackHole(try replayer.record(of: scenario)) }
  benchmark.startMeasurement()
  for scenario in scenarios { blackHole(try replayer.record(of: scenario)) }
  benchmark.stopMeasurement()
  if replayer.leftToPlain > 0 { benchmark.error("\(replayer.leftToPlain) courses were left to the plain evaluator") }
}
