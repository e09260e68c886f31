//! Local street against distant plant: of each pollutant what is emitted less or
//! more near people, and elsewhere.

use super::{extent, less_or_more};
use crate::account::{Share, Synergy, Totals};
use crate::app::components::{Element, action_name, bar_row, element};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::Pollutant;
use crate::quantity::PollutantMass;

/// The account's pollutants by place; where nothing was recorded, those of the
/// action that moves most from one to the other.
pub fn places(app: &App, synergy: &Synergy) -> Element {
    let texts = app.messages().synergy;
    let example = synergy.moved().filter(|_| synergy.is_typical);
    let (totals, of) = match example {
        Some(deed) => {
            let extent = extent(app, deed);
            let values = [
                ("action", action_name(app, deed.action)),
                ("extent", &*extent),
            ];
            (deed.totals, fill(texts.places_example(), &values))
        }
        None => (synergy.totals(), texts.places_all().to_owned()),
    };
    let mut section = element("section", "section synergy-places")
        .child(element("h2", "").text(texts.places()))
        .child(element("p", "muted small").text(of));
    for pollutant in Pollutant::ALL {
        if totals.pollutant(pollutant).known > 0 {
            section = section.child(place(app, &totals, pollutant));
        }
    }
    section.child(element("p", "muted small").text(texts.places_hint()))
}

fn place(app: &App, totals: &Totals, pollutant: Pollutant) -> Element {
    let texts = app.messages().synergy;
    let total = totals.pollutant(pollutant);
    let places = [(texts.near(), total.near), (texts.far(), total.far())];
    let size = |mass: PollutantMass| i128::from(mass.micrograms()).abs();
    let longest = size(total.near).max(size(total.far()));
    let is_partial = total.partial > 0 || total.known < totals.entries;
    let mut rows = element("ul", "bars");
    for (place, mass) in places {
        // Nothing of what is known in part is not known to be nothing.
        let amount = if is_partial && mass == PollutantMass::ZERO {
            app.messages().shell.unknown_amount().to_owned()
        } else {
            less_or_more(app, &mass.short(app.language()))
        };
        let length = Share::of(size(mass), longest).unwrap_or(Share::NONE);
        rows = rows.child(bar_row(
            place,
            &amount,
            "",
            length,
            mass < PollutantMass::ZERO,
        ));
    }
    let partial = if is_partial {
        app.messages().shell.partial_amount()
    } else {
        ""
    };
    let heading = element("h3", "")
        .text(
            [
                pollutant.id(),
                " ",
                app.messages().names.pollutant(pollutant),
            ]
            .concat(),
        )
        .text(" ")
        .child(element("span", "muted small slot").text(partial));
    element("div", "section synergy-place")
        .child(heading)
        .child(rows)
}
