//! Green trips among all trips, and whether there are more of them than in the
//! stretch of time before.

use super::picture::short_name;
use super::{View, links};
use crate::account::{GreenShare, PointsMoved, Share, Span, green_steps, neighbours};
use crate::app::components::{
    Element, bar_row, element, link, share_chart, span_name, table_behind,
};
use crate::app::context::App;
use crate::language::fill;

/// The section.
pub fn green_share(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let shares = [
        (texts.green_by_trips(), statement.green.trips),
        (texts.green_by_distance(), statement.green.distance),
    ];
    let mut rows = element("ul", "bars slot");
    for (name, share) in shares {
        rows =
            rows.children(share.map(|share| bar_row(name, &share.to_string(), "", share, false)));
    }
    let has_trips = statement.totals.trips > 0;
    let hint = if has_trips {
        texts.green_share_hint()
    } else {
        texts.no_trips()
    };
    let hint = element("p", "muted small").text(hint);
    element("section", "section")
        .child(element("h3", "").text(texts.green_share()))
        .child(rows)
        .child(element("p", "slot").text(trend(view)))
        .child(element("div", "slot screen-only").children(steps(view)))
        .child(hint)
}

/// Both shares step by step; nothing where there is no trend to be seen.
fn steps(view: View<'_>) -> Option<Element> {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let steps = green_steps(view.ledger, statement.span);
    if steps.is_empty() {
        return None;
    }
    let names: Vec<String> = steps.iter().map(|(span, _)| short_name(*span)).collect();
    let (by_trips, by_distance) = (texts.green_by_trips(), texts.green_by_distance());
    let lines = [
        (
            by_trips,
            steps.iter().map(|(_, share)| share.trips).collect(),
        ),
        (
            by_distance,
            steps.iter().map(|(_, share)| share.distance).collect(),
        ),
    ];
    let said = |share: Option<Share>| share.map_or_else(|| "—".to_owned(), |it| it.to_string());
    let rows = steps.iter().map(|(span, share)| {
        let place = links::statement(*span, statement.measure);
        let when = link("", place).text(span_name(app, *span));
        (when, vec![said(share.trips), said(share.distance)])
    });
    let title = texts.green_trend();
    let headings = [texts.table_when(), by_trips, by_distance];
    let table = table_behind(app, title, &headings, rows);
    let chart = share_chart(title, &names, lines);
    Some(element("div", "section").child(chart).child(table))
}

/// How far both shares have moved since the span before, in words; empty where
/// there was none, or it had no trips.
fn trend(view: View<'_>) -> String {
    let [before, _] = neighbours(view.ledger, view.statement.span, view.today);
    let Some(before) = before else {
        return String::new();
    };
    let texts = view.app.messages().statement;
    let was = GreenShare::of(&view.ledger.totals(before));
    let is = view.statement.green;
    let moves = [
        (texts.green_by_trips(), was.trips.zip(is.trips)),
        (texts.green_by_distance(), was.distance.zip(is.distance)),
    ];
    let moves: Vec<String> = moves
        .into_iter()
        .filter_map(|(name, shares)| Some(moved(view.app, before, name, shares?)))
        .collect();
    moves.join(texts.and())
}

fn moved(app: &App, before: Span, name: &str, (was, is): (Share, Share)) -> String {
    let texts = app.messages().statement;
    let moved = PointsMoved::between(was, is);
    let template = match moved.thousandths() {
        0 => texts.green_same(),
        1.. => texts.green_more(),
        _ => texts.green_less(),
    };
    let (when, points) = (span_name(app, before), moved.size().to_string());
    fill(
        template,
        &[
            ("name", name),
            ("when", &when),
            ("was", &was.to_string()),
            ("points", &points),
        ],
    )
}
