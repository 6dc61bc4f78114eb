import ArgumentParser

/// `ahual simulate`: a scenario many times, or a part of the simulator.
struct SimulateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "simulate", abstract: Help.text("cli.simulate.abstract"),
            discussion: Help.text("cli.simulate.discussion"),
            subcommands: [SimulateRun.self, SimulateFlee.self, SimulateQueue.self],
            defaultSubcommand: SimulateRun.self)
    }
}
