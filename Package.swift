// swift-tools-version: 6.2
//
// This file is the architecture. Targets stand in floor order, ground floor first; a target may import
// only what its dependency list names (`swift build --explicit-target-dependency-import-check error`
// holds us to it). Dependency lists are sorted.

import PackageDescription

/// One array of settings for every target, each strict.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .swiftLanguageMode(.v6),
]

let package = Package(
  name: "hegn",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Command lines with help, subcommands and completion: Apple's own, the field's standard.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 of what a figure was made from: Apple's own; nobody should trust a hash of ours.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Runs in SQLite, with transactions and migrations: well kept, and only the archive knows it.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // MARK: Floor 0: what everybody may stand on
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Parallel", swiftSettings: strict),
    .target(name: "Quantities", swiftSettings: strict),

    // MARK: Floor 1: text to tree
    .target(
      name: "MarkedYAML",
      dependencies: ["CLibYAML", "Diagnostics"],
      swiftSettings: strict
    ),

    // MARK: Floor 2: the language of rules
    .target(
      name: "Expressions",
      dependencies: ["Diagnostics", "Quantities"],
      swiftSettings: strict
    ),

    // MARK: Floor 3: the words that laws and people share
    .target(
      name: "Vocabulary",
      dependencies: ["Diagnostics", "Expressions", "Quantities"],
      swiftSettings: strict
    ),

    // MARK: Floor 4: law, people, results; none knows another
    .target(
      name: "Legislation",
      dependencies: ["Diagnostics", "Expressions", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .target(
      name: "Scenarios",
      dependencies: ["Diagnostics", "Expressions", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .target(
      name: "Outcomes",
      dependencies: ["Diagnostics", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),

    // MARK: Floor 5: what is made of results
    .target(
      name: "Archive",
      dependencies: [
        "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"), "Outcomes", "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Comparison",
      dependencies: ["Diagnostics", "Outcomes", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .target(
      name: "Pricing",
      dependencies: ["Diagnostics", "Outcomes", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .target(
      name: "Attribution",
      dependencies: ["Diagnostics", "Outcomes", "Parallel", "Pricing", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),

    // MARK: Floor 6: files to models; law applied to people, here and nowhere else; results to documents
    .target(
      name: "Reading",
      dependencies: [
        "Attribution", .product(name: "Crypto", package: "swift-crypto"), "Diagnostics", "Expressions",
        "Legislation", "MarkedYAML", "Outcomes", "Parallel", "Pricing", "Quantities", "Scenarios",
        "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Simulation",
      dependencies: [
        "Diagnostics", "Expressions", "Legislation", "Outcomes", "Parallel", "Quantities", "Scenarios",
        "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Reports",
      dependencies: ["Comparison", "Diagnostics", "Outcomes", "Parallel", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),

    // MARK: Floor 7: what is wrong with a law that reads well
    .target(
      name: "Verification",
      dependencies: [
        "Diagnostics", "Expressions", "Legislation", "Pricing", "Quantities", "Scenarios",
        "Simulation", "Vocabulary",
      ],
      swiftSettings: strict
    ),

    // MARK: Floor 8: what holds for every citizen. Z3 is opened when it is asked for, so nothing here links it
    .target(
      name: "Proof",
      dependencies: [
        "Diagnostics", "Expressions", "Legislation", "Outcomes", "Quantities", "Scenarios", "Simulation",
        "Verification", "Vocabulary",
      ],
      swiftSettings: strict
    ),

    // MARK: Floor 9: puts the nouns in a row
    .target(
      name: "Workspace",
      dependencies: [
        "Attribution", "Comparison", "Diagnostics", "Expressions", "Legislation", "Outcomes",
        "Parallel", "Pricing", "Proof", "Quantities", "Reading", "Scenarios", "Simulation",
        "Verification", "Vocabulary",
      ],
      swiftSettings: strict
    ),

    // MARK: Floor 10: speaks to a person
    .executableTarget(
      name: "hegn",
      dependencies: [
        "Archive", .product(name: "ArgumentParser", package: "swift-argument-parser"), "Attribution",
        "Comparison", "Diagnostics", "Legislation", "Outcomes", "Parallel", "Pricing", "Proof", "Quantities",
        "Reading", "Reports", "Scenarios", "Simulation", "Verification", "Vocabulary", "Workspace",
      ],
      path: "Sources/CommandLine",
      swiftSettings: strict
    ),

    // MARK: Tests, one target a room
    .target(
      name: "FuzzRooms",
      dependencies: [
        "Diagnostics", "Expressions", "Legislation", "MarkedYAML", "Outcomes", "Pricing", "Quantities",
        "Reading", "Scenarios", "Simulation", "Verification", "Vocabulary", "Workspace",
      ],
      path: "Tests/FuzzRooms",
      swiftSettings: strict
    ),
    .target(
      name: "LawSupport",
      dependencies: [
        "Diagnostics", "Legislation", "Outcomes", "Pricing", "Quantities", "Reading", "Scenarios",
        "Simulation", "Vocabulary",
      ],
      path: "Tests/LawSupport",
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "AttributionTests",
      dependencies: [
        "Attribution", "Diagnostics", "LawSupport", "Legislation", "Outcomes", "Pricing", "Quantities",
        "Reading", "Scenarios", "Simulation", "TestSupport", "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"), "Outcomes", "Vocabulary"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Diagnostics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ExpressionsTests",
      dependencies: ["Diagnostics", "Expressions", "Quantities"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzRooms"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LanguageTests",
      dependencies: [
        "Diagnostics", "Legislation", "MarkedYAML", "Pricing", "Quantities", "Reading", "Scenarios",
        "TestSupport", "Workspace",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "MarkedYAMLTests",
      dependencies: ["Diagnostics", "MarkedYAML", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ParallelTests",
      dependencies: ["Parallel"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ProofTests",
      dependencies: [
        "Diagnostics", "LawSupport", "Legislation", "Proof", "Quantities", "Scenarios", "Simulation",
        "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "QuantitiesTests",
      dependencies: ["Quantities", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadingTests",
      dependencies: [
        "Attribution", "Diagnostics", "Expressions", "LawSupport", "Legislation", "MarkedYAML", "Outcomes",
        "Pricing", "Quantities", "Reading", "Scenarios", "Simulation", "TestSupport", "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Comparison", "Diagnostics", "Outcomes", "Quantities", "Reports", "TestSupport", "Vocabulary"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Diagnostics", "Expressions", "Quantities", "Scenarios", "Vocabulary"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Comparison", "Diagnostics", "Expressions", "LawSupport", "Legislation", "Outcomes", "Parallel", "Pricing",
        "Quantities", "Reading", "Scenarios", "Simulation", "TestSupport", "Verification", "Vocabulary",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["Parallel", "TestSupport", "hegn"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Comparison", "LawSupport", "Outcomes", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PricingTests",
      dependencies: ["LawSupport", "Outcomes", "Pricing", "Quantities", "Vocabulary"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "VerificationTests",
      dependencies: ["Diagnostics", "Expressions", "LawSupport", "Legislation", "Pricing", "Quantities", "Verification"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Attribution", "Comparison", "Diagnostics", "Expressions", "LawSupport", "Outcomes", "Parallel", "Pricing",
        "Quantities", "Reading", "Scenarios", "Simulation", "Verification", "Vocabulary", "Workspace",
      ],
      swiftSettings: strict
    ),
  ]
)

// MARK: Benchmarks, only when asked for: HEGN_BENCHMARKS=1
// They are a target of this package, so that `package` declarations can be measured, but behind a gate: the
// dependency brings six packages and a plugin. `make bench` opens it and builds in a folder of its own.
if Context.environment["HEGN_BENCHMARKS"] == "1" {
  package.dependencies.append(
    // No traits: counting allocations would put other people's `malloc` under what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "HegnBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"), "Comparison", "Diagnostics", "Expressions", "Legislation",
        "MarkedYAML", "Outcomes", "Pricing", "Quantities", "Reading", "Reports", "Scenarios", "Simulation",
        "Verification", "Vocabulary", "Workspace",
      ],
      path: "Benchmarks/HegnBenchmarks",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}

// MARK: Fuzzing, only when asked for: HEGN_FUZZ=1
// libFuzzer brings a `main` of its own and wants everything built with its instruments. What is fuzzed lies
// in `Tests/FuzzRooms`, where every test run goes through it with the inputs that were kept.
if Context.environment["HEGN_FUZZ"] == "1" {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "HegnFuzzing", dependencies: ["CLibFuzzer", "FuzzRooms"], path: "Fuzzing/HegnFuzzing",
      swiftSettings: strict),
  ]
}

// MARK: Sanitizers, only when asked for: HEGN_SANITIZE=1
// What computes is optimised, for CI has no time else; optimising what words results costs more than it saves
// (address: 440 seconds of processor to build and 300 to run, where a release takes 790 and 260).
if Context.environment["HEGN_SANITIZE"] == "1" {
  let words: Set = ["Archive", "Proof", "Reports", "Workspace"]
  for target in package.targets where target.type == .regular && !words.contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"]))
  }
}
