//! The addresses of the pages, behind the hash: they work under any path of any
//! server, and from a file.

use super::query::Query;
use crate::account::Span;
use crate::methodology::ActionId;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Today,
    /// `#/record`: choosing what to record.
    Choose,
    /// `#/record/bus?distance_km=8&replaced=car` or `?edit=<entry>`: its form.
    Record(ActionId, Query),
    /// `#/ledger`, `#/ledger?span=2026-11&action=bus`
    Ledger(Query),
    /// `#/statement` for this month, `#/statement/2026-10`, `/2026` and `/all`,
    /// `?of=NOx` for what is counted
    Statement(Option<Span>, Query),
    /// `#/compare?distance_km=8`: all ways of making a trip.
    Compare(Query),
    /// `#/summary`: the account on a card, for the frame of another page.
    Summary,
    /// `#/rewards`: points, level, goals, badges.
    Rewards,
    /// `#/norms` for this year, `#/norms/2025` and `/all`
    Norms(Option<Span>),
    /// `#/synergy` for the whole account, `#/synergy/2026-10` and `/2026`
    Synergy(Option<Span>),
    /// `#/usual`: usual trips and habits.
    Usual,
    /// `#/measure`: a trip measured on the way.
    Measure,
    /// `#/share`, `#/share/2026-10` and what else is made to be shown.
    Share(String),
    /// `#/campaign` and what lies below it.
    Campaign(String),
    /// `#/methodology` and `#/methodology/<factor>`
    Methodology(Option<String>),
    /// `#/settings`
    Settings,
    /// `#/storage`: backup, restoring, moving to another phone.
    Storage,
    /// `#/transfer/<entries>`: what a link brings.
    Transfer(String),
    /// `#/embed`: how another site takes a part of this one into its pages.
    Embed,
    /// `#/more`
    More,
    /// `#/guide`: how it is used.
    Guide,
    /// `#/about`
    About,
    /// `#/privacy`
    Privacy,
    /// `#/accessibility`
    Accessibility,
    /// Anything else, as it was asked for.
    Unknown(String),
}

/// The five doors of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Today.
    Today,
    /// Recording.
    Record,
    /// The ledger.
    Ledger,
    /// The statement.
    Statement,
    /// Everything else.
    More,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Today,
        Self::Record,
        Self::Ledger,
        Self::Statement,
        Self::More,
    ];

    /// Those of the edition for the elder; the others then lie behind the last.
    pub const FEW: [Self; 3] = [Self::Today, Self::Record, Self::More];

    /// Where it leads.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Today => "#/",
            Self::Record => "#/record",
            Self::Ledger => "#/ledger",
            Self::Statement => "#/statement",
            Self::More => "#/more",
        }
    }
}

impl Route {
    /// Reads what stands behind the host and path: `#/…`, or nothing.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let asked = hash.strip_prefix('#').unwrap_or(hash);
        let asked = asked.strip_prefix('/').unwrap_or(asked);
        let (path, query) = asked.split_once('?').unwrap_or((asked, ""));
        let path = path.strip_suffix('/').unwrap_or(path);
        let (room, place) = match path.split_once('/') {
            Some((room, place)) => (room, Some(place)),
            None => (path, None),
        };
        let route = match (room, place) {
            ("", None) => Some(Self::Today),
            ("record", None) => Some(Self::Choose),
            ("record", Some(action)) => {
                ActionId::parse(action).map(|action| Self::Record(action, Query::parse(query)))
            }
            ("ledger", None) => Some(Self::Ledger(Query::parse(query))),
            ("statement", place) => match place.map(period) {
                Some(None) => None,
                period => Some(Self::Statement(period.flatten(), Query::parse(query))),
            },
            ("compare", None) => Some(Self::Compare(Query::parse(query))),
            ("summary", None) => Some(Self::Summary),
            ("embed", None) => Some(Self::Embed),
            ("rewards", None) => Some(Self::Rewards),
            ("norms", place) => match place.map(period) {
                Some(None) => None,
                period => Some(Self::Norms(period.flatten())),
            },
            ("synergy", place) => match place.map(period) {
                Some(None) => None,
                span => Some(Self::Synergy(span.flatten())),
            },
            ("usual", None) => Some(Self::Usual),
            ("measure", None) => Some(Self::Measure),
            ("share", place) => Some(Self::Share(place.unwrap_or_default().to_owned())),
            ("campaign", place) => Some(Self::Campaign(place.unwrap_or_default().to_owned())),
            ("methodology", place) => Some(Self::Methodology(place.map(str::to_owned))),
            ("settings", None) => Some(Self::Settings),
            ("storage", None) => Some(Self::Storage),
            ("transfer", Some(code)) => Some(Self::Transfer(code.to_owned())),
            ("more", None) => Some(Self::More),
            ("guide", None) => Some(Self::Guide),
            ("about", None) => Some(Self::About),
            ("privacy", None) => Some(Self::Privacy),
            ("accessibility", None) => Some(Self::Accessibility),
            _ => None,
        };
        route.unwrap_or_else(|| Self::Unknown(asked.chars().take(60).collect()))
    }

    /// The door it lies behind.
    #[must_use]
    pub const fn tab(&self) -> Option<Tab> {
        Some(match self {
            Self::Today => Tab::Today,
            Self::Choose | Self::Record(..) => Tab::Record,
            Self::Ledger(_) => Tab::Ledger,
            Self::Statement(..) | Self::Summary | Self::Norms(_) | Self::Share(_) => Tab::Statement,
            Self::Compare(_)
            | Self::Rewards
            | Self::Synergy(_)
            | Self::Usual
            | Self::Measure
            | Self::Campaign(_)
            | Self::Methodology(_)
            | Self::Settings
            | Self::Storage
            | Self::Transfer(_)
            | Self::Embed
            | Self::More
            | Self::Guide
            | Self::About
            | Self::Privacy
            | Self::Accessibility => Tab::More,
            Self::Unknown(_) => return None,
        })
    }
}

/// A month, a year or everything, as an address says it.
fn period(place: &str) -> Option<Span> {
    let span = place.parse().ok();
    span.filter(|span| !matches!(span, Span::Day(_)))
}

#[cfg(test)]
mod tests {
    use super::{Query, Route, Span, Tab};
    use crate::methodology::ActionId;

    #[track_caller]
    fn case(hash: &str, expected: &Route) {
        assert_eq!(&Route::parse(hash), expected);
    }

    #[test]
    fn the_published_addresses_lead_to_their_pages() {
        for hash in ["", "#", "#/"] {
            case(hash, &Route::Today);
        }
        case("#/record", &Route::Choose);
        case("#/record/", &Route::Choose);
        let bus = ActionId::parse("bus").expect("an action of the contract");
        let query = "distance_km=8&replaced=car";
        case(
            &format!("#/record/bus?{query}"),
            &Route::Record(bus, Query::parse(query)),
        );
        let nothing = Query::parse("");
        case("#/ledger", &Route::Ledger(nothing.clone()));
        case(
            "#/ledger?span=2026-11&action=bus",
            &Route::Ledger(Query::parse("span=2026-11&action=bus")),
        );
        case("#/statement", &Route::Statement(None, nothing.clone()));
        case(
            "#/statement/2026-10",
            &Route::Statement("2026-10".parse().map(Span::Month).ok(), nothing.clone()),
        );
        case(
            "#/statement/2026?of=NOx",
            &Route::Statement(Some(Span::Year(2026)), Query::parse("of=NOx")),
        );
        case(
            "#/statement/all",
            &Route::Statement(Some(Span::All), nothing),
        );
        let query = "distance_km=8";
        case(
            &format!("#/compare?{query}"),
            &Route::Compare(Query::parse(query)),
        );
        case("#/summary", &Route::Summary);
        case("#/embed", &Route::Embed);
        case("#/norms", &Route::Norms(None));
        case("#/norms/2025", &Route::Norms(Some(Span::Year(2025))));
        case("#/synergy", &Route::Synergy(None));
        case("#/synergy/2026", &Route::Synergy(Some(Span::Year(2026))));
        case("#/methodology", &Route::Methodology(None));
        case(
            "#/methodology/electricity",
            &Route::Methodology(Some("electricity".into())),
        );
        case("#/settings", &Route::Settings);
        case("#/guide", &Route::Guide);
        case("#/rewards", &Route::Rewards);
        case("#/usual", &Route::Usual);
        case("#/measure", &Route::Measure);
        case("#/share", &Route::Share(String::new()));
        case(
            "#/share/certificate/2025",
            &Route::Share("certificate/2025".into()),
        );
        case("#/campaign", &Route::Campaign(String::new()));
        case("#/campaign/join/AXsi", &Route::Campaign("join/AXsi".into()));
        case("#/accessibility", &Route::Accessibility);
    }

    #[test]
    fn other_addresses_are_no_page() {
        for hash in [
            "#/nowhere",
            "#/record/flying-carpet",
            "#/statement/2026-13",
            "#/statement/2026-11-22",
            "#/statement/26",
            "#/statement/1999",
            "#/ledger/x",
            "#/norms/x",
            "#x",
        ] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
    }

    #[test]
    fn every_door_leads_behind_itself() {
        for tab in Tab::ALL {
            assert_eq!(Route::parse(tab.href()).tab(), Some(tab));
        }
        // As the way back on these pages says.
        for of_the_statement in ["#/norms", "#/share/certificate"] {
            let tab = Route::parse(of_the_statement).tab();
            assert_eq!(tab, Some(Tab::Statement), "{of_the_statement}");
        }
    }
}
