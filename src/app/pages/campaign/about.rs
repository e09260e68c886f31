//! What a campaign is, as its organiser made it.

use crate::app::components::{Element, action_name, element};
use crate::app::context::App;
use crate::campaign::{Name, Pack, Phase};
use crate::language::{Language, fill};

/// A name, said to be in its own language where that is not the page's.
pub fn name(app: &App, name: &Name) -> Element {
    let (text, language) = name.said(app.language());
    let other = Some(language).filter(|language| *language != app.language());
    element("span", "")
        .optional("lang", other.map(Language::tag))
        .text(text.to_owned())
}

/// From when to when, in words.
pub fn days(app: &App, pack: &Pack) -> String {
    let [first, last] = [pack.first, pack.last].map(|day| day.long(app.language()));
    if pack.first == pack.last {
        return first;
    }
    let days = [("first", &*first), ("last", &*last)];
    fill(app.messages().campaign.from_to(), &days)
}

/// Where today stands to it.
pub fn phase(app: &App, pack: &Pack) -> &'static str {
    let texts = app.messages().campaign;
    match pack.phase(app.today()) {
        Phase::Before => texts.before(),
        Phase::Now => texts.now(),
        Phase::Over => texts.over(),
    }
}

/// The actions that count, in words.
pub fn actions(app: &App, pack: &Pack) -> String {
    let texts = app.messages().campaign;
    if pack.actions.is_empty() {
        return texts.all_actions().to_owned();
    }
    let names = pack.actions.iter().map(|action| action_name(app, *action));
    names.collect::<Vec<_>>().join(texts.comma())
}

/// The section.
pub fn about(app: &App, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let language = app.language();
    let row = |name: &'static str, said: Element| {
        element("div", "")
            .child(element("dt", "").text(name))
            .child(element("dd", "").child(said))
    };
    let text = |text: String| element("span", "").text(text);
    let when = [&days(app, pack), " · ", phase(app, pack)].concat();
    let place = pack.place.as_ref();
    let goal = pack.goal.map(|goal| text(goal.short(language)));
    let levels = (!pack.thanks.is_empty()).then(|| {
        let level = |level: &crate::campaign::Thanks| {
            let from = fill(texts.from(), &[("amount", &level.from.short(language))]);
            element("li", "")
                .child(name(app, &level.name))
                .child(element("span", "muted").text([" ", &from].concat()))
        };
        element("ul", "campaign-levels").children(pack.thanks.iter().map(level))
    });
    let groups = pack.groups.iter().map(|group| group.in_language(language));
    let groups = groups.collect::<Vec<_>>().join(texts.comma());
    let groups = (!groups.is_empty()).then(|| text(groups));
    let rows = element("dl", "pairs campaign-about")
        .child(row(texts.when(), text(when)))
        .children(place.map(|place| row(texts.place(), name(app, place))))
        .child(row(texts.actions(), text(actions(app, pack))))
        .children(goal.map(|goal| row(texts.goal(), goal)))
        .children(levels.map(|levels| row(texts.thanks(), levels)))
        .children(groups.map(|groups| row(texts.groups(), groups)));
    element("section", "section")
        .child(element("h2", "").text(texts.about()))
        .child(rows)
}
