//! Activities by chance, one a line of JSON: what the engines are compared with
//! and measured by. Every action, input, mode and item of the edition, amounts
//! from floor to ceiling and their edges; one line in sixteen is wrong.
//!
//! ```text
//! cargo run -q --release --no-default-features --example rows -- 1000000 > activities.jsonl
//! ```
//!
//! The same numbers always give the same lines; a second one is the seed.

use carbon_inclusion::methodology::{Action, Evidence, Input, InputKind, Replaced, current};
use carbon_inclusion::quantity::Dimension;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|word| word.parse().ok());
    let (Some(Some(count)), seed) = (numbers.next(), numbers.next().flatten()) else {
        eprintln!("rows: how many lines?");
        return ExitCode::FAILURE;
    };
    match write_rows(count, Chance(seed.unwrap_or(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rows: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_rows(count: u64, mut chance: Chance) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for _ in 0..count {
        output.write_all(Row::by(&mut chance).line().as_bytes())?;
    }
    output.flush()
}

/// Numbers that only look like chance (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to less than so many.
    fn below(&mut self, count: u64) -> u64 {
        self.next() % count.max(1)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let index = self.below(things.len() as u64);
        &things[usize::try_from(index).unwrap_or(0)]
    }
}

/// What a line says.
struct Row {
    action: &'static str,
    edition: Option<&'static str>,
    on: String,
    inputs: Vec<(InputKind, String)>,
    item: Option<&'static str>,
    replaced: Option<&'static str>,
    evidence: Option<&'static str>,
}

impl Row {
    fn by(chance: &mut Chance) -> Self {
        let action = chance.of(current().actions);
        let mut row = Self::good(chance, action);
        if chance.one_in(16) {
            row.spoil(chance, action);
        }
        // As columns stand in a table, which has no order of its own in a row: of
        // several inputs that do not go together, `assess` names the last.
        row.inputs.sort_by_key(|(kind, _)| *kind as usize);
        row
    }

    fn good(chance: &mut Chance, action: &'static Action) -> Self {
        let variant = chance.of(action.variants);
        let mut inputs = Vec::with_capacity(variant.inputs.len());
        for input in variant.inputs {
            if input.required || chance.one_in(2) {
                inputs.push((input.kind, amount(chance, input)));
            }
        }
        let items: Vec<_> = action.items.iter().map(|item| item.id).collect();
        Self {
            action: action.id.as_str(),
            edition: chance.one_in(4).then_some(current().id),
            on: day(chance),
            inputs,
            item: (!items.is_empty() && !chance.one_in(8)).then(|| *chance.of(&items)),
            replaced: (action.is_trip() && !chance.one_in(3))
                .then(|| chance.of(&Replaced::ALL).id()),
            evidence: (!chance.one_in(3)).then(|| chance.of(&Evidence::ALL).id()),
        }
    }

    /// Makes it wrong in one way, or leaves it where that changes nothing.
    fn spoil(&mut self, chance: &mut Chance, action: &'static Action) {
        match chance.below(10) {
            0 => self.action = "teleport",
            1 => self.edition = Some("mars-1"),
            2 => {
                let days = ["2026-02-30", "26-11-22", "2200-01-01", "1999-12-31", ""];
                (*chance.of(&days)).clone_into(&mut self.on);
            }
            3 => self.replaced = Some(*chance.of(&["train", "car", ""])),
            4 => self.item = Some(*chance.of(&["hat", "jeans", ""])),
            5 => self.evidence = Some(*chance.of(&["sworn", ""])),
            6 => drop(self.inputs.pop()),
            7 => {
                let other = chance.of(current().actions);
                let variant = chance.of(other.variants);
                if let Some(input) = variant.inputs.first() {
                    self.inputs.retain(|(known, _)| *known != input.kind);
                    self.inputs.push((input.kind, amount(chance, input)));
                }
            }
            wrong => {
                let inputs = action.variants.iter().flat_map(|variant| variant.inputs);
                let inputs: Vec<&Input> = inputs.collect();
                for (kind, text) in &mut self.inputs {
                    if let Some(input) = inputs.iter().find(|input| input.kind == *kind) {
                        *text = if wrong == 8 {
                            shown(input.ceiling + 1)
                        } else {
                            shown((input.floor - 1).max(0))
                        };
                    }
                }
            }
        }
    }

    fn line(&self) -> String {
        let mut line = format!(r#"{{"action":"{}","on":"{}""#, self.action, self.on);
        line.push_str(r#","inputs":{"#);
        for (index, (kind, text)) in self.inputs.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let _ = write!(line, r#"{comma}"{}":"{text}""#, kind.id());
        }
        line.push('}');
        let others = [
            ("edition", self.edition),
            ("item", self.item),
            ("replaced", self.replaced),
            ("evidence", self.evidence),
        ];
        for (name, said) in others {
            if let Some(said) = said {
                let _ = write!(line, r#","{name}":"{said}""#);
            }
        }
        line.push_str("}\n");
        line
    }
}

fn day(chance: &mut Chance) -> String {
    let [month, day] = [12, 28].map(|most| chance.below(most) + 1);
    format!("2026-{month:02}-{day:02}")
}

/// An amount within the bounds, one in eight of them at an edge; small ones are
/// as likely as large ones, and one in eight has more decimals than count.
fn amount(chance: &mut Chance, input: &Input) -> String {
    let (floor, ceiling) = (input.floor.unsigned_abs(), input.ceiling.unsigned_abs());
    let most = [10, 1_000, 100_000, u64::MAX][usize::try_from(chance.below(4)).unwrap_or(0)];
    let edges = [floor, ceiling];
    let mut thousandths = if chance.one_in(8) {
        *chance.of(&edges)
    } else {
        floor + chance.below((ceiling - floor).min(most) + 1)
    };
    if input.kind.dimension() == Dimension::Count {
        thousandths = (thousandths.div_ceil(1000) * 1000).min(ceiling);
        return shown(i64::try_from(thousandths).unwrap_or(0));
    }
    let text = shown(i64::try_from(thousandths).unwrap_or(0));
    if chance.one_in(8) && text.contains('.') && thousandths < ceiling {
        // What stands behind the thousandths is rounded.
        let behind = chance.below(100_000);
        return format!("{text}{behind:05}");
    }
    text
}

/// Thousandths as a decimal: `8`, `8.5`.
fn shown(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    match rest {
        0 => whole.to_string(),
        rest => format!("{whole}.{rest:03}"),
    }
}
