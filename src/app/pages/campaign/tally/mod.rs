//! The organiser's desk: cards come in by whatever the stall has, each is
//! counted once, and what all saved together is told, but nothing of fewer than
//! three people.

mod figures;
mod files;
mod forget;
mod screen;
mod take;

pub use screen::screen;

use super::{href, to_list};
use crate::app::browser::camera::{Camera, Seen};
use crate::app::components::{Callout, Element, callout, element, link, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::{Figures, Known};
use crate::language::fill;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the page remembers. When it is left the camera is dropped, and goes off.
#[derive(Default)]
pub struct Desk {
    /// What became of what was taken last.
    said: RefCell<Vec<(Callout, String)>>,
    /// Counts what was said, so that the same is said again.
    times: Cell<usize>,
    camera: RefCell<Option<Camera>>,
    /// How the camera does.
    seen: RefCell<Option<Seen>>,
    /// What the camera saw last, and for how many looks it has seen nothing.
    before: RefCell<(Vec<String>, u8)>,
    merging: RefCell<files::Merging>,
    is_forgetting: Cell<bool>,
}

impl Desk {
    /// Says something in the place of what was said before.
    fn say(self: &Rc<Self>, app: &App, said: Vec<(Callout, String)>) {
        self.said.replace(said);
        self.times.set(self.times.get().wrapping_add(1));
        self.turn(app);
    }

    /// Draws the page anew.
    fn turn(self: &Rc<Self>, app: &App) {
        app.turn(PageChange::Remembers(Rc::new(self.clone())));
    }
}

/// The page.
pub fn tally(app: &App, desk: &Rc<Desk>, known: &Known) -> Element {
    let texts = app.messages().tally;
    let pack = &known.pack;
    let kept = app.tally(pack.key);
    let amounts: Vec<_> = pack.thanks.iter().map(|level| level.from).collect();
    let figures = Figures::of(&kept.tally, pack.groups.len(), &amounts);
    let unreadable = (kept.unreadable > 0).then(|| {
        let count = [("count", &*kept.unreadable.to_string())];
        callout(Callout::Warning, "", &fill(texts.unreadable(), &count))
    });
    let to_screen = link("text-link", href("screen", pack.key)).text(texts.screen());
    let name = pack.name.in_language(app.language());
    let main = element("div", "column")
        .child(take::take(app, known, desk))
        .child(files::files(app, known, &kept.tally, &figures, desk));
    let side = element("div", "column")
        .child(element("div", "slot").children(unreadable))
        .child(figures::all(app, known, &figures))
        .child(element("p", "").child(to_screen))
        .child(figures::groups(app, known, &figures))
        .child(figures::thanks(app, known, &figures))
        .child(forget::forget(app, pack.key, figures.people, desk));
    element("div", "page tally")
        .child(page_header(Some(to_list(app)), texts.title(), name, None))
        .child(element("div", "columns").child(main).child(side))
}
