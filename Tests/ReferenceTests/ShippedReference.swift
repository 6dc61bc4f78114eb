import Foundation
import Testing

@testable import Reference

/// The reference data as the program is shipped with it, loaded once for all tests.
enum Shipped {
    static let reference: Result<Reference, any Error> = Result { try loader().core() }
    static let policy: Result<PolicyTables, any Error> = Result { try loader().policy() }

    static func folder() throws -> URL {
        try ResourceLocator(environment: ProcessInfo.processInfo.environment)
            .folder(named: "reference", bundle: "ahual_Reference")
    }

    private static func loader() throws -> ReferenceLoader { ReferenceLoader(folder: try folder()) }
}
