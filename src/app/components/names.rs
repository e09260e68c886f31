//! What actions and stretches of time are called.

use crate::account::{Share, Span};
use crate::app::context::App;
use crate::language::{Language, fill, messages};
use crate::methodology::{ActionId, current};

/// The name of an action; one of an older edition only is called by its id.
#[must_use]
pub fn action_name(app: &App, id: ActionId) -> &'static str {
    let action = current().action(id);
    action.map_or(id.as_str(), |action| {
        action.name.in_language(app.language())
    })
}

/// "3 条记录", "1 entry".
#[must_use]
pub fn entries_name(app: &App, count: u32) -> String {
    let texts = app.messages().shell;
    match count {
        1 => texts.entries_one().to_owned(),
        _ => fill(texts.entries(), &[("count", &count.to_string())]),
    }
}

/// A part of a whole in percent. Of something it is never said to be nothing.
#[must_use]
pub fn share_name(app: &App, share: Share, is_something: bool) -> String {
    if is_something && share == Share::NONE {
        app.messages().statement.little().to_owned()
    } else {
        share.to_string()
    }
}

/// The name of a stretch of time.
#[must_use]
pub fn span_name(app: &App, span: Span) -> String {
    span_name_in(app.language(), span)
}

/// The same in a language that need not be the page's.
#[must_use]
pub fn span_name_in(language: Language, span: Span) -> String {
    match (span, language) {
        (Span::Day(day), _) => day.long(language),
        (Span::Month(month), _) => month.long(language),
        (Span::Year(year), Language::ZhCn) => year.to_string() + "年",
        (Span::Year(year), Language::En) => year.to_string(),
        (Span::All, _) => messages(language).statement.whole_account().to_owned(),
    }
}
