//! The campaign days of the policy as beginnings of a pack.

use super::draft::PackDraft;
use crate::language::Language;
use crate::methodology::{ActionId, CampaignDay, Category, current};
use crate::quantity::Day;

impl PackDraft {
    /// A campaign day of the policy as a beginning: its name in both languages,
    /// its next days as far as they are known, and what it is about.
    #[must_use]
    pub fn of_day(day: &CampaignDay, today: Day, language: Language) -> Self {
        let days = next_days(day, today).map(|days| days.map(|day| day.to_string()));
        let [first, last] = days.unwrap_or_default();
        Self {
            name: Language::ALL.map(|one| day.name.in_language(one).to_owned()),
            first,
            last,
            actions: actions_of(day.id),
            ..Self::new(language)
        }
    }
}

/// The next days of a campaign day: of a yearly one those of this year or the
/// next, of another one those that were announced, while they are not over.
#[must_use]
pub fn next_days(day: &CampaignDay, today: Day) -> Option<[Day; 2]> {
    let (first, last): (Day, Day) = (day.from.parse().ok()?, day.to.parse().ok()?);
    if !day.yearly {
        return (last >= today).then_some([first, last]);
    }
    (today.year()..=today.year() + 1).find_map(|year| {
        let in_year = |day: Day| Day::from_ymd(year, day.month(), day.day()).ok();
        let [first, last] = [in_year(first)?, in_year(last)?];
        (last >= today).then_some([first, last])
    })
}

/// What a campaign day is about, by its id: a choice of ours, and only a
/// beginning. Those of saving energy and of low carbon say it in their names;
/// the others are about everything.
fn actions_of(id: &str) -> Vec<ActionId> {
    let category = match id {
        "energy-saving-week" => Category::Energy,
        "low-carbon-day" => Category::Trip,
        _ => return Vec::new(),
    };
    let actions = current().actions.iter();
    let about = actions.filter(|action| {
        action.category == category && (!action.is_trip() || action.is_green_trip)
    });
    about.map(|action| action.id).collect()
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::sample;
    use super::*;

    const TODAY: &str = "2026-11-22";

    fn date(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn campaign_day(id: &str) -> &'static CampaignDay {
        let mut days = current().campaign_days.iter();
        days.find(|day| day.id == id).expect("a campaign day")
    }

    #[test]
    fn templates_have_the_next_days_that_are_known() {
        let days = |id: &str, today: &str| {
            let draft = PackDraft::of_day(campaign_day(id), date(today), Language::ZhCn);
            [draft.first, draft.last]
        };
        assert_eq!(days("environment-day", TODAY), ["2027-06-05", "2027-06-05"]);
        assert_eq!(
            days("environment-day", "2026-06-05"),
            ["2026-06-05", "2026-06-05"]
        );
        assert_eq!(
            days("ozone-day", "2026-09-17"),
            ["2027-09-16", "2027-09-16"]
        );
        assert_eq!(
            days("energy-saving-week", "2026-06-21"),
            ["2026-06-15", "2026-06-21"]
        );
        // Those of the next year are not announced.
        assert_eq!(days("energy-saving-week", "2026-06-22"), ["", ""]);
        assert_eq!(days("low-carbon-day", TODAY), ["", ""]);
    }

    #[test]
    fn every_campaign_day_is_a_template_that_only_lacks_days() {
        for day in current().campaign_days {
            let mut draft = PackDraft::of_day(day, date(TODAY), Language::ZhCn);
            (draft.first, draft.last) = (TODAY.into(), TODAY.into());
            let pack = draft.check(sample().key, 1).expect("a pack");
            assert_eq!(
                pack.name.in_language(Language::ZhCn),
                day.name.in_language(Language::ZhCn)
            );
            let count = pack.actions.len();
            let is_about_something = matches!(day.id, "energy-saving-week" | "low-carbon-day");
            assert_eq!(count > 0, is_about_something, "{}", day.id);
            let car = ActionId::parse("car").expect("an action");
            assert!(!pack.counts(car));
        }
    }
}
