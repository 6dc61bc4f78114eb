import ArgumentParser

/// `ahual` alone opens the console.
struct Ahual: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ahual",
            abstract: Help.text("cli.ahual.abstract"),
            discussion: Help.text("cli.ahual.discussion"),
            version: ProgramVersion.current,
            subcommands: [
                ConsoleCommand.self, DemoCommand.self, StatusCommand.self, ImportCommand.self,
                WatchCommand.self, AlarmsCommand.self, ContradictionsCommand.self,
                IndicatorsCommand.self, MeasuresCommand.self, DecisionsCommand.self, CalendarCommand.self,
                SourcesCommand.self, ReadinessCommand.self, NoteCommand.self, LogCommand.self,
                HandoverCommand.self,
                DrillCommand.self, ReviewCommand.self, BriefCommand.self,
                PeopleCommand.self, CrossingsCommand.self, ExportCommand.self,
                JournalCommand.self, CheckCommand.self, SimulateCommand.self,
                ExerciseCommand.self,
                KeysCommand.self, InfoCommand.self,
            ],
            defaultSubcommand: ConsoleCommand.self)
    }
}

/// The version of the program; see `CHANGELOG.md`.
enum ProgramVersion {
    static let current = "0.1.0"
}
