import Situation
import Testing

@Suite("Roles")
struct RoleTests {
    @Test("An observer may do nothing but sign on and off")
    func observer() {
        #expect(Duty.allCases.filter { Role.observer.may($0) } == [.handOver])
    }

    @Test("Only the lead takes an alarm out of service")
    func outOfService() {
        #expect(Role.allCases.filter { $0.may(.takeAlarmOutOfService) } == [.shiftLead])
    }
}
