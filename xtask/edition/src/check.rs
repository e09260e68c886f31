//! Finds what is missing or contradictory in an edition, so that a slip of the
//! pen fails the build instead of reaching a resident.

use crate::rust::parts;
use crate::schema::{
    Action, EditionFile, POLLUTANTS, PollutantRow, Provenance, Range, TermRule, Text, Variant,
};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

/// Something wrong in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `factor petrol-car`.
    pub place: String,
    /// What.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

const UNITS: [(&str, &str); 14] = [
    ("g/p-km", "km"),
    ("g/v-km", "km"),
    ("kg/kWh", "kWh"),
    ("kg/m3", "m3"),
    ("kg/kg", "kg"),
    ("kg/GJ", "GJ"),
    ("kg/meal", "count"),
    ("kg/order", "count"),
    ("kg/use", "count"),
    ("kg/bottle", "count"),
    ("kg/sheet", "count"),
    ("kg/item", "count"),
    ("1", ""),
    ("1/degree", "degree"),
];

const KINDS: [(&str, &str); 16] = [
    ("distance_km", "km"),
    ("occupancy", "person"),
    ("energy_kwh", "kWh"),
    ("volume_m3", "m3"),
    ("heat_gj", "GJ"),
    ("coal_kg", "kg"),
    ("mass_kg", "kg"),
    ("count", "count"),
    ("hours", "h"),
    ("old_w", "W"),
    ("new_w", "W"),
    ("old_kwh", "kWh"),
    ("new_kwh", "kWh"),
    ("old_m3", "m3"),
    ("new_m3", "m3"),
    ("degrees", "degree"),
];

const CATEGORIES: [&str; 5] = ["trip", "energy", "waste", "daily", "norm"];
const REPLACED: [&str; 4] = ["car", "taxi", "bus", "e-bike"];
const EMITTED_AT: [&str; 6] = [
    "street",
    "home",
    "power-plant",
    "heat-plant",
    "life-cycle",
    "none",
];

/// Everything that is wrong with an edition; empty where nothing is.
#[must_use]
pub fn check(edition: &EditionFile) -> Vec<Problem> {
    let mut checker = Checker {
        edition,
        problems: Vec::new(),
    };
    checker.header();
    checker.factors();
    checker.pollutants();
    for action in &edition.actions {
        checker.action(action);
    }
    checker.norms_overlaps_days();
    checker.problems
}

/// Ids of the factors whose best-before day lies before `today` (both
/// `YYYY-MM-DD`): worth a warning, never a failure, since the code has not
/// changed because a day has passed.
#[must_use]
pub fn past_best_before<'a>(edition: &'a EditionFile, today: &str) -> Vec<&'a str> {
    edition
        .factors
        .iter()
        .filter(|factor| factor.provenance.best_before.as_str() < today)
        .map(|factor| factor.id.as_str())
        .collect()
}

struct Checker<'a> {
    edition: &'a EditionFile,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, place: &str, what: impl Into<String>) {
        self.problems.push(Problem {
            place: place.to_owned(),
            what: what.into(),
        });
    }

    fn text(&mut self, place: &str, name: &str, text: &Text) {
        if text.is_incomplete() {
            self.say(place, format!("{name} is missing in a language"));
        }
    }

    fn optional_text(&mut self, place: &str, name: &str, text: &Text) {
        if !text.is_absent() {
            self.text(place, name, text);
        }
    }

    fn unique<'b>(&mut self, kind: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            if id.is_empty() || !id.chars().all(plain) {
                self.say(kind, format!("`{id}` is no id (a-z, 0-9, hyphen)"));
            }
            if !seen.insert(id.to_owned()) {
                self.say(kind, format!("`{id}` stands twice"));
            }
        }
    }

    fn range(&mut self, place: &str, range: &Range) {
        let all = [&range.low, &range.value, &range.high].map(|text| parts(text));
        let [Some(low), Some(value), Some(high)] = all else {
            self.say(place, "value, low and high have to be decimals");
            return;
        };
        if value.1 > 9 || low.1 > 9 || high.1 > 9 {
            self.say(place, "more than 9 decimals");
        }
        if compare(low, value) == Ordering::Greater || compare(value, high) == Ordering::Greater {
            self.say(place, "not low ≤ value ≤ high");
        }
        if low.0 < 0 {
            self.say(place, "negative");
        }
    }

    fn provenance(&mut self, place: &str, provenance: &Provenance) {
        if !self
            .edition
            .sources
            .iter()
            .any(|source| source.id == provenance.source)
        {
            self.say(place, format!("no source `{}`", provenance.source));
        }
        if !["P", "DB", "S", "D", "R", "A", "C"].contains(&provenance.quality.as_str()) {
            self.say(place, format!("no quality `{}`", provenance.quality));
        }
        if provenance.quality == "D" && provenance.derivation.is_absent() {
            self.say(place, "derived, without its derivation");
        }
        if !["source", "assumed"].contains(&provenance.range_quality.as_str()) {
            self.say(place, "range_quality is source or assumed");
        }
        if !is_day(&provenance.best_before) {
            self.say(place, "best_before is no day");
        }
        if provenance.year.is_empty() {
            self.say(place, "no year");
        }
        self.text(place, "region", &provenance.region);
        self.optional_text(place, "derivation", &provenance.derivation);
        self.optional_text(place, "note", &provenance.note);
    }

    fn header(&mut self) {
        let edition = self.edition;
        self.text("edition", "title", &edition.title);
        self.text("edition", "wording", &edition.wording);
        if !is_day(&edition.released) {
            self.say("edition", "released is no day");
        }
        for number in [&edition.self_reported_weight, &edition.proof_weight] {
            if parts(number).is_none() {
                self.say("edition", format!("`{number}` is no weight"));
            }
        }
        if edition.day_points_cap.parse::<u32>().is_err() {
            self.say("edition", "day_points_cap is no whole number");
        }
        let mix = &edition.mix;
        let shares = [&mix.car, &mix.bus, &mix.e_bike, &mix.motorcycle];
        let sum: Option<u32> = shares.iter().map(|share| share.parse::<u32>().ok()).sum();
        if sum != Some(100) {
            self.say("mix", "the shares are not whole percents that sum to 100");
        }
        for part in ["car", "bus", "e-bike", "motorcycle"] {
            let known = mix
                .components
                .get(part)
                .is_some_and(|id| self.knows_factor(id));
            if !known {
                self.say("mix", format!("no factor for `{part}`"));
            }
        }
        if !self.knows_factor(&mix.factor) {
            self.say("mix", "no factor that states it");
        }
        for id in REPLACED {
            if !edition
                .replaced
                .get(id)
                .is_some_and(|factor| self.knows_factor(factor))
            {
                self.say("replaced", format!("no factor for `{id}`"));
            }
        }
        self.unique(
            "source",
            edition.sources.iter().map(|source| source.id.as_str()),
        );
        for source in &edition.sources {
            let place = format!("source {}", source.id);
            self.text(&place, "title", &source.title);
            self.text(&place, "issuer", &source.issuer);
            if source.year.is_empty() {
                self.say(&place, "no year");
            }
        }
    }

    fn knows_factor(&self, id: &str) -> bool {
        self.edition.factors.iter().any(|factor| factor.id == id)
    }

    fn factors(&mut self) {
        let edition = self.edition;
        self.unique(
            "factor",
            edition.factors.iter().map(|factor| factor.id.as_str()),
        );
        for factor in &edition.factors {
            let place = format!("factor {}", factor.id);
            self.text(&place, "name", &factor.name);
            self.range(&place, &factor.range);
            self.provenance(&place, &factor.provenance);
            if !UNITS.iter().any(|(unit, _)| *unit == factor.unit) {
                self.say(&place, format!("no unit `{}`", factor.unit));
            }
            if !EMITTED_AT.contains(&factor.emitted_at.as_str()) {
                self.say(&place, format!("emitted_at `{}`", factor.emitted_at));
            }
            if let Some(power) = &factor.electricity_kwh {
                self.range(&format!("{place}, electricity_kwh"), power);
            }
        }
    }

    fn pollutants(&mut self) {
        let edition = self.edition;
        for row in &edition.pollutants {
            let place = format!("pollutants of {}", row.of.join(", "));
            self.pollutant_row(&place, row);
            for id in &row.of {
                let Some(factor) = edition.factors.iter().find(|factor| factor.id == *id) else {
                    self.say(&place, format!("no factor `{id}`"));
                    continue;
                };
                if factor.electricity_kwh.is_some() {
                    self.say(&place, format!("`{id}` has its power as well"));
                }
                let rows = edition
                    .pollutants
                    .iter()
                    .filter(|other| other.of.contains(id));
                if rows.count() > 1 {
                    self.say(&place, format!("`{id}` has two rows"));
                }
            }
        }
    }

    fn pollutant_row(&mut self, place: &str, row: &PollutantRow) {
        if row.ranges().iter().all(Option::is_none) {
            self.say(place, "no pollutant is known: leave the row out");
        }
        for (range, name) in row.ranges().iter().zip(POLLUTANTS) {
            match range {
                Some(range) => self.range(&format!("{place}, {name}"), range),
                None if row.partial.iter().any(|partial| partial == name) => {
                    self.say(place, format!("{name} is partial and absent"));
                }
                None => {}
            }
        }
        self.provenance(place, &row.provenance);
    }

    fn action(&mut self, action: &Action) {
        let place = format!("action {}", action.id);
        self.text(&place, "name", &action.name);
        self.text(&place, "hint", &action.hint);
        self.text(&place, "formula", &action.formula);
        self.optional_text(&place, "note", &action.note);
        if action.search.trim().is_empty() {
            self.say(&place, "nothing to search it by");
        }
        if !CATEGORIES.contains(&action.category.as_str()) {
            self.say(&place, format!("no category `{}`", action.category));
        }
        if !(1..=10).contains(&action.norm) {
            self.say(&place, "its norm is none of the ten");
        }
        if action.green_trip && action.category != "trip" {
            self.say(&place, "a green trip that is no trip");
        }
        if action.examples.is_empty() {
            self.say(&place, "no worked example");
        }
        if action.variants.is_empty() {
            self.say(&place, "no way to enter it");
        }
        self.unique(
            &place,
            action.variants.iter().map(|variant| variant.id.as_str()),
        );
        self.unique(&place, action.items.iter().map(|item| item.id.as_str()));
        for item in &action.items {
            self.text(&place, "item", &item.name);
            if !self.knows_factor(&item.factor) {
                self.say(&place, format!("no factor `{}`", item.factor));
            }
        }
        if let Some(id) = &action.usual_replaced
            && !REPLACED.contains(&id.as_str())
        {
            self.say(&place, format!("usual_replaced `{id}`"));
        }
        if let Some(cap) = &action.daily_cap {
            let asked = action
                .variants
                .iter()
                .all(|variant| variant.inputs.iter().any(|input| input.kind == cap.input));
            if !asked || parts(&cap.amount).is_none() {
                self.say(&place, "its cap bounds no input of it");
            }
        }
        for variant in &action.variants {
            self.variant(action, variant);
        }
    }

    fn variant(&mut self, action: &Action, variant: &Variant) {
        let place = format!("action {}, {}", action.id, variant.id);
        self.text(&place, "name", &variant.name);
        for input in &variant.inputs {
            self.text(&place, &input.kind, &input.label);
            if dimension(&input.kind).is_none() {
                self.say(&place, format!("no input kind `{}`", input.kind));
            }
            let numbers = [&input.floor, &input.usual, &input.ceiling, &input.step];
            let [Some(floor), Some(usual), Some(ceiling), Some(step)] =
                numbers.map(|text| parts(text).filter(|(_, scale)| *scale <= 3))
            else {
                self.say(
                    &place,
                    format!("{}: a bound is missing or no number", input.kind),
                );
                continue;
            };
            let ordered = compare(floor, usual) != Ordering::Greater
                && compare(usual, ceiling) != Ordering::Greater
                && compare(floor, ceiling) == Ordering::Less;
            if !ordered || floor.0 < 0 || step.0 <= 0 {
                self.say(
                    &place,
                    format!("{}: not 0 ≤ floor ≤ usual ≤ ceiling", input.kind),
                );
            }
            if input.default.is_some() && input.required {
                self.say(&place, format!("{}: required, with a default", input.kind));
            }
        }
        if variant.baseline.is_empty() && !variant.project.is_empty() {
            self.say(&place, "project terms without a baseline");
        }
        for term in variant.baseline.iter().chain(&variant.project) {
            self.term(&place, action, variant, term);
        }
    }

    fn term(&mut self, place: &str, action: &Action, variant: &Variant, term: &TermRule) {
        for kind in term.inputs.iter().chain(&term.divide_by) {
            if !variant.inputs.iter().any(|input| input.kind == *kind) {
                self.say(
                    place,
                    format!("a term uses `{kind}`, which is not asked for"),
                );
            }
        }
        let factors: Vec<&str> = match term.factor.as_str() {
            "replaced" => {
                if action.category != "trip" {
                    self.say(place, "only a trip replaces something");
                }
                vec![term.unsaid.as_str()]
            }
            "item" => action
                .items
                .iter()
                .map(|item| item.factor.as_str())
                .collect(),
            id => vec![id],
        };
        if factors.is_empty() {
            self.say(place, "a term of items, and no items");
        }
        for id in factors
            .into_iter()
            .chain(term.with.iter().map(String::as_str))
        {
            if !self.knows_factor(id) {
                self.say(place, format!("no factor `{id}`"));
            }
        }
        if let Some(what) = self.unit_mismatch(action, term) {
            self.say(place, what);
        }
    }

    /// The inputs' units times the factors' have to leave a mass of CO2e.
    fn unit_mismatch(&self, action: &Action, term: &TermRule) -> Option<String> {
        let per = |id: &str| {
            let factor = self.edition.factors.iter().find(|factor| factor.id == id)?;
            UNITS
                .iter()
                .find(|(unit, _)| *unit == factor.unit)
                .map(|(_, per)| *per)
        };
        let main = match term.factor.as_str() {
            "replaced" => term.unsaid.as_str(),
            "item" => action.items.first()?.factor.as_str(),
            id => id,
        };
        let mut wanted: Vec<&str> = std::iter::once(main)
            .chain(term.with.iter().map(String::as_str))
            .filter_map(per)
            .filter(|unit| !unit.is_empty())
            .collect();
        let mut given: Vec<&str> = term
            .inputs
            .iter()
            .filter_map(|kind| dimension(kind))
            .collect();
        // Power for a time is energy; how many of a thing there are has no unit.
        if given.contains(&"W") && given.contains(&"h") {
            given.retain(|unit| *unit != "W" && *unit != "h");
            given.push("kWh");
        }
        if !wanted.contains(&"count") {
            given.retain(|unit| *unit != "count");
        }
        wanted.sort_unstable();
        given.sort_unstable();
        (wanted != given).then(|| {
            format!(
                "units do not match: {} against factors per {}",
                given.join("·"),
                wanted.join("·")
            )
        })
    }

    fn norms_overlaps_days(&mut self) {
        let edition = self.edition;
        self.unique(
            "action",
            edition.actions.iter().map(|action| action.id.as_str()),
        );
        self.unique(
            "overlap",
            edition.overlaps.iter().map(|overlap| overlap.id.as_str()),
        );
        self.unique(
            "campaign_day",
            edition.campaign_days.iter().map(|day| day.id.as_str()),
        );
        let numbers: Vec<u8> = edition.norms.iter().map(|norm| norm.number).collect();
        if numbers != (1..=10).collect::<Vec<_>>() {
            self.say("norms", "not the ten, in order");
        }
        for norm in &edition.norms {
            let place = format!("norm {}", norm.number);
            self.text(&place, "title", &norm.title);
            self.optional_text(&place, "body", &norm.body);
        }
        for overlap in &edition.overlaps {
            let place = format!("overlap {}", overlap.id);
            self.text(&place, "reason", &overlap.reason);
            for id in overlap.actions.iter().chain(&overlap.against) {
                if !edition.actions.iter().any(|action| action.id == *id) {
                    self.say(&place, format!("no action `{id}`"));
                }
            }
            if !["day", "month"].contains(&overlap.period.as_str()) {
                self.say(&place, "period is day or month");
            }
        }
        for day in &edition.campaign_days {
            let place = format!("campaign_day {}", day.id);
            self.text(&place, "name", &day.name);
            self.optional_text(&place, "note", &day.note);
            if !is_day(&day.from) || !is_day(&day.to) || day.from > day.to {
                self.say(&place, "from and to are no days in order");
            }
        }
    }
}

fn dimension(kind: &str) -> Option<&'static str> {
    KINDS
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, unit)| *unit)
}

fn compare(one: (i64, usize), other: (i64, usize)) -> Ordering {
    let scale = one.1.max(other.1);
    let whole = |(mantissa, own): (i64, usize)| {
        i128::from(mantissa) * 10_i128.pow(u32::try_from(scale - own).unwrap_or(0))
    };
    whole(one).cmp(&whole(other))
}

fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| {
            if index == 4 || index == 7 {
                *byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
}
