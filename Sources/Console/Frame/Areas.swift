import Terminal

/// Where the parts of the screen stand. The update and the view read the same areas.
struct Areas: Hashable {
    let head: Rect
    /// Lines under the head that must not be overlooked: the past, a picture held still.
    let banners: Rect
    let body: Rect
    /// The line over the footer, where something is typed or told; empty when there is nothing.
    let message: Rect
    let foot: Rect

    /// The smallest screen on which everything has its place.
    static let minimum = Size(columns: 60, rows: 16)

    init(_ size: Size, banners count: Int, hasMessage: Bool) {
        let (head, rest) = size.bounds.splitTop(1)
        let (middle, foot) = rest.splitBottom(1)
        let (banners, below) = middle.splitTop(count)
        let (body, message) = below.splitBottom(hasMessage ? 1 : 0)
        self.head = head
        self.banners = banners
        self.body = body
        self.message = message
        self.foot = foot
    }
}

extension Look {
    var areas: Areas {
        Areas(
            model.size, banners: banners.count,
            hasMessage: model.input != nil || model.notice != nil || model.work != nil)
    }
}
