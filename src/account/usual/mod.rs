//! Usual trips and other habits as templates: named by the user, recorded for
//! the days gone by when the user says so, and never by themselves. They are
//! kept among the settings, a line each.

mod days;
mod template;
mod walked;

pub use days::{Missing, OfferedDay, decline_missing, missing, offered_days};
pub use template::{Template, Weekdays};
pub use walked::walked;

use super::rewards::GoalKind;
use super::settings::Settings;
use crate::campaign::keep_own;

/// The most templates: more would not be found again on a page.
pub const TEMPLATES_MAX: usize = 20;

/// The name of the line of a place among the settings.
fn line_name(place: usize) -> String {
    ["usual-", &place.to_string()].concat()
}

/// Whether a line of the settings is a template.
pub(super) fn is_template(name: &str, value: &str) -> bool {
    (0..TEMPLATES_MAX).any(|place| line_name(place) == name) && Template::parse(value).is_some()
}

/// The templates of the settings by their places. What the edition has no such
/// action for is none.
#[must_use]
pub fn templates(settings: &Settings) -> Vec<(usize, Template)> {
    let read = |place| {
        let value = settings.later(&line_name(place))?;
        Some((place, Template::parse(value)?))
    };
    (0..TEMPLATES_MAX).filter_map(read).collect()
}

/// Puts a template into a place, or takes it away.
pub fn set_template(settings: &mut Settings, place: usize, template: Option<&Template>) {
    let value = template.map(Template::to_string);
    settings.set_later(&line_name(place), value.as_deref());
}

/// Puts a template into a free place; `None` where there is none.
pub fn add_template(settings: &mut Settings, template: &Template) -> Option<usize> {
    let is_free = |place: &usize| settings.later(&line_name(*place)).is_none();
    let place = (0..TEMPLATES_MAX).find(is_free)?;
    set_template(settings, place, Some(template));
    Some(place)
}

/// The settings of a file in the place of one's own: what it says counts, and
/// its templates and campaigns come beside one's own. Goals stay where it has
/// none.
#[must_use]
pub fn taken(own: &Settings, file: &Settings) -> Settings {
    let mut taken = file.clone();
    let theirs = templates(file);
    for (_, template) in templates(own) {
        let is_known = |(_, other): &(usize, Template)| *other == template;
        if !theirs.iter().any(is_known) {
            // More than there is room for would not be found again.
            add_template(&mut taken, &template);
        }
    }
    for kind in GoalKind::ALL {
        if taken.later(kind.id()).is_none() {
            taken.set_later(kind.id(), own.later(kind.id()));
        }
    }
    keep_own(&mut taken, own);
    taken
}

/// Takes all templates away, and whatever stands in their places.
pub fn forget_templates(settings: &mut Settings) {
    days::forget_declined(settings);
    for place in 0..TEMPLATES_MAX {
        settings.set_later(&line_name(place), None);
    }
}

#[cfg(test)]
mod tests {
    use super::{
        TEMPLATES_MAX, Template, add_template, forget_templates, set_template, taken, templates,
    };
    use crate::account::Settings;

    #[test]
    fn templates_are_kept_among_the_settings() {
        let bus = Template::parse("bus|distance_km=8||car|12345|上班").expect("a template");
        let walk = Template::parse("walk|distance_km=1||||").expect("a template");
        let mut settings = Settings::parse("usual-3=teleport|||||\nnewer=1");
        assert_eq!(add_template(&mut settings, &bus), Some(0));
        assert_eq!(add_template(&mut settings, &walk), Some(1));
        let kept = Settings::parse(&settings.to_string());
        assert_eq!(templates(&kept), [(0, bus.clone()), (1, walk.clone())]);
        // Of a file too, but nothing that is no template.
        let taken = Settings::understood(&settings.to_string());
        assert_eq!(templates(&taken), [(0, bus.clone()), (1, walk.clone())]);
        assert_eq!(taken.to_string().lines().count(), 2);
        set_template(&mut settings, 0, None);
        assert_eq!(templates(&settings), [(1, walk)]);
        // The place of what is not understood stays taken.
        for place in [0, 2, 4] {
            assert_eq!(add_template(&mut settings, &bus), Some(place));
        }
        for place in 5..TEMPLATES_MAX {
            assert_eq!(add_template(&mut settings, &bus), Some(place));
        }
        assert_eq!(add_template(&mut settings, &bus), None);
    }

    #[test]
    fn settings_of_a_file_leave_ones_own_templates() {
        let lines = |text: &str| text.replace(' ', "\n");
        let own = Settings::parse(&lines(
            "usual-0=bus|distance_km=8|||| usual-1=walk|distance_km=1|||| goal-trips=5 theme=dark",
        ));
        let file = Settings::parse(&lines("usual-0=walk|distance_km=1|||| goal-month=20"));
        let mut settings = taken(&own, &file);
        let expected = lines(
            "usual-0=walk|distance_km=1|||| goal-month=20 usual-1=bus|distance_km=8|||| goal-trips=5 ",
        );
        assert_eq!(settings.to_string(), expected);
        assert_eq!(taken(&settings, &file), settings);
        forget_templates(&mut settings);
        assert_eq!(settings.to_string(), lines("goal-month=20 goal-trips=5 "));
    }
}
