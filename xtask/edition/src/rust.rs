//! Writes editions as Rust constants, for the app to include.
//!
//! Only what passed [`crate::check`] comes here; what is malformed all the same
//! is written so that the compiler refuses it, with the text in its message.

use crate::schema::{
    Action, EditionFile, Factor, Input, Item, PollutantRow, Provenance, Range, TermRule, Variant,
};
use crate::texts::Texts;
use std::fmt::Write as _;

/// What [`to_rust`] makes of the editions.
#[derive(Debug)]
pub struct Constants {
    /// `ACTION_IDS` and `EDITIONS`, in the terms of the app's `methodology` room.
    pub rust: String,
    /// The texts that the first pages need and the others, each in Chinese and
    /// in English: `Text(3)` is the fourth of all.
    pub texts: [[Vec<String>; 2]; 2],
}

/// The source text of all editions.
#[must_use]
pub fn to_rust(editions: &[EditionFile]) -> Constants {
    let ids = action_ids(editions);
    let mut out = String::new();
    let quoted: Vec<String> = ids.iter().map(|id| literal(id)).collect();
    let _ = writeln!(
        out,
        "pub(crate) static ACTION_IDS: [&str; {}] = [{}];",
        ids.len(),
        quoted.join(", ")
    );
    let texts = Texts::default();
    for edition in editions {
        first_texts(edition, &texts);
    }
    let first = texts.count();
    for edition in editions {
        Writer {
            edition,
            ids: &ids,
            texts: &texts,
            out: &mut out,
        }
        .edition();
    }
    let names: Vec<String> = editions
        .iter()
        .map(|edition| format!("&{}", constant("EDITION", &edition.id)))
        .collect();
    let _ = writeln!(
        out,
        "pub(crate) static EDITIONS: [&Edition; {}] = [{}];",
        names.len(),
        names.join(", ")
    );
    Constants {
        rust: out,
        texts: texts.into_lines(first),
    }
}

/// What is said where an action is chosen, filled in and listed.
fn first_texts(edition: &EditionFile, texts: &Texts) {
    for action in &edition.actions {
        texts.number(&action.name);
        texts.number(&action.hint);
        texts.alike(&action.search);
        for variant in &action.variants {
            texts.number(&variant.name);
            for input in &variant.inputs {
                texts.number(&input.label);
            }
        }
        for item in &action.items {
            texts.number(&item.name);
        }
    }
    for overlap in &edition.overlaps {
        texts.number(&overlap.reason);
    }
}

/// Every action id of any edition, in the order of first appearance.
fn action_ids(editions: &[EditionFile]) -> Vec<&str> {
    let mut ids = Vec::new();
    for action in editions.iter().flat_map(|edition| &edition.actions) {
        if !ids.contains(&action.id.as_str()) {
            ids.push(action.id.as_str());
        }
    }
    ids
}

struct Writer<'a> {
    edition: &'a EditionFile,
    ids: &'a [&'a str],
    texts: &'a Texts,
    out: &'a mut String,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The name of a constant of this edition.
    fn name(&self, kind: &str, id: &str) -> String {
        format!(
            "{}_{}",
            constant(kind, id),
            constant("OF", &self.edition.id)
        )
    }

    /// What several places of the edition refer to, as constants of their own.
    fn constants(&mut self) {
        let edition = self.edition;
        for source in &edition.sources {
            let text = format!(
                "static {}: Source = Source {{ title: {}, issuer: {}, year: {}, url: {} }};",
                self.name("SOURCE", &source.id),
                self.texts.number(&source.title),
                self.texts.number(&source.issuer),
                self.texts.alike(&source.year),
                source.url.as_ref().map_or("None".to_owned(), |url| {
                    format!("Some({})", self.texts.alike(url))
                }),
            );
            self.line(&text);
        }
        for (index, row) in edition.pollutants.iter().enumerate() {
            let text = format!(
                "static {}: Provenance = {};",
                self.name("POLLUTANTS", &index.to_string()),
                self.provenance(&row.provenance)
            );
            self.line(&text);
        }
        for factor in &edition.factors {
            self.factor(factor);
        }
    }

    fn edition(mut self) {
        self.constants();
        let edition = self.edition;
        let actions: Vec<String> = edition
            .actions
            .iter()
            .map(|action| self.action(action))
            .collect();
        let mix = &edition.mix;
        let component = |part: &str| {
            mix.components
                .get(part)
                .map_or("missing".to_owned(), |id| self.name("FACTOR", id))
        };
        let replaced: Vec<String> = ["car", "taxi", "bus", "e-bike"]
            .iter()
            .map(|id| edition.replaced.get(*id).map_or("missing", String::as_str))
            .map(|id| format!("&{}", self.name("FACTOR", id)))
            .collect();
        let text = format!(
            "static {}: Edition = Edition {{ id: {}, title: {}, released: {}, wording: {}, \
             actions: &[{}], factors: &[{}], sources: &[{}], norms: &[{}], overlaps: &[{}], \
             campaign_days: &[{}], \
             mix: MixRule {{ car: {}, bus: {}, e_bike: {}, motorcycle: {}, occupancy: {}, \
             published: &{}, components: [&{}, &{}, &{}, &{}] }}, \
             replaced: [{}], day_points_cap: {}, self_reported_weight: {}, proof_weight: {} }};",
            constant("EDITION", &edition.id),
            literal(&edition.id),
            self.texts.number(&edition.title),
            literal(&edition.released),
            self.texts.number(&edition.wording),
            actions.join(", "),
            list(&edition.factors, |factor| format!(
                "&{}",
                self.name("FACTOR", &factor.id)
            )),
            list(&edition.sources, |source| format!(
                "&{}",
                self.name("SOURCE", &source.id)
            )),
            list(&edition.norms, |norm| format!(
                "Norm {{ number: {}, title: {}, body: {} }}",
                norm.number,
                self.texts.number(&norm.title),
                self.texts.optional(&norm.body)
            )),
            list(&edition.overlaps, |overlap| format!(
                "Overlap {{ id: {}, actions: &[{}], against: &[{}], period: Period::{}, reason: {} }}",
                literal(&overlap.id),
                list(&overlap.actions, |id| self.action_id(id)),
                list(&overlap.against, |id| self.action_id(id)),
                pascal(&overlap.period),
                self.texts.number(&overlap.reason)
            )),
            list(&edition.campaign_days, |day| format!(
                "CampaignDay {{ id: {}, name: {}, from: {}, to: {}, yearly: {}, note: {} }}",
                literal(&day.id),
                self.texts.number(&day.name),
                literal(&day.from),
                literal(&day.to),
                day.yearly,
                self.texts.optional(&day.note)
            )),
            mix.car,
            mix.bus,
            mix.e_bike,
            mix.motorcycle,
            decimal(&mix.occupancy),
            self.name("FACTOR", &mix.factor),
            component("car"),
            component("bus"),
            component("e-bike"),
            component("motorcycle"),
            replaced.join(", "),
            edition.day_points_cap,
            decimal(&edition.self_reported_weight),
            decimal(&edition.proof_weight),
        );
        self.line(&text);
    }

    fn action_id(&self, id: &str) -> String {
        let index = self.ids.iter().position(|known| *known == id);
        index.map_or_else(
            || format!("compile_error!({})", literal(&format!("no action {id}"))),
            |index| format!("ActionId({index})"),
        )
    }

    fn provenance(&self, provenance: &Provenance) -> String {
        format!(
            "Provenance {{ source: &{}, detail: {}, year: {}, region: {}, quality: Quality::{}, \
             range_assumed: {}, best_before: {}, derivation: {}, note: {} }}",
            self.name("SOURCE", &provenance.source),
            self.texts.optional_alike(&provenance.detail),
            self.texts.alike(&provenance.year),
            self.texts.number(&provenance.region),
            quality(&provenance.quality),
            provenance.range_quality == "assumed",
            self.texts.alike(&provenance.best_before),
            self.texts.optional(&provenance.derivation),
            self.texts.optional(&provenance.note),
        )
    }

    fn factor(&mut self, factor: &Factor) {
        let own = self
            .edition
            .pollutants
            .iter()
            .position(|row| row.of.contains(&factor.id));
        let electricity = factor.electricity_kwh.as_ref().and_then(|power| {
            let row = self
                .edition
                .pollutants
                .iter()
                .position(|row| row.of.iter().any(|id| id == "electricity"))?;
            Some((row, power))
        });
        let (pollutants, provenance) = match (own, electricity) {
            (Some(row), _) => (own_pollutants(&self.edition.pollutants[row]), Some(row)),
            (None, Some((row, power))) => (
                power_pollutants(&self.edition.pollutants[row], power),
                Some(row),
            ),
            (None, None) => ("[None; 5]".to_owned(), None),
        };
        let text = format!(
            "static {}: Factor = Factor {{ id: {}, name: {}, unit: FactorUnit::{}, values: FactorValues {{ \
             value: {}, low: {}, high: {}, pollutants: {pollutants} }}, pollutant_provenance: {}, \
             electricity_kwh: {}, emitted_at: EmittedAt::{}, provenance: {} }};",
            self.name("FACTOR", &factor.id),
            literal(&factor.id),
            self.texts.number(&factor.name),
            unit(&factor.unit),
            decimal(&factor.range.value),
            decimal(&factor.range.low),
            decimal(&factor.range.high),
            provenance.map_or("None".to_owned(), |row| format!(
                "Some(&{})",
                self.name("POLLUTANTS", &row.to_string())
            )),
            factor
                .electricity_kwh
                .as_ref()
                .map_or("None".to_owned(), |power| format!(
                    "Some({})",
                    decimal(&power.value)
                )),
            pascal(&factor.emitted_at),
            self.provenance(&factor.provenance),
        );
        self.line(&text);
    }

    fn action(&self, action: &Action) -> String {
        format!(
            "Action {{ id: {}, category: Category::{}, norm: {}, name: {}, hint: {}, formula: {}, \
             note: {}, search: {}, is_green_trip: {}, usual_replaced: {}, daily_cap: {}, \
             variants: &[{}], items: &[{}] }}",
            self.action_id(&action.id),
            pascal(&action.category),
            action.norm,
            self.texts.number(&action.name),
            self.texts.number(&action.hint),
            self.texts.number(&action.formula),
            self.texts.optional(&action.note),
            self.texts.alike(&action.search),
            action.green_trip,
            action
                .usual_replaced
                .as_ref()
                .map_or("None".to_owned(), |id| format!(
                    "Some(Replaced::{})",
                    pascal(id)
                )),
            action
                .daily_cap
                .as_ref()
                .map_or("None".to_owned(), |cap| format!(
                    "Some((InputKind::{}, {}))",
                    pascal(&cap.input),
                    thousandths(&cap.amount)
                )),
            list(&action.variants, |variant| self.variant(variant)),
            list(&action.items, |item| self.item(item)),
        )
    }

    fn item(&self, item: &Item) -> String {
        format!(
            "Item {{ id: {}, name: {}, factor: &{} }}",
            literal(&item.id),
            self.texts.number(&item.name),
            self.name("FACTOR", &item.factor)
        )
    }

    fn variant(&self, variant: &Variant) -> String {
        format!(
            "Variant {{ id: {}, name: {}, inputs: &[{}], baseline: &[{}], project: &[{}] }}",
            literal(&variant.id),
            self.texts.number(&variant.name),
            list(&variant.inputs, |asked| input(self.texts, asked)),
            list(&variant.baseline, |term| self.term(term)),
            list(&variant.project, |term| self.term(term)),
        )
    }

    fn term(&self, term: &TermRule) -> String {
        let factor = match term.factor.as_str() {
            "replaced" => {
                format!(
                    "FactorRule::Replaced {{ unsaid: &{} }}",
                    self.name("FACTOR", &term.unsaid)
                )
            }
            "item" => "FactorRule::Item".to_owned(),
            id => format!("FactorRule::Fixed(&{})", self.name("FACTOR", id)),
        };
        format!(
            "TermRule {{ factor: {factor}, inputs: &[{}], divide_by: &[{}], with: &[{}] }}",
            list(&term.inputs, |kind| format!("InputKind::{}", pascal(kind))),
            list(&term.divide_by, |kind| format!(
                "InputKind::{}",
                pascal(kind)
            )),
            list(&term.with, |id| format!("&{}", self.name("FACTOR", id))),
        )
    }
}

fn input(texts: &Texts, input: &Input) -> String {
    format!(
        "Input {{ kind: InputKind::{}, floor: {}, ceiling: {}, step: {}, usual: {}, required: {}, \
         default: {}, label: {} }}",
        pascal(&input.kind),
        thousandths(&input.floor),
        thousandths(&input.ceiling),
        thousandths(&input.step),
        thousandths(&input.usual),
        input.required,
        input
            .default
            .as_ref()
            .map_or("None".to_owned(), |value| format!(
                "Some({})",
                thousandths(value)
            )),
        texts.number(&input.label),
    )
}

fn own_pollutants(row: &PollutantRow) -> String {
    let cells: Vec<String> = row
        .ranges()
        .iter()
        .zip(crate::schema::POLLUTANTS)
        .map(|(range, name)| {
            pollutant(
                range.map(|range| {
                    [
                        decimal(&range.value),
                        decimal(&range.low),
                        decimal(&range.high),
                    ]
                }),
                row.partial.iter().any(|partial| partial == name),
            )
        })
        .collect();
    format!("[{}]", cells.join(", "))
}

/// What the power that a mode uses emits at the power plant.
fn power_pollutants(row: &PollutantRow, power: &Range) -> String {
    let cells: Vec<String> = row
        .ranges()
        .iter()
        .map(|range| {
            pollutant(
                range.map(|range| {
                    [
                        product(&power.value, &range.value),
                        product(&power.low, &range.low),
                        product(&power.high, &range.high),
                    ]
                }),
                false,
            )
        })
        .collect();
    format!("[{}]", cells.join(", "))
}

fn pollutant(cell: Option<[String; 3]>, partial: bool) -> String {
    cell.map_or("None".to_owned(), |[value, low, high]| {
        format!(
            "Some(PollutantFactor {{ value: {value}, low: {low}, high: {high}, partial: {partial} }})"
        )
    })
}

/// Mantissa and scale of a decimal string; `None` where it is none.
pub fn parts(text: &str) -> Option<(i64, usize)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    if unsigned.is_empty() || !digits(unsigned) || !digits(fraction) || text.ends_with('.') {
        return None;
    }
    Some((format!("{whole}{fraction}").parse().ok()?, fraction.len()))
}

/// A decimal string without the zeros that add nothing.
fn reduced((mut mantissa, mut scale): (i64, usize)) -> (i64, usize) {
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}

fn decimal(text: &str) -> String {
    parts(text).map_or_else(
        || {
            format!(
                "compile_error!({})",
                literal(&format!("no decimal: {text}"))
            )
        },
        |(mantissa, scale)| format!("Decimal::new({mantissa}, {scale})"),
    )
}

fn product(one: &str, other: &str) -> String {
    let exact = parts(one)
        .zip(parts(other))
        .and_then(|((one, scale), (other, more))| {
            Some(reduced((one.checked_mul(other)?, scale + more)))
        });
    exact.map_or_else(
        || {
            format!(
                "compile_error!({})",
                literal(&format!("no product: {one} × {other}"))
            )
        },
        |(mantissa, scale)| format!("Decimal::new({mantissa}, {scale})"),
    )
}

fn thousandths(text: &str) -> String {
    parts(text)
        .filter(|(_, scale)| *scale <= 3)
        .and_then(|(mantissa, scale)| {
            mantissa.checked_mul(10_i64.pow(3 - u32::try_from(scale).ok()?))
        })
        .map_or_else(
            || {
                format!(
                    "compile_error!({})",
                    literal(&format!("no thousandths: {text}"))
                )
            },
            |value| value.to_string(),
        )
}

fn list<T>(items: &[T], write: impl FnMut(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(", ")
}

pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn constant(kind: &str, id: &str) -> String {
    let id: String = id
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    format!("{kind}_{id}")
}

fn pascal(id: &str) -> String {
    id.split(['-', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or(String::new(), |first| {
                first.to_ascii_uppercase().to_string() + letters.as_str()
            })
        })
        .collect()
}

fn quality(code: &str) -> &'static str {
    match code {
        "P" => "Primary",
        "DB" => "Database",
        "S" => "Secondary",
        "D" => "Derived",
        "R" => "Remembered",
        "A" => "Assumed",
        "C" => "Convention",
        _ => "Unknown",
    }
}

fn unit(unit: &str) -> &'static str {
    match unit {
        "g/p-km" => "GramPerPersonKm",
        "g/v-km" => "GramPerVehicleKm",
        "kg/kWh" => "KgPerKwh",
        "kg/m3" => "KgPerCubicMetre",
        "kg/kg" => "KgPerKg",
        "kg/GJ" => "KgPerGj",
        "kg/meal" => "KgPerMeal",
        "kg/order" => "KgPerOrder",
        "kg/use" => "KgPerUse",
        "kg/bottle" => "KgPerBottle",
        "kg/sheet" => "KgPerSheet",
        "kg/item" => "KgPerItem",
        "1" => "One",
        "1/degree" => "PerDegree",
        _ => "Unknown",
    }
}
