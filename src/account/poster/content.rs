//! What a picture says: what was chosen and nothing else, that it is
//! self-reported, and by which edition it was worked out.

use crate::account::{GreenShare, Totals};
use crate::language::{Language, fill, messages};
use crate::methodology::Pollutant;
use crate::quantity::{Carbon, grouped};

/// Behind an amount that not every entry is counted in.
const PARTIAL: &str = " *";

/// What may be chosen to stand in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterPart {
    /// The emission reduction with its range.
    Carbon,
    /// The five pollutants.
    Pollutants,
    /// Green trips, and their share of all trips.
    GreenTrips,
    /// Points.
    Points,
}

impl PosterPart {
    /// All of them, as they stand one below the other.
    pub const ALL: [Self; 4] = [
        Self::Carbon,
        Self::GreenTrips,
        Self::Points,
        Self::Pollutants,
    ];

    /// The id of its box on the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Carbon => "carbon",
            Self::Pollutants => "pollutants",
            Self::GreenTrips => "green-trips",
            Self::Points => "points",
        }
    }
}

/// What was chosen: nothing to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    parts: [bool; 4],
    /// The name that was typed; none where that is empty.
    pub name: Option<String>,
}

impl Chosen {
    /// Whether a part was chosen.
    #[must_use]
    pub const fn has(&self, part: PosterPart) -> bool {
        self.parts[part as usize]
    }

    /// Chooses a part, or takes it out again.
    pub const fn toggle(&mut self, part: PosterPart) {
        self.parts[part as usize] = !self.parts[part as usize];
    }

    /// Whether no figure was chosen: there is nothing to show then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.parts.contains(&true)
    }
}

/// What a picture is of.
#[derive(Clone, Copy, Debug)]
pub struct PosterOf<'a> {
    /// What the stretch of time is called.
    pub period: &'a str,
    /// What it came to.
    pub totals: &'a Totals,
    /// Its points.
    pub points: u64,
    /// The id of the edition it was worked out by.
    pub edition: &'a str,
}

/// What a picture says, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What made it.
    pub title: String,
    /// The stretch of time.
    pub period: String,
    /// Whose it is.
    pub name: Option<String>,
    /// The emission reduction: what it is, how much, and within which range.
    pub carbon: Option<[String; 3]>,
    /// Other figures: what, and how much.
    pub figures: Vec<[String; 2]>,
    /// The heading of the pollutants, and each with its amount.
    pub pollutants: Option<(String, Vec<[String; 2]>)>,
    /// What has to be said of it.
    pub remarks: Vec<String>,
}

impl Content {
    /// What was chosen, in a language.
    #[must_use]
    pub fn of(chosen: &Chosen, of: PosterOf<'_>, language: Language) -> Self {
        let (shell, texts) = (messages(language).shell, messages(language).share);
        let PosterOf { totals, .. } = of;
        let mut figures = Vec::new();
        if chosen.has(PosterPart::GreenTrips) {
            figures.push([texts.green().to_owned(), green_trips(totals, language)]);
        }
        if chosen.has(PosterPart::Points) {
            let points = fill(shell.points_count(), &[("count", &grouped(of.points))]);
            figures.push([shell.points().to_owned(), points]);
        }
        let pollutants = chosen
            .has(PosterPart::Pollutants)
            .then(|| (shell.pollutants().to_owned(), pollutants(totals, language)));
        let rows = pollutants.iter().flat_map(|(_, rows)| rows);
        let is_partial = rows
            .into_iter()
            .any(|[_, amount]| amount.ends_with(PARTIAL));
        let partial = is_partial.then(|| texts.partial().to_owned());
        let standing = [
            texts.own_words().to_owned(),
            fill(texts.edition(), &[("edition", of.edition)]),
        ];
        Self {
            title: shell.app_name().to_owned(),
            period: of.period.to_owned(),
            name: chosen.name.clone(),
            carbon: chosen
                .has(PosterPart::Carbon)
                .then(|| carbon(totals, language)),
            figures,
            pollutants,
            remarks: partial.into_iter().chain(standing).collect(),
        }
    }

    /// All of it in one line, for those who cannot see it.
    #[must_use]
    pub fn spoken(&self, language: Language) -> String {
        let mut said = vec![self.title.clone(), self.period.clone()];
        said.extend(self.name.clone());
        if let Some([what, amount, range]) = &self.carbon {
            said.push([what, " ", amount].concat());
            said.push(range.clone());
        }
        let pollutants = self.pollutants.iter().flat_map(|(_, rows)| rows);
        let pairs = self.figures.iter().chain(pollutants);
        said.extend(pairs.map(|[what, amount]| [what, " ", amount].concat()));
        said.extend(self.remarks.iter().cloned());
        said.join(messages(language).statement.and())
    }
}

fn carbon(totals: &Totals, language: Language) -> [String; 3] {
    let shell = messages(language).shell;
    let [low, high] = [totals.low, totals.high].map(|carbon| carbon.short(language));
    let mut range = if totals.low == totals.high {
        shell.range_none().to_owned()
    } else {
        fill(shell.range(), &[("low", &low), ("high", &high)])
    };
    if totals.reduction < Carbon::ZERO {
        range = [
            &*range,
            messages(language).statement.and(),
            shell.negative_note(),
        ]
        .concat();
    }
    [
        messages(language).statement.saved().to_owned(),
        totals.reduction.short(language),
        range,
    ]
}

/// Green trips, with their share where there are trips.
fn green_trips(totals: &Totals, language: Language) -> String {
    let texts = messages(language).share;
    let count = totals.green_trips.to_string();
    let count = fill(texts.green_count(), &[("count", &count)]);
    let share = GreenShare::of(totals).trips.map(|share| {
        let share = fill(texts.green_share(), &[("share", &share.to_string())]);
        [" · ", &*share].concat()
    });
    count + &share.unwrap_or_default()
}

fn pollutants(totals: &Totals, language: Language) -> Vec<[String; 2]> {
    let (shell, names) = (messages(language).shell, messages(language).names);
    let row = |pollutant: Pollutant| {
        let total = totals.pollutant(pollutant);
        let mut amount = total.value.short(language);
        if total.known == 0 {
            shell.unknown_amount().clone_into(&mut amount);
        } else if total.is_partial(totals.entries) {
            amount += PARTIAL;
        }
        let name = [pollutant.id(), " ", names.pollutant(pollutant)].concat();
        [name, amount]
    };
    Pollutant::ALL.map(row).into()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Chosen, Content, PosterOf, PosterPart};
    use crate::account::statement::tests::{ledger, span};
    use crate::language::Language;

    pub fn content(chosen: &Chosen, language: Language) -> Content {
        let ledger = ledger(&[
            ("2026-11-01", "car", "distance_km", "2"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-11-03", "clean-plate", "count", "1"),
        ]);
        let of = PosterOf {
            period: "2026-11",
            totals: &ledger.totals(span("2026-11")),
            points: ledger.points(span("2026-11")),
            edition: "an edition",
        };
        Content::of(chosen, of, language)
    }

    pub fn everything() -> Chosen {
        let mut chosen = Chosen::default();
        for part in PosterPart::ALL {
            chosen.toggle(part);
        }
        chosen.name = Some("王小明".into());
        chosen
    }

    #[test]
    fn nothing_is_said_that_was_not_chosen() {
        for language in Language::ALL {
            let nothing = content(&Chosen::default(), language);
            assert_eq!(nothing.name, None);
            assert_eq!(nothing.carbon, None);
            assert_eq!(nothing.pollutants, None);
            assert!(nothing.figures.is_empty());
            let said = nothing.spoken(language);
            let about = ["2026-11", "an edition"];
            let rest = about
                .iter()
                .fold(said, |said, known| said.replace(known, ""));
            assert!(!rest.contains(|sign: char| sign.is_ascii_digit()), "{rest}");
        }
    }

    #[test]
    fn each_part_stands_alone() {
        let only = |part: PosterPart| {
            let mut chosen = Chosen::default();
            chosen.toggle(part);
            assert!(!chosen.is_empty());
            content(&chosen, Language::ZhCn)
        };
        let carbon = only(PosterPart::Carbon);
        let amount = carbon.carbon.map(|[_, amount, _]| amount);
        assert_eq!(amount.as_deref(), Some("1.11 千克"));
        assert!(carbon.figures.is_empty() && carbon.pollutants.is_none());
        let green = only(PosterPart::GreenTrips);
        assert_eq!(green.figures, [["绿色出行", "1 次 · 占全部出行的 50%"]]);
        let points = only(PosterPart::Points);
        assert_eq!(points.figures, [["积分", "552 分"]]);
        let (_, rows) = only(PosterPart::Pollutants).pollutants.unwrap_or_default();
        assert_eq!(rows.len(), 5);
        assert_eq!(rows[0], ["NOx 氮氧化物", "57.9 毫克 *"]);
    }

    #[test]
    fn a_chosen_part_can_be_taken_out() {
        let mut chosen = everything();
        for part in PosterPart::ALL {
            chosen.toggle(part);
        }
        chosen.name = None;
        assert_eq!(chosen, Chosen::default());
        assert!(chosen.is_empty());
    }

    #[test]
    fn it_says_that_it_is_self_reported_and_by_which_edition() {
        let said = content(&everything(), Language::ZhCn).spoken(Language::ZhCn);
        for text in ["自报", "没有金钱价值", "an edition", "王小明"] {
            assert!(said.contains(text), "{said}");
        }
        let said = content(&everything(), Language::En).spoken(Language::En);
        for text in ["Self-reported", "no money value", "an edition"] {
            assert!(said.contains(text), "{said}");
        }
    }
}
