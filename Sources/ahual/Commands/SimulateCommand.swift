import ArgumentParser

/// `ahual simulate`: models played without a journal.
struct SimulateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "simulate", abstract: Help.text("cli.simulate.abstract"),
            discussion: Help.text("cli.simulate.discussion"),
            subcommands: [SimulateFlee.self, SimulateQueue.self])
    }
}
