import Situation
import StrictYAML

/// Reads contact lists (`kind: contacts`, `version: 1`).
public enum ContactsReader {
    /// The contacts that `text` holds.
    ///
    /// - Parameter file: the name that faults and findings give.
    /// - Throws: the first fault of form.
    public static func read(text: String, file: String) throws(YAMLFault) -> Contacts {
        let value = try YAMLValue(parsing: text, file: file)
        let source = PlanSource(of: value, file: file)
        return try value.document(kind: "contacts", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> Contacts in
            Contacts(
                isIllustrative: try fields.require("illustrative").bool(),
                all: try fields.require("contacts").list(contact), source: source)
        }
    }

    private static func contact(_ value: YAMLValue) throws(YAMLFault) -> Contact {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Contact in
            Contact(
                id: try fields.require("id").text(),
                agency: AgencyKey(try fields.require("agency").text()),
                region: try fields.take("region").map { (value: YAMLValue) throws(YAMLFault) -> RegionCode in
                    RegionCode(try value.text())
                },
                post: try fields.take("post").map { (value: YAMLValue) throws(YAMLFault) -> CheckpointID in
                    CheckpointID(try value.text())
                },
                role: try fields.require("role").planText(),
                telephone: try telephone(try fields.require("telephone")),
                secondTelephone: try fields.take("second_telephone").map(telephone),
                steps: try fields.take("steps")?.list { (step: YAMLValue) throws(YAMLFault) -> String in
                    try step.text()
                } ?? [])
        }
    }

    private static func telephone(_ value: YAMLValue) throws(YAMLFault) -> String {
        let written = try value.text()
        let digits = written.filter { $0.isASCII && $0.isNumber }.count
        guard digits >= 3, written.allSatisfy({ ($0.isASCII && $0.isNumber) || "+-() ".contains($0) }) else {
            throw value.expected("a telephone number of at least three digits")
        }
        return written
    }
}
