import Situation
import Terminal
import Wording

extension Look {
    /// What rings in the live journal: how grave, where, since when, and where it is answered, in as many lines as that
    /// takes. Nothing of it is in any list of the exercise.
    var liveAlarmBanners: [Banner] {
        guard model.isExercise, let alarm = model.drill.liveAlarm else { return [] }
        let what = speech(
            "drill.banner.live",
            [
                "priority": .text(speech("watch.priority.\(alarm.priority.rawValue)")),
                "place": .text(names.place(alarm.place)), "time": .text(speech.timeOfDay(alarm.since)),
            ])
        let told = ["\(marks.up)\(marks.up) \(what)", speech("drill.banner.live-answer")]
        let whole = told.joined(separator: " — ")
        let style = Style.critical.adding(.reverse)
        let lines = TextWidth.of(whole) <= model.size.columns - 2 ? [whole] : told
        return lines.map { Banner($0, style, fill: style) }
    }

    /// Everybody leaves the exercise: nothing else on the screen counts.
    var realEmergencyBanner: Banner? {
        guard model.isExercise, let turned = turn(.realEmergency) else { return nil }
        let text = speech("drill.banner.real", ["time": .text(speech.timeOfDay(turned))])
        let style = Style.critical.adding([.reverse, .bold])
        return Banner(
            "\(marks.up)\(marks.up) \(text) \(marks.up)\(marks.up)", style, fill: style, isCentred: true)
    }

    /// That the exercise stands still or is over.
    var phaseBanner: Banner? {
        guard model.isExercise else { return nil }
        if let turned = turn(.end) {
            return Banner(
                speech("drill.banner.over", ["time": .text(speech.timeOfDay(turned))]), .exercise,
                fill: .exercise)
        }
        guard let turned = turn(.pause) else { return nil }
        return Banner(
            speech("drill.banner.paused", ["time": .text(speech.timeOfDay(turned))]), .exercise,
            fill: .exercise)
    }

    private func turn(_ turn: ExerciseTurn.Turn) -> Instant? {
        let standing = model.exerciseStanding
        return standing.turn?.turn == turn ? standing.turned : nil
    }

    /// That the exercise goes on elsewhere: what happens in this file is not played any more.
    var branchBanner: Banner? {
        guard model.isExercise, let branch = model.exerciseStanding.branch else { return nil }
        return Banner(
            speech(
                "drill.banner.branch",
                ["file": .text(branch.file), "time": .text(speech.timeOfDay(branch.at))]), .warning)
    }

    /// The newest message that nobody opened here, and how many more there are.
    var injectBanner: Banner? {
        guard model.isExercise, let newest = model.unopenedInjects.first else { return nil }
        let word = speech("program.exercise")
        let more = model.unopenedInjects.count - 1
        let behind = more > 0 ? " " + speech("drill.banner.more", ["count": .number(more)]) : ""
        let text = speech(
            "drill.banner.inject",
            ["number": .number(newest.message.number), "from": .text(sender(newest.message))])
        return Banner("\(marks.diamond) \(word) · \(text)\(behind)", .exercise, fill: .exercise)
    }

    /// Who is said to speak.
    func sender(_ message: InjectMessage) -> String {
        let language = speech.language.rawValue
        return message.from[language] ?? message.from["kk"] ?? message.from.values.min() ?? ""
    }
}
