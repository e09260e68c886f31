//! The statement: what a month, a year or the whole account came to.

mod parts;
mod period;
mod picture;

use crate::account::{Span, Statement};
use crate::app::components::{PageHeader, element, figure, large_carbon_figure, link, range_text};
use crate::app::hooks::{App, use_account, use_app};
use crate::language::fill;
use crate::quantity::Carbon;
use yew::prelude::*;

/// See [`StatementPage`].
#[derive(Properties, PartialEq)]
pub struct StatementProps {
    /// What it is about; this month where nothing is asked for.
    pub span: Option<Span>,
}

/// The page.
#[component]
pub fn StatementPage(props: &StatementProps) -> Html {
    let app = use_app();
    let account = use_account();
    let today = account.today();
    let span = props.span.unwrap_or(Span::Month(today.month_of()));
    let ledger = account.ledger();
    let statement = Statement::of(&ledger, span);
    let content = if statement.is_empty() {
        empty(&app, span)
    } else {
        content(&app, &statement)
    };
    html! {
        <div class="page">
            <PageHeader title={app.messages().statement.title} keeps_focus=true />
            { period::period(&app, &ledger, span, today) }
            <div class="place">{ content }</div>
        </div>
    }
}

fn empty(app: &App, span: Span) -> Html {
    let texts = &app.messages().statement;
    let title = if span == Span::All {
        texts.empty_account
    } else {
        texts.empty_period
    };
    let record = link("button button-primary", "#/record").text(app.messages().today.record);
    element("div", "empty")
        .key("empty")
        .child(element("h3", "").text(title))
        .child(element("p", "").text(texts.empty_text))
        .child(record)
        .into()
}

fn content(app: &App, statement: &Statement) -> Html {
    let main = element("div", "column")
        .child(summary(app, statement))
        .child(picture::picture(app, statement))
        .child(parts::by_category(app, statement))
        .child(parts::by_action(app, statement));
    let side = element("div", "column")
        .child(parts::green_share(app, statement))
        .child(parts::pollutants(app, statement));
    element("div", "columns")
        .key("content")
        .child(main)
        .child(side)
        .into()
}

fn summary(app: &App, statement: &Statement) -> Html {
    let messages = app.messages();
    let texts = &messages.statement;
    let totals = &statement.totals;
    let is_negative = totals.reduction < Carbon::ZERO;
    let negative = if is_negative {
        messages.shell.negative_note
    } else {
        ""
    };
    let remark = element("div", "")
        .child(element("p", "").text(range_text(app, totals.low, totals.high)))
        .child(element("p", "slot").text(negative));
    let self_reported = fill(
        texts.of_which,
        &[("count", &totals.self_reported.to_string())],
    );
    let points = figure(
        messages.shell.points,
        &statement.points.to_string(),
        Html::default(),
    );
    let entries = figure(
        texts.entries,
        &totals.entries.to_string(),
        self_reported.into(),
    );
    let figures = element("div", "figures summary-figures")
        .child(points)
        .child(entries);
    element("section", "card")
        .child(large_carbon_figure(
            app,
            texts.saved,
            totals.reduction,
            remark.into(),
        ))
        .child(figures)
        .child(element("p", "muted small").text(messages.shell.self_reported_label))
        .into()
}
