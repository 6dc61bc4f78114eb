import Console
import Foundation
import Language
import Situation
import Store

// The log's filter over the whole journal, and the form that is being filled in.

extension JournalHost {
    /// How many entries an answer brings: some screens full.
    private nonisolated static let page = 200

    func search(_ query: LogQuery, before key: FoldKey?, _ reply: @escaping @MainActor (Message) -> Void) {
        let journal = journal
        let search = LogSearch(
            query.text, from: query.from, to: query.to, place: query.place, person: query.person,
            kinds: query.kinds, moment: moment)
        Task.detached {
            do throws(StoreError) {
                let found = try journal.search(search, before: key, limit: Self.page).map(\.entry)
                await reply(.logFound(query, found, isAll: found.count < Self.page))
            } catch {
                await reply(.failed(error.phrase))
                await reply(.logFound(query, [], isAll: true))
            }
        }
    }

    /// Written at once, as with a line of the log; readable by its owner alone.
    func saveForm(_ form: SavedForm?) {
        let path = surroundings.folders.form(for: journal.header.id)
        guard let form, let data = try? JSONEncoder().encode(form) else {
            unlink(path)
            return
        }
        try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
        chmod(path, 0o600)
    }
}
