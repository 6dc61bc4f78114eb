import Council
import Language
import Reference
import Situation
import Wording

/// A pack: the council's, or a situation report for a shift, an agency or a region. It holds nothing but what its
/// subject says, so that the same subject always gives the same bytes.
public struct Brief: Sendable {
    let subject: BriefSubject
    let words: EntryWords

    public init(_ subject: BriefSubject, _ words: EntryWords) {
        self.subject = subject
        self.words = words
    }

    var speech: Speech { words.speech }
    var names: Names { words.names }
    var seal: PackSeal { subject.seal }
    var view: BriefView { subject.view }

    func callAsFunction(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        speech("brief.\(key)", arguments)
    }

    /// The pack in the form its seal names.
    ///
    /// - Throws: `EncodingError` for a number JSON cannot say.
    public func written() throws -> String {
        switch seal.format {
        case .html: document.html(language: speech.language.rawValue)
        case .text: document.text
        case .csv: BriefCSV.text(document)
        case .json: try JSONText.of(BriefJSON(self)) + "\n"
        }
    }

    var document: PrintedDocument {
        let body =
            seal.audience == .council
            ? CouncilPack(self).sections : SituationReport(self).sections
        return PrintedDocument(
            title: title, mark: subject.position.mark(speech), facts: facts, sections: body,
            foot: subject.position.foot(speech), seal: seal.text)
    }

    private var title: String {
        switch seal.audience {
        case .council: self("title.council")
        case .shift: self("title.shift")
        case .agency(let key): self("title.agency", ["agency": .text(names.agency(key, subject.policy))])
        case .region(let code): self("title.region", ["region": .text(names.region(code))])
        }
    }

    /// How much is known, and up to when. A function of its own, not inlined: with it in the middle of ``facts`` the
    /// optimiser of Swift 6.3.1 stops with an ownership error.
    @inline(never)
    private var dataWords: String {
        let count = view.picture.entryCount
        guard let last = view.picture.lastKnown else { return self("no-data") }
        return self("data", ["count": .number(count), "moment": .text(speech.moment(last))])
    }

    private var facts: [PrintedDocument.Fact] {
        func fact(_ key: String, _ value: String) -> PrintedDocument.Fact {
            .init(label: self("fact.\(key)"), value: value)
        }
        var facts = [fact("made", speech.clock(seal.made))]
        if seal.audience != .council {
            facts.append(
                fact("period", "\(speech.moment(view.now - .days(1))) – \(speech.moment(view.now))"))
        }
        facts += [
            fact("producer", self("producer", ["version": .text(seal.program)])),
            fact("data", dataWords),
        ]
        if let moment = seal.asKnownAt { facts.append(fact("as-known-at", speech.clock(moment))) }
        if let moment = seal.asRecordedAt { facts.append(fact("as-recorded-at", speech.clock(moment))) }
        if let since = subject.comparison?.since { facts.append(fact("compared", speech.clock(since))) }
        if view.picture.unreadCount > 0 {
            facts.append(fact("unread", speech.number(view.picture.unreadCount)))
        }
        if !subject.contested.isEmpty {
            facts.append(
                fact("contested", subject.contested.map(\.description).joined(separator: ", ")))
        }
        if seal.audience != .council {
            let next = seal.made + (seal.audience == .shift ? .hours(12) : .days(1))
            facts.append(fact("next", self("planned", ["moment": .text(speech.clock(next))])))
        }
        return facts
    }

    /// Where a figure is from and when it became known.
    func origin(_ provenance: Provenance) -> String {
        speech(
            "status.origin",
            ["source": .text(provenance.source.rawValue), "moment": .text(speech.moment(provenance.known))])
            + ", \(provenance.entry)"
    }
}
