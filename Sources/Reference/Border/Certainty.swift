extension Checkpoint {
    /// How sure each uncertain field of a checkpoint is.
    public struct Certainty: Hashable, Sendable {
        /// Of the Kazakh name.
        public let nameKk: NameOrigin
        /// Of the region.
        public let region: RegionOrigin
        /// Of the post's being there and of its kind.
        public let existence: Existence
    }

    /// Where the Kazakh spelling of a name was taken from.
    public enum NameOrigin: String, CaseIterable, Sendable {
        case seenInKkPress = "seen-in-kk-press"
        /// A list in a public code repository.
        case repoList = "repo-list"
        /// Spelled after the place the post is named for.
        case spellingFromToponym = "spelling-from-toponym"
        case generalKnowledge = "general-knowledge"
    }

    /// How the region a post lies in is known.
    public enum RegionOrigin: String, CaseIterable, Sendable {
        /// The 2016 decree on the list of checkpoints.
        case decree
        case press
        case inferred
        case generalKnowledge = "general-knowledge"
    }

    /// How the post's being there is known.
    public enum Existence: String, CaseIterable, Sendable {
        /// It is in the compiled list of road checkpoints.
        case listed
        /// Widely reported under this name.
        case wellKnown = "well-known"
        /// Believed to be there; name or place to be confirmed.
        case toBeConfirmed = "to-be-confirmed"
    }
}
