import Situation

/// Whom to call: desks of agencies, regions and posts, by what they do and not by who sits there.
public struct Contacts: Hashable, Sendable {
    /// Whether the numbers are made up, which every screen has to say.
    public let isIllustrative: Bool
    /// In the file's order.
    public let all: [Contact]
    /// The file it was read from, to name lines.
    public let source: PlanSource

    /// Whom to call for a task, the first to call first: those named for the step itself, then the lead's desks at the
    /// places concerned, the lead's central desk, and the same of each agency that helps.
    ///
    /// - Parameters:
    ///   - step: the name of the playbook's or level's step, such as `B4`; `nil` where it does not matter.
    ///   - agencies: who answers for it and who helps, in this order.
    ///   - regions: where; none for the whole country.
    ///   - posts: the checkpoints concerned, if any.
    public func whom(
        toCallFor step: String? = nil, agencies: [AgencyKey], regions: [RegionCode] = [],
        posts: [CheckpointID] = []
    ) -> [Contact] {
        var called: [Contact] = []
        func add(_ contacts: [Contact]) {
            for contact in contacts where !called.contains(where: { $0.id == contact.id }) {
                called.append(contact)
            }
        }
        func isHere(_ contact: Contact) -> Bool {
            if let post = contact.post { return posts.contains(post) }
            if let region = contact.region { return regions.contains(region) }
            return true
        }
        let here = all.filter(isHere)
        if let step { add(here.filter { $0.steps.contains(step) }) }
        for agency in agencies {
            let desks = here.filter { $0.agency == agency && ($0.steps.isEmpty || $0.steps.contains(step ?? "")) }
            add(desks.filter { $0.post != nil })
            add(desks.filter { $0.post == nil && $0.region != nil })
            add(desks.filter { $0.post == nil && $0.region == nil })
        }
        return called
    }

    /// The desks of one region, those of its posts among them when `posts` are given.
    public func desks(in region: RegionCode, posts: [CheckpointID] = []) -> [Contact] {
        all.filter { $0.region == region || $0.post.map(posts.contains) == true }
    }

    /// The desks of one post.
    public func desks(at post: CheckpointID) -> [Contact] { all.filter { $0.post == post } }
}

/// A desk that can be called.
public struct Contact: Hashable, Sendable, Identifiable {
    public let id: String
    public let agency: AgencyKey
    /// The region it answers for; `nil` for the whole country.
    public let region: RegionCode?
    /// The checkpoint it sits at.
    public let post: CheckpointID?
    /// What the desk is: a role, never a person's name.
    public let role: PlanText
    /// As it is dialled.
    public let telephone: String
    /// What to dial when nobody answers there.
    public let secondTelephone: String?
    /// Steps of playbooks or levels it is called for before anyone else; for these alone when there are any.
    public let steps: [String]
}
