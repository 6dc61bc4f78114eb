import Foundation

/// Whether the longer runs are asked for, as `make soak` does.
enum Soak {
    static var isAsked: Bool { ProcessInfo.processInfo.environment["AHUAL_SOAK"] != nil }
}
