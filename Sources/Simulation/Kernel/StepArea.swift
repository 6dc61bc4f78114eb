/// The area under a step function of time that is kept elsewhere: reckoned at its steps only, so that looking at
/// it in between, or cutting a run there, changes no bit of it.
struct StepArea: Sendable {
    private var area = 0.0
    private var since: Double

    init(since: Double) { self.since = since }

    /// The area up to `time`, the function having had the value `height` since the last step.
    @inline(__always)
    func upTo(_ time: Double, height: Int) -> Double { area + Double(height) * (time - since) }

    /// The function, `height` until `time`, is about to change.
    @inline(__always)
    mutating func step(at time: Double, from height: Int) {
        area += Double(height) * (time - since)
        since = time
    }
}
