import Situation

/// One of the 73 measures of the action plan. Kazakh text is as printed; Russian and English are this
/// project's own translations.
public struct Measure: Hashable, Sendable, Identifiable {
    /// 1 to 73.
    public let number: MeasureNumber
    /// The number.
    public var id: Int { number.value }
    /// The direction of the plan, 1 to 7.
    public let direction: Int
    /// The indicators whose header line stands above it.
    public let indicators: [IndicatorNumber]
    /// What is to be done.
    public let name: LocalName
    /// What closes it.
    public let completion: CompletionForm
    /// The deadline cell as printed.
    public let deadlineText: String
    /// Our reading of the deadline.
    public let deadline: Deadline
    /// The responsible cell as printed.
    public let responsibleText: String
    /// The agencies in printed order; the first leads.
    public let responsible: [Responsible]
    /// Where the money comes from.
    public let funding: Funding
    /// What a reader should know, such as a slip of print.
    public let note: String?

    /// The agency that leads.
    public var lead: AgencyKey? { responsible.first?.agency }

    /// The document or act that closes a measure.
    public struct CompletionForm: Hashable, Sendable {
        /// The form in words.
        public let name: LocalName
        /// Our grouping.
        public let kind: Kind

        /// Our own grouping of the printed forms.
        public enum Kind: String, CaseIterable, Sendable {
            case information, order, roadmap, proposal, event, memorandum, report, pilot, plan
            case systemDemoOrTest = "system_demo_or_test"
            case draftLaw = "draft_law"
            case governmentResolution = "government_resolution"
            case acceptanceAct = "acceptance_act"
            case draftAgreement = "draft_agreement"
            case akimDecision = "akim_decision"
        }
    }

    /// Where the money comes from.
    public struct Funding: Hashable, Sendable {
        /// The volume cell as printed.
        public let volumeText: String
        /// Our reading of the volume cell.
        public let volume: Volume
        /// `nil` where no such cell is printed.
        public let sourceText: String?
        /// Our reading of the source cell; empty where none is printed.
        public let sources: [Source]

        /// Whether money is needed.
        public enum Volume: String, CaseIterable, Sendable {
            case notRequired = "not_required"
            case withinProvidedFunds = "within_provided_funds"
        }

        /// The budget.
        public enum Source: String, CaseIterable, Sendable {
            case notRequired = "not_required"
            case republicanBudget = "republican_budget"
            case localBudget = "local_budget"
        }
    }
}
