import Council
import Language
import Planning
import Situation
import Terminal

/// Answers what happened: changes the model, and says what is to be done outside.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return model.press(key)
    case .resized(let size): model.size = size
    case .pictureArrived(let update): return model.take(update)
    case .pastArrived(let moment, let update): return model.take(update, of: moment)
    case .pastRefused(let moment, let reason): model.refuse(moment, reason)
    case .alarmRulesLoaded(let rules): model.context.alarmRules = rules
    case .ticked(let now): return model.tick(now)
    case .exerciseClockMoved(let clock): return model.move(clock)
    case .liveAlarm(let alarm):
        let effects = model.take(alarm)
        model.settle()
        return effects
    case .directorBoardArrived(let board): model.take(board)
    case .entriesLoaded(let entries, let reachedStart): model.takeOlder(entries, reachedStart: reachedStart)
    case .catalogsLoaded(let catalogs): model.take(catalogs)
    case .playbooksLoaded(let playbooks, let faults): model.take(playbooks, faults: faults)
    case .contactsLoaded(let contacts): model.context.contacts = contacts
    case .levelsLoaded(let levels): model.context.levels = levels
    case .policyLoaded(let tables):
        model.policy = .loaded(tables)
        model.workOut()
    case .policyRefused(let reason): model.policy = .refused(reason)
    case .scenariosLoaded(let scenarios, let faults):
        model.forecast.shelf = .loaded(scenarios, faults: faults)
    case .scenariosRefused(let reason): model.forecast.shelf = .refused(reason)
    case .forecastMoved(let id, let progress): model.move(id, progress)
    case .forecastArrived(let id, let result, let isFinal): model.take(id, result, isFinal: isFinal)
    case .forecastRefused(let id, let reason): model.refuse(id, reason)
    case .noteStored(let id, let draft): return model.noteWasStored(id, draft)
    case .noteRefused(let reason, let draft): model.noteWasRefused(reason, draft)
    case .actDone(let id):
        let effects = model.actWasDone(id)
        model.settle()
        return effects
    case .actRefused(let id, let refusal): model.actWasRefused(id, refusal)
    case .actFailed(let id, let reason): model.actFailed(id, reason)
    case .signedOn(let who): model.hasSignedOn(who)
    case .logFound(let query, let entries, let isAll): model.take(query, entries, isAll: isAll)
    case .workGoesOn(let work): model.work = work
    case .told(let phrase): model.notice = Notice(phrase: phrase, isFailure: false)
    case .failed(let phrase): model.notice = Notice(phrase: phrase, isFailure: true)
    case .journalOpened(let context): model.open(context)
    }
    model.settle()
    return []
}

// MARK: - What is loaded after the first screen

extension Model {
    fileprivate mutating func take(_ catalogs: [Catalog]) {
        let known = Set(context.catalogs.map(\.language))
        context.catalogs += catalogs.filter { !known.contains($0.language) }
    }

    fileprivate mutating func take(_ playbooks: [Playbook], faults: Int) {
        context.playbooks = playbooks
        context.playbookFaults = faults
    }
}

// MARK: - The picture and the clock

extension Model {
    fileprivate mutating func take(_ update: PictureUpdate) -> [Effect] {
        // Whatever is looked at, an alarm of the present rings.
        let effects = ring(for: update)
        if keptPresent != nil {
            keep(update)
            settle()
        } else if hold != nil {
            hold?.waiting = update
            settle()
        } else {
            show(update)
        }
        let injects = ringForInjects()
        // The overview draws the indicators too: the decree's tables are read once it has something to draw.
        guard view.destination == .tab(.overview) else { return effects + injects }
        return effects + injects + neededEffects()
    }

    /// Shows a picture: works it out, takes its entries into the log.
    mutating func show(_ update: PictureUpdate) {
        let isFirst = picture == nil
        picture = update
        let follows = isAtEndOfLog
        log.take(update.recent)
        if update.picture.entryCount <= log.entries.count { log.hasReachedStart = true }
        if isFirst { restoreForm() }
        if isFirst, isEmptyStation { navigation = Navigation(.welcome) }
        if view.destination == .welcome, update.picture.entryCount > 0 {
            navigation.begin(at: .tab(.overview))
        }
        workOut()
        settle()
        if follows { moveToEndOfLog() }
    }

    /// Whether a journal for the real situation has nothing in it yet.
    private var isEmptyStation: Bool {
        !isExercise && context.past == nil && !context.journal.isReadOnly && picture?.picture.entryCount == 0
    }

    fileprivate mutating func tick(_ instant: Instant) -> [Effect] {
        guard now.map({ $0.minute != instant.minute }) ?? true else { return [] }
        now = instant
        if hold == nil, context.past == nil { workOut() }
        settle()
        // A shelf that ends by itself brings its alarm back.
        return presentUpdate.map { ring(for: $0) } ?? []
    }

    fileprivate mutating func move(_ clock: ExerciseClockState) -> [Effect] {
        let isSame = exercise.map { $0.speed == clock.speed && $0.isPaused == clock.isPaused } ?? false
        exercise = clock
        guard !isSame || now?.minute != clock.now.minute else { return [] }
        let effects = tick(clock.now)
        settle()
        return effects
    }

    /// Works the picture out for the moment looked at. Costs milliseconds: not for a key.
    mutating func workOut() {
        guard let update = picture, let moment = context.past?.moment ?? now ?? update.picture.lastKnown
        else { return }
        reading = SituationReading(
            update.picture, places: context.places, targets: context.targets, now: moment)
        council = policy.tables.map {
            CouncilReading(update.picture, reference: context.reference, policy: $0, now: moment)
        }
    }

    /// Brings back the form that was being filled in when the program last ended.
    private mutating func restoreForm() {
        guard let saved = context.restoredForm, reasonNotToWrite == nil, overlay == nil else { return }
        var form = form(for: saved.purpose)
        form.fill(from: saved.texts)
        keptForm = form
        overlay = .form(form)
        tell("watch.work.told.form-restored")
    }

    fileprivate mutating func open(_ context: ConsoleContext) {
        var fresh = Model(context: context)
        fresh.language = language
        fresh.size = size
        fresh.usesMouse = usesMouse
        fresh.policy = policy
        fresh.author = author
        // A scenario is played whatever journal is open; the clock its age was told by is another one now.
        fresh.forecast = forecast
        for id in fresh.forecast.outcomes.keys { fresh.forecast.outcomes[id]?.at = nil }
        fresh.revision = revision
        self = fresh
    }
}

extension Instant {
    fileprivate var minute: Int64 { (seconds - (seconds % 60 + 60) % 60) / 60 }
}

// MARK: - The log

extension Model {
    private var isAtEndOfLog: Bool {
        guard view.destination == .tab(.log), let selected = view.lists[.main]?.selected else { return false }
        return Look(self).logListing.ids.last == selected
    }

    private mutating func moveToEndOfLog() {
        guard let list = Look(self).page.list(.main) else { return }
        view.lists[.main]?.moveToBottom(in: list.listing.ids, height: list.visibleRows)
    }

    fileprivate mutating func takeOlder(_ entries: [Entry], reachedStart: Bool) {
        // What was asked for at another moment is not of this log.
        guard log.isLoading else { return }
        log.isLoading = false
        log.hasReachedStart = log.hasReachedStart || reachedStart
        log.take(entries)
    }

    /// What has to be fetched for the view shown.
    mutating func neededEffects() -> [Effect] {
        switch view.destination {
        // The names of agencies are among them: who owns the next step.
        case .tab(.overview), .tab(.indicators), .indicator, .tab(.measures), .measure, .tab(.playbooks),
            .playbook, .tab(.tasks), .task, .tab(.alarms),
            .alarm, .section, .tab(.director), .listedInject:
            guard case .notAsked = policy else { return [] }
            policy = .loading
            return [.loadPolicy]
        case .tab(.forecast), .forecast:
            guard case .notAsked = forecast.shelf else { return [] }
            forecast.shelf = .loading
            return [.loadScenarios]
        case .tab(.log) where !view.filter.isEmpty: return searchedEffects()
        case .tab(.log):
            let isNearStart = (view.lists[.main]?.offset ?? 0) < 10
            guard isNearStart, !log.isLoading, !log.hasReachedStart, let first = log.entries.first else {
                return []
            }
            log.isLoading = true
            return [.loadOlderEntries(before: first.foldKey)]
        default: return []
        }
    }
}

// MARK: - Fitting the view to what there is

extension Model {
    /// Fits selections and scroll to the lists as they are, and counts the change.
    mutating func settle() {
        revision += 1
        openInjects()
        let page = Look(self).page
        if !page.lists.isEmpty, page.list(view.focus) == nil { view.focus = page.lists[0].panel }
        for list in page.lists {
            let isNew = view.lists[list.panel] == nil
            var state = view.lists[list.panel] ?? ListState()
            if list.panel != view.focus, state.isAtTop {
                // Nobody holds on to an item here: what is new or worst comes to be seen.
                state.moveToTop(in: list.listing.ids, height: list.visibleRows)
            } else {
                state.settle(in: list.listing.ids, height: list.visibleRows)
            }
            if isNew, view.destination == .tab(.log), !list.listing.ids.isEmpty {
                state.moveToBottom(in: list.listing.ids, height: list.visibleRows)
            }
            view.lists[list.panel] = list.listing.ids.isEmpty && isNew ? nil : state
        }
        if !page.documents.isEmpty { view.scroll = max(0, min(view.scroll, page.maximumScroll)) }
    }
}
