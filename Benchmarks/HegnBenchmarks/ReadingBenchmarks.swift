internal import Benchmark
internal import MarkedYAML
internal import Reading
internal import Simulation
internal import Verification
internal import Workspace

/// From files to law.
func readingBenchmarks() {
  Benchmark("read: vocabulary and current") { _ in
    var library = RuleLibrary(root: Ground.rules)
    blackHole(library.law(named: "current"))
  }

  // The overlay stands on the law it amends, so both are read; the difference to the first is its own.
  Benchmark("read: framework over current") { _ in
    var library = RuleLibrary(root: Ground.rules)
    blackHole(library.law(named: "framework"))
  }

  // Iterations a second times the megabytes of one are MB/s; README.md says how many those are.
  Benchmark("read: all rule files as YAML") { benchmark in
    let files = try ground.get().library.files.texts.sorted { $0.key < $1.key }
      .filter { $0.key.hasPrefix(Ground.rules) }.map { (path: $0.key, bytes: [UInt8]($0.value.utf8)) }

    benchmark.startMeasurement()
    for file in files { blackHole(YAMLReading.readSingle(file.bytes, file: file.path)) }
  }
}

/// What is wrong with a law that reads well.
func checkingBenchmarks() {
  Benchmark("check: current") { _ in
    let ground = try ground.get()
    blackHole(Verifier.findings(in: ground.current.law, prices: ground.prices))
  }

  Benchmark("check: framework") { _ in
    let ground = try ground.get()
    blackHole(Verifier.findings(in: ground.framework.law, prices: ground.prices))
  }

  Benchmark("check: current and framework, from files") { _ in
    var workspace = Workspace(rules: Ground.rules)
    blackHole(workspace.check(["current", "framework"]))
  }
}
