//! What the whole is made of.

use crate::account::{Part, Share, Statement, Totals};
use crate::app::components::{
    Element, PollutantRow, bar_row, element, icon, pollutant_line, rows_of_totals,
};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{ActionId, current};
use crate::quantity::{Carbon, PollutantMass};

/// How many actions are seen at once.
const ACTIONS_SHOWN: usize = 6;

fn section(heading: &'static str) -> Element {
    element("section", "section").child(element("h3", "").text(heading))
}

/// By category.
pub fn by_category(app: &App, statement: &Statement) -> Element {
    let messages = app.messages();
    let mut rows = element("ul", "bars");
    for part in &statement.by_category {
        let name = messages.names.category(part.of);
        rows = rows.child(part_row(app, name, &part.totals, part.length));
    }
    section(messages.statement.by_category()).child(rows)
}

/// By action, the largest saving first; many small ones are behind a tap, but
/// never what was emitted on top.
pub fn by_action(app: &App, statement: &Statement) -> Element {
    let texts = app.messages().statement;
    let (mut shown, mut hidden) = (element("ul", "bars"), element("ul", "bars disclosure-body"));
    let mut count = 0_usize;
    for (place, part) in statement.by_action.iter().enumerate() {
        let row = action_row(app, part);
        if place < ACTIONS_SHOWN || part.totals.reduction < Carbon::ZERO {
            shown = shown.child(row);
        } else {
            hidden = hidden.child(row);
            count += 1;
        }
    }
    let more = (count > 0).then(|| {
        let name = fill(texts.more_actions(), &[("count", &count.to_string())]);
        let summary = element("summary", "").child(icon("forward")).text(name);
        element("details", "disclosure")
            .child(summary)
            .child(hidden)
    });
    let more = element("div", "slot").children(more);
    section(texts.by_action()).child(shown).child(more)
}

fn action_row(app: &App, part: &Part<ActionId>) -> Element {
    // An action of an older edition only is called by its id.
    let action = current().action(part.of);
    let name = action.map_or(part.of.as_str(), |action| {
        action.name.in_language(app.language())
    });
    part_row(app, name, &part.totals, part.length)
}

fn part_row(app: &App, name: &str, totals: &Totals, length: Share) -> Element {
    let count = totals.entries.to_string();
    let entries = fill(app.messages().shell.entries(), &[("count", &count)]);
    let amount = totals.reduction.short(app.language());
    bar_row(
        name,
        &amount,
        &entries,
        length,
        totals.reduction < Carbon::ZERO,
    )
}

/// Green trips among all trips.
pub fn green_share(app: &App, statement: &Statement) -> Element {
    let texts = app.messages().statement;
    let shares = [
        (texts.green_by_trips(), statement.green_trips),
        (texts.green_by_distance(), statement.green_distance),
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
    section(texts.green_share()).child(rows).child(hint)
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
    let texts = app.messages().statement;
    let total = totals.pollutant(row.pollutant);
    if total.known == 0 {
        return String::new();
    }
    let short = |mass: PollutantMass| mass.short(app.language());
    let (near, far) = (short(total.near), short(total.far()));
    let place = fill(texts.where_emitted(), &[("near", &near), ("far", &far)]);
    if !row.is_partial {
        return place;
    }
    let (known, count) = (total.known.to_string(), totals.entries.to_string());
    let partly = fill(texts.partly(), &[("count", &count), ("known", &known)]);
    [&*place, texts.and(), &partly].concat()
}
