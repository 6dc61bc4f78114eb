import Language

/// What readers say they expected or found, in the reader's language.
///
/// The readers of files speak of forms in fixed English words; here are those a planner meets. Words that are
/// not here are shown as they are, so nothing is lost.
enum FormWords {
    static func phrase(_ words: String) -> Phrase {
        if let key = exact[words] { return Phrase("planning.form.\(key)") }
        for (prefix, key) in openings where words.hasPrefix(prefix) {
            // A range is written with a dash, which all three languages read.
            let rest = words.dropFirst(prefix.count).replacing(" to ", with: "–")
            return Phrase("planning.form.\(key)", ["rest": .text(String(rest))])
        }
        return Phrase("planning.form.other", ["rest": .text(words)])
    }

    private static let exact = [
        "text": "text", "text as a key": "key-text", "a whole number": "whole-number", "a number": "number",
        "true or false": "true-or-false", "a list": "list", "a mapping": "mapping", "an alias": "alias",
        "a length of time with units, such as 90m, 4h, 2d or 1h30m": "span",
        "a length of time with units, such as 90s, 1.5m, 36h or 2d": "minutes",
        "a time with offset, such as 2026-09-21T18:00+05:00": "instant",
        "24 whole numbers, one an hour from midnight": "roster", "a time after 'from'": "after-from",
        "times in order": "in-order", "at least two moments": "two-moments",
        "[time, part of the height]": "knot", "at least one weight above 0": "weight",
        "at least one means of travel": "means", "at least one value": "value",
        "one law, such as exponential": "law", "all, a list of posts, or {sections: [...]}": "posts",
        "the levels low, medium, high, critical in this order": "levels",
        "at least one condition": "condition",
        "a telephone number of at least three digits": "telephone",
        "a time after the start with units, such as T+90m or T+4h": "time-after-start",
        "a length of time longer than nothing": "lasting", "true": "true",
        "as many lines as in the expected column": "lines",
        "columns number, id, time and the others": "list-head",
        "a decision without an act": "no-act", "readable UTF-8 text": "readable", "none": "nothing",
    ]

    private static let openings = [
        ("one of ", "one-of"), ("a number from ", "number-in"), ("a whole number ", "whole-number-in"),
        ("version ", "version"), ("at most ", "at-most"),
    ]
}
