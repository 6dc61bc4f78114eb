import Council
import Language
import Reference
import Situation
import Terminal
import Wording

/// What every part of a view needs: the model, the words, the names and the characters to draw with.
struct Look: Sendable {
    let model: Model
    let speech: Speech
    let names: Names
    let glyphs: Glyphs

    init(_ model: Model, glyphs: Glyphs = .unicode) {
        self.model = model
        self.glyphs = glyphs
        speech = Speech(model.context.catalog(model.language))
        names = Names(reference: model.context.reference, language: model.language)
    }

    /// What stands of the watch.
    var watch: WatchPicture { model.watch }
    var reading: SituationReading? { model.reading }
    var council: CouncilReading? { model.council }
    var reference: Reference { model.context.reference }
    var policy: PolicyTables? { model.policy.tables }
    var marks: Glyphs.Marks { glyphs.marks }

    /// The name of an agency in short.
    func agency(_ key: AgencyKey) -> String { names.agency(key, policy) }

    /// The names of responsible agencies, in the printed order.
    func agencies(_ responsible: [Responsible]) -> String {
        responsible.map { agency($0.agency) }.joined(separator: ", ")
    }
}
