import Crypto
import CryptoExtras
import Foundation

/// What is kept of a PIN: its scrypt hash (RFC 7914) with a salt of its own. Working one out takes about a tenth of a
/// second and 32 MB, so that trying all PINs against a stolen file takes a while. It is no more than that: who can read
/// the file can try the few PINs there are.
struct PINHash: Codable, Hashable, Sendable {
    /// 16 random bytes, as hexadecimal digits.
    let salt: String
    /// 32 bytes, as hexadecimal digits.
    let hash: String
    /// scrypt's N, r and p.
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// The hash of a new PIN.
    init(of pin: String) throws {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        try self.init(of: pin, salt: salt, rounds: 1 << 15, blockSize: 8, parallelism: 1)
    }

    init(of pin: String, salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int) throws {
        self.salt = Self.hexadecimal(salt)
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
        hash = Self.hexadecimal(
            try Self.derive(
                Array(pin.utf8), salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism,
                count: 32))
    }

    /// Whether `pin` is the one hashed; takes equally long for right and wrong ones.
    func fits(_ pin: String) throws -> Bool {
        let again = try PINHash(
            of: pin, salt: Self.bytes(salt), rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return zip(again.hash.utf8, hash.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
            && again.hash.utf8.count == hash.utf8.count
    }

    static func derive(
        _ passphrase: [UInt8], salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int, count: Int
    ) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: passphrase, salt: salt, outputByteCount: count, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism, maxMemory: 256 << 20
        ).withUnsafeBytes { Array($0) }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
