//! Days in a row, now and at best.

use super::section;
use crate::account::{Streak, Streaks};
use crate::app::components::{Element, element, figure};
use crate::app::context::App;
use crate::language::fill;
use crate::quantity::Day;

/// The section.
pub fn streak(app: &App) -> Element {
    let texts = app.messages().rewards;
    let streaks = Streaks::of(&app.ledger(), app.today());
    let days = |streak: Option<Streak>| match streak.map_or(0, |streak| streak.days) {
        1 => texts.streak_day().to_owned(),
        days => fill(texts.streak_days(), &[("count", &days.to_string())]),
    };
    let in_words = |day: Day| day.in_words(app.language());
    let since = streaks.current.map_or_else(
        || texts.streak_none().to_owned(),
        |streak| fill(texts.streak_since(), &[("day", &in_words(streak.first))]),
    );
    let span = streaks.longest.map(|streak| {
        let span = [
            ("from", &*in_words(streak.first)),
            ("to", &in_words(streak.last)),
        ];
        fill(texts.streak_span(), &span)
    });
    let figures = element("div", "figures summary-figures")
        .child(figure(texts.streak_now(), &days(streaks.current), &since))
        .child(figure(
            texts.streak_longest(),
            &days(streaks.longest),
            &span.unwrap_or_default(),
        ));
    section(texts.streak())
        .child(figures)
        .child(element("p", "muted small").text(texts.streak_hint()))
}
