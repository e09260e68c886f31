//! The ten norms of citizens' environmental conduct in practice: which of them
//! an account shows, and what else each of them asks.

use std::cmp::Reverse;

use super::ledger::{Ledger, Span};
use crate::methodology::{Action, ActionId, Edition, Norm};
use crate::quantity::ordered;

/// Something that a norm asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The number of the norm, 1 to 10.
    pub norm: u8,
    /// What can be recorded of it; nothing where it cannot be.
    pub actions: Vec<ActionId>,
    /// In the words of the norm.
    pub text: &'static str,
}

impl Ask {
    /// Reads what is asked from a line of the texts: the number of its norm and
    /// the ids of its actions, with blanks between them, and the words. `None`
    /// for a line that is not like that.
    #[must_use]
    pub fn read([about, text]: [&'static str; 2]) -> Option<Self> {
        let mut words = about.split(' ');
        let norm = words.next()?.parse().ok()?;
        let actions: Option<Vec<ActionId>> = words.map(ActionId::parse).collect();
        Some(Self {
            norm,
            actions: actions?,
            text,
        })
    }
}

/// A norm as an account shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct NormInPractice {
    /// The norm.
    pub norm: &'static Norm,
    /// What was done, and how often it was recorded, the most often first.
    pub done: Vec<(ActionId, u32)>,
}

impl NormInPractice {
    /// How many entries show it.
    #[must_use]
    pub fn entries(&self) -> u32 {
        self.done.iter().map(|(_, entries)| *entries).sum()
    }

    /// Whether one of some actions was recorded.
    #[must_use]
    pub fn shows(&self, actions: &[ActionId]) -> bool {
        self.done.iter().any(|(action, _)| actions.contains(action))
    }
}

/// The ten norms as an edition has them, and what a stretch of time shows of
/// each. A trip that is not green shows none of them.
#[must_use]
pub fn norms_in_practice(
    ledger: &Ledger,
    span: Span,
    edition: &'static Edition,
) -> Vec<NormInPractice> {
    let recorded = ledger.by_action(span);
    let shows = |action: &Action, norm: &Norm| {
        action.norm == norm.number && (action.is_green_trip || !action.is_trip())
    };
    let norms = edition.norms.iter().map(|norm| {
        let done = recorded.iter().filter_map(|(id, totals)| {
            let action = edition.action(*id)?;
            shows(action, norm).then_some((*id, totals.entries))
        });
        NormInPractice {
            norm,
            done: ordered(done, |(id, entries)| (Reverse(*entries), *id)),
        }
    });
    norms.collect()
}

#[cfg(test)]
mod tests {
    use super::{Ask, norms_in_practice};
    use crate::account::statement::tests::{ledger, span};
    use crate::language::{Language, messages};
    use crate::methodology::current;

    fn asks(language: Language) -> Vec<Ask> {
        let lines = messages(language).norms.asks();
        let read = |line: &[&'static str; 2]| Ask::read(*line).expect("a line that can be read");
        lines.iter().map(read).collect()
    }

    /// The titles of No. 17 of 2023, to the letter.
    const TITLES: [&str; 10] = [
        "关爱生态环境",
        "节约能源资源",
        "践行绿色消费",
        "选择低碳出行",
        "分类投放垃圾",
        "减少污染产生",
        "呵护自然生态",
        "参加环保实践",
        "参与环境监督",
        "共建美丽中国",
    ];

    #[test]
    fn the_ten_have_their_titles() {
        let titles = current().norms.iter().map(|norm| (norm.number, norm.title));
        let titles: Vec<(u8, &str)> = titles
            .map(|(number, title)| (number, title.in_language(Language::ZhCn)))
            .collect();
        let expected: Vec<(u8, &str)> = (1..=10).zip(TITLES).collect();
        assert_eq!(titles, expected);
    }

    #[test]
    fn what_is_asked_stands_in_the_norm() {
        for ask in asks(Language::ZhCn) {
            let norm = &current().norms[usize::from(ask.norm) - 1];
            let body = norm
                .body
                .map_or("", |body| body.in_language(Language::ZhCn));
            assert!(body.contains(ask.text), "{} {}", ask.norm, ask.text);
        }
    }

    #[test]
    fn every_word_of_the_norms_is_asked() {
        for norm in current().norms {
            let body = norm
                .body
                .map_or("", |body| body.in_language(Language::ZhCn));
            let mut rest = body.replace('…', "");
            for ask in asks(Language::ZhCn)
                .iter()
                .filter(|ask| ask.norm == norm.number)
            {
                rest = rest.replacen(ask.text, "", 1);
            }
            assert_eq!(rest.trim_matches(['，', '。']), "", "{}", norm.number);
        }
    }

    #[test]
    fn both_languages_ask_the_same() {
        let [chinese, english] = Language::ALL.map(asks);
        assert_eq!(chinese.len(), english.len());
        for (one, other) in chinese.iter().zip(&english) {
            assert_eq!((one.norm, &one.actions), (other.norm, &other.actions));
        }
    }

    #[test]
    fn every_action_is_what_its_norm_asks() {
        let asks = asks(Language::ZhCn);
        for action in current().actions {
            let norms: Vec<u8> = asks
                .iter()
                .filter(|ask| ask.actions.contains(&action.id))
                .map(|ask| ask.norm)
                .collect();
            match action.id.as_str() {
                // A trip by car is not asked for; heat only in the title.
                "car" | "heat-saved" => assert!(norms.is_empty()),
                id => assert!(!norms.is_empty(), "{id}"),
            }
            assert!(
                norms.iter().all(|norm| *norm == action.norm),
                "{:?}",
                action.id
            );
        }
    }

    #[test]
    fn lines_that_say_something_else_are_refused() {
        for about in ["", "x", "256", "2 flying-carpet", "2  bus"] {
            assert_eq!(Ask::read([about, "text"]), None, "{about}");
        }
    }

    #[test]
    fn an_account_shows_what_it_practises() {
        let ledger = ledger(&[
            ("2026-11-01", "car", "distance_km", "2"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-11-03", "walk", "distance_km", "1"),
            ("2026-11-03", "walk", "distance_km", "2"),
            ("2026-11-03", "plant-tree", "count", "1"),
            ("2025-11-03", "learn", "count", "1"),
        ]);
        let shown = |text: &str| {
            let norms = norms_in_practice(&ledger, span(text), current());
            let shown = norms.iter().filter(|norm| norm.entries() > 0);
            shown
                .map(|norm| {
                    let done = norm.done.iter();
                    let done = done.map(|(id, entries)| format!("{} {entries}", id.as_str()));
                    (norm.norm.number, done.collect::<Vec<_>>().join(", "))
                })
                .collect::<Vec<_>>()
        };
        let year = [
            (4, "walk 2, bus 1".to_owned()),
            (7, "plant-tree 1".to_owned()),
        ];
        assert_eq!(shown("2026"), year);
        assert_eq!(shown("2025"), [(1, "learn 1".to_owned())]);
        assert_eq!(shown("2024"), []);
        assert_eq!(
            norms_in_practice(&ledger, span("2024"), current()).len(),
            10
        );
        let trips = &norms_in_practice(&ledger, span("2026"), current())[3];
        assert!(trips.shows(&[trips.done[0].0]));
        assert!(!trips.shows(&[]));
    }
}
