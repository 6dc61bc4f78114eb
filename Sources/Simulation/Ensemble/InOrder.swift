/// Work on numbered pieces by several threads, whose outputs are taken in the order of the numbers.
///
/// Pieces are handed out so that no more than a few outputs wait for their turn: memory does not grow with the
/// number of pieces.
enum InOrder {
    /// - Parameters:
    ///   - work: one piece; `nil` when it was broken off. Then nothing after it is taken.
    ///   - take: takes the outputs one by one; `false` ends the work.
    /// - Returns: how many outputs were taken: always those of the first pieces.
    static func fold<Output: Sendable>(
        count: Int, threads: Int, work: @escaping @Sendable (Int) async -> Output?,
        take: (Output) -> Bool
    ) async -> Int {
        await withTaskGroup(of: (Int, Output?).self) { group in
            var line = WaitingOutputs<Output>(count: count, room: 4 * max(1, threads))
            for _ in 0..<max(1, threads) {
                guard let piece = line.next() else { break }
                group.addTask { (piece, await work(piece)) }
            }
            while let (piece, output) = await group.next() {
                line.put(output, at: piece)
                while let output = line.takeFirst() {
                    if !take(output) { line.stop() }
                }
                // Several may be free to start at once after the one that all the others waited for.
                while line.underway < max(1, threads), let piece = line.next() {
                    group.addTask { (piece, await work(piece)) }
                }
            }
            return line.taken
        }
    }
}

/// The pieces that are being worked on and the outputs that wait for their turn.
private struct WaitingOutputs<Output> {
    private var outputs: [Int: Output] = [:]
    private let room: Int
    /// The first piece not handed out.
    private var fresh = 0
    /// The end of what is to be worked on.
    private var end: Int
    private(set) var taken = 0
    private(set) var underway = 0

    init(count: Int, room: Int) {
        end = count
        self.room = room
    }

    /// The next piece to work on; `nil` when there is none or no room for its output.
    mutating func next() -> Int? {
        guard fresh < end, fresh < taken + room else { return nil }
        defer { fresh += 1 }
        underway += 1
        return fresh
    }

    mutating func put(_ output: Output?, at piece: Int) {
        underway -= 1
        if let output { outputs[piece] = output } else { end = min(end, piece) }
    }

    mutating func takeFirst() -> Output? {
        guard taken < end, let output = outputs.removeValue(forKey: taken) else { return nil }
        taken += 1
        return output
    }

    /// Nothing more is taken.
    mutating func stop() { end = taken }
}
