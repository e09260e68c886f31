//! What all saved together, by group and by level of thanks.

use crate::app::components::{
    Element, bar_row, element, large_carbon_figure, pollutant_list, range_text, rows_of_totals,
};
use crate::app::context::App;
use crate::campaign::{Figures, Known, Sum, Told};
use crate::language::fill;

/// The section of all together.
pub fn all(app: &App, known: &Known, figures: &Figures) -> Element {
    let texts = app.messages().tally;
    let count = [("count", &*figures.people.to_string())];
    let people = element("p", "").text(fill(texts.people(), &count));
    let content = match &figures.all {
        Told::Told(sum) => together(app, known, sum).key("sum"),
        Told::Nobody => element("p", "muted").key("nobody").text(texts.nobody_yet()),
        Told::Withheld => element("p", "muted").key("few").text(texts.too_few()),
    };
    element("section", "section")
        .child(element("h2", "").text(texts.all()))
        .child(people)
        .child(element("div", "").child(content))
}

fn together(app: &App, known: &Known, sum: &Sum) -> Element {
    let texts = app.messages().tally;
    let totals = &sum.totals;
    let said = [
        ("entries", &*totals.entries.to_string()),
        ("days", &sum.active_days.to_string()),
    ];
    let said = fill(texts.entries_and_days(), &said);
    let range = range_text(app, totals.low, totals.high);
    let range = [range.as_str(), " · ", &said].concat();
    element("div", "section")
        .child(element("div", "card").child(large_carbon_figure(
            app,
            texts.saved(),
            totals.reduction,
            range.into(),
        )))
        .child(element("ul", "bars slot").children(goal(app, known, sum)))
        .child(pollutant_list(app, &rows_of_totals(totals), false))
        .child(element("p", "muted small").text(texts.self_reported()))
}

/// How far the goal is, where there is one.
pub fn goal(app: &App, known: &Known, sum: &Sum) -> Option<Element> {
    let texts = app.messages().tally;
    let goal = known.pack.goal?;
    let (done, whole) = (
        sum.totals.reduction.short(app.language()),
        goal.short(app.language()),
    );
    let amount = fill(texts.goal_done(), &[("done", &done), ("goal", &whole)]);
    let reached = if sum.totals.reduction >= goal {
        texts.goal_reached()
    } else {
        ""
    };
    let share = sum.share_of(goal);
    Some(bar_row(texts.goal(), &amount, reached, share, false))
}

/// The section by groups; empty where the campaign has none.
pub fn groups(app: &App, known: &Known, figures: &Figures) -> Element {
    if known.pack.groups.is_empty() {
        return element("div", "");
    }
    let texts = app.messages().tally;
    let names = group_names(app, known);
    let rows = names.iter().zip(&figures.groups).map(|(name, told)| {
        let said = match told {
            Told::Nobody => texts.nobody().to_owned(),
            Told::Withheld => texts.withheld().to_owned(),
            Told::Told(sum) => {
                let people = [("count", &*sum.people.to_string())];
                let amount = sum.totals.reduction.short(app.language());
                [&fill(texts.people_of(), &people), " · ", &amount].concat()
            }
        };
        row(name, said)
    });
    part(app, texts.by_group(), rows)
}

/// The section by levels of thanks; empty where the campaign has none.
pub fn thanks(app: &App, known: &Known, figures: &Figures) -> Element {
    if known.pack.thanks.is_empty() {
        return element("div", "");
    }
    let texts = app.messages().tally;
    let names = level_names(app, known);
    let rows = names.iter().zip(&figures.thanks).map(|(name, told)| {
        let said = match told {
            Told::Nobody => texts.nobody().to_owned(),
            Told::Withheld => texts.withheld().to_owned(),
            Told::Told(people) => fill(texts.people_of(), &[("count", &people.to_string())]),
        };
        row(name, said)
    });
    part(app, texts.by_thanks(), rows)
}

/// The names of the groups, and of those who chose none.
pub fn group_names(app: &App, known: &Known) -> Vec<String> {
    let names = known.pack.groups.iter();
    let names = names.map(|group| group.in_language(app.language()).to_owned());
    names
        .chain([app.messages().tally.no_group().to_owned()])
        .collect()
}

/// The names of the levels of thanks, the first for whoever is below them.
pub fn level_names(app: &App, known: &Known) -> Vec<String> {
    let levels = known.pack.thanks.iter();
    let names = levels.map(|level| level.name.in_language(app.language()).to_owned());
    [app.messages().tally.below().to_owned()]
        .into_iter()
        .chain(names)
        .collect()
}

fn row(name: &str, said: String) -> Element {
    element("div", "")
        .key(name.to_owned())
        .child(element("dt", "").text(name.to_owned()))
        .child(element("dd", "").text(said))
}

fn part(app: &App, title: &str, rows: impl Iterator<Item = Element>) -> Element {
    element("section", "section")
        .child(element("h2", "").text(title.to_owned()))
        .child(element("dl", "pairs").children(rows))
        .child(element("p", "muted small").text(app.messages().tally.withheld_hint()))
}
