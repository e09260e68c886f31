//! The overview: how it works in plain words, and where to look things up.

use super::{fact, href_of, section};
use crate::app::components::{Element, element, link, link_row};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{Edition, Evidence};
use crate::quantity::{Day, Decimal, grouped};

/// What stands on the first page about the method.
pub fn basics(app: &App, edition: &'static Edition) -> Element {
    let main = element("div", "column")
        .child(standing(app, edition))
        .child(links(app))
        .child(words(app, edition));
    let side = element("div", "column")
        .child(mix(app, edition))
        .child(downloads(app, edition));
    element("div", "columns").child(main).child(side)
}

/// What the edition is, and is not.
fn standing(app: &App, edition: &'static Edition) -> Element {
    let language = app.language();
    let released = released(app, edition);
    element("section", "section")
        .child(element("p", "").text(edition.wording.in_language(language)))
        .child(element("p", "muted small").text(edition.title.in_language(language)))
        .child(element("p", "muted small").text(released))
}

/// The edition's id, and when it was released.
pub fn released(app: &App, edition: &'static Edition) -> String {
    let day = day_in_words(app, edition.released);
    let released = [("edition", edition.id), ("day", &day)];
    fill(app.messages().methodology.edition(), &released)
}

/// A day of the data files, in words.
pub fn day_in_words(app: &App, day: &str) -> String {
    let known = day.parse::<Day>();
    known.map_or_else(|_| day.to_owned(), |day| day.in_words(app.language()))
}

fn links(app: &App) -> Element {
    let texts = app.messages().methodology;
    let links = [
        (
            "#/methodology/actions",
            "tab-record",
            texts.actions(),
            texts.actions_hint(),
        ),
        (
            "#/methodology/factors",
            "book",
            texts.factors(),
            texts.factors_hint(),
        ),
        (
            "#/methodology/open",
            "warning",
            texts.open(),
            texts.open_hint(),
        ),
        (
            "#/methodology/norms",
            "norm",
            texts.norms(),
            texts.norms_hint(),
        ),
        (
            "#/methodology/editions",
            "tab-ledger",
            app.messages().editions.title(),
            app.messages().editions.hint(),
        ),
    ];
    let mut rows = element("ul", "rows");
    for (href, drawing, name, hint) in links {
        rows = rows.child(link_row(href.to_owned(), drawing, name, hint.into()));
    }
    section(texts.look_up()).child(rows)
}

fn words(app: &App, edition: &'static Edition) -> Element {
    let texts = app.messages().methodology;
    let mut words = element("dl", "facts facts-terms");
    for [name, text] in texts.steps() {
        words = words.child(fact(name, text));
    }
    let words = words.child(fact(app.messages().shell.points(), points(app, edition)));
    section(texts.basics())
        .child(element("p", "formula").text(texts.formula()))
        .child(words)
}

/// How points are worked out, in words.
pub fn points(app: &App, edition: &Edition) -> String {
    let weight = |evidence| Decimal::to_string(&edition.weight(evidence));
    fill(
        app.messages().methodology.points(),
        &[
            ("self", &weight(Evidence::SelfReported)),
            ("proof", &weight(Evidence::Proof)),
            ("cap", &grouped(edition.day_points_cap.into())),
        ],
    )
}

/// What a trip replaces where nothing is said.
fn mix(app: &App, edition: &'static Edition) -> Element {
    let texts = app.messages().methodology;
    let rule = &edition.mix;
    let shares = fill(
        texts.mix_text(),
        &[
            ("car", &rule.car.to_string()),
            ("bus", &rule.bus.to_string()),
            ("e-bike", &rule.e_bike.to_string()),
            ("motorcycle", &rule.motorcycle.to_string()),
            ("persons", &rule.occupancy.to_string()),
        ],
    );
    let own = if app.settings().mix.is_some() {
        texts.mix_own()
    } else {
        ""
    };
    let published = link("text-link", href_of(rule.published))
        .text(rule.published.name.in_language(app.language()));
    let change = link("text-link", "#/settings").text(texts.mix_change());
    section(texts.mix())
        .child(element("p", "").text(shares))
        .child(element("p", "slot").text(own))
        .child(element("p", "actions").child(published).child(change))
}

/// The published files beside the page.
fn downloads(app: &App, edition: &Edition) -> Element {
    let texts = app.messages().methodology;
    section(texts.downloads())
        .child(element("p", "").text(texts.downloads_hint()))
        .child(files_of(app, edition))
}

/// Links to the files of an edition.
pub fn files_of(app: &App, edition: &Edition) -> Element {
    let texts = app.messages().methodology;
    let file = |ending: &str, name: &'static str| {
        let href = ["methodology/", edition.id, ending].concat();
        link("button", href).attribute("download", "").text(name)
    };
    element("p", "actions")
        .child(file(".json", texts.download_json()))
        .child(file("-factors.csv", texts.download_csv()))
}
