//! What the whole is made of.

use super::View;
use super::links;
use super::picture::amount_text;
use crate::account::{Part, Statement, Totals};
use crate::app::components::{
    Element, PollutantRow, action_name, bar_row, disclosure, element, entries_name, link,
    pollutant_line, rows_of_totals,
};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::ActionId;
use crate::quantity::PollutantMass;

/// How many actions are seen at once.
const ACTIONS_SHOWN: usize = 6;

fn section(heading: &'static str) -> Element {
    element("section", "section").child(element("h3", "").text(heading))
}

/// By category.
pub fn by_category(view: View<'_>) -> Element {
    let messages = view.app.messages();
    let mut rows = element("ul", "bars");
    for part in &view.statement.by_category {
        let name = messages.names.category(part.of);
        rows = rows.child(part_row(view, name, part, "category", part.of.id()));
    }
    section(messages.statement.by_category()).child(rows)
}

/// By action, the largest saving first; many small ones are behind a tap, but
/// never what was emitted on top.
pub fn by_action(view: View<'_>) -> Element {
    let texts = view.app.messages().statement;
    let (mut shown, mut hidden) = (element("ul", "bars"), element("ul", "bars disclosure-body"));
    let mut count = 0_usize;
    for (place, part) in view.statement.by_action.iter().enumerate() {
        let row = action_row(view, part);
        if place < ACTIONS_SHOWN || part.amount.is_some_and(|amount| amount < 0) {
            shown = shown.child(row);
        } else {
            hidden = hidden.child(row);
            count += 1;
        }
    }
    let more = (count > 0).then(|| {
        let name = fill(texts.more_actions(), &[("count", &count.to_string())]);
        disclosure(&name, hidden)
    });
    let more = element("div", "slot").children(more);
    section(texts.by_action()).child(shown).child(more)
}

fn action_row(view: View<'_>, part: &Part<ActionId>) -> Element {
    let name = action_name(view.app, part.of);
    part_row(view, name, part, "action", part.of.as_str())
}

/// A part as a bar, all of which leads to its entries: `kind` and `id` say which.
fn part_row<Of>(view: View<'_>, name: &str, part: &Part<Of>, kind: &str, id: &str) -> Element {
    let View { app, statement, .. } = view;
    let entries = entries_name(app, part.totals.entries);
    let amount = amount_text(app, statement.measure, part.amount);
    let is_negative = part.amount.is_some_and(|amount| amount < 0);
    let row = bar_row(name, &amount, &entries, part.length, is_negative);
    row.child(
        link("bar-link", links::ledger(statement.span, kind, id)).attribute(
            "aria-label",
            fill(app.messages().statement.entries_of(), &[("what", name)]),
        ),
    )
}

/// Air pollutants: how many entries are counted, and where it is emitted.
pub fn pollutants(app: &App, statement: &Statement) -> Element {
    let shell = app.messages().shell;
    let mut rows = element("dl", "pairs");
    for row in rows_of_totals(&statement.totals) {
        rows = rows.child(pollutant_line(
            app,
            &row,
            "",
            &note(app, &statement.totals, &row),
        ));
    }
    let hint = element("p", "muted small").text(shell.pollutants_note());
    section(shell.pollutants()).child(rows).child(hint)
}

fn note(app: &App, totals: &Totals, row: &PollutantRow) -> String {
    let (texts, shell) = (app.messages().statement, app.messages().shell);
    let total = totals.pollutant(row.pollutant);
    if total.known == 0 {
        return String::new();
    }
    // Nothing of what is known in part is not known to be nothing.
    let short = |mass: PollutantMass| match mass {
        PollutantMass::ZERO if row.is_partial => shell.unknown_amount().to_owned(),
        mass => mass.short(app.language()),
    };
    let (near, far) = (short(total.near), short(total.far()));
    let place = fill(texts.where_emitted(), &[("near", &near), ("far", &far)]);
    if !row.is_partial {
        return place;
    }
    let (known, count) = (total.known.to_string(), totals.entries.to_string());
    let partly = fill(texts.partly(), &[("count", &count), ("known", &known)]);
    [&*place, texts.and(), &partly].concat()
}
