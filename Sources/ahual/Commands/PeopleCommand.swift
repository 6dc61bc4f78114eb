import ArgumentParser
import Foundation
import Language
import Situation
import Store

/// `ahual people …`: who may sign on at this station.
struct PeopleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "people", abstract: Help.text("cli.people.abstract"),
            discussion: Help.text("cli.people.discussion"),
            subcommands: [PeopleList.self, PeopleAdd.self, PeoplePIN.self, PeopleRemove.self],
            defaultSubcommand: PeopleList.self)
    }
}

extension Surroundings {
    /// The people of this station.
    var roster: Roster { Roster(of: StationFolder(path: folders.state)) }
}

/// `ahual people list`.
struct PeopleList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Help.text("cli.people.list"))
    }

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let people = try surroundings.roster.people()
            let catalog = surroundings.catalog
            if people.isEmpty { Output.result(catalog.say("cli.people.nobody")) }
            for person in people {
                let roles = person.roles.map { catalog.say("watch.role.\($0.rawValue)") }
                var parts = [person.name.rawValue, roles.joined(separator: ", ")]
                parts.append(catalog.say(person.hasPIN ? "cli.people.has-pin" : "cli.people.no-pin"))
                if let account = person.account {
                    parts.append(catalog.say("cli.people.account-is", ["account": .text(account)]))
                }
                if let until = person.lockedUntil, surroundings.now() < until {
                    parts.append(
                        catalog.say(
                            "cli.people.locked", ["time": .text(surroundings.speech.moment(until))]))
                }
                Output.result(Output.oneLine(parts.joined(separator: "  ")))
            }
        }
    }
}

/// `ahual people add NAME`.
struct PeopleAdd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: Help.text("cli.people.add"))
    }

    @OptionGroup var language: LanguageOptions

    @Argument(help: ArgumentHelp(Help.text("cli.people.name"), valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp(Help.text("cli.people.role"), valueName: "role"))
    var role: [Role] = [.dutyOfficer]

    @Option(help: ArgumentHelp(Help.text("cli.people.account"), valueName: "account"))
    var account: String?

    @Flag(name: .customLong("no-pin"), help: ArgumentHelp(Help.text("cli.people.without-pin")))
    var withoutPIN = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            guard name.contains(where: { !$0.isWhitespace }) else {
                throw Failure.wrongUse(surroundings.catalog.say("cli.people.empty"))
            }
            let pin = withoutPIN ? nil : try NewPIN.ask(surroundings)
            let person = PersonName(name)
            try surroundings.roster.add(person, roles: Set(role), account: account)
            if let pin { _ = try surroundings.roster.setPIN(pin, of: person) }
            Output.result(surroundings.catalog.say("cli.people.added", ["name": .text(name)]))
        }
    }
}

/// `ahual people pin NAME`: a new PIN, which also ends a lock.
struct PeoplePIN: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "pin", abstract: Help.text("cli.people.pin"))
    }

    @OptionGroup var language: LanguageOptions

    @Argument(help: ArgumentHelp(Help.text("cli.people.name"), valueName: "name"))
    var name: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let person = PersonName(name)
            guard try surroundings.roster.person(person) != nil else {
                throw Failure.found(surroundings.catalog.say("cli.people.unknown", ["name": .text(name)]))
            }
            _ = try surroundings.roster.setPIN(try NewPIN.ask(surroundings), of: person)
            Output.result(surroundings.catalog.say("cli.people.pin-set", ["name": .text(name)]))
        }
    }
}

/// `ahual people remove NAME`.
struct PeopleRemove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "remove", abstract: Help.text("cli.people.remove"))
    }

    @OptionGroup var language: LanguageOptions

    @Argument(help: ArgumentHelp(Help.text("cli.people.name"), valueName: "name"))
    var name: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            guard try surroundings.roster.remove(PersonName(name)) else {
                throw Failure.found(surroundings.catalog.say("cli.people.unknown", ["name": .text(name)]))
            }
            Output.result(surroundings.catalog.say("cli.people.removed", ["name": .text(name)]))
        }
    }
}

extension Role: ExpressibleByArgument {}

/// Asks for a PIN without showing it, twice at a terminal; from a pipe it is the first line.
enum NewPIN {
    static func ask(_ surroundings: Surroundings) throws -> String {
        let catalog = surroundings.catalog
        let pin: String
        if Output.inputIsTerminal {
            pin = secret(catalog.say("cli.people.ask-pin"))
            guard secret(catalog.say("cli.people.ask-again")) == pin else {
                throw Failure.wrongUse(catalog.say("cli.people.pins-differ"))
            }
        } else {
            pin = readLine() ?? ""
        }
        guard pin.count >= Roster.shortestPIN else {
            throw Failure.wrongUse(catalog.say("cli.people.pin-short", ["count": .number(Roster.shortestPIN)]))
        }
        return pin
    }

    /// The C library turns echo off and on again whatever happens.
    private static func secret(_ prompt: String) -> String {
        getpass(prompt + " ").map { String(cString: $0) } ?? ""
    }
}
