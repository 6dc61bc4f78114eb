import Situation

@testable import Store

/// Both ways a body can be written, as text.
enum FactBodyProbe {
    static func fast(_ fact: Fact) throws -> String {
        String(decoding: try FactBody.encode(fact), as: UTF8.self)
    }
    static func plain(_ fact: Fact) throws -> String {
        String(decoding: try FactBody.encodePlainly(fact), as: UTF8.self)
    }
}
