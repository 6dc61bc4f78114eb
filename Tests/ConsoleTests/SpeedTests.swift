import Terminal
import Testing

@testable import Console

/// A key must be answered before an officer notices.
@Suite struct SpeedTests {
    /// The bound is loose: this build is not optimised, and the machine has other work.
    @Test("a key costs little, however much there is to list", arguments: ["1", "2", "3", "8"])
    func key(_ screen: String) throws {
        var sitting = try Sitting(size: Size(columns: 200, rows: 60))
        sitting.type(screen)
        let clock = ContinuousClock()
        let time = clock.measure {
            for _ in 0..<20 {
                sitting.press(.down)
                _ = sitting.frame
            }
        }
        #expect(time / 20 < .milliseconds(400))
    }
}
