// swift-tools-version: 6.2
//
// This file is the architecture. Targets stand in floor order, ground floor first; a target may import
// only what its dependency list names (`swift build --explicit-target-dependency-import-check error`
// holds us to it). Dependency lists are sorted, one argument a line.

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
    // Ordered dictionaries: rule files keep the author's order, and lookups stay constant-time.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // MARK: Floor 0: what everybody may stand on
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "Diagnostics", swiftSettings: strict),
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

    // MARK: Tests
    .testTarget(
      name: "ExpressionsTests",
      dependencies: ["Diagnostics", "Expressions", "Quantities"],
      swiftSettings: strict
    ),
  ]
)
