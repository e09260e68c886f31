//! The badges: those that were earned, and what the others take.

use super::section;
use crate::account::{BADGES, BadgeRule, badges};
use crate::app::components::{Element, disclosure, element, icon};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{CampaignDay, current};

/// The section.
pub fn badges_section(app: &App) -> Element {
    let texts = app.messages().rewards;
    let (earned, open) = badges(&app.ledger(), app.today());
    let (count, all) = (earned.len().to_string(), BADGES.len().to_string());
    let said = if earned.is_empty() {
        texts.badges_none().to_owned()
    } else {
        fill(texts.badges_count(), &[("count", &count), ("all", &all)])
    };
    let mut rows = element("ul", "badges slot");
    for badge in earned {
        let on = fill(
            texts.badge_on(),
            &[("day", &badge.on.in_words(app.language()))],
        );
        rows = rows.child(row(app, badge.rule, "badge is-earned", on));
    }
    let name = fill(texts.badges_open(), &[("count", &open.len().to_string())]);
    let mut rest = element("ul", "badges disclosure-body");
    for badge in &open {
        let way = [
            ("have", &*badge.have.min(badge.needed).to_string()),
            ("needed", &badge.needed.to_string()),
        ];
        let hint = hint_of(app, badge.rule);
        let way = (badge.needed > 1).then(|| fill(texts.badge_way(), &way));
        let remark = way.map_or_else(|| hint.clone(), |way| [&*hint, " · ", &*way].concat());
        rest = rest.child(row(app, badge.rule, "badge", remark));
    }
    let more = (!open.is_empty()).then(|| disclosure(&name, rest));
    section(texts.badges())
        .child(element("p", "").text(said))
        .child(rows)
        .child(element("div", "slot").children(more))
        .child(element("p", "muted small").text(texts.badges_hint()))
}

fn row(app: &App, rule: BadgeRule, class: &'static str, remark: String) -> Element {
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(name_of(app, rule)))
        .child(element("span", "row-detail").text(remark));
    element("li", class)
        .child(element("span", "badge-mark").child(icon(drawing_of(rule))))
        .child(text)
}

const fn drawing_of(rule: BadgeRule) -> &'static str {
    match rule {
        BadgeRule::First(category) => category.id(),
        BadgeRule::Streak(_) => "repeat",
        BadgeRule::Days(_) => "calendar",
        BadgeRule::Norms(_) => "book",
        BadgeRule::Campaign(_) => "star",
    }
}

fn campaign(place: usize) -> Option<&'static CampaignDay> {
    current().campaign_days.get(place)
}

fn name_of(app: &App, rule: BadgeRule) -> String {
    let texts = app.messages().rewards;
    match rule {
        BadgeRule::First(category) => {
            let what = app.messages().names.category(category);
            fill(texts.badge_first(), &[("what", what)])
        }
        BadgeRule::Streak(count) => counted(texts.badge_streak(), count),
        BadgeRule::Days(count) => counted(texts.badge_days(), count),
        BadgeRule::Norms(count) => counted(texts.badge_norms(), count),
        BadgeRule::Campaign(place) => campaign(place)
            .map_or("", |day| day.name.in_language(app.language()))
            .to_owned(),
    }
}

fn hint_of(app: &App, rule: BadgeRule) -> String {
    let texts = app.messages().rewards;
    match rule {
        BadgeRule::First(category) => {
            let what = app.messages().names.category(category);
            fill(texts.badge_first_hint(), &[("what", what)])
        }
        BadgeRule::Streak(count) => counted(texts.badge_streak_hint(), count),
        BadgeRule::Days(count) => counted(texts.badge_days_hint(), count),
        BadgeRule::Norms(count) => counted(texts.badge_norms_hint(), count),
        BadgeRule::Campaign(place) => {
            let name = campaign(place).map_or("", |day| day.name.in_language(app.language()));
            fill(texts.badge_campaign_hint(), &[("name", name)])
        }
    }
}

fn counted(template: &str, count: u32) -> String {
    fill(template, &[("count", &count.to_string())])
}
