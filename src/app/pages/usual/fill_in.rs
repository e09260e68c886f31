//! The days gone by: those that are usual and not recorded are chosen already,
//! and one tap confirms them.

use super::{Done, HEADING_ID, Opened, Pending};
use crate::account::{EntryId, Kept, OfferedDay, Template};
use crate::app::components::{Element, button, element, icon};
use crate::app::context::App;
use crate::language::errors::record_error;
use crate::language::fill;
use crate::quantity::Day;

/// The days to choose from, and the button.
pub fn fill_in(
    app: &App,
    pending: &Pending,
    (place, template): (usize, &Template),
    days: &[OfferedDay],
    chosen: &[Day],
) -> Element {
    let texts = app.messages().habits;
    let mut choices = element("div", "choices habits-days");
    for day in days.iter().rev() {
        choices = choices.child(choice(app, *day, chosen.contains(&day.day)));
    }
    let toggle = app.typing(
        (pending.clone(), place, chosen.to_vec()),
        |(pending, place, chosen), day| {
            let mut chosen = chosen.clone();
            if let Ok(day) = day.parse::<Day>() {
                match chosen.iter().position(|known| *known == day) {
                    Some(known) => drop(chosen.remove(known)),
                    None => chosen.push(day),
                }
            }
            pending.opening(Some((*place, Opened::Days(chosen))))
        },
    );
    let group = element("fieldset", "choice-group")
        .onchange(toggle)
        .child(element("legend", "field-label").text(texts.days()))
        .child(choices);
    let record = app.act(
        (pending.clone(), template.clone(), chosen.to_vec()),
        |app, (pending, template, chosen)| record(app, pending, template, chosen),
    );
    let name = fill(texts.record(), &[("count", &chosen.len().to_string())]);
    let record = button("button button-primary", Some(icon("check")), &name, record)
        .flag("disabled", chosen.is_empty());
    element("div", "section")
        .child(group)
        .child(element("div", "actions").child(record))
}

/// "周三 11-18"
pub fn day_name(app: &App, day: Day) -> String {
    let weekdays = app.messages().habits.weekdays();
    let weekday = weekdays.get(usize::from(day.weekday()));
    let (month, date) = (day.month().to_string(), day.day().to_string());
    [
        weekday.copied().unwrap_or_default(),
        " ",
        &month,
        "-",
        &date,
    ]
    .concat()
}

fn choice(app: &App, day: OfferedDay, is_chosen: bool) -> Element {
    let texts = app.messages().habits;
    let mark = if day.is_recorded {
        texts.is_recorded()
    } else {
        ""
    };
    let input = element("input", "")
        .attribute("type", "checkbox")
        .value(day.day.to_string())
        .flag("disabled", day.is_recorded)
        .checked(is_chosen);
    let name = [&*day_name(app, day.day), " ", mark].concat();
    element("label", "choice")
        .key(day.day.to_string())
        .child(input)
        .child(element("span", "").text(name.trim().to_owned()))
}

/// Records the template for each of the days, and says so below the heading of
/// the list.
pub fn record(app: &App, pending: &Pending, template: &Template, days: &[Day]) {
    let Some((ids, kept)) = record_days(app, template, days) else {
        return;
    };
    app.focus_next(HEADING_ID);
    let done = Pending {
        open: None,
        done: Some(Done::Recorded(ids)),
        ..pending.clone()
    };
    app.turn(done.change());
    app.acknowledge(kept, |app, kept| app.notify(saved(app, kept), false));
}

/// Where what was recorded is kept, in words.
pub fn saved(app: &App, kept: Kept) -> &'static str {
    let texts = app.messages().shell;
    match kept {
        Kept::OnDevice => texts.saved_on_device(),
        Kept::InMemory(_) => texts.saved_in_memory(),
    }
}

/// Records a template for each of the days: the entries and where they are kept;
/// `None` where nothing was recorded.
pub fn record_days(app: &App, template: &Template, chosen: &[Day]) -> Option<(Vec<EntryId>, Kept)> {
    let mix = app.settings().mix.map(|mix| mix.to_string());
    let (mut ids, mut last): (Vec<EntryId>, Option<Kept>) = (Vec::new(), None);
    for day in chosen {
        let saved = template.with_draft(*day, mix.as_deref(), |draft| app.record(draft, ""));
        match saved {
            Ok(saved) => {
                ids.push(saved.id);
                // What one of them could not be kept is told, whatever came after.
                if !matches!(last, Some(Kept::InMemory(_))) {
                    last = Some(saved.kept);
                }
            }
            Err(error) => app.notify(&record_error(&error, app.language()), false),
        }
    }
    last.map(|kept| (ids, kept))
}
