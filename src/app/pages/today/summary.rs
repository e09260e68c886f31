//! The figures of this week and of the whole account.

use crate::account::{Span, Totals};
use crate::app::components::{
    carbon_figure, figure, icon, large_carbon_figure, pollutant_list, range_text, rows_of_totals,
};
use crate::app::hooks::{AccountHandle, App};
use crate::quantity::Carbon;
use yew::prelude::*;

/// This week: the figure of the page, with its pollutants.
pub fn week(app: &App, account: &AccountHandle) -> Html {
    let texts = &app.messages().today;
    let today = account.today();
    let (totals, points) = {
        let ledger = account.ledger();
        (ledger.week(today), ledger.points_of_week(today))
    };
    let label = if totals.reduction < Carbon::ZERO {
        texts.week_emitted_more
    } else {
        texts.week_saved
    };
    html! {
        <section class="card" aria-label={label}>
            { large_carbon_figure(app, label, totals.reduction, range(app, &totals)) }
            { counts(app, &totals, points) }
            { pollutants(app, &totals) }
        </section>
    }
}

/// All that was ever recorded.
pub fn whole_account(app: &App, account: &AccountHandle) -> Html {
    let texts = &app.messages().today;
    let (totals, points) = {
        let ledger = account.ledger();
        (ledger.totals(Span::All), ledger.points(Span::All))
    };
    html! {
        <section class="card" aria-labelledby="whole-account">
            <div class="section-header">
                <h2 id="whole-account">{ texts.whole_account }</h2>
                <a class="text-link" href="#/statement">{ texts.to_statement }{ icon("forward") }</a>
            </div>
            { carbon_figure(app, app.messages().shell.saved, totals.reduction, range(app, &totals)) }
            { counts(app, &totals, points) }
            { pollutants(app, &totals) }
        </section>
    }
}

fn range(app: &App, totals: &Totals) -> Html {
    if totals.entries == 0 {
        return Html::default();
    }
    html! { { range_text(app, totals.low, totals.high) } }
}

fn counts(app: &App, totals: &Totals, points: u64) -> Html {
    let texts = &app.messages().shell;
    html! {
        <div class="figures summary-figures">
            { figure(texts.points, &points.to_string(), html! { texts.points_worth }) }
            { figure(texts.recorded, &totals.entries.to_string(), Html::default()) }
        </div>
    }
}

fn pollutants(app: &App, totals: &Totals) -> Html {
    let texts = &app.messages().shell;
    html! {
        <details class="disclosure">
            <summary>{ icon("forward") }{ texts.pollutants }</summary>
            <div class="disclosure-body">
                { pollutant_list(app, &rows_of_totals(totals), false) }
                <p class="muted small">{ texts.pollutants_note }</p>
            </div>
        </details>
    }
}
