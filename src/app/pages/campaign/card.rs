//! The contribution card on the page of a campaign: the code to be shown, its
//! text, and what is in it, in plain words.

use crate::app::components::{
    Element, copied, disclosure, element, pollutant_list, qr_drawing, range_text, rows_of_totals,
};
use crate::app::context::App;
use crate::campaign::{Card, Joined, Known, Progress};
use crate::language::fill;

/// The field with the card's text.
const TEXT_ID: &str = "card-text";

/// The section; empty where the campaign was not joined.
pub fn section(app: &App, campaign: &Known) -> Element {
    let Some(joined) = campaign.joined else {
        return element("div", "");
    };
    let texts = app.messages().card;
    let content = match card(app, campaign, joined) {
        Some(card) => disclosure(texts.show(), shown(app, campaign, &card)).key("card"),
        None => element("p", "muted").key("nothing").text(texts.nothing()),
    };
    element("section", "section")
        .child(element("h2", "").text(texts.title()))
        .child(element("p", "").text(texts.hint()))
        .child(element("div", "").child(content))
}

/// The card as it is now.
fn card(app: &App, campaign: &Known, joined: Joined) -> Option<Card> {
    let progress = Progress::of(&app.ledger(), &campaign.pack);
    let Progress {
        totals,
        active_days,
    } = progress;
    let Joined { participant, group } = joined;
    let (key, now) = (campaign.pack.key, app.now_ms());
    Card::new(key, participant, now, group, active_days, &totals)
}

fn shown(app: &App, campaign: &Known, card: &Card) -> Element {
    let texts = app.messages().card;
    let code = card.code();
    let drawing = qr_drawing(&code, texts.code());
    element("div", "section")
        .child(element("div", "").children(drawing))
        .child(element("p", "muted small").text(texts.again()))
        .child(copied(app, TEXT_ID, (texts.text(), "4"), code))
        .child(element("h3", "").text(texts.inside()))
        .child(inside(app, campaign, card))
        .child(pollutant_list(app, &rows_of_totals(card.totals()), true))
        .child(element("p", "muted small").text(texts.not_inside()))
}

/// What is in it beside the pollutants.
fn inside(app: &App, campaign: &Known, card: &Card) -> Element {
    let texts = app.messages().card;
    let language = app.language();
    let totals = card.totals();
    let group = card
        .group()
        .and_then(|group| campaign.pack.groups.get(group));
    let group = group.map_or(texts.no_group(), |group| group.in_language(language));
    let number = format!("{:016x}", card.participant());
    let days = [("count", &*card.active_days().to_string())];
    let pair = |name: &str, value: &str, remark: &str| {
        let value = element("dd", "")
            .text(value.to_owned())
            .child(element("span", "pair-remark slot").text(remark.to_owned()));
        element("div", "")
            .key(name.to_owned())
            .child(element("dt", "").text(name.to_owned()))
            .child(value)
    };
    let range = range_text(app, totals.low, totals.high);
    element("dl", "pairs")
        .child(pair(
            texts.saved(),
            &totals.reduction.short(language),
            &range,
        ))
        .child(pair(
            texts.entries(),
            &totals.entries.to_string(),
            &fill(texts.days(), &days),
        ))
        .child(pair(texts.group(), group, ""))
        .child(pair(texts.number(), &number, texts.number_hint()))
}
