//! The statement of points: by action with what the caps withheld, and by month.

use super::{Pending, section};
use crate::account::{ActionLine, MonthPoints, PointsStatement, points_by_month};
use crate::app::components::{Element, element, icon, link, select_field};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{ActionId, InputKind, current};
use crate::quantity::{Quantity, grouped};

/// How many months are seen at once.
const MONTHS_SHOWN: usize = 12;
/// The id of the list of months.
const MONTH_ID: &str = "points-month";

/// The points of a month, by action.
pub fn statement(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().rewards;
    let month = pending.month.unwrap_or(app.today().month_of());
    let statement = PointsStatement::of(&app.ledger(), month);
    let content = if statement.by_action.is_empty() {
        element("p", "muted").key("none").text(texts.month_empty())
    } else {
        table(app, &statement).key("some")
    };
    let link = link("text-link", "#/methodology/actions")
        .text(texts.to_actions())
        .child(icon("forward"));
    // Said when a month is chosen, and not when the page opens.
    let said = pending.month.map(|month| {
        let points = grouped(statement.points);
        let points = fill(app.messages().shell.points_count(), &[("count", &points)]);
        [&month.long(app.language()), " ", &points].concat()
    });
    section(texts.statement())
        .child(chooser(app, pending))
        .child(
            element("p", "visually-hidden")
                .attribute("role", "status")
                .text(said.unwrap_or_default()),
        )
        .child(element("div", "").child(content))
        .child(element("p", "").child(link))
}

/// A jump to a month.
fn chooser(app: &App, pending: &Pending) -> Element {
    let this_month = app.today().month_of();
    let chosen = pending.month.unwrap_or(this_month);
    let onchange = app.typing(pending.clone(), |pending, month| {
        Pending {
            month: month.parse().ok(),
            ..pending.clone()
        }
        .change()
    });
    let ledger = app.ledger();
    let recorded = ledger.months().rev().filter(|month| *month != this_month);
    let months = [this_month].into_iter().chain(recorded);
    let options = months.map(|month| (month.to_string(), month.long(app.language())));
    let label = app.messages().rewards.month();
    select_field(MONTH_ID, label, options, &chosen.to_string(), onchange)
}

fn heading(class: &'static str, name: &'static str) -> Element {
    element("th", class).attribute("scope", "col").text(name)
}

fn number(count: u64) -> Element {
    element("td", "number").text(grouped(count))
}

fn table(app: &App, statement: &PointsStatement) -> Element {
    let texts = app.messages().rewards;
    let headings = element("tr", "")
        .child(heading("", texts.table_what()))
        .child(heading("number", texts.table_counted()))
        .child(heading("number", texts.table_withheld()));
    let mut rows = element("tbody", "");
    for line in &statement.by_action {
        rows = rows.child(action_row(app, line));
    }
    if statement.withheld > 0 {
        let said = [
            ("cap", &*grouped(current().day_points_cap.into())),
            ("days", &statement.capped_days.to_string()),
        ];
        let name = element("th", "")
            .attribute("scope", "row")
            .text(fill(texts.capped_day(), &said));
        // What counts of the actions above is less by this.
        let counted = element("td", "number").text(["−", &grouped(statement.withheld)].concat());
        rows = rows.child(
            element("tr", "")
                .child(name)
                .child(counted)
                .child(number(statement.withheld)),
        );
    }
    let sum = element("tr", "points-sum")
        .child(
            element("th", "")
                .attribute("scope", "row")
                .text(texts.sum()),
        )
        .child(number(statement.points))
        .child(number(statement.withheld_in_all()));
    element("table", "points")
        .child(element("caption", "visually-hidden").text(texts.statement()))
        .child(element("thead", "").child(headings))
        .child(rows)
        .child(element("tfoot", "").child(sum))
}

fn action_row(app: &App, line: &ActionLine) -> Element {
    let remarks = [proven(app, line), capped(app, line)];
    let name = current().action(line.action).map_or_else(
        // An action of an older edition only is called by its id.
        || element("span", "").text(line.action.as_str()),
        |action| {
            let href = ["#/methodology/action/", line.action.as_str()].concat();
            link("text-link", href).text(action.name.in_language(app.language()))
        },
    );
    let mut cell = element("th", "").attribute("scope", "row").child(name);
    for remark in remarks.into_iter().flatten() {
        cell = cell.child(element("span", "row-detail").text(remark));
    }
    element("tr", "")
        .child(cell)
        .child(number(line.proven + line.reported))
        .child(number(line.withheld))
}

fn proven(app: &App, line: &ActionLine) -> Option<String> {
    let texts = app.messages().rewards;
    let count = grouped(line.proven);
    (line.proven > 0).then(|| fill(texts.proven(), &[("count", &count)]))
}

fn capped(app: &App, line: &ActionLine) -> Option<String> {
    let (kind, thousandths) = cap_of(line.action).filter(|_| line.withheld > 0)?;
    let amount = Quantity::new(kind.dimension(), thousandths).ok()?;
    let said = [
        ("amount", &*amount.exact(app.language())),
        ("days", &line.capped_days.to_string()),
    ];
    Some(fill(app.messages().rewards.capped_action(), &said))
}

fn cap_of(action: ActionId) -> Option<(InputKind, i64)> {
    current().action(action)?.daily_cap
}

/// The points of the latest months; earlier ones are chosen above.
pub fn by_month(app: &App) -> Element {
    let texts = app.messages().rewards;
    let months = points_by_month(&app.ledger());
    let shown = &months[..MONTHS_SHOWN.min(months.len())];
    let earlier = if months.len() > MONTHS_SHOWN {
        texts.earlier_months()
    } else {
        ""
    };
    section(texts.by_month())
        .child(month_table(app, shown))
        .child(element("p", "muted small slot").text(earlier))
}

fn month_table(app: &App, months: &[MonthPoints]) -> Element {
    let texts = app.messages().rewards;
    let headings = element("tr", "")
        .child(heading("", texts.table_month()))
        .child(heading("number", texts.table_counted()))
        .child(heading("number", texts.table_withheld()));
    let mut rows = element("tbody", "");
    for month in months {
        let name = element("th", "")
            .attribute("scope", "row")
            .text(month.month.long(app.language()));
        let row = element("tr", "")
            .child(name)
            .child(number(month.points))
            .child(number(month.withheld));
        rows = rows.child(row);
    }
    element("table", "")
        .child(element("caption", "visually-hidden").text(texts.by_month()))
        .child(element("thead", "").child(headings))
        .child(rows)
}
