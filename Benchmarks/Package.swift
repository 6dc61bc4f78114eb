// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the product does not depend on the harness. It reaches the rooms through
// the library product of the package above it.

let package = Package(
    name: "ahual-benchmarks",
    dependencies: [.package(name: "ahual", path: "..")],
    targets: [
        .executableTarget(
            name: "bench", dependencies: [.product(name: "AhualRooms", package: "ahual")])
    ],
    swiftLanguageModes: [.v6]
)
