//! What residents can record, and the sums of terms that work it out.

use super::{Factor, Input, InputKind, Replaced, Text, edition};
use crate::language::Language;

/// An action of any edition. Ids are for ever: what was once recorded under one
/// is found under it in ten years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub(super) u8);

impl ActionId {
    /// How many there are.
    pub const COUNT: usize = edition::ACTION_IDS.len();

    /// The action of an id, `None` for any other text.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        let index = edition::ACTION_IDS.iter().position(|known| *known == id)?;
        u8::try_from(index).ok().map(Self)
    }

    /// The id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        edition::ACTION_IDS[self.index()]
    }

    /// Its place among all actions, below [`Self::COUNT`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u8::try_from(Self::COUNT).unwrap_or(u8::MAX)).map(Self)
    }
}

/// What kind of life an action belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Trips.
    Trip,
    /// Energy and home.
    Energy,
    /// Sorting waste.
    Waste,
    /// Daily life.
    Daily,
    /// Norms of conduct without kg.
    Norm,
}

impl Category {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 5] = [
        Self::Trip,
        Self::Energy,
        Self::Waste,
        Self::Daily,
        Self::Norm,
    ];

    /// The id, as in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trip => "trip",
            Self::Energy => "energy",
            Self::Waste => "waste",
            Self::Daily => "daily",
            Self::Norm => "norm",
        }
    }

    /// What an id says, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.id() == id)
    }
}

/// A kind of thing that an action is about, each with its own factor.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// Id, unique in the action.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// Its factor.
    pub factor: &'static Factor,
}

/// Which factor a term takes.
#[derive(Debug, PartialEq, Eq)]
pub enum FactorRule {
    /// This one.
    Fixed(&'static Factor),
    /// That of what the trip replaced.
    Replaced {
        /// That of a trip of which nothing was said.
        unsaid: &'static Factor,
    },
    /// That of the chosen item.
    Item,
}

/// A product: inputs × factor × pure numbers ÷ inputs.
#[derive(Debug, PartialEq, Eq)]
pub struct TermRule {
    /// The factor.
    pub factor: FactorRule,
    /// Inputs multiplied.
    pub inputs: &'static [InputKind],
    /// Inputs divided by.
    pub divide_by: &'static [InputKind],
    /// Pure-number factors multiplied with.
    pub with: &'static [&'static Factor],
}

/// One way of entering an action.
#[derive(Debug, PartialEq, Eq)]
pub struct Variant {
    /// Id, unique in the action.
    pub id: &'static str,
    /// What the form calls it.
    pub name: Text,
    /// What is asked for.
    pub inputs: &'static [Input],
    /// The baseline scenario: what would have been emitted.
    pub baseline: &'static [TermRule],
    /// The project scenario: what was emitted.
    pub project: &'static [TermRule],
}

impl Variant {
    /// The input of a kind, where this way asks for it.
    #[must_use]
    pub fn input(&self, kind: InputKind) -> Option<&'static Input> {
        self.inputs.iter().find(|input| input.kind == kind)
    }
}

/// Something a resident does, and how its saving is worked out.
#[derive(Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// Its kind of life.
    pub category: Category,
    /// Which of the ten norms it belongs to, 1 to 10.
    pub norm: u8,
    /// Short name.
    pub name: Text,
    /// What counts, in a sentence.
    pub hint: Text,
    /// The formula in words.
    pub formula: Text,
    /// An honest caveat.
    pub note: Option<Text>,
    /// Pinyin, initials and synonyms for the search, lower case.
    pub search: Text,
    /// Whether a trip counts as green.
    pub is_green_trip: bool,
    /// What the form suggests that the trip replaced; never used unsaid.
    pub usual_replaced: Option<Replaced>,
    /// How much of which input counts for self-reported points in a day, in
    /// thousandths of its unit.
    pub daily_cap: Option<(InputKind, i64)>,
    /// Ways of entering, the usual one first.
    pub variants: &'static [Variant],
    /// Items to choose from, the most cautious first; mostly none.
    pub items: &'static [Item],
}

impl Action {
    /// Whether it is a trip.
    #[must_use]
    pub fn is_trip(&self) -> bool {
        self.category == Category::Trip
    }

    /// Whether what it saves is worked out at all; norms without kg are not.
    #[must_use]
    pub fn has_reduction(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| !variant.baseline.is_empty())
    }

    /// Whether the action answers a search in Chinese, pinyin, its initials or
    /// English. An empty search finds everything.
    #[must_use]
    pub fn matches(&self, query: &str) -> bool {
        // Chinese has no cases, and what is searched in English is plain letters.
        let query = query.trim().to_ascii_lowercase();
        let name = self.name.in_language(Language::En);
        let chinese = |text: Text| holds(text.in_language(Language::ZhCn), &query);
        let search = self.search.in_language(Language::ZhCn);
        let words = || search.split(' ').chain(name.split(' '));
        query.is_empty()
            || chinese(self.name)
            || chinese(self.hint)
            || words().any(|word| starts_with(word, &query))
            || starts_with(name, &query)
            || query.contains(' ') && holds(search, &query)
    }
}

/// Whether a text stands somewhere in another. What is searched here is short,
/// so it does without the standard library's search, which weighs more.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    let mut rest = (0..=text.len()).filter_map(|at| text.as_bytes().get(at..));
    rest.any(|rest| rest.starts_with(part.as_bytes()))
}

/// Whether a text starts with lower-case letters, whatever its own case.
fn starts_with(text: &str, start: &str) -> bool {
    let bytes = text.as_bytes().get(..start.len());
    bytes.is_some_and(|bytes| bytes.eq_ignore_ascii_case(start.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::current;

    #[track_caller]
    fn case(query: &str, expected: &str) {
        let found: Vec<&str> = current()
            .actions
            .iter()
            .filter(|action| action.matches(query))
            .map(|action| action.id.as_str())
            .collect();
        assert!(found.contains(&expected), "{query}: {found:?}");
        assert!(
            found.len() < current().actions.len(),
            "{query} finds everything"
        );
    }

    #[test]
    fn actions_are_found_as_people_search() {
        case("公交", "bus");
        case(" 公 ", "bus");
        case("gj", "bus");
        case("gongj", "bus");
        case("BUS", "bus");
        case("guangpan", "clean-plate");
        // Words that stand in no name.
        case("电瓶车", "e-bike");
        case("暖气", "heat-saved");
        case("冰箱", "efficient-appliance");
    }

    #[test]
    fn nothing_hides_from_an_empty_search() {
        assert!(current().actions.iter().all(|action| action.matches("  ")));
        assert!(
            !current()
                .actions
                .iter()
                .any(|action| action.matches("xyzzy"))
        );
    }

    #[test]
    fn ids_lead_back_to_their_actions() {
        assert_eq!(ActionId::all().count(), ActionId::COUNT);
        for id in ActionId::all() {
            assert_eq!(ActionId::parse(id.as_str()), Some(id));
        }
        assert_eq!(ActionId::parse("flying-carpet"), None);
    }
}
