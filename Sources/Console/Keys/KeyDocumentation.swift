import Language

/// The table of keys for the manual, from the records that dispatch them.
public enum KeyDocumentation {
    /// A Markdown table in the catalog's language: keys, and what they do.
    public static func markdown(_ catalog: Catalog) -> String {
        let head = "| \(catalog.say("console.doc.keys")) | \(catalog.say("console.doc.what")) |\n|---|---|\n"
        return head
            + Bindings.all.map { binding in
                let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
                return "| \(keys) | \(catalog.say(binding.description)) |\n"
            }.joined()
    }
}
