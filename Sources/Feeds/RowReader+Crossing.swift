import Crossings
import Situation

extension RowReader {
    /// Pseudonyms shorter than this may be numbers of documents (an IIN has 12 digits), and can be tried through.
    static let pseudonymLength = 16...256

    mutating func crossing(_ row: FeedRow) throws(RowFault) -> Crossing {
        let crossing = Crossing(
            post: try checkpoint(row), direction: try row.requiredWord(.direction, Direction.self),
            mode: try row.word(.mode, TravelMode.self) ?? .all, at: try moment(row),
            pseudonym: try row.required(.pseudonym))
        let length = crossing.pseudonym.utf8.count
        guard Self.pseudonymLength.contains(length), !crossing.pseudonym.allSatisfy(\.isNumber) else {
            throw row.fault(
                .pseudonym,
                .weakPseudonym(
                    shortest: Self.pseudonymLength.lowerBound, longest: Self.pseudonymLength.upperBound))
        }
        return crossing
    }
}
