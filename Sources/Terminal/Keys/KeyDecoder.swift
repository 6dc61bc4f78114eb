/// What ncurses reads: a scalar, or something it recognised.
enum RawKey: Equatable {
    case scalar(UInt32)
    case known(Key)
    case pasteBegin
    case pasteEnd
    /// Recognised, and of no meaning here.
    case other
}

/// Turns what ncurses reads into keys: controls, pasted text, and sequences ncurses does not know.
struct KeyDecoder {
    private enum State {
        case ground
        /// Esc has come; whether it was the key or began a sequence shows at once.
        case escape
        /// Inside an unknown sequence (ECMA-48 CSI) whose end is to be found.
        case sequence
        /// One character after ESC O.
        case shift3
        case paste(String.UnicodeScalarView)
    }

    /// More than this is told in several pieces, so that a lost end mark cannot fill the memory.
    static let pasteLimit = 1 << 20

    private var state = State.ground

    /// The keys that one more piece of input makes.
    mutating func decode(_ raw: RawKey) -> [Key] {
        if case .paste(let text) = state { return decodePasted(raw, text) }
        switch raw {
        case .scalar(let value): return decode(scalar: value)
        case .known(let key): return finish(with: [key])
        case .pasteEnd, .other: return finish(with: [])
        case .pasteBegin:
            let before = finish(with: [])
            state = .paste(String.UnicodeScalarView())
            return before
        }
    }

    /// Nothing more has come: an Esc by itself was the key.
    mutating func endOfInput() -> [Key] {
        guard case .escape = state else { return [] }
        return finish(with: [])
    }

    private mutating func decode(scalar value: UInt32) -> [Key] {
        switch state {
        case .ground, .paste:
            if value == 0x1B {
                state = .escape
                return []
            }
            return Self.key(value).map { [$0] } ?? []
        case .escape: return decodeAfterEscape(value)
        case .sequence:
            // Parameters and intermediates are 0x20–0x3F, the final byte 0x40–0x7E.
            if !(0x20...0x3F).contains(value) { state = value == 0x1B ? .escape : .ground }
            return []
        case .shift3:
            state = .ground
            return []
        }
    }

    private mutating func decodeAfterEscape(_ value: UInt32) -> [Key] {
        switch value {
        case 0x5B:  // [
            state = .sequence
            return []
        case 0x4F:  // O
            state = .shift3
            return []
        case 0x1B: return [.escape]
        default: return finish(with: Self.key(value).map { [$0] } ?? [])
        }
    }

    /// Back to the ground, telling first an Esc that was waiting.
    private mutating func finish(with keys: [Key]) -> [Key] {
        defer { state = .ground }
        if case .escape = state { return [.escape] + keys }
        return keys
    }

    private mutating func decodePasted(_ raw: RawKey, _ text: String.UnicodeScalarView) -> [Key] {
        var text = text
        switch raw {
        case .scalar(let value) where value != 0x1B:
            if let scalar = Unicode.Scalar(value == 0x0D ? 0x0A : value) { text.append(scalar) }
            state = .paste(text)
            guard text.count > Self.pasteLimit else { return [] }
            state = .paste(String.UnicodeScalarView())
            return [.paste(String(text))]
        case .pasteBegin, .known, .other:
            return []
        case .pasteEnd, .scalar:
            // Terminals take Esc out of what is pasted: it means that the end mark was lost.
            state = .ground
            return [.paste(String(text))]
        }
    }

    private static func key(_ value: UInt32) -> Key? {
        switch value {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
        case 0x1C...0x1F: Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
        case 0x80...0x9F: nil
        default: Unicode.Scalar(value).map { .character(Character($0)) }
        }
    }
}
