//! Where everything stands in a picture, in whole pixels, so that it is the same
//! on every device and can be tested without drawing it.

use super::content::Content;
use super::tone::Tone;
use super::wrap::{width, wrap};

/// A filled box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Colour.
    pub tone: Tone,
}

/// On which side of its place a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// It ends there.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Where it begins or ends.
    pub at: i32,
    /// Which of both.
    pub align: Align,
    /// The line that letters stand on.
    pub baseline: i32,
    /// Font size.
    pub size: i32,
    /// Whether it is set in bold.
    pub is_bold: bool,
    /// The most room it may take.
    pub most: i32,
    /// Colour.
    pub tone: Tone,
}

/// A picture: boxes, and lines on them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poster {
    /// From the back to the front.
    pub blocks: Vec<Block>,
    /// The lines, in reading order.
    pub lines: Vec<Line>,
}

/// The margin at both sides.
const MARGIN: i32 = 80;
/// The room between the margins.
const ROOM: i32 = Poster::WIDTH - 2 * MARGIN;
/// The least room between an amount and what stands before it.
const GAP: i32 = 30;
/// The height of the band at the top.
const BAND: i32 = 230;

/// How a text is set.
#[derive(Clone, Copy)]
struct Style {
    size: i32,
    is_bold: bool,
    tone: Tone,
}

const fn plain(size: i32, tone: Tone) -> Style {
    Style {
        size,
        is_bold: false,
        tone,
    }
}

const fn bold(size: i32, tone: Tone) -> Style {
    Style {
        size,
        is_bold: true,
        tone,
    }
}

const LABEL: Style = plain(36, Tone::TextMuted);
const REMARK: Style = plain(26, Tone::TextMuted);
const ROW: Style = plain(36, Tone::Text);
const AMOUNT: Style = bold(36, Tone::Text);

/// Texts one below the other.
struct Flow {
    lines: Vec<Line>,
    top: i32,
}

impl Flow {
    const fn new(top: i32) -> Self {
        Self {
            lines: Vec::new(),
            top,
        }
    }

    const fn leave(&mut self, room: i32) {
        self.top += room;
    }

    fn put(&mut self, text: String, style: Style, align: Align, most: i32) {
        let at = match align {
            Align::Start => MARGIN,
            Align::End => Poster::WIDTH - MARGIN,
        };
        self.lines.push(Line {
            text,
            at,
            align,
            // Letters reach four fifths of their size above the line.
            baseline: self.top + style.size * 11 / 10,
            size: style.size,
            is_bold: style.is_bold,
            most,
            tone: style.tone,
        });
    }

    /// A text over the whole width, in as many lines as it takes.
    fn text(&mut self, text: &str, style: Style) {
        for line in wrap(text, style.size, ROOM) {
            self.put(line, style, Align::Start, ROOM);
            self.leave(style.size * 3 / 2);
        }
    }

    /// A text in one line, as large as fits.
    fn fitted(&mut self, text: &str, style: Style) {
        let needed = width(text, style.size).max(1);
        let size = if needed > ROOM {
            style.size * ROOM / needed
        } else {
            style.size
        };
        self.put(text.to_owned(), Style { size, ..style }, Align::Start, ROOM);
        self.leave(style.size * 3 / 2);
    }

    /// What something is, and how much at the other side; below it where both
    /// have no room beside each other.
    fn pair(&mut self, [what, amount]: &[String; 2]) {
        let taken = width(amount, AMOUNT.size);
        let rest = ROOM - taken - GAP;
        if width(what, ROW.size) <= rest {
            self.put(what.clone(), ROW, Align::Start, rest);
            self.put(amount.clone(), AMOUNT, Align::End, taken);
            self.leave(AMOUNT.size * 3 / 2);
        } else {
            self.text(what, ROW);
            for line in wrap(amount, AMOUNT.size, ROOM) {
                self.put(line, AMOUNT, Align::End, ROOM);
                self.leave(AMOUNT.size * 3 / 2);
            }
        }
        self.leave(6);
    }
}

impl Poster {
    /// Pixels from side to side.
    pub const WIDTH: i32 = 1_080;
    /// Pixels from top to bottom.
    pub const HEIGHT: i32 = 1_440;

    /// The picture of what is to be said.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let mut head = Flow::new(32);
        head.fitted(&content.title, plain(38, Tone::OnGreen));
        head.leave(10);
        head.fitted(&content.period, bold(72, Tone::OnGreen));

        // The remarks stand at the bottom, whatever is above them.
        let mut foot = Flow::new(0);
        for remark in &content.remarks {
            foot.text(remark, REMARK);
        }
        let foot_top = Self::HEIGHT - 40 - foot.top;
        shift(&mut foot.lines, foot_top);

        // The rest stands in the middle of what is left.
        let mut body = Flow::new(0);
        if let Some(name) = &content.name {
            body.fitted(name, bold(52, Tone::Text));
            body.leave(20);
        }
        if let Some([what, amount, range]) = &content.carbon {
            body.text(what, LABEL);
            body.fitted(amount, bold(120, Tone::GreenStrong));
            body.text(range, REMARK);
            body.leave(30);
        }
        for figure in &content.figures {
            body.pair(figure);
        }
        if let Some((heading, rows)) = &content.pollutants {
            body.leave(20);
            body.text(heading, LABEL);
            for row in rows {
                body.pair(row);
            }
        }
        let top = BAND + (foot_top - BAND - body.top).max(0) / 2;
        shift(&mut body.lines, top);

        let ground = block(0, 0, Self::WIDTH, Self::HEIGHT, Tone::Surface);
        let band = block(0, 0, Self::WIDTH, BAND, Tone::Green);
        let line = block(MARGIN, foot_top - 20, ROOM, 2, Tone::Border);
        Self {
            blocks: vec![ground, band, line],
            lines: [head.lines, body.lines, foot.lines].concat(),
        }
    }
}

const fn block(left: i32, top: i32, width: i32, height: i32, tone: Tone) -> Block {
    Block {
        left,
        top,
        width,
        height,
        tone,
    }
}

fn shift(lines: &mut [Line], down: i32) {
    for line in lines {
        line.baseline += down;
    }
}

#[cfg(test)]
mod tests {
    use super::{Align, Line, MARGIN, Poster, width};
    use crate::account::poster::content::tests::{content, everything};
    use crate::account::{Chosen, Content};
    use crate::language::Language;

    /// Upper, lower, left and right edge of a line.
    fn edges(line: &Line) -> [i32; 4] {
        let taken = width(&line.text, line.size).min(line.most);
        let [left, right] = match line.align {
            Align::Start => [line.at, line.at + taken],
            Align::End => [line.at - taken, line.at],
        };
        // Letters reach below the line by a quarter of their size at most.
        [
            line.baseline - line.size,
            line.baseline + line.size / 4,
            left,
            right,
        ]
    }

    #[track_caller]
    fn check(content: &Content) {
        let poster = Poster::of(content);
        for (index, line) in poster.lines.iter().enumerate() {
            let [top, bottom, left, right] = edges(line);
            assert!(width(&line.text, line.size) <= line.most, "{line:?}");
            assert!(top >= 0 && bottom <= Poster::HEIGHT, "{line:?}");
            assert!(
                left >= MARGIN && right <= Poster::WIDTH - MARGIN,
                "{line:?}"
            );
            for other in &poster.lines[..index] {
                let [above, below, before, after] = edges(other);
                let apart = top >= below || bottom <= above || left >= after || right <= before;
                assert!(apart, "{line:?} over {other:?}");
            }
        }
    }

    #[test]
    fn nothing_is_cut_and_nothing_overlaps() {
        for language in Language::ALL {
            check(&content(&Chosen::default(), language));
            check(&content(&everything(), language));
            // The longest name there is, and a period as no month has.
            let mut full = content(&everything(), language);
            full.name = Some("W".repeat(20));
            full.period = "Wednesday 30 September 2026".into();
            full.figures[0][1] = "1000000 · 66.7% of all trips".into();
            check(&full);
        }
    }

    #[test]
    fn everything_that_is_to_be_said_is_there() {
        for language in Language::ALL {
            let content = content(&everything(), language);
            let lines = Poster::of(&content).lines;
            let shown: Vec<String> = lines.into_iter().map(|line| line.text).collect();
            let letters = |text: &str| text.replace(char::is_whitespace, "");
            let shown = letters(&shown.concat());
            let pollutants = content.pollutants.clone().unwrap_or_default();
            let pairs = content.figures.iter().chain(&pollutants.1).flatten();
            let carbon = content.carbon.iter().flatten();
            let all = [&content.title, &content.period, &pollutants.0];
            let all = all.into_iter().chain(&content.name).chain(carbon);
            for text in all.chain(pairs).chain(&content.remarks) {
                assert!(shown.contains(&letters(text)), "{text} in {shown}");
            }
        }
    }
}
