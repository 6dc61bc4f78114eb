import ArgumentParser

/// `ahual simulate`: the models on their own, without a journal.
struct SimulateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "simulate", abstract: Help.text("simulation.abstract"),
            subcommands: [SimulateQueue.self])
    }
}
