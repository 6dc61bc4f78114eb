/// People on the move, however they are counted.
protocol DisplacedCrowd {
    init(map: DisplacementMap, stream: RandomStream)

    /// How many are at each place, those on the ways apart.
    var here: [Int] { get }
    /// How many there are, on the ways too.
    var people: Int { get }

    /// New people at a place, who have not moved yet.
    mutating func add(_ count: Int, at place: Int, map: DisplacementMap) throws(DisplacementFault)

    /// Decides and travels through one day.
    mutating func passDay(_ map: DisplacementMap) throws(DisplacementFault)
}
