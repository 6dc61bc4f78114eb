import Terminal
import Wording

/// The picture of the whole screen: a pure function of the model.
public func view(_ model: Model, glyphs: Glyphs = .unicode) -> Frame {
    var frame = Frame(size: model.size)
    let look = Look(model, glyphs: glyphs)
    frame.draw(glyphs: glyphs) { canvas in
        if model.size.holds(Areas.minimum) {
            look.render(on: &canvas)
        } else {
            look.renderTooSmall(on: &canvas)
        }
    }
    return frame
}

extension Look {
    fileprivate func render(on canvas: inout Canvas) {
        let areas = areas
        canvas.draw(Head(look: self), in: areas.head)
        for (line, banner) in banners.enumerated() {
            let place = Rect(x: 0, y: areas.banners.y + line, width: areas.banners.width, height: 1)
            canvas.fill(place, style: banner.fill)
            canvas.draw(
                Text(banner.text, alignment: banner.isCentred ? .centre : .left),
                in: place.inset(horizontal: 1))
        }
        page.render(model.view, on: &canvas)
        if let overlay = model.overlay {
            OverlayView(look: self, overlay: overlay).render(in: areas.body, on: &canvas)
        }
        if !areas.message.isEmpty { canvas.draw(MessageLine(look: self), in: areas.message) }
        canvas.draw(Foot(look: self), in: areas.foot)
    }

    /// Says which size is needed; an exercise shows its word even here.
    fileprivate func renderTooSmall(on canvas: inout Canvas) {
        let text = speech(
            "console.too-small",
            [
                "columns": .number(Areas.minimum.columns), "rows": .number(Areas.minimum.rows),
                "now": .text("\(model.size.columns)×\(model.size.rows)"),
            ])
        let edge = model.isExercise ? 1 : 0
        let inner = canvas.bounds.inset(vertical: min(edge, canvas.size.rows / 2))
        canvas.draw(Paragraph(text), in: inner)
        guard model.isExercise else { return }
        // Something real is told in any window that holds a line.
        let real = [realEmergencyBanner].compactMap(\.self) + liveAlarmBanners.reversed()
        for (line, banner) in real.enumerated() {
            canvas.draw(
                Text(banner.text),
                in: Rect(x: 0, y: inner.endY - 1 - line, width: inner.width, height: min(1, inner.height)))
        }
        let word = " \(speech("program.exercise")) "
        for y in Set([0, canvas.size.rows - 1]) {
            canvas.fill(Rect(x: 0, y: y, width: canvas.size.columns, height: 1), style: .exercise)
            canvas.write(word, y: y, style: .exercise)
        }
    }
}
