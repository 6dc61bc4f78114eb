import Situation

/// What can be said about a contact list only from the whole of it, or from the world around it.
public struct ContactsCheck: Sendable {
    private let names: PlanNames
    private let places: ScenarioPlaces?

    /// - Parameters:
    ///   - agencies: the keys of the decree's agencies.
    ///   - places: regions and posts by the reference data; `nil` where nobody has read them.
    public init(agencies: Set<AgencyKey>, places: ScenarioPlaces? = nil) {
        names = PlanNames(agencies: agencies, metrics: [])
        self.places = places
    }

    /// Everything found in `contacts`, by line.
    public func findings(in contacts: Contacts) -> [PlaybookFinding] {
        var notes = FindingNotes(source: contacts.source)
        if contacts.all.isEmpty { notes.add(.empty, at: "contacts") }
        notes.unique(contacts.all.map(\.id), in: "contacts")
        for (index, contact) in contacts.all.enumerated() {
            let key = "contacts[\(index)]"
            names.check(agency: contact.agency, at: "\(key).agency", &notes)
            notes.languages(of: contact.role, at: "\(key).role")
            guard let places else { continue }
            if let region = contact.region, !places.regions.contains(region) {
                notes.add(.unknownPlace(region.rawValue), at: "\(key).region")
            }
            if let post = contact.post, !places.posts.contains(where: { $0.id == post }) {
                notes.add(.unknownPlace(post.rawValue), at: "\(key).post")
            }
        }
        return notes.inOrder
    }
}
