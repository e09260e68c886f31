//! docs/performance.md, written from what is kept in docs/performance.json.

use std::fmt::Write as _;

use bench_figures::{Decimal, Figure};

use super::bars::{BARS, Bar, Proof};
use super::machine::Machine;
use super::record::{Record, Section, Spread, holds};

/// What was tried where a bar is missed, by section: written by hand.
const REMARKS: &str = include_str!("remarks.md");

/// The whole page: every bar, then a table a section, in the order of `titles`,
/// which are the names of the measurements with what they measure.
pub fn page(record: &Record, titles: &[(&str, &str)]) -> String {
    let machines = machines(record);
    let mut page = head(&machines);
    page += &bars(record);
    for (name, title) in titles {
        if let Some(section) = record.0.get(*name) {
            let _ = write!(
                page,
                "\n## {name}: {title}\n{}",
                when(name, section, &machines)
            );
            page += &table(&section.figures);
            if let Some(remark) = remark(REMARKS, name) {
                let _ = write!(page, "\n{remark}\n");
            }
        }
    }
    page
}

fn head(machines: &[&Machine]) -> String {
    let mut head = "# How fast it is\n\n\
        Made by `cargo xtask bench`; whoever changes it changes xtask/src/bench. \
        `cargo xtask bench NAME…` measures what is named again and leaves the rest as it was, each with its day. \
        Every run of every figure is in [performance.json](performance.json). \
        A figure is the median of its runs, beside it the least and the most. \
        Figures of a group were measured in turn, and the ratio is to the first of the group.\n\n"
        .to_owned();
    for (number, machine) in machines.iter().enumerate() {
        let _ = writeln!(head, "- machine {}: {}", number + 1, machine.in_words());
    }
    head
}

/// The machines, each once, in the order of the names of the sections.
fn machines(record: &Record) -> Vec<&Machine> {
    let mut machines = Vec::new();
    for section in record.0.values() {
        if !machines.contains(&&section.machine) {
            machines.push(&section.machine);
        }
    }
    machines
}

fn when(name: &str, section: &Section, machines: &[&Machine]) -> String {
    let machine = machines.iter().position(|one| **one == section.machine);
    let machine = machine.map_or(0, |place| place + 1);
    format!(
        "`cargo xtask bench {name}`, {}, machine {machine}.\n\n",
        section.day
    )
}

fn bars(record: &Record) -> String {
    let mut table = "\n## The numbers to hold\n\
        | what | bar | measured | holds | shown by |\n|---|---|---|---|---|\n"
        .to_owned();
    for Bar { what, proof } in &BARS {
        let (bar, measured, holds, by) = match proof {
            Proof::Test(bar, how) => ((*bar).into(), "a test".into(), "tested", (*how).into()),
            Proof::Figure(section, name) => {
                let by = format!("{section}: {name}");
                match record.figure(section, name) {
                    None => (String::new(), "not measured".into(), "not shown", by),
                    Some(figure) => (bar_of(figure), measured(figure), verdict(figure), by),
                }
            }
        };
        let _ = writeln!(table, "| {what} | {bar} | {measured} | {holds} | {by} |");
    }
    table
}

fn table(figures: &[Figure]) -> String {
    let has_group = figures.iter().any(|figure| figure.group.is_some());
    let has_bar = figures.iter().any(|figure| holds(figure).is_some());
    let mut head = vec!["what", "median", "least to most", "runs"];
    head.extend(has_bar.then_some(["bar", "holds"]).into_iter().flatten());
    head.extend(has_group.then_some("ratio"));
    let mut table = row(&head) + &row(&vec!["---"; head.len()]);
    for figure in figures {
        let mut cells = vec![figure.what.clone(), measured(figure), spread(figure)];
        cells.push(figure.runs.len().to_string());
        if has_bar {
            cells.extend([bar_of(figure), verdict(figure).to_owned()]);
        }
        if has_group {
            cells.push(ratio(figure, figures).unwrap_or_default());
        }
        table += &row(&cells);
    }
    let notes = figures.iter().filter_map(|figure| {
        let note = figure.note.as_ref()?;
        Some(format!("- {}: {note}\n", figure.what))
    });
    let notes: String = notes.collect();
    if notes.is_empty() {
        return table;
    }
    format!("{table}\n{notes}")
}

fn row<Cell: AsRef<str>>(cells: &[Cell]) -> String {
    let cells = cells.iter().map(|cell| cell.as_ref().replace('|', "\\|"));
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn measured(figure: &Figure) -> String {
    let median = Spread::of(figure).map(|spread| shown(spread.median));
    format!("{} {}", median.unwrap_or_default(), figure.unit)
}

/// Least to most, where there is more than one run.
fn spread(figure: &Figure) -> String {
    match Spread::of(figure) {
        Some(Spread { least, most, .. }) if figure.runs.len() > 1 => {
            format!("{} to {}", shown(least), shown(most))
        }
        _ => String::new(),
    }
}

fn bar_of(figure: &Figure) -> String {
    let unit = &figure.unit;
    let at_most = figure.at_most.map(|bar| format!("≤ {} {unit}", shown(bar)));
    let at_least = figure
        .at_least
        .map(|bar| format!("≥ {} {unit}", shown(bar)));
    let both: Vec<String> = at_least.into_iter().chain(at_most).collect();
    both.join(", ")
}

fn verdict(figure: &Figure) -> &'static str {
    match holds(figure) {
        None => "",
        Some(true) => "yes",
        Some(false) => "**missed**",
    }
}

/// How many times the first figure of the same group it is.
fn ratio(figure: &Figure, figures: &[Figure]) -> Option<String> {
    let group = figure.group.as_ref()?;
    let first = figures
        .iter()
        .find(|one| one.group.as_ref() == Some(group))?;
    let [own, first] = [figure, first].map(Spread::of);
    let (own, first) = (own?.median.to_millionths(), first?.median.to_millionths());
    let ratio = i128::from(own) * 1_000_000 / i128::from(first.max(1));
    let ratio = i64::try_from(ratio).ok().map(Decimal::millionths)?;
    Some(format!("{}×", shown(ratio)))
}

/// As many digits as are worth reading: at least three, and all before the point,
/// in groups of three.
fn shown(number: Decimal) -> String {
    let millionths = number.to_millionths();
    let size = millionths.unsigned_abs();
    let decimals = match size {
        _ if size.is_multiple_of(1_000_000) => 0,
        1_000_000_000.. => 0,
        10_000_000.. => 1,
        1_000_000.. => 2,
        100_000.. => 3,
        10_000.. => 4,
        _ => 6,
    };
    let step = 10_u64.pow(6 - decimals);
    let rounded = (size + step / 2) / step * step;
    let (whole, fraction) = (rounded / 1_000_000, rounded % 1_000_000);
    let digits = whole.to_string();
    let mut text = if millionths < 0 { "−" } else { "" }.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        let fraction = format!("{fraction:06}");
        let decimals = usize::try_from(decimals).unwrap_or_default();
        let _ = write!(text, ".{}", &fraction[..decimals]);
    }
    text
}

/// What stands below `## name` in the remarks.
fn remark<'text>(remarks: &'text str, name: &str) -> Option<&'text str> {
    let sections = remarks.split("\n## ").skip(1);
    let found = sections.filter_map(|section| section.split_once('\n'));
    let mut found = found.filter(|(title, _)| *title == name);
    found.next().map(|(_, text)| text.trim())
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::{figure, section};
    use super::*;

    #[track_caller]
    fn case(number: &str, expected: &str) {
        let number: Decimal = serde_json::from_str(number).expect("a number");
        assert_eq!(shown(number), expected);
    }

    #[test]
    fn numbers_are_short_and_lose_nothing_that_matters() {
        case("150", "150");
        case("143.812", "143.8");
        case("1234567.4", "1,234,567");
        case("12.96", "13.0");
        case("9.876", "9.88");
        case("0.0213", "0.0213");
        case("0.000004", "0.000004");
        case("-1.5", "−1.50");
        case("0", "0");
    }

    #[test]
    fn a_missed_bar_is_shown_as_missed() {
        let figures = [
            figure("opened", &[210, 200, 220]).at_most(150),
            figure("drawn", &[90]),
            figure("shown", &[100, 101]).at_most(150),
        ];
        assert_eq!(
            table(&figures),
            "| what | median | least to most | runs | bar | holds |\n\
             | --- | --- | --- | --- | --- | --- |\n\
             | opened | 210 ms | 200 to 220 | 3 | ≤ 150 ms | **missed** |\n\
             | drawn | 90 ms |  | 1 |  |  |\n\
             | shown | 100.5 ms | 100 to 101 | 2 | ≤ 150 ms | yes |\n"
        );
    }

    #[test]
    fn a_group_is_compared_with_its_first() {
        let figures = [
            figure("ours", &[2]).group("one answer"),
            figure("alone", &[7]),
            figure("theirs", &[3000, 1000])
                .group("one answer")
                .note("Another task."),
        ];
        assert_eq!(
            table(&figures),
            "| what | median | least to most | runs | ratio |\n\
             | --- | --- | --- | --- | --- |\n\
             | ours | 2 ms |  | 1 | 1× |\n\
             | alone | 7 ms |  | 1 |  |\n\
             | theirs | 2,000 ms | 1,000 to 3,000 | 2 | 1,000× |\n\
             \n- theirs: Another task.\n"
        );
    }

    #[test]
    fn a_bar_that_nothing_was_measured_for_is_not_held() {
        let mut record = Record::default();
        let first_load = figure("first load, brotli", &[151]).at_most(150);
        record.replace("bytes", section(vec![first_load]));
        let table = bars(&record);
        let row = |start: &str| table.lines().find(|line| line.starts_with(start));
        assert_eq!(
            row("| first load"),
            Some(
                "| first load, all files, brotli | ≤ 150 ms | 151 ms | **missed** | bytes: first load, brotli |"
            )
        );
        let totals = row("| totals over 100,000").expect("a row");
        assert!(totals.contains("| not measured | not shown |"), "{totals}");
    }

    #[test]
    fn a_bar_names_a_figure_that_its_measurement_gives() {
        let record = Record::read().expect("docs/performance.json");
        for Bar { what, proof } in &BARS {
            let Proof::Figure(section, name) = proof else {
                continue;
            };
            if record.0.contains_key(*section) {
                let figure = record.figure(section, name);
                let figure = figure.unwrap_or_else(|| panic!("{what}: no {name} in {section}"));
                assert!(holds(figure).is_some(), "{section}: {name} has no bar");
            }
        }
    }

    #[test]
    fn the_page_is_what_the_record_gives() {
        let record = Record::read().expect("docs/performance.json");
        let written = crate::project::read_text("docs/performance.md").expect("the page");
        assert!(
            written == page(&record, &super::super::titles()),
            "run `cargo xtask bench tables`"
        );
    }

    #[test]
    fn remarks_stand_below_the_section_they_are_about() {
        let remarks = "# Remarks\n\n## bytes\nOne.\n\nTwo.\n\n## tour\nThree.\n";
        assert_eq!(remark(remarks, "bytes"), Some("One.\n\nTwo."));
        assert_eq!(remark(remarks, "tour"), Some("Three."));
        assert_eq!(remark(remarks, "account"), None);
        let names = super::super::titles();
        for title in REMARKS.split("\n## ").skip(1) {
            let title = title.lines().next().unwrap_or_default();
            assert!(names.iter().any(|(name, _)| *name == title), "{title}");
        }
    }
}
