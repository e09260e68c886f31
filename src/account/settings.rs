//! What the user chose, kept as lines of `name=value`.
//!
//! Reading never fails: what is not understood, because a newer version wrote
//! it, is left alone and written back.

use std::fmt;
use std::str::FromStr;

use super::edition_offer::is_decision;
use super::rewards::{Goal, GoalKind};
use super::usual::is_template;
use crate::campaign::is_campaign_line;
use crate::language::Language;
use crate::methodology::{ActionId, CityMix};
use crate::quantity::Day;
use crate::vault::{Store, StoreError};

/// The key of the settings.
pub const SETTINGS_KEY: &str = "carbon-inclusion/settings";

/// The most lines that are looked at and kept.
const LINES_MAX: usize = 100;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device wants it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The id, as in the query and the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of an id, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// How large texts and targets are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// Larger.
    Large,
    /// The edition for the elder: largest, and fewer choices a page.
    Elder,
}

impl TextSize {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Elder];

    /// The id, as in the query and the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Elder => "elder",
        }
    }

    /// The size of an id, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.id() == id)
    }
}

/// What the user chose.
///
/// ```
/// use carbon_inclusion::account::{Settings, Theme};
///
/// let mut settings = Settings::parse("theme=dark\nsomething-newer=7");
/// assert_eq!(settings.theme, Theme::Dark);
/// settings.theme = Theme::Light;
/// assert_eq!(settings.to_string(), "theme=light\nsomething-newer=7\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language, `None` where none was chosen.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How large texts are.
    pub text_size: TextSize,
    /// The user's own mix of what their trips replace; the edition's where
    /// `None`.
    pub mix: Option<CityMix>,
    /// The day of the last backup, `None` where there was none.
    pub backed_up: Option<Day>,
    /// The day on which a backup was put off last.
    pub put_off: Option<Day>,
    /// Whether the user does not want to be reminded of backups.
    pub is_unreminded: bool,
    /// Actions that stand first, in this order, each once.
    favourites: Vec<ActionId>,
    /// Lines that are not understood here: they are read where they are needed,
    /// or a newer version wrote them.
    foreign: Vec<String>,
}

/// Whether a line that the first page does not read is understood by a later
/// one.
fn is_read_later(name: &str, value: &str) -> bool {
    let is_goal = |kind: GoalKind| kind.id() == name && Goal::parse(kind, value).is_ok();
    let is_look = matches!(
        (name, value),
        ("enlarged", "1" | "2") | ("read-aloud" | "shortcuts", "on")
    );
    let is_habit = GoalKind::ALL.into_iter().any(is_goal) || is_template(name, value);
    is_habit || is_look || is_decision(name, value) || is_campaign_line(name, value)
}

impl Settings {
    /// Reads settings. What is absent or not understood has its default.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        let mut seen = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()).take(LINES_MAX) {
            let understood = match line.split_once('=') {
                // Of two lines of a name the first counts.
                Some((name, _)) if seen.contains(&name) => false,
                Some((name, value)) => settings
                    .take(name, value)
                    .map(|()| seen.push(name))
                    .is_some(),
                None => false,
            };
            if !understood {
                settings.foreign.push(line.to_owned());
            }
        }
        settings
    }

    /// Reads settings of a file, and leaves out what is not understood: nobody
    /// knows what that would do here.
    #[must_use]
    pub fn understood(text: &str) -> Self {
        let mut settings = Self::parse(text);
        let mut seen: Vec<String> = Vec::new();
        settings.foreign.retain(|line| {
            let Some((name, value)) = line.split_once('=') else {
                return false;
            };
            let is_new = !seen.iter().any(|known| known == name);
            seen.push(name.to_owned());
            is_new && is_read_later(name, value)
        });
        settings
    }

    /// The value of a line that is read where it is needed: not by the first
    /// page, which it would cost bytes.
    #[must_use]
    pub fn later(&self, name: &str) -> Option<&str> {
        let mut lines = self.later_lines();
        let line = lines.find(|(known, _)| *known == name);
        line.map(|(_, value)| value)
    }

    /// All such lines, by name and value.
    pub fn later_lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.foreign.iter().filter_map(|line| line.split_once('='))
    }

    /// Puts a value into such a line, or takes the line away.
    pub fn set_later(&mut self, name: &str, value: Option<&str>) {
        let is_other = |line: &String| line.split('=').next() != Some(name);
        self.foreign.retain(is_other);
        let line = value.map(|value| [name, "=", value].concat());
        self.foreign.extend(line);
    }

    /// Takes a line in, `None` where it is not understood.
    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "language" => self.language = Some(Language::from_tag(value)?),
            "theme" => self.theme = Theme::from_id(value)?,
            "text" => self.text_size = TextSize::from_id(value)?,
            "mix" => self.mix = Some(CityMix::from_str(value).ok()?),
            "backed-up" => self.backed_up = Some(value.parse().ok()?),
            "put-off" => self.put_off = Some(value.parse().ok()?),
            "reminder" => {
                self.is_unreminded = value == "off";
                self.is_unreminded.then_some(())?;
            }
            "favourites" => {
                let ids: Option<Vec<ActionId>> = value.split(',').map(ActionId::parse).collect();
                for id in ids? {
                    self.set_favourite(id, true);
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Actions that stand first, in the order they were chosen in.
    #[must_use]
    pub fn favourites(&self) -> &[ActionId] {
        &self.favourites
    }

    /// Puts an action among the favourites, or takes it out.
    pub fn set_favourite(&mut self, action: ActionId, is_favourite: bool) {
        let place = self.favourites.iter().position(|id| *id == action);
        match (place, is_favourite) {
            (None, true) => self.favourites.push(action),
            (Some(place), false) => {
                self.favourites.remove(place);
            }
            _ => {}
        }
    }

    /// What a store keeps; the defaults where it keeps nothing.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn load(store: &impl Store) -> Result<Self, StoreError> {
        let text = store.get(SETTINGS_KEY)?;
        Ok(Self::parse(text.as_deref().unwrap_or_default()))
    }

    /// Keeps the settings in a store.
    ///
    /// # Errors
    ///
    /// Where they were not kept.
    pub fn save(&self, store: &impl Store) -> Result<(), StoreError> {
        store.put(SETTINGS_KEY, &self.to_string())
    }

    /// What differs from the defaults, by name.
    fn lines(&self) -> impl Iterator<Item = (&'static str, String)> {
        let default = Self::default();
        let favourites: Vec<&str> = self.favourites.iter().map(|id| id.as_str()).collect();
        [
            (
                "language",
                self.language.map(|language| language.tag().to_owned()),
            ),
            (
                "theme",
                (self.theme != default.theme).then(|| self.theme.id().to_owned()),
            ),
            (
                "text",
                (self.text_size != default.text_size).then(|| self.text_size.id().to_owned()),
            ),
            ("mix", self.mix.map(|mix| mix.to_string())),
            ("backed-up", self.backed_up.map(|day| day.to_string())),
            ("put-off", self.put_off.map(|day| day.to_string())),
            ("reminder", self.is_unreminded.then(|| "off".to_owned())),
            (
                "favourites",
                (!favourites.is_empty()).then(|| favourites.join(",")),
            ),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
    }
}

/// As kept: a line for each choice, then what was not understood, unless it has
/// been chosen anew.
impl fmt::Display for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<(&str, String)> = self.lines().collect();
        for (name, value) in &lines {
            writeln!(formatter, "{name}={value}")?;
        }
        let is_chosen = |line: &str| {
            let name = line.split('=').next();
            lines.iter().any(|(chosen, _)| name == Some(*chosen))
        };
        for line in self.foreign.iter().filter(|line| !is_chosen(line)) {
            writeln!(formatter, "{line}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ActionId, Settings, TextSize, Theme};
    use crate::language::Language;
    use crate::vault::MemoryStore;

    /// Reads, and writes what was read.
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let settings = Settings::parse(text);
        assert_eq!(settings.to_string(), expected);
        assert_eq!(Settings::parse(expected).to_string(), expected);
    }

    #[test]
    fn every_choice_is_kept() {
        let text = "language=en\ntheme=dark\ntext=elder\nmix=40,20,35,5,1.50\n\
            backed-up=2026-11-22\nput-off=2026-10-22\nreminder=off\nfavourites=bus,walk\n";
        case(text, text);
        let settings = Settings::parse(text);
        assert_eq!(settings.language, Some(Language::En));
        assert_eq!(settings.theme, Theme::Dark);
        assert_eq!(settings.text_size, TextSize::Elder);
        assert_eq!(settings.mix.map(|mix| mix.shares()), Some([40, 20, 35, 5]));
        let favourites: Vec<&str> = settings.favourites().iter().map(|id| id.as_str()).collect();
        assert_eq!(favourites, ["bus", "walk"]);
        assert_eq!(settings.backed_up, "2026-11-22".parse().ok());
        assert_eq!(settings.put_off, "2026-10-22".parse().ok());
        assert!(settings.is_unreminded);
    }

    #[test]
    fn defaults_are_not_written() {
        case("", "");
        case("theme=auto\ntext=normal\n", "");
        assert_eq!(Settings::parse(""), Settings::default());
    }

    #[test]
    fn what_is_not_understood_stays() {
        case("goal=20\ntheme=dark", "theme=dark\ngoal=20\n");
        case("no line\n\n=\n=x", "no line\n=\n=x\n");
        case("theme=sepia", "theme=sepia\n");
        case("reminder=weekly", "reminder=weekly\n");
        case("mix=50,50", "mix=50,50\n");
        case("favourites=bus,teleport", "favourites=bus,teleport\n");
        case("theme=dark\ntheme=light", "theme=dark\n");
        case("favourites=bus,bus", "favourites=bus\n");
    }

    #[test]
    fn a_new_choice_takes_the_place_of_what_was_not_understood() {
        let mut settings = Settings::parse("theme=sepia\ngoal=20");
        assert_eq!(settings.theme, Theme::Auto);
        settings.theme = Theme::Light;
        assert_eq!(settings.to_string(), "theme=light\ngoal=20\n");
    }

    #[test]
    fn of_a_file_only_what_is_understood_is_taken() {
        let settings = Settings::understood("goal=20\ntheme=dark\ntext=huge\ngoal-trips=0");
        assert_eq!(settings.to_string(), "theme=dark\n");
        let goals = "goal-trips=5\ngoal-month=7.5\n";
        assert_eq!(Settings::understood(goals).to_string(), goals);
        let twice = Settings::understood("goal-trips=x\ngoal-trips=5");
        assert_eq!(twice.to_string(), "");
    }

    #[test]
    fn what_is_read_later_is_put_and_taken_away() {
        let mut settings = Settings::parse("goal-trips=5\nnewer=1\ngoal-trips=6");
        assert_eq!(settings.later("goal-trips"), Some("5"));
        settings.set_later("goal-trips", Some("7"));
        assert_eq!(settings.to_string(), "newer=1\ngoal-trips=7\n");
        settings.set_later("goal-trips", None);
        assert_eq!(settings.later("goal-trips"), None);
        assert_eq!(settings.to_string(), "newer=1\n");
    }

    #[test]
    fn a_hostile_file_is_cut() {
        let settings = Settings::parse(&"x=1\n".repeat(1_000));
        assert_eq!(settings.to_string().lines().count(), 100);
    }

    #[test]
    fn favourites_stand_in_the_order_of_choice() {
        let [bus, walk] = ["bus", "walk"].map(|id| ActionId::parse(id).expect("an action"));
        let mut settings = Settings::default();
        settings.set_favourite(walk, true);
        settings.set_favourite(bus, true);
        settings.set_favourite(walk, true);
        assert_eq!(settings.favourites(), [walk, bus]);
        settings.set_favourite(walk, false);
        settings.set_favourite(walk, false);
        assert_eq!(settings.favourites(), [bus]);
    }

    #[test]
    fn a_store_keeps_them() {
        let store = MemoryStore::new();
        assert_eq!(Settings::load(&store), Ok(Settings::default()));
        let settings = Settings::parse("theme=dark\nnewer=1");
        assert_eq!(settings.save(&store), Ok(()));
        assert_eq!(Settings::load(&store), Ok(settings));
    }
}
