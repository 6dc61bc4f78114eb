import Language
import Planning
import Simulation
import Situation
import Terminal
import Testing

@testable import Console

/// The screen of scenarios played many times.
@Suite struct ForecastTests {
    @Test("the list and a scenario look as they were read", arguments: Size.sizes)
    func screens(_ size: Size) async throws {
        let result = try await ForecastCase.result()
        try SnapshotTests.hold(named: "forecast/forecast-\(size.name)") { language in
            var sitting = try Sitting(language: language, size: size)
            try ForecastCase.open(&sitting, result: result)
            return sitting.lines
        }
        try SnapshotTests.hold(named: "forecast/scenario-\(size.name)") { language in
            var sitting = try Sitting(language: language, size: size)
            try ForecastCase.open(&sitting, result: result)
            sitting.model.navigation.show(.forecast(ForecastCase.played))
            sitting.tell(.resized(size))
            return sitting.lines
        }
    }

    @Test("a scenario being played shows how far it is, in an exercise too")
    func running() async throws {
        let result = try await ForecastCase.result()
        try SnapshotTests.hold(named: "forecast/running-exercise-80x24") { language in
            var sitting = try Sitting(nature: .exercise, language: language)
            try ForecastCase.open(&sitting, result: result)
            sitting.model.navigation.show(.forecast(ForecastCase.running))
            sitting.tell(.resized(Size(columns: 80, rows: 24)))
            return sitting.lines
        }
    }

    @Test("the screen says in every language that its figures were simulated", arguments: Language.allCases)
    func honest(_ language: Language) async throws {
        var sitting = try Sitting(language: language, size: Size(columns: 120, rows: 40))
        try ForecastCase.open(&sitting, result: try await ForecastCase.result())
        let words = try Shipped.catalog(language).say("simulation.run.note.simulated").prefix(20)
        #expect(sitting.text.contains(words))
        sitting.model.navigation.show(.forecast(ForecastCase.played))
        #expect(sitting.text.contains(words))
        #expect(!sitting.text.contains("⟨"))
    }

    @Test("the first look asks for the scenarios once, and Enter plays the one that is marked")
    func enter() throws {
        var sitting = try Sitting()
        sitting.press(.character("0"))
        #expect(sitting.takeEffects() == [.loadScenarios])
        sitting.press(.character("1"), .character("0"))
        #expect(sitting.takeEffects() == [])
        sitting.tell(.scenariosLoaded(try ForecastCase.scenarios(), faults: 0))
        sitting.press(.enter)
        let scenario = try #require(sitting.model.forecast.scenarios.first)
        let order = try #require(sitting.model.forecast.running?.order)
        #expect(sitting.takeEffects() == [.startForecast(order)])
        #expect(order.scenario == scenario.id)
        #expect(order.seed == scenario.seed)
        #expect(sitting.model.view.destination == .forecast(scenario.id))
        // Leaving keeps it running, and coming back starts nothing.
        sitting.press(.escape, .enter)
        #expect(sitting.takeEffects() == [])
    }

    @Test("what comes late for another scenario is passed over")
    func late() async throws {
        let result = try await ForecastCase.result()
        var sitting = try Sitting()
        sitting.press(.character("0"))
        sitting.tell(.scenariosLoaded(try ForecastCase.scenarios(), faults: 0))
        sitting.press(.enter)
        let first = try #require(sitting.model.forecast.running?.order)
        sitting.press(.escape, .down, .enter)
        let second = try #require(sitting.model.forecast.running?.order)
        #expect(first.id != second.id)
        sitting.tell(.forecastArrived(first.id, result, isFinal: true))
        #expect(sitting.model.forecast.outcomes.isEmpty)
        sitting.tell(.forecastArrived(second.id, result, isFinal: true))
        #expect(sitting.model.forecast.outcomes[second.scenario] != nil)
        #expect(sitting.model.forecast.running == nil)
    }

    @Test("again means other luck, and stopping asks for what is complete")
    func again() async throws {
        var sitting = try Sitting(language: .en)
        try ForecastCase.open(&sitting, result: try await ForecastCase.result())
        sitting.model.navigation.show(.forecast(ForecastCase.played))
        _ = sitting.takeEffects()
        sitting.press(.character("r"))
        let order = try #require(sitting.model.forecast.running?.order)
        #expect(order.seed == 78)
        sitting.press(.character("r"))
        #expect(sitting.text.contains("The scenario is being played"))
        sitting.press(.character("x"))
        #expect(sitting.takeEffects() == [.startForecast(order), .stopForecast(order.id)])
        sitting.tell(.forecastRefused(order.id, Phrase("simulation.run.cli.nothing")))
        #expect(sitting.model.forecast.running == nil)
        #expect(sitting.model.forecast.outcomes[ForecastCase.played] != nil)
    }

    @Test("every layout can type the key of the screen")
    func layouts() {
        let binding = Bindings.all.first { $0.action == .show(.forecast) }
        #expect(binding?.keys == [.character("0"), .function(7)])
        let again = Bindings.all.first { $0.action == .forecastAgain }
        // The key of `r` writes к in the Russian and the Kazakh layout.
        #expect(again?.keys == [.character("r")])
        #expect(KeyboardLayout.commandCharacter(for: "к") == "r")
    }

    @Test("what was played outlives the opening of another journal")
    func otherJournal() async throws {
        var sitting = try Sitting()
        try ForecastCase.open(&sitting, result: try await ForecastCase.result())
        sitting.tell(.journalOpened(try Shipped.context(.exercise)))
        #expect(sitting.model.forecast.outcomes[ForecastCase.played]?.at == nil)
        #expect(sitting.model.forecast.outcomes[ForecastCase.played] != nil)
        #expect(sitting.model.forecast.isRunning(ForecastCase.running))
    }
}
