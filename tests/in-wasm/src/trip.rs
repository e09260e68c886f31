//! One answer of a trip changed, and what the trip comes to then.

use carbon_inclusion::account::{Ledger, Span};
use carbon_inclusion::methodology::{Activity, Assessment, Draft, assess};
use carbon_inclusion::quantity::Day;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::book::Book;

/// What was answered so far, as a form holds it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Trip {
    action: String,
    replaced: Option<String>,
    occupancy: Option<String>,
}

#[wasm_bindgen]
impl Trip {
    /// A trip of an action; what is not answered is absent.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(action: String, replaced: Option<String>, occupancy: Option<String>) -> Self {
        Self {
            action,
            replaced,
            occupancy,
        }
    }

    /// What it saves at a distance: mg CO2e. All of the assessment is worked
    /// out: its range, the pollutants, the points and the terms.
    #[must_use]
    pub fn reduction(&self, distance_km: &str) -> i64 {
        self.assessment(distance_km).reduction.milligrams()
    }

    /// Records it so many days before the last one, and reads every total that
    /// there is of that day, its month, its year and everything, by category and
    /// by action.
    pub fn record(&self, distance_km: &str, days_ago: i32, book: &mut Book) -> i64 {
        let day = book.today().plus_days(-i64::from(days_ago)).expect("a day");
        let account = book.account_mut();
        let on = day.to_string();
        let draft = Draft {
            on: &on,
            ..self.draft(distance_km)
        };
        account.record(&draft, "").expect("a good draft");
        let sum = totals(account.ledger(), day);
        // The second copy is the browser's.
        drop(account.take_uncopied());
        sum
    }

    fn assessment(&self, distance_km: &str) -> Assessment {
        assess(&Activity::check(&self.draft(distance_km)).expect("a good draft"))
    }

    fn draft<'a>(&'a self, distance_km: &'a str) -> Draft<'a> {
        let mut inputs = vec![("distance_km", distance_km.into())];
        if let Some(occupancy) = &self.occupancy {
            inputs.push(("occupancy", occupancy.as_str().into()));
        }
        Draft {
            action: &self.action,
            on: "2026-11-22",
            inputs,
            replaced: self.replaced.as_deref(),
            ..Draft::default()
        }
    }
}

/// Something of each total, so that none is left out.
fn totals(ledger: &Ledger, day: Day) -> i64 {
    let month = day.month_of();
    let spans = [
        Span::Day(day),
        Span::Month(month),
        Span::Year(day.year()),
        Span::All,
    ];
    let mut sum = 0_i64;
    for span in spans {
        sum = sum.wrapping_add(ledger.totals(span).reduction.milligrams());
        for category in ledger.by_category(span) {
            sum = sum.wrapping_add(category.reduction.milligrams());
        }
        for (_, action) in ledger.by_action(span) {
            sum = sum.wrapping_add(action.reduction.milligrams());
        }
    }
    sum
}
