import Foundation

/// A place on the map that is only as good as it says.
public struct Coordinates: Hashable, Sendable {
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// How far the true place may be from this one, in kilometres. No place of the reference data is
    /// surveyed.
    public let withinKilometres: Int

    /// A place good to `withinKilometres`.
    public init(latitude: Double, longitude: Double, withinKilometres: Int) {
        self.latitude = latitude
        self.longitude = longitude
        self.withinKilometres = withinKilometres
    }

    /// The distance along the ground in kilometres, on a sphere of the Earth's mean radius (6,371 km).
    public func kilometres(to other: Coordinates) -> Double {
        let radians = Double.pi / 180
        let latitudes = (other.latitude - latitude) * radians
        let longitudes = (other.longitude - longitude) * radians
        let haversine =
            sin(latitudes / 2) * sin(latitudes / 2)
            + cos(latitude * radians) * cos(other.latitude * radians) * sin(longitudes / 2)
            * sin(longitudes / 2)
        return 2 * 6_371 * asin(min(1, haversine.squareRoot()))
    }
}
