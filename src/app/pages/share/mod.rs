//! What is made of the account to be shown to others: a picture, and a year on
//! one sheet of paper. Only what the reader chooses is in them, and they leave
//! the device only when the reader sends them.

mod certificate;
mod drawn;
mod form;
mod picture;

pub use self::certificate::{Certified, certificate_columns, certificate_form, certificate_sheet};

use crate::account::{Chosen, Span, name_of};
use crate::app::browser::drawing::Drawn;
use crate::app::components::{Asked, Element, element, link, text_field, text_input};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::pages::not_found::not_found;
use crate::language::Language;
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// What the page remembers, and forgets when it is left.
#[derive(Clone, Default)]
pub struct Pending {
    /// Another stretch of time than the address asks for.
    span: Option<Span>,
    /// What was ticked.
    chosen: Chosen,
    /// A name, as typed; it is kept nowhere else.
    name: String,
    /// The language of the picture; the page's where none was chosen.
    language: Option<Language>,
    /// Whether the picture is dark; as the page where nothing was chosen.
    is_dark: Option<bool>,
    made: Made,
    /// How often something was changed: a picture that is still being made then
    /// is not the one that is wanted.
    changes: Rc<Cell<u32>>,
}

/// How far the picture is.
#[derive(Clone, Default)]
enum Made {
    #[default]
    Nothing,
    Drawing,
    Ready(Drawn),
}

impl Pending {
    /// The page after a change of what is shown: a picture made before it goes.
    fn changed(mut self) -> PageChange {
        self.changes.set(self.changes.get().wrapping_add(1));
        self.made = Made::Nothing;
        self.turned()
    }

    fn turned(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// The name to be shown; `None` where none was typed, or it cannot be shown.
fn shown_name(typed: &str) -> Option<String> {
    name_of(typed).filter(|name| !name.is_empty())
}

/// What of it an address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaf {
    /// A picture, of this month where no span is asked for.
    Picture(Option<Span>),
    /// The certificate, of this year where none is asked for.
    Certificate(Option<Span>),
}

impl Leaf {
    /// Reads `2026-10`, `2026`, `all`, `certificate`, `certificate/2025`; that of
    /// a campaign has its place beside these.
    fn of(place: &str) -> Option<Self> {
        let span = |text: &str| text.parse().ok();
        let leaf = match place.split_once('/') {
            None if place.is_empty() => Self::Picture(None),
            None if place == "certificate" => Self::Certificate(None),
            None => Self::Picture(Some(span(place)?)),
            Some(("certificate", year)) => Self::Certificate(Some(span(year)?)),
            Some(_) => return None,
        };
        let is_made = match leaf {
            Self::Picture(span) => !matches!(span, Some(Span::Day(_))),
            Self::Certificate(span) => matches!(span, None | Some(Span::Year(_))),
        };
        is_made.then_some(leaf)
    }
}

/// The pages; `place` is what stands behind `#/share/`.
pub fn share(app: &App, place: &str, pending: &Pending) -> Element {
    match Leaf::of(place) {
        Some(Leaf::Picture(span)) => picture::picture(app, pending, span),
        Some(Leaf::Certificate(year)) => certificate::certificate(app, pending, year),
        None => not_found(app, &["share/", place].concat()),
    }
}

/// The years and months with entries, the latest first, and those that are
/// looked at.
fn years(app: &App, chosen: Span) -> Vec<Span> {
    let mut years: Vec<Span> = Vec::new();
    let ledger = app.ledger();
    let recorded = ledger.months().rev().map(|month| Span::Year(month.year()));
    for year in [chosen].into_iter().chain(recorded) {
        if matches!(year, Span::Year(_)) && !years.contains(&year) {
            years.push(year);
        }
    }
    years
}

/// The field of a name that is shown and kept nowhere.
fn name_field(app: &App, name: &str, oninput: Callback<String>) -> Element {
    let texts = app.messages().share;
    let wrong = name_of(name).is_none();
    let asked = Asked {
        id: "share-name",
        label: texts.name(),
        hint: texts.name_hint(),
        error: wrong.then_some(texts.name_wrong()),
    };
    text_field(asked, text_input("text", name, oninput))
}

/// The page with the name that is typed.
fn named(app: &App, pending: &Pending) -> Callback<String> {
    app.typing(pending.clone(), |pending, name| {
        let pending = pending.clone();
        Pending { name, ..pending }.changed()
    })
}

/// Where nothing was recorded.
fn empty(app: &App) -> Element {
    let record = link("button button-primary", "#/record").text(app.messages().today.record());
    element("div", "empty")
        .key("empty")
        .child(element("h2", "").text(app.messages().statement.empty_account()))
        .child(element("p", "").text(app.messages().statement.empty_text()))
        .child(record)
}

#[cfg(test)]
mod tests {
    use super::{Leaf, Span};

    #[test]
    fn an_address_says_what_is_made() {
        let span = |text: &str| text.parse::<Span>().ok();
        for (place, expected) in [
            ("", Some(Leaf::Picture(None))),
            ("2026-10", Some(Leaf::Picture(span("2026-10")))),
            ("all", Some(Leaf::Picture(span("all")))),
            ("certificate", Some(Leaf::Certificate(None))),
            ("certificate/2025", Some(Leaf::Certificate(span("2025")))),
            ("2026-10-07", None),
            ("certificate/2025-10", None),
            ("certificate/all", None),
            ("diploma/2025", None),
            ("x", None),
        ] {
            assert_eq!(Leaf::of(place), expected, "{place}");
        }
    }
}
