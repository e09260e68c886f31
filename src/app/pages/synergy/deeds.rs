//! Every action with what it did to both, by verdict. Its name leads to how it
//! is worked out, and from there each factor to its source.

use super::{extent, less_or_more};
use crate::account::{Deed, Synergy, Verdict};
use crate::app::components::{Element, action_name, element, link};
use crate::app::context::App;
use crate::methodology::Pollutant;

/// The actions by verdict.
pub fn deeds(app: &App, synergy: &Synergy) -> Element {
    let texts = app.messages().synergy;
    let mut sections = element("div", "column synergy-deeds");
    for (verdict, words) in Verdict::ALL.into_iter().zip(texts.verdicts()) {
        if synergy.count(verdict) == 0 {
            continue;
        }
        let &[heading, hint] = words;
        let mut rows = element("ul", "rows");
        for (number, deed) in (1..).zip(&synergy.deeds) {
            if deed.verdict == verdict {
                rows = rows.child(row(app, number, deed));
            }
        }
        let section = element("section", "section")
            .child(element("h2", "").text(heading))
            .child(element("p", "muted small").text(hint))
            .child(rows);
        sections = sections.child(section);
    }
    sections.child(element("p", "muted small").text(app.messages().shell.pollutants_note()))
}

fn row(app: &App, number: usize, deed: &Deed) -> Element {
    let href = ["#/methodology/action/", deed.action.as_str()].concat();
    let carbon = less_or_more(app, &deed.totals.reduction.short(app.language()));
    let mut list = element("ul", "synergy-pollutants");
    for pollutant in Pollutant::ALL {
        list = list.child(amount(app, deed, pollutant));
    }
    let name = link("text-link", href).text(action_name(app, deed.action));
    let text = element("div", "row-text")
        .child(element("p", "row-title").child(name))
        .child(element("p", "row-detail slot").text(extent(app, deed)));
    element("li", "row synergy-row")
        .key(deed.action.as_str())
        .child(element("span", "synergy-number").text(number.to_string()))
        .child(
            element("div", "synergy-head")
                .child(text)
                .child(element("p", "row-amount").text(carbon)),
        )
        .child(list)
}

fn amount(app: &App, deed: &Deed, pollutant: Pollutant) -> Element {
    let shell = app.messages().shell;
    let total = deed.totals.pollutant(pollutant);
    let is_partial = total.partial > 0 || total.known < deed.totals.entries;
    let mut said = [pollutant.id(), " "].concat();
    if total.known == 0 {
        said.push_str(shell.unknown_amount());
    } else {
        said.push_str(&less_or_more(app, &total.value.short(app.language())));
        if is_partial {
            said.push_str(app.messages().synergy.separator());
            said.push_str(shell.partial_amount());
        }
    }
    element("li", "").key(pollutant.id()).text(said)
}
