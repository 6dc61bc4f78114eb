// Who people are that come over a border, in the classes that scenarios and counts are written in.

/// What people come for.
public enum Purpose: String, CaseIterable, Codable, Sendable {
    case asylum, transit, work
    /// Ethnic Kazakhs who come to settle.
    case kandas
    /// Citizens who come home from work abroad.
    case returningWorker = "returning-worker"
    case other
}

/// Papers people have with them.
public enum Documents: String, CaseIterable, Codable, Sendable {
    /// A passport for travel abroad.
    case passport
    /// Another paper that the post accepts.
    case identityCard = "identity-card"
    /// None, or one that must be looked into: second line.
    case none
}

/// Age and sex, in the classes counts are usually published in.
public enum AgeSex: String, CaseIterable, Codable, Sendable {
    case under5 = "under-5"
    case girls5to17 = "girls-5-17"
    case boys5to17 = "boys-5-17"
    case women18to59 = "women-18-59"
    case men18to59 = "men-18-59"
    case women60 = "women-60"
    case men60 = "men-60"
}
