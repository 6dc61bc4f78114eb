/// A country Kazakhstan has a land border with, by its ISO 3166-1 code.
public enum Neighbour: String, CaseIterable, Hashable, Sendable {
    case russia = "RU"
    case china = "CN"
    case kyrgyzstan = "KG"
    case uzbekistan = "UZ"
    case turkmenistan = "TM"
}
