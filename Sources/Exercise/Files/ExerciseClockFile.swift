import Foundation
import Simulation
import Situation

/// What time it is in an exercise, as whoever holds the engine tells the stations through a small file.
public struct ExerciseClockReading: Hashable, Codable, Sendable {
    /// The exercise's time when it was written.
    public var now: Instant
    /// The time on the wall then.
    public var wall: Instant
    public var speed: Int
    public var isPaused: Bool
    /// The part played of a time that is being made up; `nil` when none is.
    public var catchingUp: Double?
    /// The seats of the exercise's stations, for those who may not read its plan.
    public var seats: [String: SeatName]

    public init(
        now: Instant, wall: Instant, speed: Int, isPaused: Bool, catchingUp: Double? = nil,
        seats: [String: SeatName] = [:]
    ) {
        self.now = now
        self.wall = wall
        self.speed = speed
        self.isPaused = isPaused
        self.catchingUp = catchingUp
        self.seats = seats
    }

    /// It is written again this often at least; whoever sees it older knows that nobody holds the engine.
    public static let rhythm = Span(milliseconds: 500)

    /// The exercise's time at a time on the wall. It runs no further than to where it should have been written again.
    public func now(at wall: Instant) -> Instant {
        guard !isPaused else { return now }
        let passed = min(max(.zero, wall - self.wall), Span(milliseconds: 2 * Self.rhythm.milliseconds))
        return now + Span(milliseconds: passed.milliseconds * Int64(speed))
    }

    /// Whether whoever wrote it is still there.
    public func isFresh(at wall: Instant) -> Bool { wall - self.wall < Span(milliseconds: 5000) }

    /// Writes it in one piece.
    public func write(to path: String) throws {
        let data = try JSONEncoder().encode(self)
        try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// `nil` when there is none or it cannot be read.
    public init?(contentsOf path: String) {
        guard let data = FileManager.default.contents(atPath: path),
            let read = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = read
    }
}
