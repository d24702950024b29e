internal import Benchmark

/// Everything that is measured, in the order of the pipeline: reading, checking, replaying, pricing, printing.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .instructions, .throughput],
    warmupIterations: 2,
    maxDuration: .seconds(2),
    maxIterations: 2_000,
    // Instructions alone bind: wall clock on a shared machine says more of the neighbours than of hegn.
    thresholds: [.instructions: .init(relative: [.p50: 10, .p90: 10])])

  readingBenchmarks()
  checkingBenchmarks()
  replayBenchmarks()
  expressionBenchmarks()
  reportBenchmarks()
}
