import Situation
import Terminal
import Wording

extension Look {
    /// The orders under the board of tasks.
    var ordersListing: Listing {
        let columns: [Column<OrderRecord>] = [
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn(speech("drill.orders.title"), minimum: 24, isFlexible: true)) {
                TableCell(words($0.act))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 10, ideal: 12)) {
                TableCell(word($0.state), style(of: $0.state))
            },
            Column(TableColumn(speech("drill.orders.from"), minimum: 11)) { order in
                TableCell(order.effect.map { speech.brief($0, now: model.now) } ?? "", .accent)
            },
            Column(TableColumn(speech("drill.orders.since"), minimum: 11, priority: 1)) {
                TableCell(speech.brief($0.since, now: model.now), .muted)
            },
            Column(TableColumn("", minimum: 14, ideal: 20, priority: 2)) {
                TableCell($0.by.person.rawValue, .muted)
            },
        ]
        return Listing(orderRows, columns: columns) { .destination(.order($0.id)) }
    }
}
