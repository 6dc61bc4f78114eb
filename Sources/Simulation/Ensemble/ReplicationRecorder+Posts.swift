import Situation

/// What the border leaves behind.
extension ReplicationRecorder {
    mutating func takePosts(_ interval: IntervalRecord, _ moment: Moment) {
        var sections = Array(repeating: Line(), count: layout.sections.count)
        var country = Line()
        for (post, incoming) in interval.incoming.enumerated() where post < layout.sectionOfPost.count {
            let section = layout.sectionOfPost[post]
            take(incoming, of: post, moment)
            sections[section].add(incoming)
            country.add(incoming)
        }
        for (section, line) in sections.enumerated() { take(line, ofSection: section, moment) }
        take(country, lettingOut: interval.outgoing.reduce(0) { $0 + $1.served }, moment)
    }

    /// The posts of a section or of the country together. Not a sum of ``PostInterval``s: who came from a sister
    /// does not count again, and waits have a longest and no sum.
    fileprivate struct Line {
        var arrived = 0
        var served = 0
        var refused = 0
        var diverted = 0
        var gaveUp = 0
        var queue = 0
        var minutesWaited = 0.0
        var longestWait: Double?

        mutating func add(_ post: PostInterval) {
            arrived += post.arrived - post.divertedHere
            served += post.served
            refused += post.refused
            diverted += post.divertedAway
            gaveUp += post.gaveUp
            queue += post.queuePersons
            minutesWaited += post.personMinutesWaited
            if let wait = post.expectedWait { longestWait = max(longestWait ?? wait, wait) }
        }
    }

    private mutating func take(_ post: PostInterval, of index: Int, _ moment: Moment) {
        let queue = Double(post.queuePersons)
        set(.postQueuePersons, at: index, moment, to: queue)
        set(.postWaitMinutes, at: index, moment, to: post.expectedWait ?? .nan)
        set(.postUtilisation, at: index, moment, to: post.utilisation ?? .nan)
        add(Double(post.arrived), to: .arrivals, .post, at: index)
        add(Double(post.served), to: .letIn, .post, at: index)
        add(Double(post.refused), to: .refused, .post, at: index)
        add(Double(post.divertedAway), to: .diverted, .post, at: index)
        add(Double(post.gaveUp), to: .gaveUp, .post, at: index)
        add(post.personMinutesWaited / 60, to: .personHoursWaited, .post, at: index)
        raise(.peakQueue, .peakQueueAt, .post, at: index, to: queue, after: moment.hours)
        if let wait = post.expectedWait {
            raise(.peakWait, .peakWaitAt, .post, at: index, to: wait, after: moment.hours)
            if wait > RunMeasure.longWaitMinutes {
                note(.hoursToLongWait, .post, at: index, after: moment.hours)
            }
        }
        raise(.peakArrivals, .post, at: index, to: Double(post.arrived))
    }

    private mutating func take(_ line: Line, ofSection index: Int, _ moment: Moment) {
        let queue = Double(line.queue)
        count(.sectionArrivalsHour, at: index, moment, Double(line.arrived))
        set(.sectionQueuePersons, at: index, moment, to: queue)
        set(.sectionWaitMinutes, at: index, moment, to: line.longestWait ?? .nan)
        add(Double(line.arrived), to: .arrivals, .section, at: index)
        add(Double(line.served), to: .letIn, .section, at: index)
        add(line.minutesWaited / 60, to: .personHoursWaited, .section, at: index)
        raise(.peakQueue, .peakQueueAt, .section, at: index, to: queue, after: moment.hours)
        if let wait = line.longestWait {
            raise(.peakWait, .peakWaitAt, .section, at: index, to: wait, after: moment.hours)
        }
    }

    private mutating func take(_ line: Line, lettingOut servedOut: Int, _ moment: Moment) {
        count(.countryArrivalsHour, moment, Double(line.arrived))
        set(.countryQueuePersons, moment, to: Double(line.queue))
        add(Double(line.arrived), to: .arrivals, .country)
        add(Double(line.served), to: .letIn, .country)
        add(Double(servedOut), to: .letOut, .country)
        add(Double(line.refused), to: .refused, .country)
        add(Double(line.diverted), to: .diverted, .country)
        add(Double(line.gaveUp), to: .gaveUp, .country)
        add(line.minutesWaited / 60, to: .personHoursWaited, .country)
        raise(.peakQueue, .peakQueueAt, .country, to: Double(line.queue), after: moment.hours)
    }
}
