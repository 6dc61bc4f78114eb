import Planning
import Situation
import Wording

extension Look {
    /// Whom to call, as a list to search: for the task looked at those who have it first, then those of the place looked at,
    /// then all by agency.
    var contactCommands: [Command] {
        guard let contacts = model.context.contacts else { return [] }
        var first = model.chosenTask.flatMap { watch.tasks[$0] }.map { whomToCall(for: $0) } ?? []
        switch model.placeLookedAt {
        case .post(let id): first += contacts.desks(at: id)
        case .region(let code): first += contacts.desks(in: code)
        case .shelter(let id): first += reference.shelter(id).map { contacts.desks(in: $0.region) } ?? []
        case .section, .country, nil: break
        }
        let known = Set(first.map(\.id))
        let rest = contacts.all.filter { !known.contains($0.id) }
        return (first + rest).map(command)
    }

    private func command(_ contact: Contact) -> Command {
        let second = contact.secondTelephone.map { ", \($0)" } ?? ""
        let title = [names.text(contact.role), agency(contact.agency), place(of: contact)]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let deed: Command.Deed =
            contact.post.map { .go(.checkpoint($0)) } ?? contact.region.map { .go(.region($0)) } ?? .close
        return Command(
            title: title + second, alias: "\(contact.agency) \(contact.telephone)", note: contact.telephone,
            deed: deed,
            reason: nil)
    }

    /// Whom to call for a task.
    func whomToCall(for record: TaskRecord) -> [Contact] {
        let affected = affected(of: record)
        return model.context.contacts?.whom(
            toCallFor: record.opening.step, agencies: [record.opening.lead] + record.opening.support,
            regions: affected?.regions ?? [], posts: affected?.checkpoints ?? []) ?? []
    }

    /// The post or region a desk answers for; empty for the whole country.
    func place(of contact: Contact) -> String {
        contact.post.map(names.checkpoint) ?? contact.region.map(names.region) ?? ""
    }
}
