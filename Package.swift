// swift-tools-version: 6.2
import PackageDescription

// One line a module says what it may know (ARCHITECTURE.md draws it). SwiftPM does not hold these
// arrows by itself: `make lint` builds with `--explicit-target-dependency-import-check error`.
let language: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Warnings are errors where the lint asks for it; a newer compiler's warnings do not keep a person
// from building.
let lint: [SwiftSetting] = Context.environment["VAHI_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]
let strict = language + lint

func module(_ name: String, knows: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: knows, swiftSettings: strict)
}

func tests(of name: String, knows: [Target.Dependency] = [], files: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + knows,
    exclude: files, swiftSettings: strict)
}

let package = Package(
  name: "vahi",
  products: [.executable(name: "vahi", targets: ["vahi"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CHeap"),
    .target(name: "CThreads"),
    module("JSONText"),
    module("Civil"),
    module("Canvas", knows: ["JSONText"]),
    module("Terminal", knows: ["CNcurses", "Canvas"]),
    module("Desk", knows: ["Civil", "JSONText"]),
    module(
      "Store",
      knows: [
        "CThreads", "Desk", "Civil", "JSONText", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module("Exchange", knows: ["Desk", "Civil", "JSONText"]),
    module("Dashboard", knows: ["Canvas", "Desk", "Civil", "JSONText"]),
    .executableTarget(
      name: "vahi",
      dependencies: [
        "CHeap", "Canvas", "Terminal", "Civil", "JSONText", "Desk", "Store", "Exchange", "Dashboard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Manual"],
      swiftSettings: strict),
    // For the benchmark and the tests, never part of the program.
    .target(name: "CPseudoTerminal"),
    module("PseudoTerminal", knows: ["CPseudoTerminal"]),
    .executableTarget(
      name: "vahi-bench",
      dependencies: [
        "PseudoTerminal", "Civil", "Desk", "Exchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Bench",
      exclude: ["Floor"],  // built by make with nothing of Swift in it
      swiftSettings: strict),
    tests(of: "PseudoTerminal"),
    tests(of: "JSONText"),
    // The C library's clock, for the tests of ours.
    .executableTarget(name: "clock-oracle", path: "Tests/ClockOracle"),
    tests(of: "Civil", knows: ["PseudoTerminal", "clock-oracle"], files: ["Recurrence/Fixtures"]),
    tests(of: "Canvas"),
    tests(of: "Terminal", knows: ["Canvas"]),
    tests(of: "Desk", knows: ["Civil", "JSONText"]),
    tests(of: "Store", knows: ["Desk", "Civil", "JSONText"], files: ["Fixtures"]),
    tests(of: "Exchange", knows: ["Desk", "Civil", "JSONText"], files: ["Fixtures"]),
    tests(of: "Dashboard", knows: ["Desk", "Civil", "Canvas", "JSONText"], files: ["Goldens"]),
    .testTarget(
      name: "VahiTests",
      dependencies: [
        "vahi", "Exchange", "Dashboard", "Desk", "Civil", "PseudoTerminal",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "End2EndTests", dependencies: ["PseudoTerminal", "JSONText"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ]
)
