import Situation
import Terminal
import Wording

/// The first line: where one is, what time it is, how old the data is; in an exercise, that it is one.
struct Head: Widget {
    let look: Look

    func render(on canvas: inout Canvas) {
        if look.model.isExercise { renderExercise(on: &canvas) } else { renderLive(on: &canvas) }
    }

    private func renderLive(on canvas: inout Canvas) {
        let clock = look.model.now.map { look.speech.clock($0) } ?? ""
        let right = StyledText("\(clock) ", .heading)
        let rightWidth = min(right.width, canvas.size.columns / 2)
        let (left, place) = canvas.bounds.splitRight(rightWidth)
        canvas.draw(Text(right, alignment: .right), in: place)
        let crumbs = StyledText(" \(look.speech("console.program.mark")) ", .title).appending(
            look.crumbs, .heading)
        let age = look.dataAge
        if crumbs.width + age.width + 3 <= left.width {
            canvas.draw(Text(age, alignment: .right), in: left.splitRight(2).rest)
        }
        canvas.draw(Text(crumbs), in: left.splitRight(1).rest)
    }

    /// The whole line in the look of exercises, the word at both ends.
    private func renderExercise(on canvas: inout Canvas) {
        let word = look.speech("program.exercise")
        let block = look.marks.block
        canvas.fill(style: .exercise)
        let edge = TextWidth.of(word) + 3
        canvas.write(" \(word) \(block)", style: .exercise)
        let (rest, last) = canvas.bounds.splitRight(edge)
        canvas.draw(Text("\(block) \(word) ", .exercise), in: last)
        let inner = rest.splitLeft(edge).rest
        let whole = " \(look.exerciseClock(withDate: true)) "
        let isNarrow = inner.width - TextWidth.of(whole) < 14
        let clock = isNarrow ? " \(look.exerciseClock(withDate: false)) " : whole
        let width = min(TextWidth.of(clock), inner.width)
        let (left, right) = inner.splitRight(width)
        canvas.draw(Text(clock, .exercise, alignment: .right), in: right)
        let crumbs = TextWidth.of(look.crumbs) + 2 <= left.width ? look.crumbs : look.shortCrumbs
        canvas.draw(Text(" \(crumbs)", .exercise), in: left)
        let age = look.dataAge.plain
        if TextWidth.of(crumbs) + TextWidth.of(age) + 4 <= left.width {
            canvas.draw(Text("\(age) ", .exercise, alignment: .right), in: left)
        }
    }
}

extension Look {
    /// Where one is: the screen, and what is looked at on it.
    var crumbs: String {
        let view = model.view.destination
        guard let tab = view.tab else { return speech("console.tab.welcome") }
        let screen = speech("console.tab.\(tab.rawValue)")
        guard view.isDetail else { return screen }
        return "\(screen) \(marks.chevron) \(title(view))"
    }

    /// The thing looked at alone, for heads that have no room for the way to it.
    var shortCrumbs: String {
        model.view.destination.isDetail ? "\(marks.chevron) \(title(model.view.destination))" : crumbs
    }

    private func title(_ destination: Destination) -> String {
        switch destination {
        case .welcome: speech("console.tab.welcome")
        case .tab(let tab): speech("console.tab.\(tab.rawValue)")
        case .section(let id): names.section(id)
        case .checkpoint(let id): names.checkpoint(id)
        case .region(let id): names.region(id)
        case .shelter(let id): names.shelter(id)
        case .indicator(let number): "\(number)"
        case .measure(let number): "\(number)"
        case .playbookRun(let run): runTitle(run)
        case .playbook(let id):
            model.context.playbooks.first { $0.id == id }.map { names.text($0.name) } ?? id.rawValue
        case .forecast(let id): model.forecast.scenario(id).map { names.text($0.name) } ?? id.rawValue
        case .entry(let id): id.description
        case .alarm(let alarm): alarmName(alarm)
        case .task(let task): taskCode(task)
        case .contradiction(let id):
            watch.contradictions[id].map { names.place($0.finding.subject) } ?? id.rawValue
        case .order(let id): watch.orders[id].map { names.place($0.act.place) } ?? id.rawValue
        case .inject(let entry): model.inject(entry).map { "№ \($0.message.number)" } ?? entry.description
        case .listedInject(let number): "№ \(number)"
        }
    }

    /// How long ago the newest entry became known; a warning once that is an hour.
    var dataAge: StyledText {
        guard let known = model.picture?.picture.lastReported,
            let now = model.context.past?.moment ?? model.now
        else {
            return StyledText("")
        }
        let age = max(now - known, .zero)
        return StyledText(
            speech("console.head.age", ["age": .text(speech.span(age))]), age > .hours(1) ? .warning : .muted)
    }

    /// The exercise's own time, how fast it runs, and whether it stands still.
    func exerciseClock(withDate: Bool) -> String {
        guard let now = model.now else { return "" }
        var text = withDate ? speech.shortClock(now) : speech.timeOfDay(now)
        if let clock = model.exercise {
            text += " \(marks.times)\(clock.speed)"
            if clock.isPaused, model.reasonOfEnd == nil { text += " \(speech("console.head.paused"))" }
        }
        if model.reasonOfEnd != nil { text += " \(speech("drill.head.over"))" }
        return text
    }
}

/// What the terminal's window is called: which journal is open, and that it is an exercise.
/// With grave alarms that nobody has seen, how many: the title is seen where the window is not.
func windowTitle(of model: Model) -> String {
    let look = Look(model)
    let name = look.speech("program.name")
    let count = model.context.usesTitle ? model.ringing?.count ?? 0 : 0
    let waiting = count > 0 ? look.speech("watch.signals.title", ["count": .number(count)]) + " — " : ""
    guard model.isExercise else { return waiting + name }
    let live = model.drill.liveAlarm == nil ? "" : look.speech("drill.banner.live-title") + " — "
    let word = look.speech("program.exercise")
    let scenario = model.context.journal.scenario.map { " — \($0)" } ?? ""
    return "\(live)\(word) — \(waiting)\(name)\(scenario) — \(word)"
}
