import Language
import Situation
import Terminal

extension Model {
    /// A key while a line is being typed: every character counts as itself, whatever the keyboard layout.
    mutating func type(_ key: Key) -> [Effect] {
        switch input {
        case .filter: typeFilter(key)
        case .note: return typeNote(key)
        case .importPath(let field): return typePath(key, field)
        case .moment(let slider): return move(slider, by: key)
        case nil: break
        }
        return []
    }

    private mutating func typeFilter(_ key: Key) {
        switch key {
        case .enter: input = nil
        case .escape:
            view.filter = TextField()
            input = nil
        case .up: move(.up)
        case .down: move(.down)
        default: _ = view.filter.handle(key)
        }
    }

    // MARK: The note

    /// Opens the line with what was typed before.
    mutating func beginNote() {
        if note.field.isEmpty { note.place = view.destination.notePlace }
        input = .note
    }

    private mutating func typeNote(_ key: Key) -> [Effect] {
        switch key {
        case .enter: return sendNote()
        case .escape:
            input = nil
            if !note.field.isEmpty { tell("console.told.draft-kept") }
            return []
        default:
            let before = note.field.text
            _ = note.field.handle(key)
            return note.field.text == before ? [] : [.saveDraft(note.field.text)]
        }
    }

    private mutating func sendNote() -> [Effect] {
        let text = note.field.text
        input = nil
        guard !text.allSatisfy(\.isWhitespace) else { return [] }
        if let reason = reasonNotToWrite {
            notice = Notice(phrase: reason, isFailure: true)
            return []
        }
        guard note.sending == nil else {
            tell("console.told.note-on-its-way")
            return []
        }
        let draft = DraftID(note.nextNumber)
        note.nextNumber += 1
        note.sending = draft
        tell("console.told.note-on-its-way")
        return [.appendNote(text: text, place: note.place, draft: draft)]
    }

    /// The line is given up only once the journal has it.
    mutating func noteWasStored(_ id: EntryID, _ draft: DraftID) -> [Effect] {
        guard note.sending == draft else { return [] }
        note.sending = nil
        note.field = TextField()
        note.place = nil
        note.stored = id
        notice = Notice(
            phrase: Phrase("console.told.note-stored", ["entry": .text(id.description)]), isFailure: false)
        settle()
        return [.saveDraft("")]
    }

    mutating func noteWasRefused(_ reason: Phrase, _ draft: DraftID) {
        guard note.sending == draft else { return }
        note.sending = nil
        notice = Notice(phrase: reason, isFailure: true)
        input = .note
    }

    // MARK: The file to import

    private mutating func typePath(_ key: Key, _ typed: TextField) -> [Effect] {
        var field = typed
        switch key {
        case .enter:
            input = nil
            return field.isEmpty ? [] : [.importFile(path: field.text)]
        case .escape: input = nil
        default:
            _ = field.handle(key)
            input = .importPath(field)
        }
        return []
    }

    mutating func tell(_ key: String) { notice = Notice(phrase: Phrase(key), isFailure: false) }
}
