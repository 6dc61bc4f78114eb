import Planning
import Simulation
import Situation

/// What an entry of the journal changes in the simulated world, and after what delay.
///
/// Orders change it when they are accepted; reserve that is committed to a task changes it as what it is: beds open,
/// lanes are staffed, buses come, desks open. Tents, toilets, tankers and medical teams change nothing that is simulated.
struct Consequences {
    let stage: ExerciseStage
    let run: StagedRun
    let picture: Picture

    /// What follows and when it is to begin, counted from the entry.
    struct Outcome: Equatable {
        let order: OrderID?
        let acts: [Act]
        let delay: Span
    }

    /// `nil` for an entry that changes nothing.
    func outcome(of entry: Entry) -> Outcome? {
        switch entry.fact {
        case .act(let event): outcome(of: event)
        case .reserve(let event): outcome(of: event)
        default: nil
        }
    }

    private func outcome(of event: OrderEvent) -> Outcome? {
        guard let record = picture.watch.orders[event.order] else { return nil }
        switch event.change {
        case .accepted:
            // Taken back before anybody looked: nothing comes of it.
            guard record.state != .cancelled else { return nil }
            return Outcome(
                order: event.order, acts: [record.act], delay: stage.plan.delays.of(record.act.kind))
        // What has happened in the world already is not undone by taking the order back.
        case .cancelled where record.effect.map({ $0 > run.now }) ?? false:
            return Outcome(order: event.order, acts: [], delay: .zero)
        case .ordered, .refused, .done, .cancelled: return nil
        }
    }

    private func outcome(of event: ReserveEvent) -> Outcome? {
        guard let kind = ReserveCommitment.Kind(rawValue: event.pool.kind) else { return nil }
        let region = RegionCode(event.pool.place)
        switch event.change {
        case .committed(let amount, _, _):
            return commit(kind, amount, region)
        case .released(let amount, _):
            return release(kind, amount, region)
        }
    }

    private func commit(_ kind: ReserveCommitment.Kind, _ amount: Int, _ region: RegionCode) -> Outcome? {
        let delays = stage.plan.delays
        return switch kind {
        case .beds: outcome(openBeds(amount, in: region), after: delays.reserveBeds)
        case .lanes: outcome(moreLanes(amount, in: region), after: delays.lanes)
        case .buses: outcome([.orderBuses(region, count: amount)], after: delays.buses)
        case .staff: outcome(moreDesks(Self.desks(of: amount), in: region), after: delays.desks)
        case .tents, .toilets, .medicalTeams, .waterTankers: nil
        }
    }

    /// Beds that are open stay open and buses that came stay; lanes and desks go back.
    private func release(_ kind: ReserveCommitment.Kind, _ amount: Int, _ region: RegionCode) -> Outcome? {
        switch kind {
        case .lanes:
            outcome(
                posts(in: region).map { .followRoster($0, .in) }, after: stage.plan.delays.lanes)
        case .staff: outcome(moreDesks(-Self.desks(of: amount), in: region), after: stage.plan.delays.desks)
        default: nil
        }
    }

    private func outcome(_ acts: [Act], after delay: Span) -> Outcome? {
        acts.isEmpty ? nil : Outcome(order: nil, acts: acts, delay: delay)
    }

    // MARK: Sharing out

    /// From shelters with the shortest lead first, as far as their reserve goes.
    private func openBeds(_ amount: Int, in region: RegionCode) -> [Act] {
        var left = amount
        let ordered = run.pending(.openReserve)
        let shelters = stage.world.shelters.filter { region == "KZ" || $0.region == region }
            .sorted { ($0.reserveLeadTime, $0.id) < ($1.reserveLeadTime, $1.id) }
        return shelters.compactMap { shelter in
            let pending = ordered.reduce(0) { sum, act in
                if case .openReserve(shelter.id, let beds) = act { sum + beds.count } else { sum }
            }
            let beds = min(left, run.engine.reserveToOrder(of: shelter.id).count - pending)
            guard beds > 0 else { return nil }
            left -= beds
            return .openReserve(shelter.id, Beds(beds))
        }
    }

    /// One by one to the post where most people wait for each lane that works.
    private func moreLanes(_ amount: Int, in region: RegionCode) -> [Act] {
        var lanes: [(post: CheckpointID, open: Int, waiting: Int)] = posts(in: region).compactMap { post in
            run.engine.line(post, .in).map { (post, $0.lanesOpen.count, $0.waiting.count) }
        }
        guard !lanes.isEmpty else { return [] }
        let before = lanes.map(\.open)
        for _ in 0..<min(amount, 1000) {
            let neediest = lanes.indices.max { left, right in
                lanes[left].waiting * (lanes[right].open + 1) < lanes[right].waiting * (lanes[left].open + 1)
            }
            if let neediest { lanes[neediest].open += 1 }
        }
        return zip(lanes, before).filter { $0.0.open > $0.1 }
            .map { .staffLanes($0.0.post, .in, Lanes($0.0.open)) }
    }

    private func moreDesks(_ count: Int, in region: RegionCode) -> [Act] {
        guard let now = run.engine.registrationDesks(in: region) else { return [] }
        return [.staffRegistration(region, desks: max(1, now + count))]
    }

    /// *Assumed*: a desk takes four people, who relieve one another.
    private static func desks(of staff: Int) -> Int { max(1, staff / 4) }

    private func posts(in region: RegionCode) -> [CheckpointID] {
        region == "KZ" ? stage.world.posts.map(\.id) : stage.postsOfRegion[region] ?? []
    }
}
