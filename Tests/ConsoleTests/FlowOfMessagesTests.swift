import Language
import Situation
import Support
import Terminal
import Testing

@testable import Console

/// What comes from outside: pictures, clock, notes, older entries, the exercise.
@Suite struct FlowOfMessagesTests {
    @Test("a picture held still stays as it is while keys work, and tells its age")
    func hold() throws {
        var sitting = try Sitting(language: .en)
        let now = try #require(sitting.model.now)
        sitting.press(.character("p"))
        let quiet = try SampleSituation.quietDay.get()
        sitting.tell(.pictureArrived(quiet.update))
        sitting.tell(.ticked(now + .minutes(7)))
        #expect(sitting.text.contains("as it was 7 min ago"))
        #expect(sitting.text.contains("HIGH"))
        sitting.press(.character("2"))
        #expect(sitting.model.view.destination == .tab(.checkpoints))
        sitting.press(.character("p"))
        #expect(!sitting.text.contains("held still"))
        #expect(sitting.model.picture?.picture == quiet.update.picture)
    }

    @Test("a clock within its minute changes nothing; the next minute does")
    func clock() throws {
        var sitting = try Sitting()
        let now = try #require(sitting.model.now)
        let revision = sitting.model.revision
        sitting.tell(.ticked(now + .seconds(20)))
        #expect(sitting.model.revision == revision)
        sitting.tell(.ticked(now + .seconds(60)))
        #expect(sitting.model.revision > revision)
        #expect(sitting.lines[0].contains("03:15"))
    }

    @Test("a note goes to the journal with its place, and is given up only once it is stored")
    func note() throws {
        var sitting = try Sitting(language: .en)
        sitting.model.navigation.show(.checkpoint("syrym"))
        sitting.press(.character("n"))
        sitting.type("бұрылыс")
        _ = sitting.takeEffects()
        sitting.press(.enter)
        let draft = DraftID(1)
        #expect(sitting.takeEffects() == [.appendNote(text: "бұрылыс", place: "syrym", draft: draft)])
        #expect(sitting.model.note.field.text == "бұрылыс")
        sitting.tell(.noteStored(EntryID(station: "orda-1", number: 9), draft: draft))
        #expect(sitting.model.note.field.isEmpty)
        #expect(sitting.takeEffects() == [.saveDraft("")])
        #expect(sitting.text.contains("orda-1#9"))
    }

    @Test("a refused note stays in the line, and why is told")
    func refusedNote() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("n"))
        sitting.type("жазба")
        sitting.press(.enter)
        sitting.tell(.noteRefused(Phrase("console.why-not.read-only"), draft: DraftID(1)))
        #expect(sitting.model.input == .note)
        #expect(sitting.model.note.field.text == "жазба")
    }

    @Test("every change of the line is kept outside, so that a lost connection loses nothing")
    func draft() throws {
        var sitting = try Sitting()
        sitting.press(.character("n"))
        sitting.type("ой")
        #expect(sitting.takeEffects() == [.saveDraft("о"), .saveDraft("ой")])
        var context = try Shipped.context()
        context.restoredDraft = "үзілген жол"
        var later = Sitting(context: context)
        later.press(.character("n"))
        #expect(later.model.note.field.text == "үзілген жол")
    }

    @Test("the log asks for older entries once at its start and takes them in")
    func olderEntries() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("8"))
        #expect(sitting.takeEffects() == [])
        sitting.press(.home)
        let first = try #require(sitting.model.log.entries.first)
        #expect(sitting.takeEffects() == [.loadOlderEntries(before: first.foldKey)])
        sitting.press(.down, .up)
        #expect(sitting.takeEffects() == [])
        var builder = EntryBuilder(station: "old")
        let moment = first.known.instant - .hours(1)
        let older = builder.entry(.note(Note(text: "ескі жазба")), about: .moment(moment), known: moment)
        sitting.tell(.entriesLoaded([older], reachedStart: true))
        #expect(sitting.items.first == .entry(older.id))
        #expect(sitting.selected == .entry(first.id), "the selection stays with its entry")
        sitting.press(.home)
        #expect(sitting.takeEffects() == [])
    }

    @Test("the log follows its end, unless something else is selected")
    func followsEnd() throws {
        var sitting = try Sitting()
        sitting.press(.character("8"))
        var update = try #require(sitting.model.picture)
        let last = try #require(update.recent.last)
        var builder = EntryBuilder(station: "zz")
        func grow() {
            let known = last.known.instant + .minutes(Int(builder.number) + 1)
            update.recent.append(
                builder.entry(.note(Note(text: "жаңа")), about: .moment(known), known: known))
        }
        grow()
        sitting.tell(.pictureArrived(update))
        #expect(sitting.selected == sitting.items.last)
        sitting.press(.up)
        let chosen = sitting.selected
        grow()
        sitting.tell(.pictureArrived(update))
        #expect(sitting.selected == chosen)
    }

    @Test("a corrected entry shows both, and who corrects it")
    func corrected() throws {
        var sitting = try Sitting(language: .en, size: Size(columns: 260, rows: 60))
        sitting.press(.character("8"), .character("/"))
        sitting.type("№4")
        #expect(sitting.text.contains("corrected by orda-1#"))
        #expect(sitting.text.contains("210"))
        #expect(sitting.text.contains("120"))
    }

    @Test("the policy tables are asked for once, with the first picture")
    func policy() throws {
        let situation = try SampleSituation.badNight.get()
        var sitting = Sitting(context: try Shipped.context(language: .en))
        sitting.tell(.ticked(situation.now))
        #expect(!sitting.takeEffects().contains(.loadPolicy))
        sitting.tell(.pictureArrived(situation.update))
        #expect(sitting.takeEffects().filter { $0 == .loadPolicy }.count == 1)
        sitting.press(.character("4"))
        #expect(sitting.takeEffects() == [])
        sitting.press(.enter)
        #expect(sitting.takeEffects() == [])
        #expect(sitting.text.contains("MIA") || sitting.text.contains("Loading"))
    }

    @Test("the exercise is paused, resumed and sped up by keys")
    func exercise() throws {
        var sitting = try Sitting(nature: .exercise)
        let now = try #require(sitting.model.now)
        sitting.press(.character("e"), .character("+"), .character("-"))
        #expect(
            sitting.takeEffects() == [.exercise(.pause), .exercise(.setSpeed(120)), .exercise(.setSpeed(30))])
        sitting.tell(.exerciseClockMoved(ExerciseClockState(now: now, speed: 3600, isPaused: true)))
        #expect(sitting.lines[0].contains("×3600"))
        sitting.press(.character("e"), .character("+"))
        #expect(sitting.takeEffects() == [.exercise(.resume)], "there is nothing faster than 3600")
    }

    @Test("an empty live station opens on the welcome page with three ways to begin")
    func welcome() throws {
        var sitting = Sitting(context: try Shipped.context(language: .en))
        sitting.tell(.pictureArrived(PictureUpdate(picture: Picture())))
        #expect(sitting.model.view.destination == .welcome)
        sitting.press(.enter)
        #expect(sitting.takeEffects() == [.startDemonstration])
        sitting.press(.down, .enter)
        sitting.type("/tmp/ағын.csv")
        sitting.press(.enter)
        #expect(sitting.takeEffects() == [.importFile(path: "/tmp/ағын.csv")])
        sitting.press(.down, .enter)
        #expect(sitting.takeEffects() == [.openEmptyWatch, .loadPolicy])
        #expect(sitting.model.view.destination == .tab(.overview))
    }

    @Test("an empty exercise, the past, or a journal to read only does not welcome")
    func noWelcome() throws {
        var exercise = Sitting(context: try Shipped.context(.exercise))
        exercise.tell(.pictureArrived(PictureUpdate(picture: Picture())))
        #expect(exercise.model.view.destination == .tab(.overview))
        let moment = PastMoment(asKnownAt: Instant(year: 2022, month: 9, day: 1))
        var past = Sitting(context: try Shipped.context(past: moment))
        past.tell(.pictureArrived(PictureUpdate(picture: Picture())))
        #expect(past.model.view.destination == .tab(.overview))
    }

    @Test("a bell rings for grave alarms that come, not for what stood there before")
    func bell() throws {
        var already = try Sitting()
        #expect(!already.takeEffects().contains(.ring))
        var sitting = try Sitting(SampleSituation.quietDay)
        #expect(!sitting.takeEffects().contains(.ring))
        let night = try SampleSituation.badNight.get()
        sitting.tell(.ticked(night.now))
        _ = sitting.takeEffects()
        sitting.tell(.pictureArrived(night.update))
        #expect(sitting.takeEffects().contains(.ring))
        sitting.tell(.pictureArrived(night.update))
        #expect(!sitting.takeEffects().contains(.ring))
    }

    @Test("of several pictures that wait for one frame the last is worked out")
    func coalescing() throws {
        var waiting = WaitingMessages()
        waiting.add(.pictureArrived(PictureUpdate(picture: Picture())))
        waiting.add(.told(Phrase("a")))
        waiting.add(.pictureArrived(try SampleSituation.quietDay.get().update))
        let all = waiting.takeAll()
        #expect(all.count == 2)
        guard case .pictureArrived(let update)? = all.last else {
            Issue.record("the picture is gone")
            return
        }
        #expect(update.picture.entryCount > 0)
        #expect(waiting.takeAll().isEmpty)
    }
}
