//! What the charts of the statement are made of. Across, everything is in percents
//! of the room that there is; down, in steps that grow with the letters. So the
//! letters keep the reader's size on every screen, and the chart grows with them.

use crate::account::Names;
use crate::app::components::{Element, element};
use crate::quantity::Decimal;

/// Hundredths of the size of a letter: about a pixel where letters are of the usual
/// size.
const STEP: i32 = 8;

/// How wide a chart has to be for the names that want so much room, in letters;
/// statement.css has a rule for each.
const WIDTHS: [usize; 8] = [8, 10, 12, 14, 16, 19, 22, 25];

/// What stands at the left of a chart, by how much room it takes in hundredths of a
/// letter; statement.css leaves as much.
#[derive(Clone, Copy)]
pub enum Left {
    /// Amounts beside the lines.
    Amounts = 340,
    /// The days of the week.
    Days = 230,
}

/// The place that a chart stands in: as wide as the page lets it be.
pub fn chart_place(chart: Element) -> Element {
    element("div", "chart-place").child(chart)
}

/// Hundredths of a percent as SVG has them: `13.5%`.
pub fn percent(hundredths: i32) -> String {
    Decimal::new(hundredths.into(), 2).to_string() + "%"
}

/// Steps down as SVG has them: `2.4em`.
pub fn down(steps: i32) -> String {
    Decimal::new((steps * STEP).into(), 2).to_string() + "em"
}

/// A text in a chart.
pub fn text(x: String, y: i32, text: &str) -> Element {
    element("text", "chart-text")
        .attribute("x", x)
        .attribute("y", down(y))
        .text(text.to_owned())
}

/// What stands at the left of a line or a row.
pub fn beside(left: Left, y: i32, label: &str) -> Element {
    let x = Decimal::new(-(left as i64), 2).to_string() + "em";
    text(x, y, label).attribute("dy", "0.35em")
}

/// A name in a row of names, where it is ever written.
pub fn name(
    names: &Names,
    index: usize,
    left: Left,
    [x, y]: [i32; 2],
    name: &str,
) -> Option<Element> {
    let least = names.least(index)? + left as usize;
    let width = WIDTHS.into_iter().find(|width| width * 100 >= least);
    let width = width.unwrap_or(WIDTHS[WIDTHS.len() - 1]).to_string();
    let class = ["chart-text chart-from-", &width].concat();
    Some(text(percent(x), y, name).attribute("class", class))
}

#[cfg(test)]
mod tests {
    use super::{Left, WIDTHS};

    const STYLES: &str = include_str!("../../../static/styles/later/statement.css");

    #[test]
    fn each_width_and_each_place_at_the_left_has_its_rule() {
        for width in WIDTHS {
            let rule = format!(
                "(inline-size < {width}em) {{\n    .chart-from-{width} {{\n      display: none;"
            );
            assert!(STYLES.contains(&rule), "{rule}");
        }
        assert_eq!(STYLES.matches(".chart-from-").count(), WIDTHS.len());
        for (class, left) in [("amounts", Left::Amounts), ("days", Left::Days)] {
            let tenths = left as i32 / 10;
            let room = format!("{}.{}em;", tenths / 10, tenths % 10);
            let rule = format!(".chart-of-{class} {{\n    padding-inline-start: {room}");
            assert!(STYLES.contains(&rule), "{rule}");
        }
    }
}
