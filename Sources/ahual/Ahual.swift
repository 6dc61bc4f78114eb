import ArgumentParser

@main
struct Ahual: AsyncParsableCommand {
    func run() async throws {}
}
