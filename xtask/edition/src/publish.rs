//! Publishes an edition for analysts and auditors: the whole of it as JSON, its
//! factors as a table.

use crate::schema::{EditionFile, POLLUTANTS, Provenance, Range};

/// The files to publish, as (name, contents): `<id>.json` and
/// `<id>-factors.csv` (UTF-8 with BOM, RFC 4180, so that spreadsheets read the
/// Chinese).
///
/// # Errors
/// Where the JSON cannot be written.
pub fn publish(edition: &EditionFile) -> Result<[(String, String); 2], serde_json::Error> {
    Ok([
        (
            format!("{}.json", edition.id),
            serde_json::to_string_pretty(edition)?,
        ),
        (format!("{}-factors.csv", edition.id), factors_csv(edition)),
    ])
}

const COLUMNS: [&str; 20] = [
    "id",
    "substance",
    "name_zh",
    "name_en",
    "value",
    "low",
    "high",
    "unit",
    "emitted_at",
    "source",
    "title_zh",
    "title_en",
    "issuer_zh",
    "issuer_en",
    "detail",
    "year",
    "region_zh",
    "quality",
    "range",
    "best_before",
];

fn factors_csv(edition: &EditionFile) -> String {
    let mut csv = String::from("\u{feff}");
    row(&mut csv, &COLUMNS);
    for factor in &edition.factors {
        let mut line = |substance: &str, range: &Range, unit: &str, provenance: &Provenance| {
            let source = edition
                .sources
                .iter()
                .find(|source| source.id == provenance.source);
            let of = |text: Option<&String>| text.cloned().unwrap_or_default();
            row(
                &mut csv,
                &[
                    &factor.id,
                    substance,
                    &factor.name.zh,
                    &factor.name.en,
                    &range.value,
                    &range.low,
                    &range.high,
                    unit,
                    &factor.emitted_at,
                    &provenance.source,
                    &of(source.map(|source| &source.title.zh)),
                    &of(source.map(|source| &source.title.en)),
                    &of(source.map(|source| &source.issuer.zh)),
                    &of(source.map(|source| &source.issuer.en)),
                    &provenance.detail,
                    &provenance.year,
                    &provenance.region.zh,
                    &provenance.quality,
                    &provenance.range_quality,
                    &provenance.best_before,
                ],
            );
        };
        line("CO2e", &factor.range, &factor.unit, &factor.provenance);
        for of in edition
            .pollutants
            .iter()
            .filter(|of| of.of.contains(&factor.id))
        {
            let unit = format!(
                "g/{}",
                factor.unit.split_once('/').map_or("", |(_, per)| per)
            );
            for (range, substance) in of.ranges().iter().zip(POLLUTANTS) {
                if let Some(range) = range {
                    line(substance, range, &unit, &of.provenance);
                }
            }
        }
    }
    csv
}

fn row(csv: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}
