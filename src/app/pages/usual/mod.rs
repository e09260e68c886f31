//! Usual trips and habits: templates, the days gone by that they were not
//! recorded for, and steps from a phone. Nothing here is recorded unasked.

mod add;
mod edit;
mod fill_in;
mod gone_by;
mod list;
mod steps;

pub use add::make_usual;
pub use gone_by::gone_by;

use crate::account::{EntryId, Template};
use crate::app::components::{Element, element, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::quantity::Day;
use std::rc::Rc;

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending {
    /// The template that is opened, and what for.
    open: Option<(usize, Opened)>,
    /// What was just done and can be taken back.
    done: Option<Done>,
    /// Steps, as typed.
    steps: String,
    /// Centimetres of a step, as typed.
    step: String,
}

/// What a template is opened for.
#[derive(Clone)]
enum Opened {
    /// To be recorded for days.
    Days(Vec<Day>),
    /// To be changed.
    Edit(edit::Form),
}

/// What was done.
#[derive(Clone)]
enum Done {
    /// Entries were recorded.
    Recorded(Vec<EntryId>),
    /// A template was deleted.
    Deleted(Template),
}

/// The id of the list's heading, which takes the focus back.
const HEADING_ID: &str = "templates";

impl Pending {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }

    /// The same with a template opened, or none.
    fn opening(&self, open: Option<(usize, Opened)>) -> PageChange {
        let closed = Self {
            open,
            done: None,
            ..self.clone()
        };
        closed.change()
    }
}

/// The page.
pub fn usual(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().habits;
    let more = ("#/more", app.messages().more.title());
    let main = element("div", "column")
        .child(list::list(app, pending))
        .child(add::add(app, pending));
    let side = element("div", "column").child(steps::steps(app, pending));
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(element("div", "columns").child(main).child(side))
}

/// What a template is called.
fn name_of(app: &App, template: &Template) -> String {
    let action = template.activity().action();
    match template.name() {
        "" => action.name.in_language(app.language()).to_owned(),
        name => name.to_owned(),
    }
}
