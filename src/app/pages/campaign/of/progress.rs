//! What this person saved within the campaign: figures of their own account, and
//! nobody else's to be held against.

use super::super::href;
use super::super::take_part::{group_field, heading};
use crate::app::components::{
    Element, bar_row, element, figure, large_carbon_figure, link, link_row, pollutant_list,
    range_text, rows_of_totals, share_name,
};
use crate::app::context::App;
use crate::campaign::{Joined, Known, Pack, Phase, Progress, join};
use crate::language::fill;

/// The section.
pub fn progress(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let pack = &known.pack;
    let progress = Progress::of(&app.ledger(), pack);
    let content = if progress.totals.entries == 0 {
        let said = match pack.phase(app.today()) {
            Phase::Before => texts.nothing_before(),
            Phase::Now => texts.nothing_yet(),
            Phase::Over => texts.nothing_over(),
        };
        element("p", "").key("nothing").text(said)
    } else {
        figures(app, pack, &progress).key("figures")
    };
    let record = link("button button-primary", "#/record").text(app.messages().today.record());
    let record = (pack.phase(app.today()) == Phase::Now).then_some(record);
    element("section", "section")
        .child(heading(texts.mine()))
        .child(element("p", "muted small").text(texts.joined_hint()))
        .child(element("div", "place").child(content))
        .child(element("div", "actions").children(record))
        .child(element("div", "slot").children(group(app, known)))
        .child(certificate(app, known))
}

fn figures(app: &App, pack: &Pack, progress: &Progress) -> Element {
    let (texts, statement) = (app.messages().campaign, app.messages().statement);
    let totals = &progress.totals;
    let range = range_text(app, totals.low, totals.high);
    let carbon = large_carbon_figure(app, texts.saved_in(), totals.reduction, range.into());
    let self_reported = totals.self_reported.to_string();
    let self_reported = fill(statement.of_which(), &[("count", &self_reported)]);
    let others = element("div", "figures")
        .child(figure(
            statement.entries(),
            &totals.entries.to_string(),
            &self_reported,
        ))
        .child(figure(
            texts.active_days(),
            &progress.active_days.to_string(),
            "",
        ));
    let pollutants = element("section", "section")
        .child(element("h3", "").text(app.messages().shell.pollutants()))
        .child(pollutant_list(app, &rows_of_totals(totals), false));
    element("div", "section")
        .child(carbon)
        .child(others)
        .child(element("div", "slot").children(thanks(app, pack, progress)))
        .child(element("div", "slot").children(goal(app, pack, progress)))
        .child(pollutants)
        .child(element("p", "muted small").text(texts.own_words()))
}

/// The level of thanks that is reached, and how far the next one is.
fn thanks(app: &App, pack: &Pack, progress: &Progress) -> Option<Element> {
    let texts = app.messages().campaign;
    let language = app.language();
    if pack.thanks.is_empty() {
        return None;
    }
    let (reached, next) = progress.thanks(pack);
    let said = reached.map(|level| {
        let name = level.name.in_language(language);
        element("p", "campaign-thanks").text(fill(texts.reached(), &[("name", name)]))
    });
    let next = next.map(|level| {
        let amounts = [progress.totals.reduction, level.from].map(|carbon| carbon.short(language));
        let [done, from] = amounts.each_ref().map(String::as_str);
        let amount = fill(texts.of_amount(), &[("done", done), ("whole", from)]);
        let name = fill(texts.next(), &[("name", level.name.in_language(language))]);
        let row = bar_row(&name, &amount, "", progress.share_of(level.from), false);
        element("ul", "bars").child(row)
    });
    let section = element("section", "section")
        .child(element("h3", "").text(texts.thanks()))
        .children(said)
        .children(next);
    Some(section)
}

/// This person's part of what all want to save together. How far all are is not
/// known here, and not guessed.
fn goal(app: &App, pack: &Pack, progress: &Progress) -> Option<Element> {
    let texts = app.messages().campaign;
    let goal = pack.goal?;
    let share = progress.share_of(goal);
    let part = share_name(app, share, progress.totals.reduction.milligrams() > 0);
    let name = fill(texts.my_part(), &[("part", &part)]);
    let row = bar_row(&name, &goal.short(app.language()), "", share, false);
    let section = element("section", "section")
        .child(element("h3", "").text(texts.goal()))
        .child(element("ul", "bars").child(row))
        .child(element("p", "muted small").text(texts.goal_hint()));
    Some(section)
}

fn group(app: &App, known: &Known) -> Option<Element> {
    let chosen = known.joined.and_then(|joined| joined.group);
    group_field(app, &known.pack, chosen, |app, pack, group| {
        app.choose(|settings| {
            let known = crate::campaign::find(settings, pack.key);
            if let Some(joined) = known.and_then(|known| known.joined) {
                join(settings, pack.key, Joined { group, ..joined });
            }
        });
        app.notify(app.messages().campaign.group_changed(), false);
    })
}

fn certificate(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    element("ul", "rows").child(link_row(
        href("certificate", known.pack.key),
        "norm",
        texts.certificate(),
        texts.certificate_hint().into(),
    ))
}
