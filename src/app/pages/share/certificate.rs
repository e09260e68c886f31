//! A year or a campaign on one sheet of paper, with a name that is printed and kept nowhere.
//! It says of itself that nobody issued it. How it stands on paper is a matter
//! of static/styles/later/share.css.

use super::{Pending, empty, name_field, named, shown_name, years};
use crate::account::{GreenShare, NormInPractice, Span, Totals, norms_in_practice};
use crate::app::browser::window;
use crate::app::components::{
    Element, button, element, figure, icon, large_carbon_figure, link_row, page_header,
    pollutant_list, range_text, rows_of_totals, select_field, span_name,
};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::current;
use yew::Callback;

/// The page.
pub fn certificate(app: &App, pending: &Pending, asked: Option<Span>) -> Element {
    let texts = app.messages().share;
    let chosen = pending.span.or(asked);
    let year = chosen.unwrap_or(Span::Year(app.today().year()));
    let content = if app.ledger().is_empty() {
        empty(app)
    } else {
        content(app, pending, year)
    };
    let statement = ("#/statement", app.messages().statement.title());
    let other = element("ul", "rows screen-only").child(link_row(
        "#/share".to_owned(),
        "link",
        texts.title(),
        texts.picture_hint().into(),
    ));
    element("div", "page on-paper")
        .child(page_header(Some(statement), texts.certificate(), "", None))
        .child(element("div", "place").child(content))
        .child(other)
}

fn content(app: &App, pending: &Pending, year: Span) -> Element {
    let texts = app.messages().share;
    let totals = app.ledger().totals(year);
    let options = years(app, year);
    let options = options
        .into_iter()
        .map(|year| (year.to_string(), span_name(app, year)));
    let onchange = app.typing(pending.clone(), |pending, year| {
        let pending = pending.clone();
        Pending {
            span: year.parse().ok(),
            ..pending
        }
        .changed()
    });
    let is_empty = totals.entries == 0;
    let year_field = select_field(
        "certificate-year",
        texts.year(),
        options,
        &year.to_string(),
        onchange,
    );
    let form = element("div", "form screen-only")
        .child(year_field)
        .child(certificate_form(
            app,
            &pending.name,
            named(app, pending),
            is_empty,
        ));
    let sheet = if is_empty {
        element("p", "").key("none").text(texts.certificate_empty())
    } else {
        sheet(app, pending, year, &totals).key("sheet")
    };
    let place = element("div", "place")
        .attribute("role", "status")
        .child(sheet);
    certificate_columns(form, place).key("content")
}

/// The sheet of a year.
fn sheet(app: &App, pending: &Pending, year: Span, totals: &Totals) -> Element {
    let texts = app.messages().share;
    let said = fill(texts.certificate_year(), &[("year", &span_name(app, year))]);
    let certified = Certified {
        title: texts.certificate_title(),
        name: &pending.name,
        said: &said,
        totals,
    };
    certificate_sheet(app, &certified, norms(app, year))
}

/// What a certificate says.
pub struct Certified<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The name, as it is typed.
    pub name: &'a str,
    /// What the figures are of.
    pub said: &'a str,
    /// The figures.
    pub totals: &'a Totals,
}

/// The name to be printed, and the button that prints.
pub fn certificate_form(
    app: &App,
    name: &str,
    onname: Callback<String>,
    is_empty: bool,
) -> Element {
    let print = app.act((), |_, ()| window::print());
    let texts = app.messages().share;
    let print = button("button button-primary", None, texts.print(), print);
    element("div", "form screen-only")
        .child(name_field(app, name, onname))
        .child(element("div", "actions").child(print.flag("disabled", is_empty)))
}

/// The form, and beside it the sheet where there is room.
pub fn certificate_columns(form: Element, sheet: Element) -> Element {
    element("div", "columns certificate-columns")
        .child(form)
        .child(sheet)
}

/// The sheet itself, with something more below the pollutants.
pub fn certificate_sheet(app: &App, certified: &Certified<'_>, more: Element) -> Element {
    let messages = app.messages();
    let texts = messages.share;
    let name = shown_name(certified.name);
    // Without a name it is a line to write on.
    let class = if name.is_some() {
        "certificate-name"
    } else {
        "certificate-name is-blank"
    };
    let name = element("p", "")
        .child(element("span", "muted").text(texts.certificate_name()))
        .text(" ")
        .child(element("strong", class).text(name.unwrap_or_default()));
    let printed = fill(
        messages.statement.printed(),
        &[("day", &app.today().long(app.language()))],
    );
    let edition = fill(texts.edition(), &[("edition", current().id)]);
    let pollutants = element("section", "section")
        .child(element("h3", "").text(messages.shell.pollutants()))
        .child(pollutant_list(
            app,
            &rows_of_totals(certified.totals),
            false,
        ));
    element("article", "card certificate")
        .child(element("p", "muted").text(messages.shell.app_name()))
        .child(element("h2", "").text(certified.title.to_owned()))
        .child(name)
        .child(element("p", "").text(certified.said.to_owned()))
        .child(figures(app, certified.totals))
        .child(pollutants)
        .child(more)
        .child(element("p", "small").text(texts.certificate_note()))
        .child(element("p", "small").text([&*edition, messages.statement.and(), &printed].concat()))
}

fn figures(app: &App, totals: &Totals) -> Element {
    let (texts, statement) = (app.messages().share, app.messages().statement);
    let range = range_text(app, totals.low, totals.high);
    let carbon = large_carbon_figure(app, statement.saved(), totals.reduction, range.into());
    let trips = fill(
        texts.green_count(),
        &[("count", &totals.green_trips.to_string())],
    );
    let share = GreenShare::of(totals)
        .trips
        .map(|share| fill(texts.green_share(), &[("share", &share.to_string())]));
    let self_reported = totals.self_reported.to_string();
    let self_reported = fill(statement.of_which(), &[("count", &self_reported)]);
    let entries = totals.entries.to_string();
    let others = element("div", "figures")
        .child(figure(texts.green(), &trips, &share.unwrap_or_default()))
        .child(figure(statement.entries(), &entries, &self_reported));
    element("div", "section").child(carbon).child(others)
}

/// The ten norms, each with whether the entries of the year show it.
fn norms(app: &App, year: Span) -> Element {
    let texts = app.messages().share;
    let norms = norms_in_practice(&app.ledger(), year, current());
    let shown = norms.iter().filter(|norm| norm.entries() > 0).count();
    let heading = fill(texts.certificate_norms(), &[("count", &shown.to_string())]);
    let rows = norms.iter().map(|norm| norm_row(app, norm));
    element("section", "section")
        .child(element("h3", "").text(heading))
        .child(element("ol", "certificate-norms").children(rows))
}

fn norm_row(app: &App, norm: &NormInPractice) -> Element {
    let texts = app.messages().share;
    let (drawing, said) = if norm.entries() > 0 {
        ("check", texts.certificate_shown())
    } else {
        ("minus", texts.certificate_not_shown())
    };
    let number = norm.norm.number.to_string();
    let title = norm.norm.title.in_language(app.language());
    element("li", "")
        .child(icon(drawing))
        .child(element("span", "").text([&number, ". ", title].concat()))
        .child(element("span", "visually-hidden").text(said))
}
