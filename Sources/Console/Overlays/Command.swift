import Language
import Reference
import Wording

/// Something the palette can do: a command, or a way to a thing by its name.
struct Command: Sendable {
    let title: String
    /// What it can be typed as besides its title.
    let alias: String
    /// The keys, or what kind of thing it is.
    let note: String
    let deed: Deed
    /// Why it cannot be done now.
    let reason: Phrase?

    /// What it does.
    enum Deed: Hashable, Sendable {
        case action(Action)
        case go(Destination)
        /// Nothing but taking the list away.
        case close
    }
}

extension Look {
    /// The commands that mean something in the view shown.
    var commands: [Command] {
        offered.map { binding in
            Command(
                title: speech(binding.description), alias: binding.action.name,
                note: binding.keys.map(\.label).joined(separator: " "), deed: .action(binding.action),
                reason: binding.disabledReason(model))
        }
    }

    /// On the director's own screen what is the director's comes first.
    private var offered: [Binding] {
        let offered = Bindings.offered(in: model)
        guard model.view.destination.tab == .director else { return offered }
        return offered.filter(\.isDirectors) + offered.filter { !$0.isDirectors }
    }

    /// The commands and every place with a page of its own.
    var paletteCommands: [Command] { commands + places }

    private var places: [Command] {
        func go(_ title: String, _ alias: String, _ key: String, _ destination: Destination) -> Command {
            Command(title: title, alias: alias, note: speech(key), deed: .go(destination), reason: nil)
        }
        let posts = reference.checkpoints.map {
            go(
                names.text($0.name), $0.name.all.joined(separator: " ") + " \($0.id)",
                "console.tab.checkpoints", .checkpoint($0.id))
        }
        let shelters = reference.shelters.map {
            go(
                names.text($0.name), $0.name.all.joined(separator: " ") + " \($0.id)", "console.tab.shelters",
                .shelter($0.id))
        }
        let indicators = reference.indicators.map {
            go(
                "\($0.number). \(names.text($0.name))", $0.name.all.joined(separator: " "),
                "console.tab.indicators", .indicator($0.number))
        }
        let playbooks = model.context.playbooks.map {
            go(names.text($0.name), "\($0.id)", "console.tab.playbooks", .playbook($0.id))
        }
        let scenarios = model.forecast.scenarios.map {
            go(names.text($0.name), "\($0.id)", "console.tab.forecast", .forecast($0.id))
        }
        return posts + shelters + indicators + playbooks + scenarios
    }

    /// The commands that what was typed finds, by their place in `all`.
    func found(_ search: SearchList, in all: [Command]) -> [Int] {
        let filter = Filter(search.field)
        return all.indices.filter { filter.passes("\(all[$0].title) \(all[$0].alias) \(all[$0].note)") }
    }
}

extension Binding {
    fileprivate var isDirectors: Bool { if case .direct = action { true } else { false } }
}
