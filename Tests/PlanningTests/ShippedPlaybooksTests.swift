import Planning
import Situation
import Testing

@Suite struct ShippedPlaybooksTests {
    private let folder = PlaybookFolder.load(PlanningFixtures.playbooks)

    @Test func `there is a playbook for each kind of crisis, and each file reads`() {
        #expect(folder.faults.isEmpty, "\(folder.faults)")
        #expect(Set(folder.playbooks.map(\.crisis)) == Set(Playbook.Crisis.allCases))
        #expect(folder.playbooks.count >= 5)
    }

    @Test func `the check finds nothing in any of them`() {
        for playbook in folder.playbooks {
            let found = PlanningFixtures.check.findings(in: playbook)
            #expect(found.isEmpty, "\(found)")
        }
    }

    @Test func `each has three to five phases and ten to eighteen tasks`() {
        for playbook in folder.playbooks {
            #expect((3...5).contains(playbook.phases.count), "\(playbook.id)")
            #expect((10...18).contains(playbook.tasks.count), "\(playbook.id)")
        }
    }

    @Test func `each can be started by a trigger of its first phase`() throws {
        for playbook in folder.playbooks {
            let first = try #require(playbook.phases.first)
            #expect(playbook.triggers.contains { $0.opens == first.id }, "\(playbook.id)")
        }
    }

    @Test func `each begins with a call to the posts and reports its situation again and again`() throws {
        for playbook in folder.playbooks {
            let first = try #require(playbook.tasks.first)
            #expect(first.what[.en].contains("by telephone"), "\(playbook.id)")
            #expect(playbook.tasks.contains { $0.every != nil && $0.message != nil }, "\(playbook.id)")
        }
    }

    @Test func `each cites the decree on asylum seekers and the decree on migration policy`() {
        for playbook in folder.playbooks {
            let titles = playbook.legalBasis.map { $0.act[.en] }.joined()
            #expect(titles.contains("554 of 12 July 2023"), "\(playbook.id)")
            #expect(titles.contains("1081 of 15 December 2025"), "\(playbook.id)")
        }
    }

    @Test func `each asks about asylum before some task`() {
        for playbook in folder.playbooks {
            #expect(playbook.tasks.contains { $0.asksAboutAsylum }, "\(playbook.id)")
        }
    }

    @Test func `Kazakh texts never call a playbook by the word for minutes alone`() {
        for playbook in folder.playbooks {
            var texts = playbook.tasks.map { $0.what[.kk] } + playbook.messages.map { $0.subject[.kk] }
            texts += playbook.legalBasis.map { $0.provides[.kk] } + [playbook.purpose[.kk]]
            for text in texts {
                let bare = text.replacing("іс-қимыл хаттама", with: "")
                #expect(!bare.lowercased().contains("хаттама"), "\(playbook.id): \(text)")
            }
        }
    }

    @Test func `task names differ between playbooks, so that a log line names one`() {
        let names = folder.playbooks.flatMap { $0.tasks.map(\.id) }
        #expect(Set(names).count == names.count)
    }
}
