//! The ways as bars with their ranges. The numbers are read, the bars only
//! compare; a tap on a row leads to its form, filled in and not yet saved.

use super::{Asked, name};
use crate::account::{ComparedRow, Comparison, Measure, RangeBar, Share, Stretch, Trips, Way};
use crate::app::components::{Element, button, element, icon, link};
use crate::app::context::App;
use crate::app::pages::record::{Form, record_at_once};
use crate::app::route::Route;
use crate::language::fill;
use crate::methodology::current;

/// All ways, the least emission first.
pub fn chart(app: &App, asked: &Asked, trips: &Trips, comparison: &Comparison) -> Element {
    let texts = app.messages().compare;
    let names = app.messages().names;
    let what = match asked.measure {
        Measure::Carbon => texts.carbon_name().to_owned(),
        Measure::Pollutant(pollutant) => fill(
            texts.pollutant_name(),
            &[("id", pollutant.id()), ("name", names.pollutant(pollutant))],
        ),
    };
    let distance = trips.distance().exact(app.language());
    let count = trips.a_year().to_string();
    let values = [
        ("what", &*what),
        ("distance", &*distance),
        ("count", &*count),
    ];
    let title = match asked.stretch {
        Stretch::Trip => texts.chart_of_trip(),
        Stretch::Year => texts.chart_of_year(),
    };
    let mut list = element("ol", "compare-rows");
    for row in &comparison.rows {
        list = list.child(
            element("li", "compare-line")
                .key(name(app, row.way))
                .child(line(app, asked, trips, row))
                .children(side(app, asked, trips, row)),
        );
    }
    let left_out: Vec<String> = (comparison.left_out.iter())
        .map(|way| name(app, *way))
        .collect();
    let left_out = if left_out.is_empty() {
        String::new()
    } else {
        fill(
            texts.left_out(),
            &[("ways", &left_out.join(texts.separator()))],
        )
    };
    let at_once = if app.appearance().embedded {
        ""
    } else {
        texts.at_once_hint()
    };
    let is_pollutant = matches!(asked.measure, Measure::Pollutant(_));
    let unknown = if is_pollutant {
        texts.unknown_hint()
    } else {
        ""
    };
    element("section", "card")
        .attribute("aria-labelledby", "compare-title")
        .child(
            element("h2", "")
                .attribute("id", "compare-title")
                .text(fill(title, &values)),
        )
        .child(element("p", "muted small").text([texts.chart_hint(), at_once].concat()))
        .child(list)
        .child(element("p", "muted small slot").text(left_out))
        .child(element("p", "muted small slot").text(unknown))
        .child(element("p", "muted small").text(texts.persons_hint()))
}

fn line(app: &App, asked: &Asked, trips: &Trips, row: &ComparedRow) -> Element {
    let texts = app.messages().compare;
    let amount = match row.estimate {
        Some(estimate) => asked.measure.short(estimate.value, app.language()),
        None => app.messages().shell.unknown_amount().to_owned(),
    };
    let drawing = match row.way {
        Way::Action(action, _) => action.id.as_str(),
        Way::Taxi => "car",
    };
    let is_present = row.way.is(asked.replaced);
    let present = is_present.then(|| element("span", "tag").text(texts.present()));
    let head = element("span", "compare-name")
        .text(name(app, row.way))
        .child(element("span", "slot").children(present));
    let form = row.way.form(trips.distance(), Some(asked.replaced));
    let line = match &form {
        Some(form) => link("compare-row", form.clone()),
        None => element("div", "compare-row"),
    };
    let mark = form.is_some().then(|| icon("forward"));
    line.child(icon(drawing))
        .child(head)
        .child(element("span", "compare-amount").text(amount))
        .child(element("span", "compare-mark").children(mark))
        .child(element("span", "compare-bar").children(row.bar.map(bar)))
        .child(element("span", "compare-remark slot").text(remark(app, asked, row)))
}

/// What stands beside a line: the button that records it, or as much room, so
/// that all bars are as long. Nothing where the frame of another page may have
/// no account of the reader's.
fn side(app: &App, asked: &Asked, trips: &Trips, row: &ComparedRow) -> Option<Element> {
    if app.appearance().embedded {
        return None;
    }
    let button = at_once(app, asked, trips, row);
    Some(button.unwrap_or_else(|| element("span", "compare-gap")))
}

/// One tap records the trip for today; none where it cannot be recorded. Its
/// words are seen where it stands below its line.
fn at_once(app: &App, asked: &Asked, trips: &Trips, row: &ComparedRow) -> Option<Element> {
    let form = row.way.form(trips.distance(), Some(asked.replaced))?;
    let words = app.messages().today.repeat_confirm();
    let what = [
        words,
        app.messages().compare.colon(),
        &name(app, row.way),
        " ",
        &trips.distance().exact(app.language()),
    ];
    let record = app.act(form, |app, form| record(app, form));
    let button = button("icon-button compare-record", Some(icon("plus")), "", record)
        .child(element("span", "compare-words").text(words));
    Some(button.attribute("aria-label", what.concat()))
}

/// Records what stands in a form at an address.
fn record(app: &App, address: &str) {
    let Route::Record(action, query) = Route::parse(address) else {
        return;
    };
    let edition = current();
    let form = edition
        .action(action)
        .and_then(|action| Form::new(edition, action, app.settings().mix, app.today()));
    if let Some(form) = form {
        record_at_once(app, &form.prefilled(&query));
    }
}

/// "248 克 ~ 824 克 · 比开私家车少 915 克"
fn remark(app: &App, asked: &Asked, row: &ComparedRow) -> String {
    let texts = app.messages().compare;
    let short = |amount: i64| asked.measure.short(amount, app.language());
    let mut parts = Vec::new();
    if let Some(estimate) = row.estimate {
        if estimate.low != estimate.high {
            parts.push([&*short(estimate.low), " ~ ", &short(estimate.high)].concat());
        }
        if estimate.is_partial {
            parts.push(app.messages().shell.partial_amount().to_owned());
        }
    }
    if let Some(saved) = row.saved.filter(|saved| *saved != 0) {
        let template = if saved > 0 {
            texts.less()
        } else {
            texts.more()
        };
        let amount = short(saved).trim_start_matches('\u{2212}').to_owned();
        let mode = app.messages().names.replaced(asked.replaced);
        parts.push(fill(template, &[("mode", mode), ("amount", &amount)]));
    }
    parts.join(" · ")
}

/// The bar, and above it a line from the low to the high end.
fn bar(bar: RangeBar) -> Element {
    let rect =
        |class: &'static str, from: Share, to: Share, y: &'static str, height: &'static str| {
            element("rect", class)
                .attribute("x", from.thousandths().to_string())
                .attribute(
                    "width",
                    to.thousandths()
                        .saturating_sub(from.thousandths())
                        .to_string(),
                )
                .attribute("y", y)
                .attribute("height", height)
        };
    let start = Share::NONE;
    let mut drawing = element("svg", "compare-drawing")
        .attribute("viewBox", "0 0 1000 14")
        .attribute("preserveAspectRatio", "none")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .child(rect("bar-ground", start, Share::WHOLE, "2", "10"))
        .child(rect("bar-fill", start, bar.value, "2", "10"));
    if bar.low != bar.high {
        drawing = drawing.child(rect("compare-range", bar.low, bar.high, "6", "2"));
        for end in [bar.low, bar.high] {
            let cap = element("line", "compare-end")
                .attribute("x1", end.thousandths().to_string())
                .attribute("x2", end.thousandths().to_string())
                .attribute("y1", "1")
                .attribute("y2", "13");
            drawing = drawing.child(cap);
        }
    }
    drawing
}
