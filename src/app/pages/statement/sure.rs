//! How sure the numbers are: what stands behind the entries, and behind the
//! numbers they are worked out with.

use super::View;
use crate::account::Surety;
use crate::app::components::{Element, bar_row, element, entries_name, link};
use crate::language::fill;
use crate::methodology::current;

/// The section.
pub fn surety(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let surety = Surety::of(view.ledger, statement.span, current());
    let kinds = [
        (texts.sure_metered(), surety.metered),
        (texts.sure_proven(), surety.proven),
        (texts.sure_self_reported(), surety.self_reported),
    ];
    let mut rows = element("ul", "bars");
    for (name, entries) in kinds {
        let share = surety.share(entries);
        let count = entries_name(app, entries);
        rows = rows.child(bar_row(name, &share.to_string(), &count, share, false));
    }
    let (open, all) = (surety.open.to_string(), surety.entries().to_string());
    let open = fill(texts.sure_open(), &[("open", &open), ("count", &all)]);
    let list = link("text-link screen-only", "#/methodology/open").text(texts.to_open());
    element("section", "section")
        .child(element("h3", "").text(texts.sure()))
        .child(rows)
        .child(element("p", "muted small").text(open))
        .child(element("p", "muted small").text(texts.sure_hint()))
        .child(element("p", "").child(list))
}
