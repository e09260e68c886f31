//! A picture of a stretch of time: what is chosen is seen at once, and becomes a
//! file when it is asked for.

use super::form::form;
use super::{Made, Pending, drawn, empty};
use crate::account::{Content, Poster, PosterOf, Span};
use crate::app::components::{Element, button, element, link_row, page_header, span_name_in};
use crate::app::context::App;
use crate::language::{Language, messages};
use crate::methodology::current;

/// The id of the place of the picture, which takes the focus when it is made.
pub const PICTURE_ID: &str = "share-picture";

/// What is to be drawn.
#[derive(Clone)]
pub struct Drawing {
    /// The picture.
    pub poster: Poster,
    /// Whether its colours are dark.
    pub is_dark: bool,
    /// All that it says.
    pub said: String,
    /// The language it says that in.
    pub language: Language,
    /// The name of its file.
    pub file_name: String,
}

/// The page.
pub fn picture(app: &App, pending: &Pending, asked: Option<Span>) -> Element {
    let texts = app.messages().share;
    let span = pending.span.or(asked);
    let span = span.unwrap_or(Span::Month(app.today().month_of()));
    let content = if app.ledger().is_empty() {
        empty(app)
    } else {
        let main = element("div", "column")
            .child(element("p", "").text(texts.privacy()))
            .child(form(app, pending, span));
        let side = element("div", "column").child(result(app, pending, span));
        element("div", "columns columns-even")
            .key("content")
            .child(main)
            .child(side)
    };
    let statement = ("#/statement", app.messages().statement.title());
    let other = element("ul", "rows").child(link_row(
        "#/share/certificate".to_owned(),
        "norm",
        texts.certificate(),
        texts.certificate_hint().into(),
    ));
    element("div", "page")
        .child(page_header(Some(statement), texts.title(), "", None))
        .child(element("div", "place").child(content))
        .child(other)
}

/// The picture of what is chosen, in the language and colours that were chosen.
fn drawing(app: &App, pending: &Pending, span: Span) -> Drawing {
    let language = pending.language.unwrap_or(app.language());
    let mut chosen = pending.chosen.clone();
    chosen.name = super::shown_name(&pending.name);
    let ledger = app.ledger();
    let period = if span == Span::All {
        messages(language).share.whole_account().to_owned()
    } else {
        span_name_in(language, span)
    };
    let of = PosterOf {
        period: &period,
        totals: &ledger.totals(span),
        points: ledger.points(span),
        edition: current().id,
    };
    let content = Content::of(&chosen, of, language);
    Drawing {
        poster: Poster::of(&content),
        is_dark: super::form::is_dark(app, pending),
        said: content.spoken(language),
        language,
        file_name: ["carbon-inclusion-", &span.to_string(), ".png"].concat(),
    }
}

/// The picture, seen before it is made and when it is.
fn result(app: &App, pending: &Pending, span: Span) -> Element {
    let texts = app.messages().share;
    let drawing = drawing(app, pending, span);
    let heading = element("h2", "").text(texts.preview());
    let (said, content, actions) = match &pending.made {
        Made::Ready(made) => (
            texts.made(),
            drawn::image(&drawing, made).key("made"),
            drawn::actions(app, &drawing, made),
        ),
        other => {
            let is_drawing = matches!(other, Made::Drawing);
            let is_empty = pending.chosen.is_empty();
            let make = app.act(
                (pending.clone(), drawing.clone()),
                |app, (pending, drawing)| {
                    drawn::make(app, pending, drawing.clone());
                },
            );
            let make = button("button button-primary", None, texts.make(), make)
                .flag("disabled", is_empty || is_drawing);
            (
                if is_empty { texts.nothing() } else { "" },
                drawn::preview(&drawing).key("preview"),
                element("div", "actions").key("make").child(make),
            )
        }
    };
    element("section", "section")
        .attribute("id", PICTURE_ID)
        .attribute("tabindex", "-1")
        .child(heading)
        .child(element("p", "").attribute("role", "status").text(said))
        .child(element("div", "place").child(actions))
        .child(element("div", "place").child(content))
}
