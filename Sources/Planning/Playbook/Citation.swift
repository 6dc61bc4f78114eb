/// What a statement of a playbook rests on, and where that is written.
public struct Citation: Hashable, Sendable {
    /// How sure it is.
    public let basis: Basis
    /// The place in the act or the name of the standard; always there for ``Basis/standard``.
    public let source: String?

    /// What a statement can rest on: a reader must be able to tell law from advice.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// The text of Government decree No. 1081 of 15 December 2025.
        case decree1081 = "decree 1081"
        /// The text of Government decree No. 554 of 12 July 2023.
        case decree554 = "decree 554"
        /// A published standard, named in the source beside it.
        case standard
        /// Good practice or law as generally known, not read in the act itself: to be confirmed by the agencies.
        case generalKnowledge = "general knowledge"
    }
}

/// An act of law a playbook is built on.
public struct LegalAct: Hashable, Sendable {
    /// Its title with number and date.
    public let act: PlanText
    /// What it provides for this playbook.
    public let provides: PlanText
    /// What ``provides`` rests on.
    public let citation: Citation
}

/// The ban on return to danger, put as the question that must be answered before a post is closed or
/// anyone is refused or returned.
public struct NoReturnRule: Hashable, Sendable {
    /// What the officer is asked.
    public let question: PlanText
    /// What follows when the answer is yes or unknown.
    public let rule: PlanText
    /// Where the ban is written.
    public let citation: Citation
}
