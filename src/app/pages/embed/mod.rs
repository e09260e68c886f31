//! For web editors: a part of this page for the pages of another site is put
//! together, looked at, and copied as a snippet, with what the other site's
//! policy has to allow.

mod snippet;

use self::snippet::{SANDBOX, VIEWS, Widget, policy};
use crate::account::{TextSize, Theme};
use crate::app::browser::window;
use crate::app::components::{
    Callout, Choice, Element, Question, button, callout, choice_group, copied, element, page_header,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::{Language, messages};
use std::rc::Rc;

/// What the reader has done here.
#[derive(Clone, Default)]
pub struct Pending {
    widget: Widget,
    /// Whether it is being looked at.
    is_shown: bool,
}

impl Pending {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// The page.
pub fn embed(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().embed;
    let more = ("#/more", app.messages().more.title());
    let main = element("div", "column")
        .child(choices(app, pending))
        .child(preview(app, pending));
    let side = element("div", "column")
        .child(to_copy(app, pending))
        .child(for_the_policy(app));
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(element("div", "columns").child(main).child(side))
}

/// View, theme, language and size of texts.
fn choices(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().embed;
    let settings = app.messages().settings;
    let Widget {
        view,
        theme,
        language,
        text_size,
    } = pending.widget;
    let question = |name, legend, choices: &[Choice], chosen, choose: fn(&mut Widget, &str)| {
        let onchoose = app.typing((pending.clone(), choose), |(pending, choose), id| {
            let mut pending = pending.clone();
            choose(&mut pending.widget, &id);
            pending.change()
        });
        choice_group(Question::plain(name, legend), choices, chosen, onchoose)
    };
    let languages = Language::ALL.map(|one| (one.tag(), one.own_name()));
    element("section", "form")
        .child(question(
            "embed-view",
            texts.view(),
            &named(VIEWS, texts.views()),
            view,
            |widget, id| {
                let known = VIEWS.into_iter().find(|view| *view == id);
                widget.view = known.unwrap_or(VIEWS[0]);
            },
        ))
        .child(question(
            "embed-theme",
            settings.theme(),
            &named(Theme::ALL.map(Theme::id), texts.themes()),
            theme.id(),
            |widget, id| widget.theme = Theme::from_id(id).unwrap_or_default(),
        ))
        .child(question(
            "embed-language",
            settings.language(),
            &languages,
            language.tag(),
            |widget, id| widget.language = Language::from_tag(id).unwrap_or_default(),
        ))
        .child(question(
            "embed-text",
            settings.text_size(),
            &named(TextSize::ALL.map(TextSize::id), settings.text_sizes()),
            text_size.id(),
            |widget, id| widget.text_size = TextSize::from_id(id).unwrap_or_default(),
        ))
}

fn named(ids: [&'static str; 3], names: &[&'static str]) -> Vec<Choice> {
    ids.into_iter().zip(names.iter().copied()).collect()
}

/// The frame as another site would show it. It asks for the page once more, so
/// it comes only when it is asked for.
fn preview(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().embed;
    let content = if pending.is_shown {
        let query = pending.widget.query();
        // A new frame for each choice: another address in the same one would
        // be a step for the button back.
        element("iframe", "embed-preview")
            .attribute("title", title(pending.widget.language))
            .attribute("src", ["./", &query].concat())
            .key(query)
    } else {
        let shown = Pending {
            is_shown: true,
            ..pending.clone()
        };
        let show = button("button", None, texts.show(), app.turning(shown.change()));
        element("div", "actions").key("none").child(show)
    };
    element("section", "section")
        .child(element("h2", "").text(texts.preview()))
        .child(element("p", "muted").text(texts.preview_hint()))
        .child(element("div", "").child(content))
}

/// What is copied into the page: with a script, and without one.
fn to_copy(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().embed;
    let (widget, address) = (pending.widget, window::address());
    let name = title(widget.language);
    element("section", "section")
        .child(element("h2", "").text(texts.snippet()))
        .child(copied(
            app,
            "embed-snippet",
            (texts.snippet_label(), "8"),
            widget.snippet(&address, name),
        ))
        .child(copied(
            app,
            "embed-frame",
            (texts.frame_label(), "8"),
            widget.frame(&address, name),
        ))
}

/// What the page around has to allow, where it forbids anything.
fn for_the_policy(app: &App) -> Element {
    let texts = app.messages().embed;
    element("section", "section")
        .child(element("h2", "").text(texts.policy()))
        .child(element("p", "").text(texts.policy_hint()))
        .child(copied(
            app,
            "embed-policy",
            (texts.policy_label(), "3"),
            policy(&window::address()),
        ))
        .child(copied(
            app,
            "embed-sandbox",
            (texts.sandbox_label(), "4"),
            ["sandbox=\"", SANDBOX, "\""].concat(),
        ))
        .child(callout(Callout::Hint, "", texts.ancestors()))
}

/// What the frame is called.
fn title(language: Language) -> &'static str {
    messages(language).embed.frame_title()
}
